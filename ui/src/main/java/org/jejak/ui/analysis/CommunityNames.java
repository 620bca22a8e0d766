package org.jejak.ui.analysis;

import java.util.HashMap;
import java.util.Map;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.investigation.BrokersAnswer;

/** A community by its number and whoever of it ranks highest: a number alone says nothing to a reader. */
final class CommunityNames {

    private final Map<Integer, String> highest = new HashMap<>();

    CommunityNames(BrokersAnswer answer) {
        // only the first of each community is asked for: a name that is read is a name that is logged
        for (Broker broker : answer.report().brokers()) {
            highest.computeIfAbsent(broker.community(), first -> answer.name(broker.id()));
        }
    }

    /** The number alone where nobody of it is listed. */
    String of(int community) {
        String name = highest.get(community);
        return name == null ? "" + community : community + " (" + name + ")";
    }
}
