package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.analysis.flow.GreatestFlow;
import org.jejak.analysis.flow.Taking;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.audit.AuditLog;
import org.jejak.cypher.CypherLibrary;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.Loads;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.investigation.DisruptionPlan;
import org.jejak.investigation.FlowQuestions;
import org.jejak.investigation.FurtherMeasure;
import org.jejak.investigation.FurtherQuestion;
import org.jejak.investigation.InTime;
import org.jejak.investigation.Inferring;
import org.jejak.investigation.Investigations;
import org.jejak.investigation.RoleGroups;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.projection.ActorNetworks;
import org.jejak.projection.Flows;
import org.jejak.projection.NetworkQuestion;
import org.jejak.projection.TiesAmong;
import org.jejak.store.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A user without a case gets the same answers as from a store that never had it. Two agencies, one number: the second
 * case names people of the first, shares a phone with them, calls one of them a victim, and is invisible.
 */
class CompartmentsIT {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Viewer OPERATOR = new Viewer(Viewer.OPERATOR, ALL, Set.of("OPEN", "HIDDEN"), Handling.RED);
    private static final Viewer ANA = new Viewer("ana", Set.of(Role.INVESTIGATOR), Set.of("OPEN"), Handling.AMBER);

    @TempDir
    Path folder;

    private final TestStore store = TestStore.empty();
    private Loads loads;
    private ReadingDoor door;
    private Names names;
    private Search search;
    private Surroundings surroundings;
    private Dossiers dossiers;
    private Investigations investigations;
    private FlowQuestions flows;
    private AuditLog audit;

    @BeforeEach
    void open() {
        var cypher = new CypherLibrary();
        var driver = store.driver();
        audit = AuditLog.open(folder, Clock.systemUTC(), new ForgetfulHead());
        loads = new Loads(
                driver, cypher, store.vault(), store.home(), Clock.systemUTC(), (viewer, ref, title) -> {}, audit);
        var doors = TestDoors.on(driver, cypher, store.vault(), audit);
        var protection = doors.protection();
        door = doors.door();
        names = doors.names();
        search = doors.search();
        surroundings = doors.surroundings();
        dossiers = new Dossiers(door, names);
        var networks = new ActorNetworks(door, protection);
        var passing = new Flows(door, networks, protection);
        investigations = new Investigations(networks, names, door, passing);
        flows = new FlowQuestions(passing, names);
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

    private void load(String name, String caseRef, String namespace, Map<String, String> files) throws IOException {
        Path bundle = Files.createDirectories(folder.resolve(name));
        Files.writeString(bundle.resolve("bundle.json"), """
                {"format":"jejak-records/1","namespace":"%s","case":"%s","delivered":"2016-01-01T00:00:00Z","handling":"TLP:GREEN","country":"MY"}""".formatted(namespace, caseRef));
        for (var file : files.entrySet()) {
            Files.writeString(
                    bundle.resolve(file.getKey() + ".csv"), file.getValue().stripIndent());
        }
        try (var source = BundleSource.open(bundle)) {
            var report =
                    loads.load(OPERATOR, source, LoadOptions.defaults().refusedTo(folder.resolve("refused-" + name)));
            assertThat(report.hasRefusals()).isFalse();
        }
    }

    private void openCase() throws IOException {
        load(
                "open",
                "OPEN",
                "A",
                Map.of(
                        "sources",
                        """
                        id,kind,title,reliability,credibility,handling
                        s1,testimony,First statement,B,2,
                        s2,tip,A tip,C,3,TLP:RED
                        """,
                        "persons",
                        """
                        id,name,sex,source
                        p1,Awang Budiman,male,s1
                        p2,Salmah Jamilah,female,s1
                        p3,สมชาย ใจดี,male,s1
                        p4,Kept From Ana,male,s2
                        """,
                        "roles",
                        """
                        id,person,role,source
                        r1,p1,transporter,s1
                        r2,p4,recruiter,s2
                        """,
                        "phones",
                        """
                        id,number,source
                        f1,+60123456789,s1
                        f2,+60123456780,s1
                        """,
                        "links",
                        """
                        id,subject,relation,object,source
                        l1,p1,uses,f1,s1
                        l2,p2,uses,f2,s1
                        l3,p2,associate,p3,s1
                        l4,p1,commands,p3,s2
                        l5,p3,associate,p4,s2
                        """,
                        "contacts",
                        """
                        id,a,b,time,source
                        c1,f1,f2,2015-01-01T10:00,s1
                        """,
                        "payments",
                        """
                        id,payer,payee,amount,currency,time,source
                        y1,p1,p2,100,MYR,2015-01-02,s1
                        y2,p2,p3,70,MYR,2015-01-03,s1
                        y3,p1,p3,900,MYR,2015-01-03,s2
                        """,
                        "places",
                        """
                        id,name,kind,source
                        w1,Village,home,s1
                        w2,Camp,camp,s1
                        w3,Farm,factory,s1
                        """,
                        "movements",
                        """
                        id,origin,destination,departed,arrived,persons,head_count,stage,source
                        m1,w1,w2,2015-01-05,2015-01-06,p1,12,recruitment,s1
                        m2,w2,w3,2015-01-08,2015-01-09,,9,exploitation,s1
                        m3,w1,w3,2015-01-08,2015-01-09,p4,50,exploitation,s2
                        """));
    }

    private void hiddenCase() throws IOException {
        load(
                "hidden",
                "HIDDEN",
                "B",
                Map.of(
                        "sources",
                        """
                        id,kind,title,reliability,credibility
                        s1,testimony,Another agency's statement,A,1
                        """,
                        "persons",
                        """
                        id,name,sex,source
                        q1,Awang Hidden,male,s1
                        """,
                        "phones",
                        """
                        id,number,source
                        g1,012-345 6789,s1
                        """,
                        "roles",
                        """
                        id,person,role,source
                        r1,q1,guard,s1
                        """,
                        "statements",
                        """
                        id,entity,property,value,source
                        t1,A:p1,name,Awang the Second,s1
                        """,
                        "links",
                        """
                        id,subject,relation,object,source
                        l1,q1,uses,g1,s1
                        l2,A:p1,family,A:p2,s1
                        l3,q1,associate,A:p3,s1
                        """,
                        "payments",
                        """
                        id,payer,payee,amount,currency,time,source
                        y1,A:p1,A:p3,500,MYR,2015-01-02,s1
                        y2,A:p2,A:p3,30,MYR,2015-01-04,s1
                        """,
                        "movements",
                        """
                        id,origin,destination,departed,arrived,persons,head_count,stage,source
                        m1,A:w1,A:w3,2015-01-05,2015-01-06,q1,40,recruitment,s1
                        """));
    }

    /** One row of a case that Ana may not see, which protects somebody in hers. */
    private void hiddenVictim() throws IOException {
        load("hidden victim", "HIDDEN", "C", Map.of("sources", """
                        id,kind
                        s1,testimony
                        """, "roles", """
                        id,person,role,source
                        r1,A:p2,victim,s1
                        """));
    }

    /** Everything Ana can ask, as text. */
    private Map<String, String> answers() {
        var answers = new TreeMap<String, String>();
        for (String typed :
                List.of("awang", "budiman", "Second", "hidden", "0123456789", "6012", "สมชาย", "smchay", "kept")) {
            answers.put("search " + typed, search.find(ANA, typed, Set.of(), 50).toString());
        }
        for (String key : List.of("A:p1", "A:p2", "A:p3", "A:p4", "A:f1", "B:q1", "B:g1")) {
            var thing = new Key(key);
            answers.put("dossier " + key, dossiers.of(ANA, thing).toString());
            answers.put("count " + key, surroundings.count(ANA, thing).toString());
            answers.put(
                    "count by kind " + key, surroundings.countByKind(ANA, thing).toString());
            answers.put(
                    "expand " + key,
                    surroundings
                            .neighbours(
                                    ANA,
                                    thing,
                                    EnumSet.allOf(EntityKind.class),
                                    Set.copyOf(Reading.everything().files()),
                                    0,
                                    50)
                            .toString());
            answers.put(
                    "naming " + key,
                    sorted(door.naming(ANA, thing, Reading.everything().unseal())));
        }
        var all = List.of(new Key("A:p1"), new Key("A:p2"), new Key("A:p3"), new Key("A:p4"), new Key("B:q1"));
        var then = new Earlier(door, names, audit).at(ANA, Instant.now().plusSeconds(60));
        for (String key : List.of("A:p1", "A:p2", "A:p3", "A:p4", "A:f1", "B:q1", "B:g1")) {
            var thing = new Key(key);
            answers.put("dossier as known " + key, then.dossier(thing).toString());
            answers.put("around as known " + key, then.countByKind(thing).toString());
            answers.put(
                    "expand as known " + key,
                    then.neighbours(thing, EnumSet.allOf(EntityKind.class), 0, 50)
                            .toString());
        }
        answers.put("between as known", then.between(all).toString());
        answers.put("between", surroundings.between(ANA, all).toString());
        var rows = Stream.of(
                        "A:links/l1", "A:links/l4", "A:contacts/c1", "A:payments/y3", "A:movements/m3", "B:links/l1")
                .map(Key::new)
                .toList();
        answers.put("times", new TreeMap<>(surroundings.times(ANA, rows)).toString());
        answers.put("times as known", new TreeMap<>(then.times(rows)).toString());
        answers.put("names", names.of(ANA, all).toString());
        answers.put("counts", door.count(ANA).toString());
        answers.put("identifiers", new TreeMap<>(door.identifiers(ANA)).toString());
        answers.put("records", sorted(door.records(ANA, Reading.everything().unseal())));
        for (var question : List.of(
                NetworkQuestion.of(Set.of("OPEN")),
                NetworkQuestion.of(Set.of("OPEN", "HIDDEN")),
                NetworkQuestion.of(Set.of("HIDDEN")))) {
            var answer = investigations.brokers(
                    ANA, question, 1, Sureness.USUAL, everythingOver(RoleGroups.COUNTRIES), RunControl.PLAIN);
            answers.put("further " + question.cases(), answer.further().toString());
            var listed = answer.report().brokers().stream()
                    .map(b -> answer.name(b.id()))
                    .toList();
            answers.put(
                    "brokers " + question.cases(),
                    answer.report() + " " + answer.falls() + listed + answer.coercedRole());
            if (question.cases().contains("OPEN")) {
                var why = investigations.why(ANA, question, new Key("A:p1"), 1, RunControl.PLAIN);
                answers.put("why " + question.cases(), why.reasons() + " " + why.statements() + why.names());
                var left = investigations.disrupt(ANA, question, new DisruptionPlan.Best(1), 0.5, 1, RunControl.PLAIN);
                answers.put("disrupt " + question.cases(), left.report() + " " + left.names() + left.atRisk());
            }
            answers.put(
                    "ties among " + question.cases(),
                    new TiesAmong(door).of(ANA, question, Set.copyOf(all)).toString());
            passing(question, answers);
            answers.put(
                    "paths " + question.cases(),
                    investigations
                            .paths(ANA, question, new Key("A:p1"), new Key("A:p3"), 5, RunControl.PLAIN)
                            .paths()
                            .toString());
        }
        return answers;
    }

    private static FurtherQuestion everythingOver(RoleGroups groups) {
        return new FurtherQuestion(EnumSet.allOf(FurtherMeasure.class), groups, 1, 2);
    }

    /** What got from one to another in time, how much of it, and what all ways run through. */
    private void passing(NetworkQuestion question, Map<String, String> answers) {
        var month = Duration.ofDays(30);
        var ends = Map.of(
                InTime.MONEY, List.of(new Key("A:p1"), new Key("A:p3")),
                InTime.PEOPLE, List.of(new Key("A:w1"), new Key("A:w3")));
        ends.forEach((what, both) -> {
            var chains = new TimeRespectingPaths(both.getFirst(), both.getLast(), 5, 6, month, 1);
            var flow = new GreatestFlow(Set.of(both.getFirst()), Set.of(both.getLast()), month);
            answers.put(
                    "in time " + what + question.cases(),
                    flows.inTime(ANA, question, what, chains, true, RunControl.PLAIN)
                            .toString());
            answers.put(
                    "flow " + what + question.cases(),
                    flows.flow(ANA, question, what, flow, new Inferring(true, 1), RunControl.PLAIN)
                            .toString());
        });
        for (Taking taking : Taking.values()) {
            answers.put(
                    "cut " + taking + question.cases(),
                    flows.cut(ANA, question, Set.of(), Set.of("factory"), taking)
                            .toString());
        }
    }

    private static String sorted(List<?> records) {
        return records.stream().map(Object::toString).sorted().toList().toString();
    }

    @Test
    void aUserWithoutTheCaseLearnsNothingOfIt() throws IOException {
        openCase();
        var before = answers();
        assertThat(before.get("search budiman")).contains("Awang Budiman");
        assertThat(before.get("search smchay")).contains("สมชาย");
        assertThat(before.get("paths [OPEN]")).contains("A:p1").contains("A:p3");
        assertThat(before.get("flow MONEY[OPEN]")).contains("atLeast=70,");
        assertThat(before.get("flow PEOPLE[OPEN]")).contains("atLeast=9,");
        assertThat(before.get("in time MONEY[OPEN]")).contains("A:payments/y2").doesNotContain("A:payments/y3");
        assertThat(before.get("cut TIES[OPEN]")).contains("flow=1,").doesNotContain("A:movements/m3");
        assertThat(before.get("further [OPEN]")).contains("A:p1");
        hiddenCase();
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void aHiddenRowThatProtectsSomebodyTakesTheirNameAndRankAndNothingElse() throws IOException {
        openCase();
        hiddenCase();
        var before = answers();
        hiddenVictim();
        var after = answers();
        assertThat(after.toString())
                .doesNotContain("Salmah")
                .doesNotContain("C:roles")
                .doesNotContain("C:sources");
        assertThat(after.get("brokers [OPEN]")).doesNotContain("id=A:p2");
        for (String unmoved : List.of(
                "search awang",
                "search hidden",
                "search สมชาย",
                "counts",
                "times",
                "naming A:p3",
                "dossier A:p1",
                "paths [OPEN]")) {
            assertThat(after.get(unmoved)).as(unmoved).isEqualTo(before.get(unmoved));
        }
    }

    @Test
    void whoIsNotClearedForATieFindsNoPathThroughIt() throws IOException {
        openCase();
        var answers = answers();
        assertThat(answers.get("search kept")).isEqualTo("[]");
        assertThat(answers.get("records")).doesNotContain("A:p4").doesNotContain("links/l4");
        assertThat(answers.get("count A:p3")).doesNotContain("things=2");
        var cleared = new Viewer("ben", Set.of(Role.INVESTIGATOR), Set.of("OPEN"), Handling.RED);
        assertThat(search.find(cleared, "kept", Set.of(), 5)).hasSize(1);
    }

    @Test
    void aVictimHasAPseudonymAndIsNotFoundByName() throws IOException {
        openCase();
        hiddenCase();
        hiddenVictim();
        var both = new Viewer("ben", Set.of(Role.INVESTIGATOR), Set.of("OPEN", "HIDDEN"), Handling.GREEN);
        assertThat(search.find(both, "salmah", Set.of(), 5)).isEmpty();
        assertThat(search.find(both, "0123456780", Set.of(), 5)).isEmpty();
        assertThat(names.of(both, List.of(new Key("A:p2"))).values())
                .allMatch(n -> n.guarded() && n.name().startsWith("Protected person "));
        assertThat(dossiers.of(both, new Key("A:p2")).toString()).doesNotContain("Salmah");
        var answer = investigations.brokers(both, NetworkQuestion.of(both.cases()), 1, RunControl.PLAIN);
        assertThat(answer.report().brokers()).extracting(b -> b.id().toString()).doesNotContain("A:p2");
    }

    @Test
    void whoBecameAVictimSinceTheRankingWasMadeIsAskedAboutNoMore() throws IOException {
        openCase();
        var both = new Viewer("ben", Set.of(Role.INVESTIGATOR), Set.of("OPEN", "HIDDEN"), Handling.GREEN);
        var ranked = investigations.network(both, NetworkQuestion.of(both.cases()));
        var person = new Key("A:p2");
        assertThat(investigations.why(both, ranked, person, 1, RunControl.PLAIN).names())
                .containsKey(person);
        hiddenCase();
        hiddenVictim();
        assertThatThrownBy(() -> investigations.why(both, ranked, person, 1, RunControl.PLAIN))
                .isInstanceOf(NotAllowed.class);
    }
}
