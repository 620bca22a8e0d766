package org.jejak.ui.analysis;

import java.util.HashMap;
import java.util.Map;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.investigation.BrokersAnswer;

/** A community by its number and whoever of it ranks highest: a number alone says nothing to a reader. */
final class CommunityNames {

    private final BrokersAnswer answer;
    private final Map<Integer, Broker> highest = new HashMap<>();

    CommunityNames(BrokersAnswer answer) {
        this.answer = answer;
        answer.report().brokers().forEach(broker -> highest.putIfAbsent(broker.community(), broker));
    }

    /** The number alone where nobody of it is listed. A name is read, and logged, only of a community that is spoken of. */
    String of(int community) {
        Broker first = highest.get(community);
        return first == null ? "" + community : community + " (" + answer.name(first.id()) + ")";
    }
}
