package org.jejak.ui.analysis;

import java.util.HashMap;
import java.util.Map;
import org.jejak.investigation.BrokersAnswer;

/** A community by its number and whoever of it ranks highest: a number alone says nothing to a reader. */
final class CommunityNames {

    private final Map<Integer, String> highest = new HashMap<>();

    CommunityNames(BrokersAnswer answer) {
        answer.report().brokers().forEach(broker -> highest.putIfAbsent(broker.community(), answer.name(broker.id())));
    }

    /** The number alone where nobody of it is listed. */
    String of(int community) {
        String name = highest.get(community);
        return name == null ? "" + community : community + " (" + name + ")";
    }
}
