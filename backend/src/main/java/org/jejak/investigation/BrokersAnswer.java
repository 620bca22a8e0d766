package org.jejak.investigation;

import java.util.List;
import java.util.Map;
import org.jejak.analysis.brokerage.BrokerReport;
import org.jejak.analysis.brokerage.OriginJackknife;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.network.ActorId;
import org.jejak.projection.ActorNetwork;
import org.jejak.safeguard.NameBook;

/**
 * Who holds a network together, and what that was computed on.
 *
 * @param names how each listed actor is shown to the viewer who asked
 * @param falls whom the loss of one origin moves down, and how far; empty where that was not asked
 * @param sureness what was asked beyond the measures
 * @param further what was asked beyond that
 * @param coercedRole ids of protected persons who have another role as well; they are in no list and no ranking
 */
public record BrokersAnswer(
        ActorNetwork network,
        BrokerReport report,
        Map<ActorId, OriginJackknife.Fall> falls,
        Sureness sureness,
        NameBook names,
        FurtherAnswer further,
        List<ActorId> coercedRole) {

    public BrokersAnswer {
        coercedRole = List.copyOf(coercedRole);
    }

    /** How an actor is shown; their key where nothing is known of them. */
    public String name(ActorId actor) {
        return names.name(actor.key());
    }
}
