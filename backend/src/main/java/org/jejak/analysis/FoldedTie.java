package org.jejak.analysis;

import java.util.List;
import org.jejak.network.ActorId;
import org.jejak.network.Key;

/**
 * An edge of {@link NetworkSnapshot#graph()}: the ties behind one line of the drawing. All records of the pair where
 * ties are folded, exactly one where they run parallel.
 */
public record FoldedTie(ActorId a, ActorId b, List<Tie> ties) {

    public FoldedTie {
        ties = List.copyOf(ties);
        if (ties.isEmpty()) {
            throw new IllegalArgumentException("no tie without a record");
        }
    }

    /** By key. */
    public List<Key> records() {
        return ties.stream()
                .flatMap(tie -> tie.records().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Sum over the records. */
    public double strength() {
        return ties.stream().mapToDouble(Tie::strength).sum();
    }
}
