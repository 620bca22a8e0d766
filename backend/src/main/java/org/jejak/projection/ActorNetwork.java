package org.jejak.projection;

import java.util.Set;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.network.ActorId;

/**
 * A network, the question it answers, and what stood aside.
 *
 * @param eyes for whom
 * @param guarded protected persons: in the graph, never in a list
 * @param coerced those of them who have an offender role that the viewer may see
 * @param roleless those of them whom a role, stated with its source, would make somebody to be ranked
 * @param undated rows that count although nothing says when, where a date was asked
 * @param explained contact rows left out because a duty explains them
 */
public record ActorNetwork(
        NetworkQuestion question,
        Eyes eyes,
        NetworkSnapshot snapshot,
        Set<ActorId> guarded,
        Set<ActorId> coerced,
        Set<ActorId> roleless,
        int undated,
        int explained) {

    public ActorNetwork {
        guarded = Set.copyOf(guarded);
        coerced = Set.copyOf(coerced);
        roleless = Set.copyOf(roleless);
    }
}
