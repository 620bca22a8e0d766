package org.jejak.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.analysis.brokerage.BrokerClass;
import org.jejak.analysis.brokerage.BrokerRanking;
import org.jejak.network.ActorId;
import org.jejak.network.ColumnType;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.VisibleRecord;
import org.jejak.world.SampleCase;
import org.jejak.world.Truth;
import org.jejak.world.World;
import org.jejak.world.WorldParameters;
import org.junit.jupiter.api.Test;

/** The world's truth file says who joins its circles, and who only has many ties. */
class PlantedBrokersTest {

    private final RowsByFile rows = new RowsByFile();
    private final Set<Key> persons = new HashSet<>();
    private final Set<ActorId> guarded = new HashSet<>();

    private void row(RecordFile file, Map<String, String> cells) {
        var full = new HashMap<>(cells);
        file.columns().stream()
                .filter(column -> column.type() instanceof ColumnType.Reference)
                .forEach(column -> full.computeIfPresent(
                        column.name(),
                        (name, ids) -> Arrays.stream(ids.split("\\|"))
                                .map(id -> Key.of(World.NAMESPACE, id).value())
                                .collect(Collectors.joining("|"))));
        if (file == RecordFile.PERSONS) {
            persons.add(Key.of(World.NAMESPACE, cells.get("id")));
        }
        if (file == RecordFile.ROLES && Set.of("victim", "survivor", "witness").contains(cells.get("role"))) {
            guarded.add(new ActorId(Key.of(World.NAMESPACE, cells.get("person"))));
        }
        if (cells.containsKey("id")) {
            rows.add(new VisibleRecord(
                    file.key(World.NAMESPACE, cells.get("id")),
                    file.fileName(),
                    full,
                    List.of(new VisibleRecord.Statement(
                            new Key("SYNTH:sources/s1"), new Grade('B', 2), Handling.GREEN)),
                    Set.of("C"),
                    ZoneId.of("Asia/Kuala_Lumpur"),
                    Instant.EPOCH,
                    Instant.EPOCH));
        }
    }

    @Test
    void whoJoinsTheCirclesLeadsTheRankingBeyondDegreeAndWhoHasManyTiesDoesNot() {
        Truth truth = World.of(WorldParameters.sample(SampleCase.SEED)).describe(this::row);
        var ties = new TieReader(NetworkQuestion.of(Set.of("C")), persons, rows, Things.UNKNOWN).read();
        var network =
                NetworkSnapshot.of(persons.stream().map(ActorId::new).collect(Collectors.toSet()), ties, Fold.SIMPLE);
        var brokers = new BrokerRanking(guarded, 1).on(network).brokers();
        Set<String> planted = Set.copyOf(truth.brokers());
        assertThat(brokers.subList(0, planted.size()))
                .extracting(broker -> broker.id().toString())
                .containsExactlyInAnyOrderElementsOf(planted);
        assertThat(of(planted, brokers))
                .extracting(Broker::brokerClass)
                .containsOnly(BrokerClass.BROKER, BrokerClass.BOTH);
        assertThat(of(Set.copyOf(truth.hubs()), brokers))
                .isNotEmpty()
                .extracting(Broker::brokerClass)
                .doesNotContain(BrokerClass.BROKER, BrokerClass.BOTH);
        assertThat(brokers).extracting(broker -> broker.id().toString()).doesNotContain(truth.coercedGuard());
    }

    private static List<Broker> of(Set<String> ids, List<Broker> brokers) {
        return brokers.stream()
                .filter(broker -> ids.contains(broker.id().toString()))
                .toList();
    }
}
