package org.jejak.investigation;

import java.util.List;
import java.util.Map;
import org.jejak.analysis.brokerage.BrokerReport;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.projection.ActorNetwork;
import org.jejak.safeguard.Names;

/**
 * Who holds a network together, and what that was computed on.
 *
 * @param names how each listed actor is shown to the viewer who asked
 * @param coercedRole ids of protected persons who have another role as well; they are in no list and no ranking
 */
public record BrokersAnswer(
        ActorNetwork network, BrokerReport report, Map<Key, Names.Shown> names, List<ActorId> coercedRole) {

    public BrokersAnswer {
        coercedRole = List.copyOf(coercedRole);
    }

    /** How an actor is shown; their key where nothing is known of them. */
    public String name(ActorId actor) {
        var shown = names.get(actor.key());
        return shown == null ? actor.key().value() : shown.name();
    }
}
