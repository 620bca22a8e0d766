package org.jejak.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.audit.AuditLog;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.TestLoads;
import org.jejak.ingest.Translated;
import org.jejak.ingest.bundle.NewBundle;
import org.jejak.ingest.ftm.FtmSource;
import org.jejak.network.Handling;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves as data comes back as the same graph, and the same entities; who is protected leaves under a pseudonym. */
class HandoverIT {

    private static final Viewer PROSECUTOR =
            new Viewer("siti", EnumSet.of(Role.PROSECUTOR), Set.of("CASE-1"), Handling.RED);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private int logs;

    /** A log of its own for each context, which closes it. */
    private AuditLog audit() {
        return TestExports.audit(folder.resolve("log" + ++logs));
    }

    private Handover.Done handOver(TestLoads loads, Handover.Form form, Optional<String> basis, String name) {
        try (var context = TestExports.on(loads, folder, audit())) {
            return context.getBean(Handovers.class)
                    .write(PROSECUTOR, new Handover("CASE-1", form, "for the court", basis, folder.resolve(name)));
        }
    }

    private static Bundles first() {
        return Bundles.bundle()
                .delivered("2020-01-01T00:00:00Z")
                .with("timezone", "Asia/Kuala_Lumpur")
                .file(
                        "sources",
                        "id,kind,title,reliability,credibility,handling",
                        "s1,registry,A title,B,2,",
                        "s2,tip,,C,,TLP:RED")
                .file(
                        "persons",
                        "id,name,aliases,birth_date,nationality,favourite dish,source,grade",
                        "p1,\"Awang, son of Budi\",Pak Long|Along,1970-05,MY|TH,=1+1,s1|s2,B2|C3",
                        "p2,Salmah,,,,,s1,",
                        "p3,,,,,,s1|s2,")
                .file("organizations", "id,name,kind,source", "o1,Border Agency,agency,s1")
                .file("officials", "person,agency,rank,from,source", "p2,o1,Sergeant,2010,s1")
                .file("places", "id,name,kind,part_of,source", "h1,Upper camp,camp,h2,s1", "h2,The hill,camp,,s1")
                .file("phones", "id,number,source", "f1,012-345 6789,s1")
                .file(
                        "links",
                        "id,subject,relation,object,from,to,source",
                        "l1,p1,uses,f1,2014,open,s1",
                        "l2,p1,owns,h1,,,s2")
                .file("payments", "id,payer,payee,amount,currency,time,source", "y1,p1,p2,1200.50,MYR,2015-03-07,s1")
                .file("raids", "id,place,time,known_to,source", "r1,h1,2015-05-20T06:00,p2,s1")
                .file("custody", "id,person,place,in,raid,source", "c1,p3,h1,2015-05-20,r1,s1")
                .file("roles", "id,person,role,source", "g1,p3,guard,s1")
                .file("unheard", "id,what", "u1,something new", ",no id at all");
    }

    private static Bundles second() {
        return Bundles.bundle()
                .delivered("2020-02-01T00:00:00Z")
                .with("handling", "TLP:GREEN")
                .file("persons", "id,name,source", "p2,Salmah binti Jamil,s1")
                .file("withdrawals", "id,file,row,reason", "w1,links,l2,error", "w2,sources,s2,retracted");
    }

    @Test
    void aCaseLeavesAsBundlesThatLoadBackToAnEqualGraph() {
        var loads = TestLoads.onEmptyStore();
        loads.load(first());
        loads.load(second());
        String digest = loads.loads().graphDigest();
        var done = handOver(loads, Handover.Form.BUNDLE, Optional.empty(), "out");
        assertThat(done.parts()).hasSize(2);
        assertThat(done.withheld()).isEmpty();
        loads = TestLoads.onEmptyStore();
        for (Path part : List.of(done.parts().get(1), done.parts().get(0))) {
            assertThat(loads.load(part).hasRefusals()).isFalse();
        }
        assertThat(loads.loads().graphDigest()).isEqualTo(digest);
    }

    private Bundles waiting() {
        return Bundles.bundle()
                .delivered("2020-03-01T00:00:00Z")
                .with("sequence", "2")
                .file("sources", "id,kind,file,sha256", "s3,roster,scans/page 1.png,", "s4,roster,scans/page 1.png,")
                .file("persons", "id,name,source,grade", "p8,Waits Forhissource,s9,B2")
                .file("links", "id,subject,relation,object,source", "l8,p1,associate,p9,s3|s9")
                .file("contacts", "id,a,b,time,source", "c8,p1,h1,2015,s3")
                .file("phones", "id,number,source", "p2,+60123456799,s3")
                .file("withdrawals", "id,file,row,reason", "w8,links,l9,error");
    }

    @Test
    void whatWaitsAndTheFilesOfSourcesLeaveToo() throws IOException {
        byte[] scan = "a scanned page".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path bundle = waiting().in(folder.resolve("waiting"));
        Files.createDirectories(bundle.resolve("scans"));
        Files.write(bundle.resolve("scans").resolve("page 1.png"), scan);
        var loads = TestLoads.onEmptyStore();
        loads.load(first());
        loads.load(bundle);
        String digest = loads.loads().graphDigest();
        assertThat(loads.strings("MATCH (h:Held) RETURN h._key"))
                .containsExactlyInAnyOrder(
                        "TEST:p8", "TEST:links/l8", "TEST:contacts/c8", "TEST:p2", "TEST:withdrawals/w8");
        var done = handOver(loads, Handover.Form.BUNDLE, Optional.empty(), "out");
        assertThat(done.withheld()).isEmpty();
        assertThat(Files.readAllBytes(done.parts().getLast().resolve("scans").resolve("page 1.png")))
                .isEqualTo(scan);
        loads = TestLoads.onEmptyStore();
        done.parts().forEach(loads::load);
        assertThat(loads.loads().graphDigest()).isEqualTo(digest);
        loads = TestLoads.onEmptyStore();
        done.parts().reversed().forEach(loads::load);
        assertThat(loads.loads().graphDigest()).isEqualTo(digest);
    }

    @Test
    void whatTouchesAVictimStaysUnlessIdentified() throws IOException {
        Path bundle = waiting()
                .file("roles", "id,person,role,source", "r1,p1,suspect,s3", "r2,p9,victim,s4")
                .file("officials", "person,agency,source", "p2,o9,s3")
                .in(folder.resolve("waiting"));
        Files.createDirectories(bundle.resolve("scans"));
        Files.writeString(bundle.resolve("scans").resolve("page 1.png"), "who p9 is");
        var loads = TestLoads.onEmptyStore();
        loads.load(first());
        loads.load(bundle);
        var done = handOver(loads, Handover.Form.BUNDLE, Optional.empty(), "out");
        assertThat(text(done)).as("what waits leaves under pseudonyms too").contains(",victim,");
        assertThat(done.withheld())
                .filteredOn(w -> w.what().startsWith("the file of"))
                .hasSize(2)
                .allMatch(w -> w.sha256().length() == 64);
        Path part = done.parts().getLast();
        assertThat(part.resolve("scans")).doesNotExist();
        try (var files = Files.list(part)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("p9");
            }
        }
        String digest = loads.loads().graphDigest();
        var identified = handOver(loads, Handover.Form.BUNDLE, Optional.of("section 12"), "identified");
        assertThat(identified.withheld()).isEmpty();
        loads = TestLoads.onEmptyStore();
        identified.parts().forEach(loads::load);
        assertThat(loads.loads().graphDigest()).isEqualTo(digest);
    }

    private static List<String> lines() {
        return List.of(
                "{'id':'p/1','schema':'Person','properties':{'name':['Jane Doe','J. Doe'],'alias':['Janey'],'birthDate':['soon','1982'],'nationality':['us','eu'],'citizenship':['au'],'phone':['+60 12-000 0001'],'email':['J@Example.org'],'topics':['poi','wanted'],'passportNumber':['A1'],'unheard':['of']},'datasets':['x']}",
                "{'id':'p/1','schema':'LegalEntity','properties':{'notes':['a second fragment']}}",
                "{'id':'mill','schema':'Company','properties':{'name':['The Mill'],'jurisdiction':['my'],'addressEntity':['home'],'phone':['+60120000001']}}",
                "{'id':'home','schema':'Address','properties':{'full':['1 Hill Road'],'latitude':['6.5']}}",
                "{'id':'d','schema':'Directorship','properties':{'director':['p/1'],'organization':['mill'],'role':['chair'],'startDate':['2011']}}",
                "{'id':'pay','schema':'Payment','properties':{'payer':['p/1'],'beneficiary':['mill'],'amount':['1,200.50'],'currency':['MYR'],'date':['2014'],'programme':['aid']}}",
                "{'id':'call','schema':'Call','properties':{'callerNumber':['+60120000001'],'receiverNumber':['+60120000002'],'date':['2014-05-01T21'],'duration':['60']}}",
                "{'id':'post','schema':'Position','properties':{'name':['Chief of the jetty']}}",
                "{'id':'occ','schema':'Occupancy','properties':{'holder':['p/1'],'post':['post']}}",
                "{'id':'sanction','schema':'Sanction','properties':{'entity':['p/1','mill'],'program':['X']}}",
                "{'id':'doc','schema':'Document','properties':{'title':['Ledger'],'fileName':['ledger.pdf'],'contentHash':['abc']}}",
                "{'id':'star','schema':'Starship','properties':{'name':['Unheard of']},'mine':{'deep':[1]}}");
    }

    private record Entity(String schema, TreeMap<String, TreeSet<String>> properties) {}

    private static TreeMap<String, Entity> entities(Path stream) throws IOException {
        var entities = new TreeMap<String, Entity>();
        for (String line : Files.readAllLines(stream)) {
            JsonNode json = JSON.readTree(line);
            var properties = new TreeMap<String, TreeSet<String>>();
            json.get("properties").properties().forEach(p -> {
                var values = new TreeSet<String>();
                p.getValue().forEach(v -> values.add(v.asString()));
                properties.put(p.getKey(), values);
            });
            entities.merge(
                    json.get("id").asString(), new Entity(json.get("schema").asString(), properties), (a, b) -> {
                        b.properties()
                                .forEach((name, values) -> a.properties()
                                        .computeIfAbsent(name, n -> new TreeSet<>())
                                        .addAll(values));
                        return a;
                    });
        }
        return entities;
    }

    @Test
    void aFollowTheMoneyStreamLeavesWithEveryEntityAndPropertyItCameWith() throws IOException {
        var loads = TestLoads.onEmptyStore();
        Path in = folder.resolve("in.ftm.json");
        Files.writeString(in, String.join("\n", lines()).replace('\'', '"'));
        try (var source = FtmSource.open(in, Delivery.of("FTM", "CASE-1"), Translated.IDS)) {
            loads.loads()
                    .load(TestLoads.OPERATOR, source, LoadOptions.defaults().refusedTo(folder.resolve("refused")));
        }
        var came = entities(in);
        var done = handOver(loads, Handover.Form.FTM, Optional.empty(), "out.ftm.json");
        var left = entities(done.parts().getFirst());
        came.forEach((id, entity) -> assertThat(left.get(id)).as(id).isEqualTo(entity));
        left.keySet().removeAll(came.keySet());
        assertThat(left.values())
                .extracting(Entity::schema)
                .as("beside the file they came in")
                .containsExactly("Document");
    }

    @Test
    void whatCameAsABundleLeavesAsFollowTheMoneyThatTheReaderOfThatFormatTakes() throws IOException {
        var loads = TestLoads.onEmptyStore();
        loads.load(first());
        var done = handOver(loads, Handover.Form.FTM, Optional.empty(), "out.ftm.json");
        var left = entities(done.parts().getFirst());
        assertThat(left.get("TEST:p1").properties())
                .containsEntry("name", new TreeSet<>(Set.of("Awang, son of Budi")))
                .containsEntry("alias", new TreeSet<>(Set.of("Pak Long", "Along")))
                .containsEntry("nationality", new TreeSet<>(Set.of("my", "th")));
        assertThat(left.get("TEST:payments/y1"))
                .satisfies(p -> assertThat(p.schema()).isEqualTo("Payment"))
                .satisfies(p -> assertThat(p.properties()).containsEntry("payer", new TreeSet<>(Set.of("TEST:p1"))));
        assertThat(left.get("TEST:officials/p2@o1@2010").schema()).isEqualTo("Employment");
        assertThat(left.get("TEST:raids/r1").properties())
                .as("06:00 in Kuala Lumpur, as that format has it")
                .containsEntry("date", new TreeSet<>(Set.of("2015-05-19T22:00")));
        try (var source = FtmSource.open(done.parts().getFirst(), Delivery.of("AGAIN", "CASE-2"), Translated.IDS)) {
            var report = loads.loads()
                    .load(TestLoads.OPERATOR, source, LoadOptions.defaults().refusedTo(folder.resolve("refused")));
            assertThat(report.hasRefusals()).isFalse();
        }
    }

    /** One row of each file: what stands in a date there is a time as that format writes it. */
    @Test
    void everyKindOfRecordLeavesWithTimesThatFollowTheMoneyReads() throws IOException {
        var loads = TestLoads.onEmptyStore();
        Path bundle = folder.resolve("new");
        NewBundle.write(bundle, java.time.Instant.parse("2020-01-01T00:00:00Z"));
        String header = Files.readString(bundle.resolve("bundle.json"));
        loads.load(bundle);
        String caseRef = JSON.readTree(header).get("case").asString();
        var viewer = new Viewer("siti", EnumSet.of(Role.PROSECUTOR), Set.of(caseRef), Handling.RED);
        Path out = folder.resolve("all.ftm.json");
        try (var context = TestExports.on(loads, folder, audit())) {
            context.getBean(Handovers.class)
                    .write(viewer, new Handover(caseRef, Handover.Form.FTM, "for the court", Optional.of("s 1"), out));
        }
        var left = entities(out);
        assertThat(left).hasSizeGreaterThan(30);
        left.forEach((id, entity) -> entity.properties().forEach((property, values) -> {
            if (property.toLowerCase(java.util.Locale.ROOT).endsWith("date")) {
                assertThat(values)
                        .as(id + " " + property)
                        .allMatch(v -> v.matches("\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?)?)?)?"));
            }
        }));
    }

    @Test
    void whoIsProtectedLeavesUnderAPseudonymUnlessThereIsALegalBasis() throws IOException {
        var loads = TestLoads.onEmptyStore();
        loads.load(first().file("roles", "id,person,role,source", "v1,p1,victim,s1"));
        for (Handover.Form form : Handover.Form.values()) {
            var safe = handOver(loads, form, Optional.empty(), "safe" + form);
            assertThat(text(safe))
                    .doesNotContain("Awang")
                    .doesNotContain("Pak Long")
                    .doesNotContain("TEST:p1")
                    .contains("Salmah");
            assertThat(safe.withheld()).isNotEmpty();
            assertThat(text(handOver(loads, form, Optional.of("court order 7"), "open" + form)))
                    .contains("Awang, son of Budi");
        }
        var investigator = new Viewer("ana", EnumSet.of(Role.INVESTIGATOR), Set.of("CASE-1"), Handling.RED);
        var asked = new Handover("CASE-1", Handover.Form.FTM, "why", Optional.of("none"), folder.resolve("no"));
        try (var context = TestExports.on(loads, folder, audit())) {
            assertThatThrownBy(() -> context.getBean(Handovers.class).write(investigator, asked))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    static String text(Handover.Done done) throws IOException {
        var text = new StringBuilder();
        for (Path part : done.parts()) {
            try (var files = Files.walk(part)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    text.append(Files.readString(file));
                }
            }
        }
        return text.toString();
    }
}
