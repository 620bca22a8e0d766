package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.analysis.brokerage.BrokerRanking;
import org.jejak.ingest.TestLoads;
import org.jejak.network.ActorId;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.projection.ActorNetworks;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.TestDoors;
import org.jejak.world.SampleCase;
import org.jejak.world.Truth;
import org.jejak.world.World;
import org.jejak.world.WorldParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The case in seed-data, loaded: whom its rows protect, and that those planted to be found are found all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleCaseProtectionIT {

    private static final Viewer READER =
            new Viewer("ana", Set.of(Role.INVESTIGATOR), Set.of("LEMBAH-KABUS"), Handling.AMBER);

    @TempDir
    static Path folder;

    private final Written written = new Written(World.NAMESPACE, ZoneId.of("Asia/Kuala_Lumpur"));
    private final Map<String, Set<String>> roles = new HashMap<>();
    private final Map<String, String> births = new HashMap<>();
    private final Set<String> officials = new HashSet<>();
    private final Truth truth =
            World.of(WorldParameters.sample(SampleCase.SEED)).describe(this::row);
    private final TestLoads loads = TestLoads.onEmptyStore();
    private TestDoors doors;
    private Set<Key> guarded = Set.of();

    private void row(RecordFile file, Map<String, String> cells) {
        written.row(file, cells);
        switch (file) {
            case ROLES ->
                roles.computeIfAbsent(World.NAMESPACE + ":" + cells.get("person"), p -> new HashSet<>())
                        .add(cells.get("role"));
            case PERSONS -> births.put(World.NAMESPACE + ":" + cells.get("id"), cells.getOrDefault("birth_date", ""));
            case OFFICIALS -> officials.add(World.NAMESPACE + ":" + cells.get("person"));
            default -> {}
        }
    }

    @BeforeAll
    void load() {
        loads.load(SampleCase.folder());
        doors = TestDoors.on(loads, folder);
        guarded = doors.protection().guarded(READER).persons();
    }

    private static List<Key> keys(List<String> texts) {
        return texts.stream().map(Key::new).toList();
    }

    @Test
    void whoeverIsGuardedWasPlantedSo() {
        var people = truth.people();
        for (var planted : List.of(
                people.children(),
                people.missing(),
                people.remains(),
                people.indebted(),
                people.passengers(),
                people.toBeRemoved(),
                people.recordedTwice().stream().map(Truth.Twice::again).toList())) {
            assertThat(guarded).containsAll(keys(planted));
        }
        assertThat(guarded).doesNotContainAnyElementsOf(keys(truth.brokers()));
        assertThat(guarded).doesNotContainAnyElementsOf(keys(truth.hubs()));
        assertThat(guarded).doesNotContainAnyElementsOf(keys(people.crew()));
        assertThat(guarded).doesNotContainAnyElementsOf(keys(List.copyOf(officials)));
        assertThat(guarded).contains(new Key(truth.coercedGuard()));
    }

    /** Some whom the network employs were not eighteen when anybody last heard of them: children, whatever they did. */
    @Test
    void ofTheNetworkOnlyThoseAreGuardedWhoWereChildren() {
        var network = truth.circles().values().stream()
                .flatMap(List::stream)
                .map(Key::new)
                .filter(guarded::contains)
                .toList();
        assertThat(network)
                .isNotEmpty()
                .hasSizeLessThan(20)
                .allSatisfy(child ->
                        assertThat(births.getOrDefault(child.value(), "")).isGreaterThanOrEqualTo("1995"));
    }

    @Test
    void aVillagerWhoIsMerelyEmployedIsNotGuarded() {
        var unguarded = roles.entrySet().stream()
                .filter(e -> e.getValue().equals(Set.of("other")))
                .map(e -> new Key(e.getKey()))
                .filter(k -> !guarded.contains(k))
                .count();
        assertThat(unguarded).isGreaterThan(2);
    }

    @Test
    void thePlantedBrokersAreTheFirstFiveOfAllWhoMayBeListed() {
        var network =
                new ActorNetworks(doors.door(), doors.protection()).of(READER, NetworkQuestion.of(READER.cases()));
        var unlisted = guarded.stream().map(ActorId::new).collect(Collectors.toSet());
        var brokers = new BrokerRanking(unlisted, 1).on(network.snapshot()).brokers();
        assertThat(brokers.subList(0, 5))
                .extracting(broker -> broker.id().toString())
                .containsExactlyInAnyOrderElementsOf(truth.brokers());
        assertThat(brokers).extracting(broker -> broker.id().key()).doesNotContainAnyElementsOf(guarded);
    }

    @Test
    void thePlantedColludersLeadAmongOfficialsWithEverybodyProtectedLeftOut() {
        var report = IntegrityRun.usual().on(written.asCase(guarded));
        var planted = truth.colluders().stream().map(Truth.Colluder::official).collect(Collectors.toSet());
        assertThat(report.officials().subList(0, planted.size()))
                .allSatisfy(o -> assertThat(o.group()).anyMatch(planted::contains));
        var flagged = new HashSet<String>();
        report.officials().stream().filter(OfficialResult::isFlagged).forEach(o -> flagged.addAll(o.group()));
        assertThat(flagged).containsAll(planted);
        var partners = truth.colluders().stream().map(Truth.Colluder::partner).collect(Collectors.toSet());
        partners.addAll(planted);
        assertThat(partners).containsAll(flagged);
    }
}
