package org.jejak.analysis.paths;

import java.util.ArrayList;
import java.util.List;
import org.jejak.network.ActorId;

/**
 * A way from one actor to another that meets nobody twice.
 *
 * @param cost steps, or the sum of what the ties cost where they are weighted
 */
public record ActorPath(double cost, List<PathStep> steps) {

    public ActorPath {
        steps = List.copyOf(steps);
    }

    /** Everybody met, both ends included. */
    public List<ActorId> actors() {
        List<ActorId> actors = new ArrayList<>();
        for (PathStep step : steps) {
            if (actors.isEmpty()) {
                actors.add(step.from());
            }
            actors.add(step.to());
        }
        return actors;
    }
}
