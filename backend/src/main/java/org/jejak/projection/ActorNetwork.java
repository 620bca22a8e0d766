package org.jejak.projection;

import java.util.Set;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.network.ActorId;

/**
 * A network, the question it answers, and what stood aside.
 *
 * @param eyes for whom
 * @param guarded victims, survivors, witnesses and the dead: in the graph, never in a list
 * @param coerced those of them who have another role as well
 * @param undated rows that count although nothing says when, where a date was asked
 * @param explained contact rows left out because a duty explains them
 */
public record ActorNetwork(
        NetworkQuestion question,
        Eyes eyes,
        NetworkSnapshot snapshot,
        Set<ActorId> guarded,
        Set<ActorId> coerced,
        int undated,
        int explained) {

    public ActorNetwork {
        guarded = Set.copyOf(guarded);
        coerced = Set.copyOf(coerced);
    }
}
