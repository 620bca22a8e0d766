package org.jejak.investigation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.analysis.brokerage.Reasons;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;
import org.jejak.projection.ActorNetwork;
import org.jejak.safeguard.Names;

/**
 * Why somebody stands where they stand, down to who says so.
 *
 * @param statements of each record behind the actor's ties that the viewer may see: sources and grades
 * @param names how the actor and their contacts are shown; protected persons by pseudonym
 */
public record WhyAnswer(
        ActorNetwork network,
        Reasons reasons,
        SortedMap<Key, List<VisibleRecord.Statement>> statements,
        Map<Key, Names.Shown> names) {

    public WhyAnswer {
        statements = Collections.unmodifiableSortedMap(new TreeMap<>(statements));
    }

    /** How an actor is shown; their key where nothing is known of them. */
    public String name(ActorId actor) {
        var shown = names.get(actor.key());
        return shown == null ? actor.key().value() : shown.name();
    }
}
