package org.jejak.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jejak.network.Handling;
import org.jejak.network.Viewer;

/**
 * What a loader could see when they loaded. A reference to what they could not see is one to what is not there: their
 * row is held, and the loader learns nothing from it.
 */
record Sight(Set<String> cases, Handling clearance, boolean everything, Set<String> keys) {

    static Sight of(Viewer viewer, String caseRef) {
        var cases = new HashSet<>(viewer.cases());
        cases.add(caseRef);
        return of(cases, viewer.clearance(), viewer.isOperator());
    }

    static Sight of(Collection<String> cases, Handling clearance, boolean everything) {
        var viewer = new Viewer("loader", Set.of(), Set.copyOf(cases), clearance);
        return new Sight(viewer.cases(), clearance, everything, Set.copyOf(viewer.keys()));
    }

    boolean sees(Collection<String> doors) {
        return everything || doors.stream().anyMatch(keys::contains);
    }

    List<String> caseList() {
        return cases.stream().sorted().toList();
    }
}
