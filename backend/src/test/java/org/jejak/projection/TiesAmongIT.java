package org.jejak.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.safeguard.TestDoors;
import org.jejak.world.SampleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ties a few people, read from what lies around them, is what the whole network says of them. */
class TiesAmongIT {

    private static final Viewer READER =
            new Viewer("ana", Set.of(Role.INVESTIGATOR), Set.of("LEMBAH-KABUS"), Handling.AMBER);

    @TempDir
    Path folder;

    private final TestLoads loads = TestLoads.onEmptyStore();

    private static Set<Key> some(List<Key> people, int size, Random random) {
        var shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);
        return new HashSet<>(shuffled.subList(0, Math.min(size, shuffled.size())));
    }

    private static List<Tie> among(ActorNetwork whole, Set<Key> some) {
        return whole.snapshot().ties().stream()
                .filter(tie ->
                        some.contains(tie.a().key()) && some.contains(tie.b().key()))
                .toList();
    }

    @Test
    void ofTheSampleCaseTheyAreTheSameHoweverItIsAsked() {
        loads.load(SampleCase.folder());
        var doors = TestDoors.on(loads, folder);
        var networks = new ActorNetworks(doors.door(), doors.protection());
        var among = new TiesAmong(doors.door());
        var usual = NetworkQuestion.of(READER.cases());
        var sources = networks.stated(READER, usual).withoutEachOrigin();
        var random = new Random(1);
        int met = 0;
        for (var question : List.of(
                usual,
                usual.explainedContacts(ExplainedContacts.KEPT),
                usual.weighing(TieWeights.NEWMAN),
                usual.atLeast(Grade.parse("B2").orElseThrow()),
                usual.withoutSources(Set.copyOf(sources.getFirst().sources())))) {
            var whole = networks.of(READER, question);
            var people = whole.snapshot().actors().stream().map(a -> a.key()).toList();
            for (int size : new int[] {2, 10, 60, people.size()}) {
                var some = some(people, size, random);
                var ties = among.of(READER, question, some);
                assertThat(ties).as(question.caption() + " of " + size).isEqualTo(among(whole, some));
                met += ties.size();
            }
        }
        assertThat(met).as("ties compared").isGreaterThan(1_000);
    }

    /** Of two who share something either's row may be named; which, depends on the order of reading. */
    @Test
    void whatPeopleShareTiesTheSamePeople() {
        loads.load(SampleCase.folder());
        var doors = TestDoors.on(loads, folder);
        var question = NetworkQuestion.of(READER.cases()).tiedBy(EnumSet.allOf(TieKind.class));
        var whole = new ActorNetworks(doors.door(), doors.protection()).of(READER, question);
        var people = whole.snapshot().actors().stream().map(a -> a.key()).toList();
        var random = new Random(2);
        for (int size : new int[] {10, 60, 200}) {
            var some = some(people, size, random);
            assertThat(pairs(new TiesAmong(doors.door()).of(READER, question, some)))
                    .isEqualTo(pairs(among(whole, some)));
        }
    }

    private static Set<String> pairs(List<Tie> ties) {
        return ties.stream()
                .map(t -> t.a() + " " + t.b() + " " + t.kind() + " " + t.strength())
                .collect(Collectors.toSet());
    }

    /**
     * A duty of somebody who is not asked about explains the contact of two who are: he may have held the telephone.
     *
     * <pre>
     * ana - f1 ~~ f2 - ben      f1 has the number of f3, which officer oki may have held
     * oki - f3                  oki had duty with f4, which ben held
     * </pre>
     */
    @Test
    void whoMayHaveHeldTheTelephoneCountsAlthoughNobodyAskedAboutThem() {
        var bundle = Bundles.bundle()
                .with("case", "LEMBAH-KABUS")
                .file("sources", "id,kind", "s1,registry")
                .file("persons", "id,name,source", "ana,Ana,s1", "ben,Ben,s1", "oki,Oki,s1")
                .file(
                        "phones",
                        "id,number,source",
                        "f1,+60123000001,s1",
                        "f2,+60123000002,s1",
                        "f3,+60123000001,s1",
                        "f4,+60123000004,s1")
                .file(
                        "links",
                        "id,subject,relation,object,source",
                        "l1,ana,uses,f1,s1",
                        "l2,ben,uses,f2,s1",
                        "l3,oki,uses,f3,s1",
                        "l4,ben,uses,f4,s1")
                .file("contacts", "id,a,b,time,source", "c1,f1,f2,2015-03-07T10:00,s1", "c2,f1,f2,2015-03-09T10:00,s1");
        loads.load(bundle);
        var doors = TestDoors.on(loads, folder);
        var question = NetworkQuestion.of(READER.cases());
        var both = Stream.of("TEST:ana", "TEST:ben").map(Key::new).collect(Collectors.toSet());
        var among = new TiesAmong(doors.door());
        assertThat(among.of(READER, question, both)).hasSize(2);
        loads.load(Bundles.bundle()
                .with("case", "LEMBAH-KABUS")
                .file("duties", "id,official,kind,subjects,time,source", "d1,oki,interview,f4,2015-03-07,s1"));
        assertThat(among.of(READER, question, both))
                .isEqualTo(among(new ActorNetworks(doors.door(), doors.protection()).of(READER, question), both))
                .extracting(tie -> tie.record().local())
                .containsExactly("contacts/c2");
    }

    @Test
    void whatWasKnownEarlierIsNotReadInParts() {
        var among = new TiesAmong(TestDoors.on(loads, folder).door());
        var question = NetworkQuestion.of(READER.cases()).knownBy(Instant.now());
        assertThatThrownBy(() -> among.of(READER, question, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
