package org.jejak.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jejak.analysis.MeasureStopped;
import org.jejak.analysis.ProgressListener;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.StopSignal;
import org.jejak.audit.AuditLog;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.pack.verify.PackFormat;
import org.jejak.pack.verify.PackVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * <pre>
 *   Dalang ──recruits── Nurhaliza (victim) ──uses── her phone        s1 testimony of hers, s2 gate log, s3 call data
 *     │  └──commands── Penjaga                                       Pegawai, an official: called Dalang on duty
 *     └──lives at── villa      Nurhaliza ──lives_at── hut
 * </pre>
 */
class ExportsIT {

    private static final Viewer PROSECUTOR =
            new Viewer("putri", Set.of(Role.PROSECUTOR), Set.of("CASE-1"), Handling.RED);
    private static final Viewer OPERATOR =
            new Viewer(Viewer.OPERATOR, Set.of(Role.values()), Set.of("CASE-1"), Handling.RED);
    private static final List<String> SECRETS = List.of(
            "Nurhaliza",
            "Bunga Melati",
            "+60123459876",
            "60123459876",
            "1987-04-21",
            "left hand",
            "hut of hers",
            "said in her own words",
            "TEST:p-victim",
            "TEST:f-hers",
            "TEST:sources/s-hers");

    @TempDir
    Path folder;

    private final TestLoads loads = TestLoads.onEmptyStore();
    private AnnotationConfigApplicationContext context;
    private AuditLog audit;
    private Exports exports;

    @BeforeEach
    void open() {
        audit = TestExports.audit(folder);
        context = TestExports.on(loads, folder, audit);
        exports = context.getBean(Exports.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void aCase() {
        loads.load(Bundles.bundle()
                .with("country", "MY")
                .with("handling", "TLP:GREEN")
                .file(
                        "sources",
                        "id,kind,title,origin,date,reliability,credibility,text",
                        "s-hers,testimony,Statement of Nurhaliza,Nurhaliza binti Contoh,2015-06-02,B,2,said in her own words",
                        "s2,gate_log,Gate log of the north gate,north gate,2015,A,1,",
                        "s3,phone_record,Call data,operator,2015,A,1,")
                .file(
                        "persons",
                        "id,name,aliases,sex,birth_date,note,source",
                        "p-victim,Nurhaliza binti Contoh,Bunga Melati,female,1987-04-21,scar on the left hand,s-hers",
                        "p-boss,Dalang Besar,,male,,runs it,s2",
                        "p-guard,Penjaga Malam,,male,,,s2",
                        "p-off,Pegawai Contoh,,male,,,s2")
                .file(
                        "roles",
                        "id,person,role,from,source",
                        "r1,p-victim,victim,2015-03-07,s-hers",
                        "r2,p-boss,organiser,,s2",
                        "r3,p-off,official,,s2")
                .file("places", "id,name,kind,source", "h1,hut of hers,home,s-hers", "g1,North gate,checkpoint,s2")
                .file("phones", "id,number,source", "f-hers,+60123459876,s3", "f-boss,+60198765432,s3")
                .file(
                        "links",
                        "id,subject,relation,object,from,note,source",
                        "l1,p-boss,recruits,p-victim,2015-03-07,took Nurhaliza at night,s-hers",
                        "l2,p-boss,commands,p-guard,2015-03-07,every morning,s2",
                        "l3,p-victim,uses,f-hers,2015-03-07,,s3",
                        "l4,p-victim,lives_at,h1,,,s-hers",
                        "l5,p-boss,uses,f-boss,2015-01,,s3",
                        "l6,p-guard,associate,p-off,2015-02-03,heard of Nurhaliza,s2")
                .file(
                        "contacts",
                        "id,a,b,time,channel,source",
                        "c1,f-boss,f-hers,2015-03-07T21:10:05+08:00,call,s3",
                        "c2,p-off,f-boss,2015-03-09T10:00:00+08:00,call,s3")
                .file("duties", "id,official,kind,subjects,time,source", "d1,p-off,interview,p-boss,2015-03-09,s2")
                .file(
                        "statements",
                        "id,entity,property,value,contradicts,source",
                        "t1,p-boss,name,Dalang Kecil,true,s2"));
    }

    private static ExportRequest asked(String... ids) {
        return request(Optional.empty(), ids);
    }

    private static ExportRequest request(Optional<String> legalBasis, String... ids) {
        return new ExportRequest(
                "CASE-1",
                java.util.Arrays.stream(ids).map(Key::new).toList(),
                "E-1",
                "trial of the first defendant",
                legalBasis);
    }

    private static final String[] EVERYBODY = {
        "TEST:p-victim", "TEST:p-boss", "TEST:p-guard", "TEST:p-off", "TEST:f-hers", "TEST:f-boss", "TEST:h1"
    };

    @Test
    void aPackOfEverybodyNamesNoVictimAnywhere() throws IOException {
        aCase();
        var exported = exports.export(PROSECUTOR, asked(EVERYBODY));
        assertThat(TestExports.found(SECRETS, exported.bytes())).isEmpty();
        String graph = text(exported.bytes(), PackFormat.GRAPH);
        assertThat(graph)
                .contains("Dalang Besar", "Penjaga Malam", "every morning", "runs it", "+60198765432")
                .contains("Protected person 1", "\"recruits\"", "\"2015-03\"")
                .doesNotContain("heard of");
        assertThat(exported.withheld()).extracting(PackContent.Withheld::what).anyMatch(w -> w.contains("note of"));
        assertThat(exported.entities()).isEqualTo(7);
        assertThat(exported.links()).isEqualTo(9);
    }

    @Test
    void itVerifiesAndIsInTheLog() throws IOException {
        aCase();
        Path out = folder.resolve("pack.zip");
        var exported = exports.export(PROSECUTOR, asked(EVERYBODY), out);
        var verdict = PackVerifier.verify(
                out, SigningKeys.known(folder.resolve("keys")).keySet());
        assertThat(verdict.checks()).allMatch(c -> c.ok());
        assertThat(verdict.fingerprint()).isEqualTo(exported.fingerprint());
        var entries = new ArrayList<org.jejak.audit.Entry>();
        audit.read(entries::add);
        assertThat(entries)
                .anyMatch(e -> e.action().equals("export") && e.objects().contains("TEST:p-boss"));
        assertThat(audit.verify().whole()).isTrue();
        assertThat(exported.summary("pack.zip"))
                .containsKeys("pack", "exhibit", "fingerprint", "manifestSha256", "entities", "links", "withheld");
    }

    /** At whichever of its steps it is told to: there is no pack, nothing is left behind, and the log does not claim one. */
    @Test
    void whoGivesUpGetsNothingAndTheLogSaysSo() throws IOException {
        aCase();
        exports.export(PROSECUTOR, asked(EVERYBODY));
        var before = files();
        int whole = stepsOfAWholeExport();
        assertThat(whole).isGreaterThan(50);
        for (int step = 0; step < whole; step++) {
            int seen = actions().size();
            var steps = new AtomicInteger(step);
            var stopping = stopping(() -> steps.getAndDecrement() <= 0);
            assertThatThrownBy(() -> exports.export(PROSECUTOR, asked(EVERYBODY), stopping))
                    .isInstanceOf(MeasureStopped.class);
            var since = actions().subList(seen, actions().size());
            assertThat(since.stream().filter("export"::equals).count())
                    .as("after " + step + " steps: " + since)
                    .isEqualTo(since.stream()
                            .filter("export ended without a pack"::equals)
                            .count());
            assertThat(files()).isEqualTo(before);
        }
        assertThat(actions()).contains("export ended without a pack");
        assertThat(audit.verify().whole()).isTrue();
        assertThat(exports.export(PROSECUTOR, asked(EVERYBODY)).entities()).isEqualTo(7);
    }

    private static RunControl stopping(StopSignal stop) {
        return new RunControl(stop, ProgressListener.NONE, 1);
    }

    private int stepsOfAWholeExport() {
        var asked = new AtomicInteger();
        exports.export(PROSECUTOR, asked(EVERYBODY), stopping(() -> {
            asked.incrementAndGet();
            return false;
        }));
        return asked.get();
    }

    private List<String> actions() {
        var actions = new ArrayList<String>();
        audit.read(entry -> actions.add(entry.action()));
        return actions;
    }

    /** All that lies in the home and beside the keys. */
    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void howFarItIsIsSaidAndNeverLess() {
        aCase();
        var shares = new ArrayList<Double>();
        exports.export(
                PROSECUTOR, asked(EVERYBODY), new RunControl(StopSignal.NEVER, (step, share) -> shares.add(share), 1));
        assertThat(shares).isSorted().hasSizeGreaterThan(8).allMatch(share -> share >= 0 && share <= 1);
    }

    @Test
    void warnsOfADutyThatExplainsAContactAndWasLeftOut() {
        aCase();
        var exported = exports.export(PROSECUTOR, asked("TEST:contacts/c2"));
        assertThat(exported.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.record()).isEqualTo(new Key("TEST:duties/d1"));
            assertThat(left.about()).containsExactly(new Key("TEST:contacts/c2"));
        });
        var whole = exports.export(PROSECUTOR, asked("TEST:contacts/c2", "TEST:duties/d1"));
        assertThat(whole.leftOut()).isEmpty();
    }

    @Test
    void contradictionsComeAlong() throws IOException {
        aCase();
        var exported = exports.export(PROSECUTOR, asked("TEST:p-boss", "TEST:p-guard"));
        assertThat(text(exported.bytes(), PackFormat.GRAPH)).contains("Dalang Kecil");
    }

    @Test
    void anIdentifiedPackNeedsTheProsecutorAndABasis() throws IOException {
        aCase();
        var identified = exports.export(PROSECUTOR, request(Optional.of("order 7/2026"), EVERYBODY));
        assertThat(text(identified.bytes(), PackFormat.GRAPH)).contains("Nurhaliza binti Contoh", "1987-04-21");
        var entries = new ArrayList<org.jejak.audit.Entry>();
        audit.read(entries::add);
        assertThat(entries).anyMatch(e -> e.action().equals("export identified"));
        assertThat(entries).anyMatch(e -> e.action().equals("open identities"));
        assertThatThrownBy(() -> exports.export(OPERATOR, request(Optional.of("order 7/2026"), EVERYBODY)))
                .isInstanceOf(NotAllowed.class);
        var investigator = TestLoads.investigator("ivan", Handling.RED, "CASE-1");
        assertThatThrownBy(() -> exports.export(investigator, request(Optional.of("order 7/2026"), EVERYBODY)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aCaseOrAThingThatMayNotBeSeenIsNotThere() {
        aCase();
        var stranger = TestLoads.investigator("eve", Handling.RED, "OTHER");
        assertThatThrownBy(() -> exports.export(stranger, asked("TEST:p-boss"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> exports.export(PROSECUTOR, asked("TEST:nobody")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aReasonThatNamesAVictimIsRefused() {
        aCase();
        var request = new ExportRequest(
                "CASE-1", List.of(new Key("TEST:p-boss")), "E-1", "what Nurhaliza suffered", Optional.empty());
        assertThatThrownBy(() -> exports.export(PROSECUTOR, request)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCourtCanBeToldWhoAPseudonymIs() throws IOException {
        aCase();
        String graph = text(exports.export(PROSECUTOR, asked(EVERYBODY)).bytes(), PackFormat.GRAPH);
        String release = graph.replaceAll("(?s).*\"release\":\"([0-9a-f]+)\".*", "$1");
        String salt = exports.openCommitment(PROSECUTOR, release, new Key("TEST:p-victim"), "ordered by the court");
        assertThat(graph).contains(Bag.digest("SHA-256", (salt + " TEST:p-victim").getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> exports.openCommitment(OPERATOR, release, new Key("TEST:p-victim"), "curious"))
                .isInstanceOf(NotAllowed.class);
    }

    private static String text(byte[] pack, String name) throws IOException {
        return new String(TestExports.members(pack).get(name), StandardCharsets.UTF_8);
    }
}
