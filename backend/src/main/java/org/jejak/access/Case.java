package org.jejak.access;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A compartment: who is not assigned to it learns nothing of what was delivered under it.
 *
 * @param ref as in {@code bundle.json}: {@code WK-2015}
 * @param shared whether everybody who reads cases may read it
 * @param assigned names of the users, sorted
 */
public record Case(String ref, Optional<String> title, boolean shared, Set<String> assigned, Instant created) {

    public Case {
        assigned = Collections.unmodifiableSet(new TreeSet<>(assigned));
    }
}
