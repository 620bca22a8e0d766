package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.RandomDeliveries;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Handling;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asked as known at the end of each load, the store answers what it answered then, whatever came since. */
class AsKnownIT {

    private static final Viewer READER =
            new Viewer("ana", EnumSet.allOf(Role.class), Set.of("CASE-0", "CASE-1"), Handling.RED);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23, 24})
    void everyEarlierStateIsReproducedByDigest(int seed) throws Exception {
        var loads = TestLoads.onEmptyStore();
        var door = TestDoors.on(loads, folder).door();
        var then = new ArrayList<String>();
        var persons = new ArrayList<String>();
        var instants = new ArrayList<Instant>();
        var random = new Random(seed);
        List<Bundles> deliveries = new ArrayList<>(RandomDeliveries.five(random));
        deliveries.addAll(RandomDeliveries.five(random));
        for (Bundles delivery : deliveries) {
            loads.load(delivery);
            var all = loads.loads().all(TestLoads.OPERATOR);
            instants.add(all.getLast().recorded());
            then.add(rows(door, Optional.empty()));
            persons.add(persons(door, Optional.empty()));
        }
        assertThat(new TreeSet<>(then)).as("states that differ").hasSizeGreaterThan(3);
        for (int i = 0; i < deliveries.size(); i++) {
            Optional<Instant> known = Optional.of(instants.get(i));
            assertThat(rows(door, known)).as("rows after load " + (i + 1)).isEqualTo(then.get(i));
            assertThat(digest(rows(door, known))).isEqualTo(digest(then.get(i)));
            assertThat(persons(door, known)).as("persons after load " + (i + 1)).isEqualTo(persons.get(i));
        }
    }

    private static String rows(ReadingDoor door, Optional<Instant> known) {
        var rows = new TreeSet<String>();
        door.stream(
                READER,
                Reading.everything().unseal().knownBy(known),
                r -> rows.add(r.key() + " " + new TreeMap<>(r.cells()) + " " + r.statements() + " "
                        + new TreeSet<>(r.cases()) + " " + r.zone() + " " + r.delivered() + " " + r.recorded()));
        return String.join("\n", rows);
    }

    private static String persons(ReadingDoor door, Optional<Instant> known) {
        return new TreeSet<>(door.persons(
                        READER, Set.of("CASE-1"), Reading.everything().knownBy(known)))
                .toString();
    }

    private static String digest(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
