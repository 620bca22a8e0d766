package org.jejak.investigation;

import java.util.List;
import java.util.Map;
import org.jejak.analysis.Weighting;
import org.jejak.analysis.paths.ActorPath;
import org.jejak.network.Key;
import org.jejak.projection.ActorNetwork;
import org.jejak.safeguard.Names;

/**
 * Ways between two people, cheapest first; empty if there is none, or if one of them is nobody this viewer may see.
 *
 * @param weighting what a step costs
 * @param names how everybody on the paths is shown to the viewer
 */
public record PathsAnswer(
        ActorNetwork network, Weighting weighting, List<ActorPath> paths, Map<Key, Names.Shown> names) {

    public PathsAnswer {
        paths = List.copyOf(paths);
    }
}
