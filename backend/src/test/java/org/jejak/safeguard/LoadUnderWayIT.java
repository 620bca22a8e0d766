package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.audit.AuditLog;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.TestLoads;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads while a load is under way reads what was there before it, by every way there is to read. */
class LoadUnderWayIT {

    private static final Viewer READER = new Viewer("ana", EnumSet.allOf(Role.class), Set.of("CASE-1"), Handling.AMBER);

    @TempDir
    Path folder;

    private TestLoads loads;
    private ReadingDoor door;
    private Search search;
    private Surroundings surroundings;

    @BeforeEach
    void open() {
        loads = TestLoads.onEmptyStore();
        var driver = loads.store().driver();
        var audit = AuditLog.open(folder, Clock.systemUTC(), new ForgetfulHead());
        var doors = TestDoors.on(driver, loads.cypher(), loads.store().vault(), audit);
        door = doors.door();
        search = doors.search();
        surroundings = doors.surroundings();
        loads.load(first());
    }

    private static Bundles first() {
        return Bundles.bundle()
                .delivered("2020-01-01T00:00:00Z")
                .file("sources", "id,kind,reliability", "s1,registry,B", "s2,tip,C")
                .file("persons", "id,name,source", "p1,Awang Lama,s1", "p2,Salmah Lama,s2")
                .file("phones", "id,number,source", "f1,+60123000001,s1")
                .file("links", "id,subject,relation,object,source", "l1,p1,uses,f1,s1", "l2,p1,associate,p2,s2");
    }

    /** Changes a person and a source, withdraws a link, completes a tie, and brings people that nobody knew. */
    private static Bundles second() {
        return Bundles.bundle()
                .delivered("2020-02-01T00:00:00Z")
                .file("sources", "id,kind,reliability,handling", "s1,registry,A,", "s2,tip,C,TLP:RED", "s3,court,A,")
                .file("persons", "id,name,source", "p1,Awang Baru,s1", "p3,Baharu Sekali,s3")
                .file("links", "id,subject,relation,object,source", "l3,p1,associate,p3,s3")
                .file("contacts", "id,a,b,time,source", "c1,p1,p3,2015-03-07,s3")
                .file("withdrawals", "id,file,row,reason", "w1,links,l1,error");
    }

    /** Everything there is to read, as one text. */
    private String answers() {
        var answers = new ArrayList<String>();
        for (Optional<Instant> known : List.of(Optional.<Instant>empty(), Optional.of(Instant.now()))) {
            var rows = new TreeSet<String>();
            door.stream(
                    READER,
                    Reading.everything().unseal().knownBy(known),
                    r -> rows.add(r.key() + " " + new TreeMap<>(r.cells()) + r.statements()));
            answers.add(String.join("\n", rows));
            answers.add(new TreeSet<>(door.persons(
                            READER, Set.of("CASE-1"), Reading.everything().knownBy(known)))
                    .toString());
        }
        var person = new Key("TEST:p1");
        answers.add(door.count(READER).toString());
        answers.add(door.countNaming(READER, person).toString());
        answers.add(new TreeMap<>(door.countBySource(READER)).toString());
        answers.add(new TreeMap<>(door.identifiers(READER)).keySet().toString());
        answers.add(sorted(door.naming(READER, person, Reading.of(RecordFile.LINKS))));
        answers.add(sorted(door.statedBy(READER, new Key("TEST:sources/s3"), 0, 10)));
        answers.add(sorted(door.byKey(READER, List.of(person, new Key("TEST:p3")))));
        answers.add(surroundings.count(READER, person).toString());
        answers.add(surroundings
                .neighbours(READER, person, EnumSet.allOf(EntityKind.class), Set.of("links", "contacts"), 0, 10)
                .toString());
        answers.add(surroundings
                .between(READER, List.of(person, new Key("TEST:p2"), new Key("TEST:p3")))
                .toString());
        answers.add(search.find(READER, "Baharu", Set.of(), 10).toString());
        answers.add(search.find(READER, "Awang", Set.of(), 10).toString());
        return String.join("\n--\n", answers);
    }

    private static String sorted(List<VisibleRecord> rows) {
        return new TreeSet<>(rows.stream()
                        .map(r -> r.key() + " " + new TreeMap<>(r.cells()))
                        .toList())
                .toString();
    }

    @Test
    void readersSeeNothingOfALoadBeforeItIsWhole() {
        String before = answers();
        var meanwhile = new ArrayList<String>();
        loads.load(
                TestLoads.OPERATOR,
                second().in(folder.resolve("second")),
                LoadOptions.defaults().reportingTo((file, rows, of) -> meanwhile.add(answers())));
        assertThat(meanwhile).hasSizeGreaterThanOrEqualTo(5).containsOnly(before);
        assertThat(answers())
                .isNotEqualTo(before)
                .contains("Awang Baru", "Baharu Sekali")
                .doesNotContain("Awang Lama");
    }

    @Test
    void aDryRunShowsNothingAndLeavesNothing() {
        String before = answers();
        String digest = loads.loads().graphDigest();
        var meanwhile = new ArrayList<String>();
        var report = loads.load(
                TestLoads.OPERATOR,
                second().in(folder.resolve("second")),
                LoadOptions.defaults().asDryRun().reportingTo((file, rows, of) -> meanwhile.add(answers())));
        assertThat(report.files()).extracting(f -> f.superseded()).contains(2L, 1L);
        assertThat(meanwhile).containsOnly(before);
        assertThat(answers()).isEqualTo(before);
        assertThat(loads.loads().graphDigest()).isEqualTo(digest);
        assertThat(loads.strings("MATCH (l:Load) RETURN l.state")).containsExactly("done");
    }

    private static final class ForgetfulHead implements org.jejak.audit.HeadKeeper {
        private Optional<org.jejak.audit.Head> head = Optional.empty();

        @Override
        public Optional<org.jejak.audit.Head> last() {
            return head;
        }

        @Override
        public void keep(org.jejak.audit.Head latest) {
            head = Optional.of(latest);
        }
    }
}
