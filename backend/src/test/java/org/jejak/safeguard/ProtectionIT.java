package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody whom a row protects is ever missed, whenever the row came and whatever came after it. */
class ProtectionIT {

    private static final Viewer ANA = new Viewer("ana", Set.of(Role.INVESTIGATOR), Set.of("CASE-1"), Handling.GREEN);
    private static final Viewer ALL =
            new Viewer("all", EnumSet.allOf(Role.class), Set.of("CASE-0", "CASE-1"), Handling.RED);

    @TempDir
    Path folder;

    private TestLoads loads;
    private Protection protection;
    private ReadingDoor door;

    @BeforeEach
    void open() {
        loads = TestLoads.onEmptyStore();
        var doors = TestDoors.on(loads, folder);
        protection = doors.protection();
        door = doors.door();
    }

    private static Bundles people() {
        return on(1).file("sources", "id,kind,handling", "s1,registry,", "s2,tip,TLP:RED")
                .file("persons", "id,name,source", "p1,Awang Satu,s1", "p2,Salmah Dua,s1", "p3,Tiga,s1", "p4,Empat,s1");
    }

    private static Bundles on(int day) {
        return Bundles.bundle().with("handling", "TLP:GREEN").delivered("2020-01-0" + day + "T00:00:00Z");
    }

    private static Bundles role(int day, String role) {
        return on(day).file("roles", "id,person,role,source", "r1,p1," + role + ",s1");
    }

    private Set<String> persons(Viewer viewer) {
        return locals(protection.guarded(viewer).persons());
    }

    private static Set<String> locals(Set<Key> keys) {
        return keys.stream().map(Key::local).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void victimsSurvivorsWitnessesAndTheDeadAreProtectedForEverybodyAndNobodyElse() {
        loads.load(people().file(
                        "roles",
                        "id,person,role,from,to,source",
                        "r1,p1,victim,2001,2002,s1",
                        "r2,p2,survivor,,,s1",
                        "r3,p3,witness,,,s1",
                        "r4,p4,recruiter,,,s1")
                .file(
                        "persons",
                        "id,name,remains,source",
                        "p1,Awang Satu,,s1",
                        "p2,Salmah Dua,,s1",
                        "p3,Tiga,false,s1",
                        "p4,Empat,false,s1",
                        "p5,,true,s1"));
        assertThat(persons(ANA)).containsExactly("p1", "p2", "p3", "p5");
        assertThat(protection.guarded(ANA).coerced()).isEmpty();
        assertThat(persons(new Viewer("eve", Set.of(Role.INVESTIGATOR), Set.of("CASE-2"), Handling.RED)))
                .as("whatever the case")
                .containsExactly("p1", "p2", "p3", "p5");
    }

    @Test
    void whatTheViewerMayNotReadProtectsAsWell() {
        loads.load(people().file("roles", "id,person,role,source", "r1,p1,victim,s2")
                .file("persons", "id,name,remains,source", "p1,Awang Satu,,s1", "p2,,true,s2"));
        assertThat(persons(ANA)).containsExactly("p1", "p2");
        assertThat(door.byKey(ANA, new Key("TEST:roles/r1"))).isEmpty();
        assertThat(door.byKey(ANA, new Key("TEST:p1")).orElseThrow().cells()).doesNotContainKey("name");
    }

    @Test
    void whoIsBothIsCoercedAsFarAsTheViewerMaySeeTheOffence() {
        loads.load(people().file(
                        "roles",
                        "id,person,role,coerced,source",
                        "r1,p1,victim,,s1",
                        "r2,p1,recruiter,,s2",
                        "r3,p2,witness,,s1",
                        "r4,p3,guard,true,s1"));
        assertThat(persons(ANA)).containsExactly("p1", "p2", "p3");
        assertThat(locals(protection.guarded(ANA).coerced())).containsExactly("p3");
        assertThat(locals(protection.guarded(ALL).coerced())).containsExactly("p1", "p3");
    }

    @Test
    void whatIdentifiesThemIsGuardedWithThem() {
        loads.load(people().file("roles", "id,person,role,source", "r1,p1,victim,s1")
                .file("phones", "id,number,source", "f1,+60123000001,s1", "f2,+60123000002,s1", "f3,+60123000003,s1")
                .file("accounts", "id,kind,number,source", "k1,bank,1234567,s2")
                .file("handles", "id,kind,value,source", "e1,email,a@example.org,s1")
                .file(
                        "documents",
                        "id,kind,number,holder,retained_by,source",
                        "d1,passport,A1,p1,,s1",
                        "d2,passport,A2,p2,p1,s1")
                .file("places", "id,name,kind,source", "h1,House,home,s1")
                .file(
                        "links",
                        "id,subject,relation,object,source",
                        "l1,p1,uses,f1,s1",
                        "l2,p2,uses,f2,s1",
                        "l3,p1,associate,f3,s1",
                        "l4,p1,holds,k1,s2",
                        "l5,p1,owns,e1,s1",
                        "l6,p1,owns,h1,s1"));
        assertThat(locals(protection.guarded(ANA).things())).containsExactly("d1", "e1", "f1", "k1");
        loads.load(on(2).file("withdrawals", "id,file,row,reason", "w1,links,l1,error"));
        assertThat(locals(protection.guarded(ANA).things())).containsExactly("d1", "e1", "k1");
    }

    @Test
    void protectionFollowsWhatIsCurrent() {
        loads.load(people());
        assertThat(persons(ANA)).isEmpty();
        loads.load(role(2, "recruiter"));
        assertThat(persons(ANA)).isEmpty();
        var became = loads.load(role(4, "victim"));
        assertThat(persons(ANA)).containsExactly("p1");
        loads.load(role(3, "guard"));
        assertThat(persons(ANA)).as("an earlier delivery loaded later").containsExactly("p1");
        var dead = loads.load(on(4).file("persons", "id,name,remains,source", "p2,Salmah Dua,true,s1"));
        assertThat(persons(ANA)).containsExactly("p1", "p2");
        var withdrawn = loads.load(on(5).file("withdrawals", "id,file,row,reason", "w1,roles,r1,error"));
        assertThat(persons(ANA)).containsExactly("p2");
        loads.loads().undo(TestLoads.OPERATOR, withdrawn.load());
        assertThat(persons(ANA)).containsExactly("p1", "p2");
        loads.loads().undo(TestLoads.OPERATOR, dead.load());
        assertThat(persons(ANA)).containsExactly("p1");
        loads.loads().undo(TestLoads.OPERATOR, became.load());
        assertThat(persons(ANA)).isEmpty();
    }

    @Test
    void aRoleThatHadToWaitProtectsOnceItsPersonArrives() {
        loads.load(on(1).file("sources", "id,kind", "s1,registry")
                .file("roles", "id,person,role,source", "r1,p1,victim,s1"));
        assertThat(persons(ANA)).isEmpty();
        loads.load(people());
        assertThat(persons(ANA)).containsExactly("p1");
    }

    @Test
    void aLoadUnderWayProtectsBeforeItIsWhole() {
        loads.load(people());
        var meanwhile = new ArrayList<Set<String>>();
        loads.load(
                TestLoads.OPERATOR,
                role(2, "victim").in(folder.resolve("under-way")),
                LoadOptions.defaults().reportingTo((file, rows, of) -> meanwhile.add(persons(ANA))));
        assertThat(meanwhile.getLast()).containsExactly("p1");
    }

    @Test
    void whoIsProtectedTodayIsProtectedInWhatWasKnownBefore() {
        loads.load(people());
        var before = loads.loads().all(TestLoads.OPERATOR).getLast().recorded();
        loads.load(role(2, "victim"));
        assertThat(names(Optional.of(before))).containsExactly("Empat", "Salmah Dua", "Tiga");
        assertThat(names(Optional.empty())).containsExactly("Empat", "Salmah Dua", "Tiga");
    }

    private Set<String> names(Optional<Instant> known) {
        var names = new TreeSet<String>();
        door.stream(ANA, Reading.of(RecordFile.PERSONS).unseal().knownBy(known), r -> names.add(r.cell("name")));
        names.remove("");
        return names;
    }

    /** Against every row, read through the door and judged one by one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void findsWhomReadingEveryRowFinds(int seed) {
        var random = new Random(seed);
        var loaded = new ArrayList<String>();
        var sizes = new TreeSet<Integer>();
        loads.load(people().with("case", "CASE-0"));
        for (int i = 0; i < 12; i++) {
            if (loaded.size() > 2 && random.nextInt(4) == 0) {
                loads.loads().undo(TestLoads.OPERATOR, loaded.remove(random.nextInt(loaded.size())));
            } else {
                loaded.add(loads.load(any(random)).load());
            }
            var guarded = protection.guarded(ALL);
            var rows = door.records(ALL, Reading.everything());
            var persons = rows.stream().flatMap(r -> said(r).stream()).collect(Collectors.toSet());
            assertThat(guarded.persons()).isEqualTo(persons);
            assertThat(guarded.coerced()).isEqualTo(coerced(rows, persons));
            assertThat(guarded.things()).isEqualTo(things(rows, persons));
            sizes.add(persons.size());
        }
        assertThat(sizes).as("how many were protected, over time").hasSizeGreaterThan(1);
    }

    private static Bundles any(Random random) {
        return on(1 + random.nextInt(5))
                .with("case", "CASE-" + random.nextInt(2))
                .file(
                        "persons",
                        "id,remains,source",
                        person(random),
                        person(random).replaceFirst("p\\d", "p5"))
                .file("phones", "id,source", "f" + random.nextInt(3) + ",s1")
                .file(
                        "roles",
                        "id,person,role,source",
                        "r1,p" + (1 + random.nextInt(5)) + "," + role(random) + ",s1",
                        "r" + (2 + random.nextInt(2)) + ",p" + (1 + random.nextInt(3)) + "," + role(random) + ",s2")
                .file(
                        "links",
                        "id,subject,relation,object,source",
                        "l" + random.nextInt(3) + ",p" + (1 + random.nextInt(3)) + ","
                                + List.of("uses", "associate").get(random.nextInt(2)) + ",f" + random.nextInt(3)
                                + ",s1")
                .file("documents", "id,kind,holder,source", "d1,passport,p" + (1 + random.nextInt(4)) + ",s1")
                .file(
                        "withdrawals",
                        "id,file,row,reason",
                        random.nextBoolean()
                                ? "w1,roles,r" + (1 + random.nextInt(3)) + ",error"
                                : "w1,persons,p" + (1 + random.nextInt(5)) + ",error");
    }

    private static String person(Random random) {
        return "p" + (1 + random.nextInt(4)) + ","
                + List.of("true", "false", "").get(random.nextInt(3)) + ",s1";
    }

    private static String role(Random random) {
        return List.of("victim", "survivor", "witness", "recruiter", "guard").get(random.nextInt(5));
    }

    private static Optional<Key> said(VisibleRecord row) {
        boolean role = Set.of("victim", "survivor", "witness").contains(row.cell("role"));
        boolean remains = row.cell("remains").equals("true");
        return role ? row.reference("person") : Optional.of(row.key()).filter(p -> remains);
    }

    private static Set<Key> coerced(List<VisibleRecord> rows, Set<Key> persons) {
        return rows.stream()
                .filter(r -> Set.of("recruiter", "guard").contains(r.cell("role")))
                .flatMap(r -> r.reference("person").stream())
                .filter(persons::contains)
                .collect(Collectors.toSet());
    }

    private static Set<Key> things(List<VisibleRecord> rows, Set<Key> persons) {
        Map<Key, EntityKind> kinds = new HashMap<>();
        rows.forEach(r -> r.recordFile().flatMap(f -> f.describes()).ifPresent(kind -> kinds.put(r.key(), kind)));
        var things = new TreeSet<Key>();
        for (var row : rows) {
            if (row.file().equals("documents")
                    && row.reference("holder").filter(persons::contains).isPresent()) {
                things.add(row.key());
            }
            if (row.file().equals("links")
                    && Set.of("uses", "holds", "owns").contains(row.cell("relation"))
                    && row.reference("subject").filter(persons::contains).isPresent()) {
                row.reference("object")
                        .filter(t -> kinds.get(t) == EntityKind.PHONE)
                        .ifPresent(things::add);
            }
        }
        return things;
    }
}
