package org.jejak.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jejak.network.EntityKind;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.safeguard.Standing;
import org.neo4j.driver.Record;

/**
 * What the store knows of something that rows refer to.
 *
 * @param slot where its key lies in the vault
 * @param withdrawn whether its own row is withdrawn
 * @param doors who may see it
 * @param loads which loads delivered it
 * @param handling of a source: how it is handled, where it says so
 * @param grade of a source: its own, {@code F6} where it has none
 */
record Thing(
        EntityKind kind,
        long slot,
        boolean withdrawn,
        Set<String> doors,
        Set<String> loads,
        Optional<Handling> handling,
        String grade) {

    Standing.Source asSource() {
        return new Standing.Source(withdrawn, handling, grade);
    }

    static Thing of(Record found) {
        List<String> labels = found.get("labels").asList(v -> v.asString());
        EntityKind kind = Arrays.stream(EntityKind.values())
                .filter(k -> labels.contains(k.label()))
                .findFirst()
                .orElseThrow();
        var sources = found.get("sources");
        String handling =
                sources.isEmpty() ? "" : sources.get(0).get("handling").asString("");
        String reliability =
                sources.isEmpty() ? "" : sources.get(0).get("reliability").asString("");
        String credibility =
                sources.isEmpty() ? "" : sources.get(0).get("credibility").asString("");
        return new Thing(
                kind,
                found.get("slot").asLong(),
                found.get("withdrawn").asBoolean(),
                Set.copyOf(found.get("doors").asList(v -> v.asString())),
                Set.copyOf(found.get("loads").asList(v -> v.asString())),
                Handling.parse(handling),
                Grade.ofSource(reliability, credibility));
    }
}
