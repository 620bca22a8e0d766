package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.network.CellDigest;
import org.jejak.network.Handling;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is current is decided twice: when something is loaded or taken back, row by row, and when somebody asks what was
 * known earlier, all rows at once. Both must say what the contract says of the deliveries that are there, whatever the
 * order in which they came.
 */
class CurrentVersionIT {

    private static final Viewer READER = new Viewer("ana", EnumSet.allOf(Role.class), Set.of("CASE-1"), Handling.RED);

    @TempDir
    Path folder;

    /** A delivery as its rows, by file and id. */
    private record Written(String delivered, int sequence, Map<String, Map<String, String>> rows) {

        Bundles bundle() {
            var bundle = Bundles.bundle().delivered(delivered).with("sequence", Integer.toString(sequence));
            var byFile = new LinkedHashMap<String, List<Map<String, String>>>();
            rows.forEach((name, cells) -> byFile.computeIfAbsent(
                            name.substring(0, name.indexOf('/')), f -> new ArrayList<>())
                    .add(cells));
            byFile.forEach((file, all) -> {
                var columns = new TreeSet<String>();
                all.forEach(cells -> columns.addAll(cells.keySet()));
                var lines = new ArrayList<String>();
                lines.add(String.join(",", columns));
                all.forEach(cells -> lines.add(String.join(
                        ",",
                        columns.stream().map(c -> cells.getOrDefault(c, "")).toList())));
                bundle.file(file, lines.toArray(String[]::new));
            });
            return bundle;
        }
    }

    private static Map<String, String> cells(String... pairs) {
        var cells = new TreeMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                cells.put(pairs[i], pairs[i + 1]);
            }
        }
        return cells;
    }

    /** Rows that only name what the first delivery brings, which is never taken back: nothing ever waits. */
    private static Written random(Random random, boolean first) {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        for (int i = 0; i < 3; i++) {
            if (first || random.nextInt(3) == 0) {
                rows.put(
                        "sources/s" + i,
                        cells(
                                "id",
                                "s" + i,
                                "kind",
                                "tip",
                                "reliability",
                                List.of("", "B", "D").get(random.nextInt(3)),
                                "credibility",
                                List.of("", "2").get(random.nextInt(2))));
            }
        }
        for (int i = 0; i < 3; i++) {
            if (first || random.nextInt(3) == 0) {
                rows.put(
                        "persons/p" + i,
                        cells("id", "p" + i, "name", "N" + random.nextInt(2), "source", sources(random), "grade", ""));
            }
        }
        for (int i = 0; i < 3; i++) {
            if (first || random.nextBoolean()) {
                String sources = sources(random);
                String grade = random.nextInt(3) > 0 ? "" : sources.contains("|") ? "A1|C3" : "B4";
                rows.put(
                        "links/l" + i,
                        cells(
                                "id",
                                "l" + i,
                                "subject",
                                "p" + random.nextInt(3),
                                "relation",
                                "associate",
                                "object",
                                "p" + random.nextInt(3),
                                "source",
                                sources,
                                "grade",
                                grade));
            }
        }
        for (int i = 0; i < 3; i++) {
            if (first || random.nextInt(3) == 0) {
                String file = List.of("links", "persons", "sources", "sources", "withdrawals")
                        .get(random.nextInt(5));
                String row = file.equals("persons") ? "p" + random.nextInt(3) : file.charAt(0) + "" + random.nextInt(3);
                rows.put("withdrawals/w" + i, cells("id", "w" + i, "file", file, "row", row, "reason", "error"));
            }
        }
        return new Written(
                first ? "2020-01-01T00:00:00Z" : "2020-01-0" + (1 + random.nextInt(3)) + "T00:00:00Z",
                random.nextInt(2),
                rows);
    }

    private static String sources(Random random) {
        int one = random.nextInt(3);
        return random.nextBoolean() ? "s" + one : "s" + one + "|s" + (one + 1) % 3;
    }

    // By the contract alone, from the deliveries as they were written.

    private record Version(Map<String, String> cells, Written by) {}

    private static Map<String, Version> currentOf(List<Written> deliveries) {
        var current = new TreeMap<String, Version>();
        for (Written delivery : deliveries) {
            delivery.rows.forEach((name, written) -> {
                var version = new Version(stored(name, written), delivery);
                current.merge(name, version, (a, b) -> {
                    int later = a.by.delivered.compareTo(b.by.delivered);
                    later = later != 0 ? later : Integer.compare(a.by.sequence, b.by.sequence);
                    later = later != 0 ? later : Arrays.compareUnsigned(digest(name, a), digest(name, b));
                    return later >= 0 ? a : b;
                });
            });
        }
        return current;
    }

    private static byte[] digest(String name, Version version) {
        return CellDigest.of(name.substring(0, name.indexOf('/')), new TreeMap<>(version.cells));
    }

    private static Map<String, String> stored(String name, Map<String, String> written) {
        var full = new TreeMap<>(written);
        full.computeIfPresent("subject", (c, id) -> "TEST:" + id);
        full.computeIfPresent("object", (c, id) -> "TEST:" + id);
        full.computeIfPresent("row", (c, id) -> key(written.get("file") + "/" + id));
        full.computeIfPresent(
                "source",
                (c, ids) -> String.join(
                        "|",
                        Arrays.stream(ids.split("\\|"))
                                .map(id -> "TEST:sources/" + id)
                                .toList()));
        return full;
    }

    private static String key(String name) {
        return "TEST:" + (name.startsWith("persons/") ? name.substring("persons/".length()) : name);
    }

    private static boolean isWithdrawn(String name, Map<String, Version> current) {
        var row = current.get(name);
        for (var other : current.entrySet()) {
            if (!other.getKey().startsWith("withdrawals/")) {
                continue;
            }
            var w = other.getValue();
            if (!key(name).equals(w.cells.get("row"))) {
                continue;
            }
            int since = w.by.delivered.compareTo(row.by.delivered);
            since = since != 0 ? since : w.by.sequence - row.by.sequence;
            boolean atOnce = since == 0
                    && (!name.startsWith("withdrawals/") || other.getKey().compareTo(name) > 0);
            if ((since > 0 || atOnce) && !isWithdrawn(other.getKey(), current)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> byTheContract(List<Written> deliveries) {
        var current = currentOf(deliveries);
        var shown = new TreeSet<String>();
        current.forEach((name, version) -> {
            var cells = version.cells;
            boolean named = Arrays.asList("subject", "object").stream()
                    .map(cells::get)
                    .filter(k -> k != null)
                    .allMatch(k -> !isWithdrawn("persons/" + k.substring("TEST:".length()), current));
            var statements = new TreeMap<String, String>();
            if (cells.containsKey("source")) {
                var sources = cells.get("source").split("\\|");
                var grades = cells.getOrDefault("grade", "").split("\\|");
                for (int i = 0; i < sources.length; i++) {
                    String source = sources[i].substring("TEST:".length());
                    if (!isWithdrawn(source, current)) {
                        var says = current.get(source).cells;
                        String own = says.getOrDefault("reliability", "F") + says.getOrDefault("credibility", "6");
                        statements.put(
                                sources[i], grades[0].isEmpty() ? own : grades.length == 1 ? grades[0] : grades[i]);
                    }
                }
            }
            boolean rests = !cells.containsKey("source") || !statements.isEmpty();
            if (!isWithdrawn(name, current) && named && rests) {
                shown.add(line(name.substring(name.indexOf('/') + 1), cells, statements));
            }
        });
        return shown;
    }

    private static String line(String id, Map<String, String> cells, Map<String, String> statements) {
        var other = new HashMap<>(cells);
        other.keySet().removeAll(Set.of("source", "grade"));
        return id + " " + new TreeMap<>(other) + " " + statements;
    }

    private static Set<String> byTheDoor(ReadingDoor door, Optional<Instant> known) {
        var shown = new TreeSet<String>();
        door.stream(READER, Reading.everything().unseal().knownBy(known), row -> {
            var statements = new TreeMap<String, String>();
            row.statements()
                    .forEach(s -> statements.put(s.source().value(), s.grade().toString()));
            shown.add(line(row.cell("id"), row.cells(), statements));
        });
        return shown;
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 33, 34, 35})
    void loadedInAnyOrderAndTakenBackItIsWhatTheContractSays(int seed) {
        var random = new Random(seed);
        var loads = TestLoads.onEmptyStore();
        var door = TestDoors.on(loads, folder).door();
        var first = random(random, true);
        var later = new ArrayList<Written>();
        for (int i = 0; i < 7; i++) {
            later.add(random(random, false));
        }
        Collections.shuffle(later, random);
        var there = new ArrayList<Written>();
        var ids = new HashMap<Written, String>();
        var states = new LinkedHashMap<Instant, Set<String>>();
        there.add(first);
        loads.load(first.bundle());
        for (Written delivery : later) {
            ids.put(delivery, loads.load(delivery.bundle()).load());
            there.add(delivery);
            var expected = byTheContract(there);
            var now = loads.loads().all(TestLoads.OPERATOR).getLast().recorded();
            states.put(now, expected);
            assertThat(byTheDoor(door, Optional.empty())).as("now").isEqualTo(expected);
        }
        states.forEach((known, expected) -> assertThat(byTheDoor(door, Optional.of(known)))
                .as("as known at " + known)
                .isEqualTo(expected));
        var tomorrow = Optional.of(Instant.now().plus(Duration.ofDays(1)));
        for (Written gone : later.subList(0, 3)) {
            loads.loads().undo(TestLoads.OPERATOR, ids.get(gone));
            there.remove(gone);
            var expected = byTheContract(there);
            assertThat(byTheDoor(door, Optional.empty())).as("taken back").isEqualTo(expected);
            assertThat(byTheDoor(door, tomorrow)).as("as known, taken back").isEqualTo(expected);
        }
    }
}
