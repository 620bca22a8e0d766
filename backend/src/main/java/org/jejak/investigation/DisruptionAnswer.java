package org.jejak.investigation;

import java.util.List;
import java.util.Map;
import org.jejak.analysis.centrality.Blocks;
import org.jejak.analysis.disruption.DisruptionReport;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.projection.ActorNetwork;
import org.jejak.safeguard.Names;
import org.jspecify.annotations.Nullable;

/**
 * What would be left of a network, and who would be left alone.
 *
 * @param waysLeft how many ways that share no tie lead from where recruitment began to where exploitation ended, before
 *     anybody goes and after each step, should nobody take over; null where no such places are recorded
 * @param names how the removed and those left alone are shown to the viewer; protected persons by pseudonym
 */
public record DisruptionAnswer(
        ActorNetwork network,
        DisruptionPlan plan,
        DisruptionReport report,
        @Nullable List<Long> waysLeft,
        Map<Key, Names.Shown> names) {

    /** How an actor is shown; their key where nothing is known of them. */
    public String name(ActorId actor) {
        var shown = names.get(actor.key());
        return shown == null ? actor.key().value() : shown.name();
    }

    /** Share of all pairs that reach each other while nobody is gone: where every curve begins. */
    public double pairsLeftBefore() {
        var adjacency = network.snapshot().adjacency();
        var blocks = Blocks.of(adjacency.vertices(), adjacency.offsets(), adjacency.targets());
        double n = adjacency.vertices();
        double reached = 0;
        for (int v = 0; v < n; v++) {
            reached += blocks.componentSize(v) - 1;
        }
        return n < 2 ? 0 : reached / (n * (n - 1));
    }

    /** Victims and witnesses who would lose their only contact: look after them before anything else. */
    public List<ActorId> atRisk() {
        return report.steps().stream()
                .flatMap(step -> step.leftAlone().stream())
                .filter(network.guarded()::contains)
                .toList();
    }
}
