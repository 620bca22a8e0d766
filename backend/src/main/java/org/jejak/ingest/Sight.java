package org.jejak.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jejak.network.Handling;
import org.jejak.network.Viewer;
import org.neo4j.driver.Value;

/**
 * What a loader could see when they loaded. A reference to what they could not see is one to what is not there: their
 * row is held, and the loader learns nothing from it.
 */
record Sight(String load, Set<String> cases, Handling clearance, boolean everything, Set<String> keys) {

    static Sight of(String load, Viewer viewer, String caseRef) {
        var cases = new HashSet<>(viewer.cases());
        cases.add(caseRef);
        return of(load, cases, viewer.clearance(), viewer.isOperator());
    }

    /** What the loader of a load that is in the store could see. */
    static Sight of(Value load) {
        return of(
                load.get("id").asString(),
                load.get("sees").asList(v -> v.asString()),
                Handling.ofLevel(load.get("level").asInt()),
                load.get("everything").asBoolean());
    }

    private static Sight of(String load, Collection<String> cases, Handling clearance, boolean everything) {
        var viewer = new Viewer("loader", Set.of(), Set.copyOf(cases), clearance);
        return new Sight(load, viewer.cases(), clearance, everything, Set.copyOf(viewer.keys()));
    }

    /**
     * Whether the loader knows of something: they may see it, or brought it themselves.
     *
     * @param doors who may see it
     * @param loads which loads delivered it
     */
    boolean sees(Collection<String> doors, Collection<String> loads) {
        return everything || loads.contains(load) || doors.stream().anyMatch(keys::contains);
    }

    List<String> caseList() {
        return cases.stream().sorted().toList();
    }
}
