package org.jejak.investigation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.flow.Cut;
import org.jejak.analysis.flow.FlowTie;
import org.jejak.analysis.flow.Interdiction;
import org.jejak.analysis.flow.Taking;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.projection.Flows;
import org.jspecify.annotations.Nullable;

/**
 * How many ways that share no tie lead from where recruitment began to where exploitation ended ({@link Interdiction} over
 * ties), while people are taken out one after the other and nobody takes over.
 */
final class WaysLeft {

    private WaysLeft() {}

    /**
     * Before anybody goes, and after each; null where no such places are recorded, or one is both.
     *
     * @param removed in this order
     */
    static @Nullable List<Long> of(Flows.Ways ways, List<ActorId> removed, RunControl control) {
        if (ways.recruiting().isEmpty() || ways.exploiting().isEmpty()) {
            return null;
        }
        var asked = new Interdiction(ways.recruiting(), ways.exploiting(), ways.guarded(), Taking.TIES);
        var left = new ArrayList<Long>();
        Set<Key> gone = new HashSet<>();
        for (int k = 0; k <= removed.size(); k++) {
            control.stop().check();
            if (k > 0) {
                gone.add(removed.get(k - 1).key());
            }
            Cut cut = asked.on(
                    ways.ties().stream().filter(tie -> stands(tie, gone)).toList(), control);
            if (!cut.admissible()) {
                return null;
            }
            left.add(cut.flow());
        }
        return List.copyOf(left);
    }

    private static boolean stands(FlowTie tie, Set<Key> gone) {
        return !gone.contains(tie.from()) && !gone.contains(tie.to());
    }
}
