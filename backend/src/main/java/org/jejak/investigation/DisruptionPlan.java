package org.jejak.investigation;

import java.util.List;
import org.jejak.network.Key;

/** Whom a what-if takes out of a network. */
public sealed interface DisruptionPlan {

    /** These, in this order. */
    record Removing(List<Key> persons) implements DisruptionPlan {
        public Removing {
            persons = List.copyOf(persons);
        }
    }

    /** Those {@code count} without whom least holds together. */
    record Best(int count) implements DisruptionPlan {}
}
