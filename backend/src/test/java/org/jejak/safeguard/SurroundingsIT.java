package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.audit.AuditLog;
import org.jejak.audit.HeadInMemory;
import org.jejak.cypher.CypherLibrary;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.Loads;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.ValidTime;
import org.jejak.network.Viewer;
import org.jejak.store.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands around somebody, as it is counted and drawn.
 *
 * <pre>
 *   ben --associate, contact-- ana --contact-- cy
 *                               |
 *                              uses, contact
 *                               |
 *                             phone
 * </pre>
 */
class SurroundingsIT {

    private static final Viewer EVERYBODY =
            new Viewer(Viewer.OPERATOR, EnumSet.allOf(Role.class), Set.of("RIVER"), Handling.RED);
    private static final Key ANA = new Key("R:ana");

    @TempDir
    Path folder;

    private final TestStore store = TestStore.empty();
    private Surroundings surroundings;
    private Dossiers dossiers;
    private Names names;
    private Earlier earlier;
    private final Instant before = Instant.now().minusSeconds(60);

    @BeforeEach
    void load() throws IOException {
        var cypher = new CypherLibrary();
        var audit = AuditLog.open(folder.resolve("audit"), Clock.systemUTC(), new HeadInMemory());
        var files = Map.of(
                "bundle.json", """
                {"format":"jejak-records/1","namespace":"R","case":"RIVER"}""",
                "sources.csv", "id,kind\ns1,testimony\n",
                "persons.csv", "id,name,source\nana,Ana,s1\nben,Ben,s1\ncy,Cy,s1\n",
                "phones.csv", "id,number,source\nphone,+60123456789,s1\n",
                "links.csv",
                        "id,subject,relation,object,from,source\nl1,ana,associate,ben,2012,s1\nl2,ana,uses,phone,,s1\n",
                "contacts.csv",
                        "id,a,b,time,source\nc1,ana,ben,2015-01-01T10:00,s1\nc2,ana,cy,2015-01-02T10:00,s1\n"
                                + "c3,ana,phone,2015-01-03T10:00,s1\n");
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        var loads = new Loads(
                store.driver(),
                cypher,
                store.vault(),
                store.home(),
                Clock.systemUTC(),
                (viewer, ref, title) -> {},
                audit);
        try (var source = BundleSource.open(folder)) {
            var report = loads.load(EVERYBODY, source, LoadOptions.defaults().refusedTo(folder.resolve("refused")));
            assertThat(report.hasRefusals()).isFalse();
        }
        var doors = TestDoors.on(store.driver(), cypher, store.vault(), audit);
        var door = doors.door();
        surroundings = doors.surroundings();
        names = doors.names();
        dossiers = new Dossiers(door, names);
        earlier = new Earlier(door, names, audit);
    }

    @Test
    void asKnownNowEverythingIsAnsweredAsToday() {
        var then = earlier.at(EVERYBODY, Instant.now().plusSeconds(60));
        for (Key thing : List.of(ANA, new Key("R:ben"), new Key("R:cy"), new Key("R:phone"), new Key("R:nobody"))) {
            assertThat(then.countByKind(thing)).isEqualTo(surroundings.countByKind(EVERYBODY, thing));
            assertThat(then.neighbours(thing, EnumSet.allOf(EntityKind.class), 0, 10))
                    .isEqualTo(
                            surroundings
                                    .neighbours(EVERYBODY, thing, EnumSet.allOf(EntityKind.class), Set.of(), 0, 10)
                                    .stream()
                                    .map(Surroundings.Neighbour::key)
                                    .toList());
            assertThat(then.dossier(thing)).isEqualTo(dossiers.of(EVERYBODY, thing));
        }
        var all = List.of(ANA, new Key("R:ben"), new Key("R:cy"), new Key("R:phone"));
        assertThat(then.names(all)).isEqualTo(names.of(EVERYBODY, all));
        assertThat(then.between(all)).containsExactlyInAnyOrderElementsOf(surroundings.between(EVERYBODY, all));
        assertThat(then.naming(ANA, "contacts")).hasSize(3);
        var rows = List.of(new Key("R:contacts/c1"), new Key("R:links/l1"), new Key("R:links/nobody"));
        assertThat(then.times(rows)).isEqualTo(surroundings.times(EVERYBODY, rows));
    }

    @Test
    void beforeAnythingWasRecordedNothingWasKnown() {
        var then = earlier.at(EVERYBODY, before);
        assertThat(then.dossier(ANA)).isEmpty();
        assertThat(then.countByKind(ANA)).isEmpty();
        assertThat(then.names(List.of(ANA))).isEmpty();
        assertThat(then.between(List.of(ANA, new Key("R:ben")))).isEmpty();
    }

    @Test
    void aRowSaysWhenItWasTrueAndALinkGoesOnUntilSomebodySaysItEnded() {
        var contact = new Key("R:contacts/c1");
        var link = new Key("R:links/l1");
        assertThat(surroundings.times(EVERYBODY, List.of(contact, link, new Key("R:links/nobody"))))
                .containsOnly(
                        Map.entry(contact, new ValidTime("2015-01-01T10:00", "2015-01-01T10:00")),
                        Map.entry(link, new ValidTime("2012", "")));
        assertThat(surroundings.between(EVERYBODY, List.of(ANA, new Key("R:ben"))))
                .extracting(Surroundings.Between::time)
                .containsExactlyInAnyOrder(
                        new ValidTime("2015-01-01T10:00", "2015-01-01T10:00"), new ValidTime("2012", ""));
    }

    @Test
    void somebodyNamedByRowsOfTwoFilesIsCountedOnce() {
        assertThat(surroundings.countByKind(EVERYBODY, ANA))
                .containsExactly(Map.entry(EntityKind.PERSON, 2L), Map.entry(EntityKind.PHONE, 1L));
    }

    @Test
    void namingNoFileMeansEveryFile() {
        var around = surroundings.neighbours(EVERYBODY, ANA, EnumSet.allOf(EntityKind.class), Set.of(), 0, 10).stream()
                .map(Surroundings.Neighbour::key)
                .toList();
        assertThat(around).containsExactly(new Key("R:ben"), new Key("R:phone"), new Key("R:cy"));
        var byLink = surroundings.neighbours(EVERYBODY, ANA, Set.of(EntityKind.PERSON), Set.of("links"), 0, 10).stream()
                .map(Surroundings.Neighbour::key)
                .toList();
        assertThat(byLink).isEqualTo(List.of(new Key("R:ben")));
    }
}
