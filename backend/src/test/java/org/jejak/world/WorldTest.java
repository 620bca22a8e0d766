package org.jejak.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.network.ColumnType;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.RecordFile;
import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {

    private static final long SEED = SampleCase.SEED;

    @TempDir
    Path folder;

    record Row(RecordFile file, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static List<Row> rowsOf(WorldParameters parameters) {
        var rows = new ArrayList<Row>();
        World.of(parameters).describe((file, cells) -> rows.add(new Row(file, cells)));
        return rows;
    }

    @Test
    void sameParametersGiveTheSameBytes() throws IOException {
        var parameters = WorldParameters.sample(7);
        WorldBundle.write(World.of(parameters), folder.resolve("one"));
        WorldBundle.write(World.of(parameters), folder.resolve("two"));
        try (var files = Files.list(folder.resolve("one"))) {
            for (Path file : files.toList()) {
                assertThat(folder.resolve("two").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
        assertThat(folder.resolve("two.truth.json")).hasSameBinaryContentAs(folder.resolve("one.truth.json"));
    }

    @Test
    void theSampleInTheRepositoryIsWhatItsCommandWrites() throws IOException {
        WorldBundle.write(World.of(WorldParameters.sample(SEED)), folder.resolve("again"));
        Path kept = SampleCase.folder();
        long total = 0;
        try (var files = Files.list(kept)) {
            for (Path file : files.toList()) {
                assertThat(folder.resolve("again").resolve(file.getFileName())).hasSameBinaryContentAs(file);
                assertThat(Files.size(file)).isLessThan(1 << 20);
                total += Files.size(file);
            }
        }
        assertThat(kept.resolveSibling(kept.getFileName() + ".truth.json"))
                .hasSameBinaryContentAs(folder.resolve("again.truth.json"));
        try (var again = Files.list(folder.resolve("again"));
                var before = Files.list(kept)) {
            assertThat(again.count()).isEqualTo(before.count());
        }
        assertThat(total).isLessThan(6 << 20);
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        assertThat(rowsOf(WorldParameters.sample(1))).isNotEqualTo(rowsOf(WorldParameters.sample(2)));
    }

    /** Every rule of the contract that can be read off a row, on every row. */
    @Test
    void everyRowKeepsTheContract() {
        for (var parameters : List.of(
                WorldParameters.sample(SEED),
                WorldParameters.sample(3).sized(700, 100, 84).with(Set.of(Stress.values())))) {
            var rows = rowsOf(parameters);
            var entities = new HashMap<String, RecordFile>();
            var described = new HashMap<RecordFile, Set<String>>();
            for (Row row : rows) {
                if (row.file() != RecordFile.OFFICIALS) {
                    assertThat(Key.isId(row.cell("id"))).isTrue();
                    assertThat(described
                                    .computeIfAbsent(row.file(), f -> new HashSet<>())
                                    .add(row.cell("id")))
                            .as("%s %s", row.file(), row.cell("id"))
                            .isTrue();
                    if (row.file().describes().filter(k -> k.isEntity()).isPresent()) {
                        assertThat(entities.put(row.cell("id"), row.file())).isNull();
                    }
                }
            }
            for (Row row : rows) {
                for (var column : row.file().columns()) {
                    if (column.required()) {
                        assertThat(row.cells()).containsKey(column.name());
                    }
                }
                row.cells().forEach((name, cell) -> check(row, name, cell, entities, described));
            }
        }
    }

    private static void check(
            Row row,
            String name,
            String cell,
            Map<String, RecordFile> entities,
            Map<RecordFile, Set<String>> described) {
        var type = row.file().column(name).orElseThrow().type();
        var zone = ZoneId.of(Calendar.ZONE);
        if (type instanceof ColumnType.Closed closed) {
            assertThat(closed.values()).containsAll(List.of(cell.split("\\|")));
        } else if (type instanceof ColumnType.Reference reference) {
            for (String id : cell.split("\\|")) {
                assertThat(reference.kinds())
                        .as("%s.%s refers to %s", row.file(), name, id)
                        .anyMatch(kind -> kind.isEntity()
                                ? entities.get(id) == RecordFile.describing(kind)
                                : described
                                        .getOrDefault(RecordFile.describing(kind), Set.of())
                                        .contains(id));
            }
        } else if (type instanceof ColumnType.Time
                || type instanceof ColumnType.PersonalDate
                || type instanceof ColumnType.From
                || (type instanceof ColumnType.To && !cell.equals("open"))) {
            assertThat(PartialTime.parse(cell, zone).text()).isEqualTo(cell);
        } else if (type instanceof ColumnType.Code) {
            assertThat(type.isOpen(cell) || name.equals("property") || name.equals("instrument"))
                    .as("%s %s", name, cell)
                    .isTrue();
        } else if (type instanceof ColumnType.Decimal) {
            assertThat(cell).matches("\\d+(\\.\\d+)?");
        }
        if (row.cells().containsKey("from")
                && row.cells().containsKey("to")
                && !row.cell("to").equals("open")
                && !(row.file() == RecordFile.REFERRALS)) {
            assertThat(PartialTime.parse(row.cell("from"), zone).from())
                    .isBefore(PartialTime.parse(row.cell("to"), zone).until());
        }
    }

    @Test
    void everyTelephoneNumberIsOneThatReadersAccept() {
        var util = PhoneNumberUtil.getInstance();
        assertThat(rowsOf(WorldParameters.sample(SEED)))
                .filteredOn(row -> row.file() == RecordFile.PHONES)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(util.isValidNumber(util.parse(row.cell("number"), "ZZ")))
                        .as(row.cell("number"))
                        .isTrue());
    }

    @Test
    void theSampleHasWhatTheTestsOfOfficialsNeed() {
        var rows = new ArrayList<Row>();
        var truth = World.of(WorldParameters.sample(SEED)).describe((f, cells) -> rows.add(new Row(f, cells)));
        var units = rows.stream()
                .filter(r -> r.file() == RecordFile.POSTINGS)
                .collect(Collectors.groupingBy(r -> r.cell("unit"), Collectors.counting()));
        assertThat(units.values()).hasSizeGreaterThanOrEqualTo(20).allMatch(n -> n >= 3);
        assertThat(truth.colluders()).hasSize(3).allSatisfy(c -> {
            assertThat(c.activeShifts()).hasSizeGreaterThanOrEqualTo(48);
            assertThat(c.steeredShifts()).hasSizeGreaterThan(24);
        });
        int late = truth.people().recordedTwice().size()
                + truth.people().missing().size()
                + truth.people().remains().size();
        assertThat(rows.stream().filter(r -> r.file() == RecordFile.PERSONS)).hasSize(400 + late);
    }

    @Test
    void theQuietWorldIsTheSameWorldWithoutColluders() {
        var loud = World.of(WorldParameters.sample(5));
        var quiet = World.of(WorldParameters.sample(5).with(Collusion.NONE, 1));
        assertThat(quiet.describe((f, c) -> {}).colluders()).isEmpty();
        var posted = new ArrayList<List<Row>>();
        for (var world : List.of(loud, quiet)) {
            var rows = new ArrayList<Row>();
            world.describe((f, cells) -> rows.add(new Row(f, cells)));
            posted.add(rows.stream().filter(r -> r.file() == RecordFile.PHONES).toList());
        }
        assertThat(posted.get(0)).isEqualTo(posted.get(1));
    }

    /** The planted brokers lie between more pairs than anybody else who may be listed; JGraphT's values are the oracle. */
    @Test
    void thePlantedBrokersLieBetweenTheMostPairs() {
        var rows = new ArrayList<Row>();
        var truth = World.of(WorldParameters.sample(SEED)).describe((f, cells) -> rows.add(new Row(f, cells)));
        var ranked = ranked(rows);
        assertThat(ranked.subList(0, truth.brokers().size())).containsExactlyInAnyOrderElementsOf(truth.brokers());
    }

    static List<String> ranked(List<Row> rows) {
        Graph<String, DefaultEdge> network = new SimpleGraph<>(DefaultEdge.class);
        var holders = new HashMap<String, String>();
        var hidden = new TreeSet<String>();
        var duties = new ArrayList<Row>();
        for (Row row : rows) {
            switch (row.file()) {
                case PERSONS -> network.addVertex(row.cell("id"));
                case LINKS -> {
                    if (Set.of("uses", "holds", "owns").contains(row.cell("relation"))) {
                        holders.put(row.cell("object"), row.cell("subject"));
                    }
                }
                case ROLES -> {
                    if (Set.of("victim", "survivor", "witness").contains(row.cell("role"))) {
                        hidden.add(row.cell("person"));
                    }
                }
                case DUTIES -> duties.add(row);
                default -> {}
            }
        }
        for (Row row : rows) {
            switch (row.file()) {
                case LINKS -> tie(network, row.cell("subject"), row.cell("object"));
                case CONTACTS -> {
                    String a = holders.getOrDefault(row.cell("a"), "");
                    String b = holders.getOrDefault(row.cell("b"), "");
                    if (duties.stream().noneMatch(d -> explains(d, a, b, row.cell("time"), holders))) {
                        tie(network, a, b);
                    }
                }
                case PAYMENTS ->
                    tie(
                            network,
                            holders.getOrDefault(row.cell("payer"), ""),
                            holders.getOrDefault(row.cell("payee"), ""));
                case MOVEMENTS -> {
                    String[] persons = row.cell("persons").split("\\|");
                    if (persons.length == 2) {
                        tie(network, persons[0], persons[1]);
                    }
                }
                default -> {}
            }
        }
        var scores = new BetweennessCentrality<>(network).getScores();
        return scores.entrySet().stream()
                .filter(e -> !hidden.contains(e.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .map(e -> World.NAMESPACE + ":" + e.getKey())
                .toList();
    }

    private static void tie(Graph<String, DefaultEdge> network, String a, String b) {
        if (network.containsVertex(a) && network.containsVertex(b) && !a.equals(b)) {
            network.addEdge(a, b);
        }
    }

    private static boolean explains(Row duty, String a, String b, String time, Map<String, String> holders) {
        String official = duty.cell("official");
        String subject = holders.getOrDefault(duty.cell("subjects"), duty.cell("subjects"));
        if (!(a.equals(official) && b.equals(subject) || b.equals(official) && a.equals(subject))) {
            return false;
        }
        var zone = ZoneId.of(Calendar.ZONE);
        var when = PartialTime.parse(time, zone).from();
        var from = PartialTime.parse(duty.cell("time"), zone);
        if (duty.cell("until").isEmpty()) {
            return from.from()
                    .atZone(zone)
                    .toLocalDate()
                    .equals(when.atZone(zone).toLocalDate());
        }
        return !when.isBefore(from.from())
                && when.isBefore(PartialTime.parse(duty.cell("until"), zone).until());
    }

    @Test
    void refusesParametersThatCannotBe() {
        assertThatThrownBy(() -> WorldParameters.sample(1).sized(90, 78, 343)).hasMessageContaining("persons");
        assertThatThrownBy(() -> WorldParameters.sample(1).withPosts(40, 9, 1, 10))
                .hasMessageContaining("officials");
        assertThatThrownBy(() -> WorldParameters.sample(1).with(Collusion.WEAK, -1))
                .hasMessageContaining("strength");
    }

    @Test
    void doesNotWriteIntoAFolderThatHoldsSomething() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> WorldBundle.write(World.of(WorldParameters.sample(1)), folder))
                .isInstanceOf(IOException.class);
    }
}
