package org.jejak.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.analysis.RunControl;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.integrity.IntegrityRun;
import org.jejak.integrity.Officials;
import org.jejak.investigation.Investigations;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.projection.ActorNetworks;
import org.jejak.projection.Flows;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Dossiers;
import org.jejak.safeguard.Earlier;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.jejak.safeguard.Search;
import org.jejak.safeguard.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What remains without a source is what a store answers that never had it. */
class WithoutSourcesIT {

    private static final Viewer VIEWER =
            new Viewer("ana", EnumSet.of(Role.INVESTIGATOR, Role.INTEGRITY), Set.of("CASE-1"), Handling.RED);
    private static final Key LEFT_OUT = new Key("TEST:sources/s14");

    @TempDir
    Path folder;

    private int logs;

    private AnnotationConfigApplicationContext on(TestLoads loads) {
        return TestExports.on(loads, folder, TestExports.audit(folder.resolve("log" + ++logs)));
    }

    /** Rows that rest on s14 alone end in a bare {@code s14}; those that rest on it and others in {@code s1|s14}. */
    private static Bundles bundle(boolean with) {
        var bundle = Bundles.bundle().delivered("2020-01-01T00:00:00Z");
        var files = new TreeMap<String, List<String>>();
        files.put(
                "sources",
                List.of(
                        "id,kind,title,reliability,credibility",
                        "s1,registry,The registry,B,2",
                        "s2,tip,A tip,C,3",
                        "s14,tip,Another tip,A,1"));
        files.put(
                "persons",
                List.of(
                        "id,name,source",
                        "p1,Awang Budi,s1|s14",
                        "p2,Salmah Jamil,s2",
                        "p3,Hassan Ali,s1",
                        "p4,Officer Rahim,s1"));
        files.put("organizations", List.of("id,name,kind,source", "o1,Border Agency,agency,s1"));
        files.put("officials", List.of("person,agency,rank,from,source", "p4,o1,Sergeant,2010,s1"));
        files.put("phones", List.of("id,number,source", "f1,+60123456789,s1", "f2,+60123456789,s14"));
        files.put("places", List.of("id,name,kind,source", "h1,Upper camp,camp,s1"));
        files.put(
                "statements",
                List.of(
                        "id,entity,property,value,source",
                        "t1,p1,name,Along the Second,s14",
                        "t2,p3,name,Pak Hassan,s2|s14"));
        files.put(
                "links",
                List.of(
                        "id,subject,relation,object,source,grade",
                        "l1,p1,commands,p2,s14,",
                        "l2,p2,associate,p3,s1|s14,B2|A1",
                        "l3,p1,uses,f1,s2,",
                        "l4,p4,associate,p1,s14,"));
        files.put(
                "contacts",
                List.of(
                        "id,a,b,time,source",
                        "c1,p1,p3,2015-03-07T21:10,s1",
                        "c2,p1,p2,2015-03-08T21:10,s14",
                        "c3,p4,p1,2015-03-08,s14"));
        files.forEach((name, lines) -> bundle.file(
                name,
                lines.stream()
                        .filter(l -> with
                                || !l.startsWith("s14,")
                                        && !l.replaceAll(",(A1|B2.A1)?$", "").endsWith(",s14"))
                        .map(l -> with ? l : l.replace("|s14", "").replace("B2|A1", "B2"))
                        .toArray(String[]::new)));
        return bundle;
    }

    private static Map<String, String> answers(AnnotationConfigApplicationContext context, Viewer viewer) {
        var answers = new TreeMap<String, String>();
        var door = context.getBean(ReadingDoor.class);
        var surroundings = context.getBean(Surroundings.class);
        for (String typed : List.of("awang", "along", "salmah", "pak", "hassan", "6012")) {
            answers.put(
                    "search " + typed,
                    context.getBean(Search.class)
                            .find(viewer, typed, Set.of(), 50)
                            .toString());
        }
        var all = List.of("p1", "p2", "p3", "p4", "o1", "f1", "h1").stream()
                .map(id -> new Key("TEST:" + id))
                .toList();
        for (Key key : all) {
            answers.put(
                    "dossier " + key,
                    context.getBean(Dossiers.class).of(viewer, key).toString());
            answers.put("count " + key, surroundings.count(viewer, key).toString());
            answers.put(
                    "near " + key,
                    surroundings
                            .neighbours(
                                    viewer,
                                    key,
                                    EnumSet.allOf(EntityKind.class),
                                    Set.copyOf(Reading.everything().files()),
                                    0,
                                    50)
                            .toString());
        }
        answers.put("between", surroundings.between(viewer, all).toString());
        var ties = List.of(
                new Key("TEST:links/l1"),
                new Key("TEST:links/l2"),
                new Key("TEST:contacts/c1"),
                new Key("TEST:contacts/c2"));
        answers.put("times", new TreeMap<>(surroundings.times(viewer, ties)).toString());
        answers.put("names", context.getBean(Names.class).of(viewer, all).toString());
        answers.put("counts", door.count(viewer).toString());
        answers.put("by source", new TreeMap<>(door.countBySource(viewer)).toString());
        answers.put(
                "identifiers", new TreeMap<>(door.identifiers(viewer)).keySet().toString());
        answers.put("persons", new TreeSet<>(door.persons(viewer, viewer.cases(), Reading.everything())).toString());
        var rows = new TreeSet<String>();
        door.records(viewer, Reading.everything().unseal())
                .forEach(r -> rows.add(r.key() + " " + new TreeMap<>(r.cells()) + " " + r.statements()));
        answers.put("rows", String.join("\n", rows));
        var report = context.getAutowireCapableBeanFactory()
                .createBean(Officials.class)
                .run(viewer, viewer.cases(), IntegrityRun.usual());
        answers.put("officials", report.networkSet() + " " + report.officials() + " " + report.notEnoughData());
        return answers;
    }

    @Test
    void everyReadingWithoutASourceIsThatOfAStoreThatNeverHadIt() {
        var loads = TestLoads.onEmptyStore();
        assertThat(loads.load(bundle(false)).hasRefusals()).isFalse();
        Map<String, String> never;
        try (var context = on(loads)) {
            never = answers(context, VIEWER);
        }
        loads = TestLoads.onEmptyStore();
        loads.load(bundle(true));
        try (var context = on(loads)) {
            assertThat(answers(context, VIEWER)).isNotEqualTo(never);
            assertThat(answers(context, VIEWER.withoutSources(Set.of(LEFT_OUT))))
                    .isEqualTo(never);
        }
    }

    /** In both the asker's own cases say which persons there are, whatever is left out. */
    @Test
    void aNetworkWithoutASourceIsThatOfAStoreThatNeverHadItNowAndAsKnown() {
        var whole = NetworkQuestion.of(Set.of("CASE-1"));
        var loads = TestLoads.onEmptyStore();
        loads.load(bundle(false));
        String never;
        try (var context = on(loads)) {
            never = networks(context, whole);
        }
        loads = TestLoads.onEmptyStore();
        loads.load(bundle(true));
        try (var context = on(loads)) {
            assertThat(networks(context, whole)).isNotEqualTo(never);
            var question = whole.withoutSources(Set.of(LEFT_OUT));
            assertThat(networks(context, question)).isEqualTo(never);
            assertThat(networks(context, question.knownBy(Instant.now().plusSeconds(60))))
                    .isEqualTo(never);
        }
    }

    private static String networks(AnnotationConfigApplicationContext context, NetworkQuestion question) {
        var beans = context.getAutowireCapableBeanFactory();
        var networks = beans.createBean(ActorNetworks.class);
        var stated = networks.stated(VIEWER, question);
        var door = context.getBean(ReadingDoor.class);
        var flows = new Flows(door, networks, context.getBean(Protection.class));
        var answer = new Investigations(networks, context.getBean(Names.class), door, flows)
                .paths(VIEWER, question, new Key("TEST:p1"), new Key("TEST:p3"), 5, RunControl.PLAIN);
        return stated.network().snapshot().digest() + " " + answer.paths() + " "
                + new TreeMap<>(answer.names()) + " "
                + stated.withoutEachOrigin().size();
    }

    @Test
    void asKnownWithoutASourceIsWhatIsThereWithoutItToday() {
        var loads = TestLoads.onEmptyStore();
        loads.load(bundle(true));
        var viewer = VIEWER.withoutSources(Set.of(LEFT_OUT));
        try (var context = on(loads)) {
            var then = context.getBean(Earlier.class).at(viewer, Instant.now().plusSeconds(60));
            var surroundings = context.getBean(Surroundings.class);
            var all = List.of("p1", "p2", "p3", "p4", "o1", "f1", "f2", "h1").stream()
                    .map(id -> new Key("TEST:" + id))
                    .toList();
            assertThat(then.names(all)).isEqualTo(context.getBean(Names.class).of(viewer, all));
            for (Key key : all) {
                assertThat(then.countByKind(key)).as(key.value()).isEqualTo(surroundings.countByKind(viewer, key));
                assertThat(then.dossier(key).map(Dossiers.Dossier::values))
                        .as(key.value())
                        .isEqualTo(
                                context.getBean(Dossiers.class).of(viewer, key).map(Dossiers.Dossier::values));
            }
        }
    }

    @Test
    void aThingThatOthersStillNameIsThereWithoutWhatTheSourceSaidOfIt() {
        var loads = TestLoads.onEmptyStore();
        loads.load(Bundles.bundle()
                .file("sources", "id,kind", "s1,registry", "s14,tip")
                .file(
                        "persons",
                        "id,name,sex,source",
                        "p1,Awang Budi,male,s14",
                        "p2,Salmah Jamil,female,s14",
                        "p3,Hassan,male,s1")
                .file("links", "id,subject,relation,object,source", "l1,p3,associate,p1,s1", "l2,p3,associate,p2,s14"));
        try (var context = on(loads)) {
            var viewer = VIEWER.withoutSources(Set.of(LEFT_OUT));
            var dossiers = context.getBean(Dossiers.class);
            var known = dossiers.of(viewer, new Key("TEST:p1")).orElseThrow();
            assertThat(known.thing().name()).isEqualTo("Unknown person 1");
            assertThat(known.values()).isEmpty();
            assertThat(known.rows()).containsExactly(Map.entry("links", 1L));
            assertThat(dossiers.of(viewer, new Key("TEST:p2"))).isEmpty();
            assertThat(dossiers.of(viewer, LEFT_OUT)).isEmpty();
            assertThat(context.getBean(Search.class).find(viewer, "awang", Set.of(), 5))
                    .isEmpty();
        }
    }

    @Test
    void packsAndBundlesLeaveWithoutASource() throws Exception {
        var loads = TestLoads.onEmptyStore();
        loads.load(bundle(true));
        var viewer = VIEWER.withoutSources(Set.of(LEFT_OUT));
        try (var context = on(loads)) {
            var request = new ExportRequest(
                    "CASE-1", List.of(new Key("TEST:p1"), new Key("TEST:p2")), "E-1", "a court", Optional.empty());
            byte[] pack = context.getBean(Exports.class).export(viewer, request).bytes();
            String text = new String(pack, java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text)
                    .contains("\"withoutSource\":[\"TEST:sources/s14\"]")
                    .doesNotContain("Along the Second", "Another tip");
            context.getBean(Handovers.class)
                    .write(
                            viewer,
                            new Handover(
                                    "CASE-1",
                                    Handover.Form.BUNDLE,
                                    "for a court",
                                    Optional.empty(),
                                    folder.resolve("out")));
        }
        try (var files = Files.list(folder.resolve("out"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("s14", "Along the Second");
            }
        }
        var again = TestLoads.onEmptyStore();
        again.load(folder.resolve("out"));
        String digest = again.loads().graphDigest();
        again = TestLoads.onEmptyStore();
        again.load(bundle(false));
        assertThat(digest).isEqualTo(again.loads().graphDigest());
    }
}
