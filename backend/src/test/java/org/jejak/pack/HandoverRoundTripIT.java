package org.jejak.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jejak.analysis.RunControl;
import org.jejak.api.BrokersBody;
import org.jejak.api.CommunitiesBody;
import org.jejak.api.PathsBody;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.LoadReport;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.TestLoads;
import org.jejak.ingest.Translated;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.ingest.bundle.NewBundle;
import org.jejak.ingest.edges.EdgeListSource;
import org.jejak.ingest.edges.GraphFileSource;
import org.jejak.ingest.ftm.FtmSource;
import org.jejak.ingest.htcds.HtcdsSource;
import org.jejak.ingest.mapping.MappedSource;
import org.jejak.ingest.mapping.MappingReader;
import org.jejak.integrity.IntegrityRun;
import org.jejak.integrity.Officials;
import org.jejak.investigation.Investigations;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.projection.ActorNetworks;
import org.jejak.projection.Flows;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.jejak.world.SampleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loaded, handed over, loaded into a store that is empty: what is asked then is answered as before. */
class HandoverRoundTripIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** With more than these the officials are not asked of: it takes minutes. */
    private static final long MANY_SHIFTS = 1_000;

    private static final Handover.Done NOTHING = new Handover.Done(Handover.Form.BUNDLE, List.of(), 0, List.of());

    @TempDir
    Path folder;

    private int number;

    private AnnotationConfigApplicationContext on(TestLoads loads) {
        return TestExports.on(loads, folder, TestExports.audit(folder.resolve("log" + ++number)));
    }

    private static Viewer viewer(String caseRef) {
        return new Viewer(
                "siti", EnumSet.of(Role.PROSECUTOR, Role.INVESTIGATOR, Role.INTEGRITY), Set.of(caseRef), Handling.RED);
    }

    private interface Opening {
        RowSource open() throws IOException;
    }

    private LoadReport load(TestLoads loads, Opening opening) throws IOException {
        try (var source = opening.open()) {
            return loads.loads()
                    .load(
                            TestLoads.OPERATOR,
                            source,
                            LoadOptions.defaults().refusedTo(folder.resolve("refused" + ++number)));
        }
    }

    private Handover.Done handOver(TestLoads loads, String caseRef, Handover.Form form) {
        try (var context = on(loads)) {
            return context.getBean(Handovers.class)
                    .write(
                            viewer(caseRef),
                            new Handover(
                                    caseRef,
                                    form,
                                    "for the court",
                                    Optional.empty(),
                                    folder.resolve("out" + ++number)));
        }
    }

    /** What the command line prints, question by question. */
    private TreeMap<String, String> answers(TestLoads loads, String caseRef) {
        var viewer = viewer(caseRef);
        var answers = new TreeMap<String, String>();
        try (var context = on(loads)) {
            var door = context.getBean(ReadingDoor.class);
            var networks = new ActorNetworks(door, context.getBean(Protection.class));
            var flows = new Flows(door, networks, context.getBean(Protection.class));
            var investigations = new Investigations(networks, context.getBean(Names.class), door, flows);
            var question = NetworkQuestion.of(Set.of(caseRef));
            var brokers = BrokersBody.of(investigations.brokers(viewer, question, 7, RunControl.PLAIN), 7, 0);
            answers.put("brokers", JSON.writeValueAsString(brokers));
            answers.put(
                    "communities",
                    JSON.writeValueAsString(
                            CommunitiesBody.of(investigations.communities(viewer, question, 7, RunControl.PLAIN), 7)));
            if (brokers.actors().size() > 1) {
                var from = new Key(brokers.actors().getFirst().id());
                var to = new Key(brokers.actors().getLast().id());
                var found = investigations.paths(viewer, question, from, to, 3, RunControl.PLAIN);
                answers.put("paths", JSON.writeValueAsString(PathsBody.of(found, from, to, 3, Map.of())));
            }
            answers.put("counts", door.count(viewer).toString());
            if (door.count(viewer).getOrDefault("shifts", 0L) < MANY_SHIFTS) {
                var report = context.getAutowireCapableBeanFactory()
                        .createBean(Officials.class)
                        .run(viewer, viewer.cases(), IntegrityRun.usual());
                answers.put("officials", report.networkSet() + " " + report.officials() + " " + report.notEnoughData());
            }
        }
        return answers;
    }

    private List<VisibleRecord> rows(TestLoads loads, String caseRef, RecordFile... files) {
        try (var context = on(loads)) {
            return context.getBean(ReadingDoor.class)
                    .records(viewer(caseRef), Reading.of(files).unseal());
        }
    }

    /** Rows by file; less those of {@code done} that could not leave at all. */
    private TreeMap<String, Long> counts(TestLoads loads, String caseRef, Handover.Done done) {
        try (var context = on(loads)) {
            var counts = new TreeMap<>(context.getBean(ReadingDoor.class).count(viewer(caseRef)));
            done.withheld().stream()
                    .map(PackContent.Withheld::what)
                    .filter(what -> what.startsWith("the row ") && what.contains(":statements/"))
                    .forEach(row -> counts.merge("statements", -1L, Long::sum));
            counts.values().removeIf(n -> n == 0);
            return counts;
        }
    }

    private static void changesNothing(LoadReport report) {
        assertThat(report.hasRefusals()).isFalse();
        assertThat(report.files())
                .as("loaded once more")
                .allMatch(f -> f.accepted() + f.superseded() + f.refused() == 0);
    }

    /** Back into the same store, into an empty one, and there once more. */
    private void comesBack(TestLoads first, String caseRef) throws IOException {
        var before = answers(first, caseRef);
        String digest = first.loads().graphDigest();
        var done = handOver(first, caseRef, Handover.Form.BUNDLE);
        assertThat(done.withheld()).isEmpty();
        for (Path part : done.parts()) {
            changesNothing(load(first, () -> BundleSource.open(part)));
        }
        assertThat(first.loads().graphDigest()).isEqualTo(digest);
        var second = TestLoads.onEmptyStore();
        for (Path part : done.parts()) {
            assertThat(load(second, () -> BundleSource.open(part)).hasRefusals())
                    .as(part.toString())
                    .isFalse();
        }
        assertThat(second.loads().graphDigest()).isEqualTo(digest);
        assertThat(answers(second, caseRef)).isEqualTo(before);
        for (Path part : done.parts()) {
            changesNothing(load(second, () -> BundleSource.open(part)));
        }
    }

    private static Path file(Path folder, String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    /** The kite, of which one is a victim, and as it would be if nobody were. */
    @Test
    void theKiteComesBackAndWithoutItsVictimToTheByte() throws IOException {
        Path nobody = Files.createDirectory(folder.resolve("kite"));
        try (var files = Files.list(Bundles.kite())) {
            for (Path file : files.toList()) {
                Files.write(
                        nobody.resolve(file.getFileName()),
                        Files.readAllLines(file).stream()
                                .map(line -> line.replace(",victim,", ",transporter,")
                                        .replace(",driver,", ",transporter,")
                                        .replace("s1,testimony,", "s1,registry,"))
                                .toList());
            }
        }
        String caseRef = JSON.readTree(Files.readString(nobody.resolve("bundle.json")))
                .get("case")
                .asString();
        var loads = TestLoads.onEmptyStore();
        load(loads, () -> BundleSource.open(nobody));
        comesBack(loads, caseRef);
        loads = TestLoads.onEmptyStore();
        load(loads, () -> BundleSource.open(Bundles.kite()));
        assertThat(rows(loads, caseRef, RecordFile.ROLES)).anyMatch(r -> Guarded.protects(r));
        var before = answers(loads, caseRef);
        var done = handOver(loads, caseRef, Handover.Form.BUNDLE);
        var second = TestLoads.onEmptyStore();
        for (Path part : done.parts()) {
            assertThat(load(second, () -> BundleSource.open(part)).hasRefusals())
                    .isFalse();
        }
        var after = answers(second, caseRef);
        assertThat(listed(after.get("brokers"))).isEqualTo(listed(before.get("brokers")));
        assertThat(after.get("counts")).isEqualTo(before.get("counts"));
    }

    @Test
    void theWiretapNetworkComesBackWithEveryWeight() throws IOException {
        var edges = Translated.real("caviar/edges.csv");
        assumeTrue(edges.isPresent(), "the real networks do not lie beside the repository");
        var loads = TestLoads.onEmptyStore();
        load(
                loads,
                () -> EdgeListSource.open(
                        edges.get(), Translated.real("caviar/nodes.csv"), Delivery.of("CAVIAR", "TAPS")));
        var weighed = rows(loads, "TAPS", RecordFile.LINKS);
        assertThat(weighed).hasSize(205).allMatch(r -> !r.cell("weight").isEmpty());
        comesBack(loads, "TAPS");
    }

    @Test
    void theDonationsComeBackBothWays() throws IOException {
        var stream = Translated.real("ftm/donations.ijson");
        assumeTrue(stream.isPresent(), "the real networks do not lie beside the repository");
        Opening opening = () -> FtmSource.open(stream.get(), Delivery.of("PARTIES", "GIFTS"), Translated.IDS);
        var loads = TestLoads.onEmptyStore();
        load(loads, opening);
        var before = answers(loads, "GIFTS");
        var again = handOver(loads, "GIFTS", Handover.Form.FTM);
        comesBack(loads, "GIFTS");
        assertThat(again.withheld()).isEmpty();
        var second = TestLoads.onEmptyStore();
        var report = load(
                second,
                () -> FtmSource.open(again.parts().getFirst(), Delivery.of("PARTIES", "GIFTS"), Translated.IDS));
        assertThat(report.hasRefusals()).isFalse();
        var after = answers(second, "GIFTS");
        for (String question : List.of("brokers", "communities", "paths", "officials")) {
            assertThat(after.get(question)).as(question).isEqualTo(before.get(question));
        }
    }

    @Test
    void theJointPeriodsComeBackWithTheFileThatTheContractDoesNotKnow() throws IOException {
        var bundle = Translated.real("joint-periods/bundle.json");
        assumeTrue(bundle.isPresent(), "the real networks do not lie beside the repository");
        var loads = TestLoads.onEmptyStore();
        load(loads, () -> BundleSource.open(bundle.get().getParent()));
        comesBack(loads, "JPA");
    }

    @Test
    void graphsComeBack() throws IOException {
        var graphml = file(
                folder,
                "pier.graphml",
                "<?xml version='1.0'?><graphml xmlns='http://graphml.graphdrawing.org/xmlns'>",
                "<key id='l' for='node' attr.name='label' attr.type='string'/>",
                "<key id='s' for='node' attr.name='shift' attr.type='string'/>",
                "<key id='w' for='edge' attr.name='weight' attr.type='double'/>",
                "<graph edgedefault='undirected'><node id='n1'><data key='l'>Uma</data><data key='s'>night, =2</data></node>",
                "<node id='n2'/><node id='n3'/><edge source='n1' target='n2'><data key='w'>2.5</data></edge>",
                "<edge source='n2' target='n3'><data key='w'>0.125</data></edge></graph></graphml>");
        var gexf = file(
                folder,
                "pier.gexf",
                "<?xml version='1.0'?><gexf xmlns='http://gexf.net/1.3' version='1.3'><graph defaultedgetype='undirected'>",
                "<nodes><node id='g1' label='Oto'/><node id='g2' label='Pim'/></nodes>",
                "<edges><edge id='0' source='g1' target='g2' weight='4' label='rowed with'/></edges></graph></gexf>");
        var loads = TestLoads.onEmptyStore();
        load(loads, () -> GraphFileSource.graphml(graphml, Delivery.of("PIER", "GRAPHS")));
        load(loads, () -> GraphFileSource.gexf(gexf, Delivery.of("BOAT", "GRAPHS")));
        comesBack(loads, "GRAPHS");
    }

    @Test
    void aMappedTableComesBack() throws Exception {
        Path calls = Path.of(getClass().getResource("/mapping/calls.csv").toURI());
        Path mapping = Path.of(getClass().getResource("/mapping/calls.yaml").toURI());
        var loads = TestLoads.onEmptyStore();
        load(
                loads,
                () -> MappedSource.open(
                        calls, MappingReader.read(mapping), Delivery.of("TELCO", "CALLS"), Translated.IDS));
        comesBack(loads, "CALLS");
    }

    /** Rows of this format describe victims: they leave under pseudonyms, each with all the rows that it had. */
    @Test
    void rowsOfVictimsComeBackAsManyAndWithoutAName() throws IOException {
        var table = file(
                folder,
                "cases.csv",
                "prs_Id,prs_FirstName,prs_SecondName,prs_Gender,prs_MobilePhone,prs_MailingCity,vic_TraffickingStatus,vic_MethodsOfControl,vic_TypeOfExploitation,cas_Status,con_Consent",
                "k7,Dewi,Rekaan,Feminine,+8801700000011,Nowhere,ActualVictimOfTrafficking,DebtBondage,ForcedLabour,Active,false");
        var loads = TestLoads.onEmptyStore();
        load(loads, () -> HtcdsSource.open(table, Delivery.of("CARE", "CARED"), Translated.IDS));
        String counts = answers(loads, "CARED").get("counts");
        var done = handOver(loads, "CARED", Handover.Form.BUNDLE);
        var second = TestLoads.onEmptyStore();
        for (Path part : done.parts()) {
            assertThat(load(second, () -> BundleSource.open(part)).hasRefusals())
                    .as(Files.readString(part.resolve("bundle.json")))
                    .isFalse();
        }
        assertThat(second.strings("MATCH (h:Held) RETURN h._key")).isEmpty();
        assertThat(answers(second, "CARED").get("counts")).isEqualTo(counts);
        assertThat(HandoverIT.text(done)).doesNotContain("Dewi", "Rekaan", "8801700000011", "Nowhere", "CARE:k7");
    }

    private static TreeMap<String, String> listed(String brokers) {
        var listed = new TreeMap<String, String>();
        JSON.readTree(brokers)
                .get("actors")
                .forEach(a -> listed.put(
                        a.get("id").asString(),
                        List.of(
                                        "name",
                                        "rank",
                                        "degree",
                                        "betweenness",
                                        "harmonic",
                                        "pageRank",
                                        "coreness",
                                        "constraint")
                                .stream()
                                .map(f -> figure(a.get(f)))
                                .collect(Collectors.joining(" "))));
        return listed;
    }

    /** Under pseudonyms people come in another order, and the last digit of a long sum depends on it. */
    private static String figure(JsonNode value) {
        return value.isNumber() && !value.isIntegralNumber()
                ? value.decimalValue().round(new MathContext(12)).toPlainString()
                : value + "";
    }

    /** Thousands of rows, a hundred and more protected: nobody is refused, nothing waits, and who is listed stands as before. */
    @Test
    void theSampleCaseComesBackWithEverybodyWhoMayBeNamedWhereTheyStood() throws IOException {
        var loads = TestLoads.onEmptyStore();
        load(loads, () -> BundleSource.open(SampleCase.folder()));
        var before = answers(loads, "LEMBAH-KABUS");
        var done = handOver(loads, "LEMBAH-KABUS", Handover.Form.BUNDLE);
        var counts = counts(loads, "LEMBAH-KABUS", done);
        var second = TestLoads.onEmptyStore();
        for (Path part : done.parts()) {
            assertThat(load(second, () -> BundleSource.open(part)).hasRefusals())
                    .as(part.toString())
                    .isFalse();
        }
        assertThat(second.strings("MATCH (h:Held) RETURN h._key")).isEmpty();
        var after = answers(second, "LEMBAH-KABUS");
        var was = listed(before.get("brokers"));
        var is = listed(after.get("brokers"));
        assertThat(is).hasSameSizeAs(was);
        var renamed = new TreeMap<>(was);
        renamed.keySet().removeAll(is.keySet());
        is.keySet().retainAll(was.keySet());
        was.keySet().retainAll(is.keySet());
        assertThat(is).isEqualTo(was);
        assertThat(renamed.size()).as("relatives of somebody protected").isLessThan(30);
        assertThat(counts(second, "LEMBAH-KABUS", NOTHING)).isEqualTo(counts);
    }

    /**
     * <pre>
     *   ona ─5─ rim ─2─ vel ─1─ tas       vel is a victim, said so in a second delivery
     *     └──────9──────────────┘
     * </pre>
     */
    @Test
    void aVictimAmongManyTakesNothingFromTheOthers() throws IOException {
        var edges = file(
                folder,
                "ties.csv",
                "source,target,weight,heard",
                "ona,rim,5,at the pier",
                "rim,vel,2,at home",
                "vel,tas,1,",
                "ona,tas,9,of vel-7");
        var nodes = file(
                folder,
                "people.csv",
                "id,label,town,times seen",
                "ona,Ona Lurk,Hill,3",
                "rim,Rim Tosk,Dale,12",
                "vel,Velika Moor,Fen,4",
                "tas,Tas Ode,,1");
        var loads = TestLoads.onEmptyStore();
        load(loads, () -> EdgeListSource.open(edges, Optional.of(nodes), Delivery.of("NET", "TIES")));
        load(
                loads,
                () -> BundleSource.open(Bundles.bundle()
                        .with("namespace", "NET")
                        .with("case", "TIES")
                        .source()
                        .file("roles", "id,person,role,source", "v1,vel,victim,s1")
                        .file("diary", "id,who,says", "d1,ona,slept", "d2,vel,wept", "d3,,Moor was named")
                        .in(folder.resolve("roles"))));
        var before = answers(loads, "TIES");
        var done = handOver(loads, "TIES", Handover.Form.BUNDLE);
        assertThat(text(done.withheld()))
                .containsExactlyInAnyOrder(
                        "what identifies P:person-1: name, times seen, town; " + Why.ABOUT.text(),
                        "heard of P:row; " + Why.NAMES.text(),
                        "says, who of P:row; " + Why.NAMES.text(),
                        "says of P:row; " + Why.NAMES.text());
        var second = TestLoads.onEmptyStore();
        for (Path part : done.parts()) {
            assertThat(load(second, () -> BundleSource.open(part)).hasRefusals())
                    .isFalse();
        }
        var weights = rows(second, "TIES", RecordFile.LINKS).stream()
                .map(r -> r.cell("weight") + " " + r.cell("heard"))
                .toList();
        assertThat(weights).containsExactlyInAnyOrder("5 at the pier", "2 ", "1 ", "9 of vel-7");
        assertThat(rows(second, "TIES", RecordFile.PERSONS))
                .extracting(r -> r.cell("name") + "/" + r.cell("town") + "/" + r.cell("times seen"))
                .containsExactlyInAnyOrder("Ona Lurk/Hill/3", "Rim Tosk/Dale/12", "//", "Tas Ode//1");
        var after = answers(second, "TIES");
        assertThat(listed(after.get("brokers"))).isEqualTo(listed(before.get("brokers")));
        assertThat(after.get("counts")).isEqualTo(before.get("counts"));
        assertThat(HandoverIT.text(done)).doesNotContain("Velika", "Moor", "wept", "NET:vel");
    }

    /** A victim of another case, whom no row of this one names, is none of its people. */
    @Test
    void aVictimOfAnotherCaseTakesNothing() throws IOException {
        var edges = file(folder, "ties.csv", "source,target,weight,heard", "ona,rim,5,of Velika", "rim,tas,2,at home");
        var loads = TestLoads.onEmptyStore();
        load(loads, () -> EdgeListSource.open(edges, Optional.empty(), Delivery.of("NET", "TIES")));
        load(
                loads,
                () -> BundleSource.open(Bundles.bundle()
                        .with("case", "OTHER")
                        .source()
                        .file("persons", "id,name,source", "x1,Velika Moor,s1")
                        .file("roles", "id,person,role,source", "v1,x1,victim,s1")
                        .in(folder.resolve("other"))));
        var both = new Viewer("siti", EnumSet.of(Role.PROSECUTOR), Set.of("TIES", "OTHER"), Handling.RED);
        for (Handover.Form form : Handover.Form.values()) {
            try (var context = on(loads)) {
                var done = context.getBean(Handovers.class)
                        .write(both, new Handover("TIES", form, "court", Optional.empty(), folder.resolve("o" + form)));
                assertThat(done.withheld().stream().map(PackContent.Withheld::what))
                        .containsExactlyElementsOf(
                                form == Handover.Form.BUNDLE ? List.of() : List.of("2 weights of ties"));
            }
        }
    }

    /** Pseudonyms are others in each release. */
    private static List<String> text(List<PackContent.Withheld> withheld) {
        return withheld.stream()
                .map(w -> w.what().replaceAll("PACK-HANDOVER-[0-9A-F]{6}", "P").replaceAll("P:[a-z]+/row-\\d+", "P:row")
                        + "; " + w.why())
                .toList();
    }

    /** One row of each file of the contract, and everybody in them protected. */
    @Test
    void everyKindOfRecordThatNamesSomebodyProtectedStillLoads() throws IOException {
        Path bundle = folder.resolve("new");
        NewBundle.write(bundle, Instant.parse("2020-01-01T00:00:00Z"));
        var header = JSON.readTree(Files.readString(bundle.resolve("bundle.json")));
        String caseRef = header.get("case").asString();
        var loads = TestLoads.onEmptyStore();
        load(loads, () -> BundleSource.open(bundle));
        var persons = rows(loads, caseRef, RecordFile.PERSONS);
        var roles = new ArrayList<String>(List.of("id,person,role,source"));
        persons.forEach(p -> List.of("survivor", "relative")
                .forEach(role ->
                        roles.add(role + "-" + p.key().local() + "," + p.key().local() + "," + role + ","
                                + p.values("source").getFirst().replaceFirst(".*/", ""))));
        load(
                loads,
                () -> BundleSource.open(Bundles.bundle()
                        .with("namespace", header.get("namespace").asString())
                        .with("case", caseRef)
                        .file("roles", roles.toArray(String[]::new))
                        .file(
                                "withdrawals",
                                "id,file,row,reason",
                                "w-1,roles,relative-" + persons.getFirst().key().local() + ",court_order")
                        .in(folder.resolve("all"))));
        var held = loads.strings("MATCH (h:Held) RETURN h._key").size();
        var done = handOver(loads, caseRef, Handover.Form.BUNDLE);
        var counts = counts(loads, caseRef, done);
        var second = TestLoads.onEmptyStore();
        for (Path part : done.parts()) {
            var report = load(second, () -> BundleSource.open(part));
            assertThat(report.hasRefusals()).as(report.toString()).isFalse();
        }
        assertThat(second.strings("MATCH (h:Held) RETURN h._key")).hasSize(held);
        assertThat(counts(second, caseRef, NOTHING)).isEqualTo(counts);
        for (var person : persons) {
            if (!person.cell("name").isEmpty()) {
                assertThat(HandoverIT.text(done)).doesNotContain(person.cell("name"));
            }
        }
        var stream = handOver(second, caseRef, Handover.Form.FTM);
        var third = TestLoads.onEmptyStore();
        assertThat(load(
                                third,
                                () -> FtmSource.open(
                                        stream.parts().getFirst(), Delivery.of("AGAIN", caseRef), Translated.IDS))
                        .hasRefusals())
                .isFalse();
    }

    /**
     * <pre>
     *   vel (victim) ──family── sis        both live at the hut, as do lod (a lodger) and gus (a guard); vel was kept at a camp
     * </pre>
     */
    @Test
    void relativesAndHouseholdLeaveUnderPseudonymsAndOffendersDoNot() throws IOException {
        var loads = TestLoads.onEmptyStore();
        loads.load(Bundles.bundle()
                .source()
                .file(
                        "persons",
                        "id,name,source",
                        "vel,Velika Moor,s1",
                        "sis,Sisal Reed,s1",
                        "lod,Lodo Fenn,s1",
                        "gus,Gustin Pell,s1",
                        "far,Faro Dunn,s1")
                .file("roles", "id,person,role,source", "r1,vel,victim,s1", "r2,gus,guard,s1", "r3,far,guard,s1")
                .file(
                        "places",
                        "id,name,kind,lat,lon,source",
                        "h1,Hut by the Weir,home,6.51234,100.2,s1",
                        "k1,Ridge Camp,camp,6.61234,100.3,s1",
                        "e1,Quiet House,shelter,6.71234,100.4,s1")
                .file(
                        "links",
                        "id,subject,relation,object,source",
                        "l1,vel,family,sis,s1",
                        "l2,vel,lives_at,h1,s1",
                        "l3,lod,lives_at,h1,s1",
                        "l4,gus,lives_at,h1,s1",
                        "l5,vel,lives_at,k1,s1",
                        "l6,far,lives_at,k1,s1"));
        var done = handOver(loads, "CASE-1", Handover.Form.BUNDLE);
        assertThat(HandoverIT.text(done))
                .doesNotContain("Velika", "Sisal", "Lodo", "Weir", "Quiet", "6.51234", "6.71234")
                .contains("Gustin Pell", "Faro Dunn", "Ridge Camp,camp,,6.61234,100.3");
        var second = TestLoads.onEmptyStore();
        for (Path part : done.parts()) {
            assertThat(load(second, () -> BundleSource.open(part)).hasRefusals())
                    .isFalse();
        }
    }

    /** The row of Tas is of another case: where this one arrives, its tie waits, and who hands it over is told. */
    @Test
    void whatIsNamedAndDoesNotLeaveIsSaid() {
        var loads = TestLoads.onEmptyStore();
        loads.load(Bundles.bundle().with("case", "OTHER").source().file("persons", "id,name,source", "tas,Tas Ode,s1"));
        loads.load(Bundles.bundle()
                .file("sources", "id,kind", "s2,registry")
                .file("persons", "id,name,source", "ona,Ona Lurk,s2")
                .file("links", "id,subject,relation,object,source", "l1,ona,associate,tas,s2"));
        assertThat(handOver(loads, "CASE-1", Handover.Form.BUNDLE).withheld())
                .singleElement()
                .satisfies(w -> assertThat(w.what()).isEqualTo("the row of TEST:tas"));
    }

    @Test
    void whatFollowTheMoneyHasNoPlaceForIsSaid() throws IOException {
        Path bundle = Bundles.bundle()
                .file("sources", "id,kind,file", "s1,registry,page.txt")
                .file("persons", "id,name,source", "p1,Ona Lurk,s1", "p2,Rim Tosk,s1")
                .file(
                        "links",
                        "id,subject,relation,object,weight,source",
                        "l1,p1,associate,p2,4,s1",
                        "l2,p1,recruits,p2,,s1",
                        "l3,p1,associate,p9,,s1")
                .file("rates", "id,currency,into,rate,date,source", "r1,MYR,USD,0.25,2015,s1")
                .in(folder.resolve("limits"));
        Files.writeString(bundle.resolve("page.txt"), "a page");
        var loads = TestLoads.onEmptyStore();
        loads.load(bundle);
        loads.load(Bundles.bundle().source().file("persons", "id,name,source", "p2,Rim Tosk the Younger,s1"));
        var done = handOver(loads, "CASE-1", Handover.Form.FTM);
        assertThat(done.withheld())
                .extracting(PackContent.Withheld::what)
                .containsExactlyInAnyOrder(
                        "1 files of sources",
                        "1 rows that wait for what they name",
                        "2 earlier or withdrawn versions of rows",
                        "1 weights of ties",
                        "1 rows of links",
                        "1 rows of rates");
    }

    @Test
    void tablesWithoutColumnsAndTablesThatSourcesNameComeBack() throws IOException {
        Path bundle = Bundles.bundle()
                .delivered("2020-01-01T00:00:00Z")
                .file("sources", "id,kind,file,sha256", "s1,registry,ledger.csv,")
                .file("persons", "id,name,source", "p1,\"Ona\nLurk\",s1")
                .file("ledger", "entry,sum", "first,=1+1", "second,-7", ",")
                .file("single", "only", "\"\"", "one")
                .in(folder.resolve("odd"));
        var loads = TestLoads.onEmptyStore();
        loads.load(bundle);
        byte[] ledger = Files.readAllBytes(bundle.resolve("ledger.csv"));
        comesBack(loads, "CASE-1");
        try (var written = Files.walk(folder)) {
            assertThat(written.filter(p -> p.endsWith("ledger.csv")).map(HandoverRoundTripIT::bytes))
                    .hasSize(2)
                    .allMatch(b -> Arrays.equals(b, ledger));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
