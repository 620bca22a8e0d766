package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jejak.ingest.Bundles.bundle;

import java.util.List;
import org.jejak.network.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VersionsIT {

    private static final String LIVE = "MATCH (r:Roles) WHERE r._live RETURN r.role";

    private TestLoads loads;

    @BeforeEach
    void emptyStore() {
        loads = TestLoads.onEmptyStore();
    }

    private static LoadReport.FileCounts of(LoadReport report, String file) {
        return report.files().stream()
                .filter(f -> f.file().equals(file + ".csv"))
                .findFirst()
                .orElseThrow();
    }

    private static Bundles base() {
        return bundle().delivered("2020-01-01T00:00:00Z").source().file("persons", "id,source", "p1,s1", "p2,s1");
    }

    private static Bundles role(String delivered, String role) {
        return bundle().delivered(delivered).file("roles", "id,person,role,source", "r1,p1," + role + ",s1");
    }

    private static Bundles withdrawal(String delivered, String file, String row) {
        return bundle().delivered(delivered)
                .file("withdrawals", "id,file,row,reason", "w1," + file + "," + row + ",error");
    }

    private static Bundles phone(int day, String country) {
        var phone = bundle().delivered("2020-01-0" + day + "T00:00:00Z")
                .source()
                .file("phones", "id,number,source", "f1,012-345 6789,s1", "f2,+60123456789,s1");
        return country.isEmpty() ? phone : phone.with("country", country);
    }

    private List<String> sharedNumbers() {
        return loads.strings(
                "MATCH (i:Identifier) RETURN reduce(t = '', k IN COLLECT"
                        + " { MATCH (i)<-[:IDENTIFIES]-(r) WITH r._key AS k ORDER BY k RETURN k } | t + k + ' ') AS who ORDER BY who");
    }

    @Test
    void theCountryOfTheLatestDeliveryCompletesANumberInWhateverOrderTheyAreLoaded() {
        loads.load(phone(1, ""));
        assertThat(sharedNumbers()).containsExactly("TEST:f2 ");
        String without = loads.loads().graphDigest();
        String later = loads.load(phone(2, "MY")).load();
        assertThat(sharedNumbers()).containsExactly("TEST:f1 TEST:f2 ");
        String digest = loads.loads().graphDigest();
        loads.loads().undo(TestLoads.OPERATOR, later);
        assertThat(sharedNumbers()).containsExactly("TEST:f2 ");
        assertThat(loads.loads().graphDigest()).isEqualTo(without);

        loads = TestLoads.onEmptyStore();
        loads.load(phone(2, "MY"));
        loads.load(phone(1, ""));
        assertThat(sharedNumbers()).containsExactly("TEST:f1 TEST:f2 ");
        assertThat(loads.loads().graphDigest()).isEqualTo(digest);
        loads.load(phone(3, "TH"));
        assertThat(sharedNumbers()).containsExactly("TEST:f1 ", "TEST:f2 ");
    }

    @Test
    void aGradeOfAnotherSchemeIsKeptAsGivenAndNeverTakenForAnAdmiraltyGrade() {
        loads.load(bundle().delivered("2020-01-01T00:00:00Z")
                .file("sources", "id,kind,reliability,credibility", "s1,tip,B,2")
                .file("persons", "id,source", "p1,s1")
                .file(
                        "roles",
                        "id,person,role,source,grade,grade_scheme",
                        "r1,p1,guard,s1,A1,3x5x2",
                        "r2,p1,broker,s1,,3x5x2",
                        "r3,p1,other,s1,A1,admiralty",
                        "r4,p9,other,s1,A1,police-2016"));
        // settled anew: one because its source changed, one because it no longer waits
        loads.load(bundle().delivered("2020-01-02T00:00:00Z")
                .file("sources", "id,kind,reliability,credibility", "s1,tip,C,3")
                .file("persons", "id,source", "p9,s1"));
        assertThat(loads.strings("MATCH (r:Roles)-[s:STATED_BY]->() RETURN r._key + ' ' + s.grade + ' '"
                        + " + coalesce(r.grade, '-') ORDER BY r._key"))
                .containsExactly(
                        "TEST:roles/r1 F6 A1", "TEST:roles/r2 C3 -", "TEST:roles/r3 A1 A1", "TEST:roles/r4 F6 A1");
    }

    @Test
    void theLaterDeliveryIsCurrentInWhateverOrderTheyAreLoaded() {
        loads.load(base());
        assertThat(of(loads.load(role("2020-01-02T00:00:00Z", "guard")), "roles")
                        .accepted())
                .isEqualTo(1);
        assertThat(of(loads.load(role("2020-01-04T00:00:00Z", "broker")), "roles")
                        .superseded())
                .isEqualTo(1);
        assertThat(of(loads.load(role("2020-01-03T00:00:00Z", "driver_is_no_role")), "roles")
                        .refused())
                .isEqualTo(1);
        assertThat(of(loads.load(role("2020-01-03T00:00:00Z", "organiser")), "roles")
                        .superseded())
                .isEqualTo(1);
        assertThat(loads.strings(LIVE)).containsExactly("broker");
        assertThat(loads.strings("MATCH (r:Roles) RETURN r.role"))
                .containsExactlyInAnyOrder("guard", "broker", "organiser");
        assertThat(of(loads.load(role("2020-01-05T00:00:00Z", "guard")), "roles")
                        .superseded())
                .isEqualTo(1);
        assertThat(loads.strings(LIVE)).containsExactly("guard");
        assertThat(of(loads.load(role("2020-01-06T00:00:00Z", "guard")), "roles")
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void ofTwoDeliveriesOfOneInstantTheGreaterDigestIsCurrentEitherWay() {
        loads.load(base());
        loads.load(role("2020-01-02T00:00:00Z", "guard"));
        loads.load(role("2020-01-02T00:00:00Z", "broker"));
        List<String> one = loads.strings(LIVE);
        String digest = loads.loads().graphDigest();
        loads = TestLoads.onEmptyStore();
        loads.load(base());
        loads.load(role("2020-01-02T00:00:00Z", "broker"));
        loads.load(role("2020-01-02T00:00:00Z", "guard"));
        assertThat(loads.strings(LIVE)).isEqualTo(one).hasSize(1);
        assertThat(loads.loads().graphDigest()).isEqualTo(digest);
    }

    @Test
    void refusesADifferentRowOfAnIdTakenInTheSameBundleAndCountsAnIdenticalOneUnchanged() {
        var report = loads.load(base().file("persons", "id,name,source", "p1,A,s1", "p1,A,s1", "p1,B,s1")
                .file("places", "id,name,kind,source", "p1,Camp,camp,s1"));
        assertThat(of(report, "persons"))
                .extracting("accepted", "unchanged", "refused")
                .containsExactly(1L, 1L, 1L);
        assertThat(of(report, "places").refused()).isEqualTo(1);
    }

    @Test
    void theSameRowUnderTwoCasesIsOneRowInBoth() {
        loads.load(base());
        var second = loads.load(base().with("case", "CASE-2").with("handling", "TLP:RED"));
        assertThat(of(second, "persons").accepted()).isEqualTo(2);
        assertThat(loads.strings("MATCH (r:Persons {_key: 'TEST:p1'}) RETURN r._doors"))
                .containsExactly("[CASE-1#2, CASE-2#4]");
        loads.loads().undo(TestLoads.OPERATOR, second.load());
        assertThat(loads.strings("MATCH (r:Persons {_key: 'TEST:p1'}) RETURN r._doors"))
                .containsExactly("[CASE-1#2]");
    }

    @Test
    void aStatementIsHandledByTheStricterOfBundleAndSource() {
        loads.load(bundle().with("handling", "TLP:GREEN")
                .file("sources", "id,kind,handling,reliability,credibility", "s1,tip,TLP:RED,B,3", "s2,tip,,,2")
                .file("persons", "id,source,grade", "p1,s1,", "p2,s1|s2,", "p3,s1|s2,A1|C4"));
        assertThat(loads.strings("MATCH (r:Persons) RETURN r._doors ORDER BY r._key"))
                .containsExactly("[CASE-1#4]", "[CASE-1#1]", "[CASE-1#1]");
        assertThat(
                        loads.strings(
                                "MATCH (r:Persons)-[s:STATED_BY]->(a) RETURN a.key + ' ' + s.doors[0] + ' ' + s.grade ORDER BY r._key, a.key"))
                .containsExactly(
                        "TEST:sources/s1 CASE-1#4 B3",
                        "TEST:sources/s1 CASE-1#4 B3",
                        "TEST:sources/s2 CASE-1#1 F2",
                        "TEST:sources/s1 CASE-1#4 A1",
                        "TEST:sources/s2 CASE-1#1 C4");
        loads.load(bundle().with("handling", "TLP:GREEN")
                .file("sources", "id,kind,handling,reliability,credibility", "s1,tip,TLP:AMBER,A,1"));
        assertThat(
                        loads.strings(
                                "MATCH (r:Persons {_key: 'TEST:p1'})-[s:STATED_BY]->() RETURN r._doors[0] + s.doors[0] + s.grade"))
                .containsExactly("CASE-1#2CASE-1#2A1");
    }

    @Test
    void aWithdrawnRowIsNoLongerCurrentUntilItIsDeliveredAgain() {
        loads.load(base());
        loads.load(role("2020-01-02T00:00:00Z", "guard"));
        String before = loads.loads().graphDigest();
        var withdrawn = loads.load(withdrawal("2020-01-03T00:00:00Z", "roles", "r1"));
        assertThat(of(withdrawn, "withdrawals").accepted()).isEqualTo(1);
        assertThat(loads.strings(LIVE)).isEmpty();
        loads.loads().undo(TestLoads.OPERATOR, withdrawn.load());
        assertThat(loads.loads().graphDigest()).isEqualTo(before);
        loads.load(withdrawal("2020-01-03T00:00:00Z", "roles", "r1"));
        loads.load(role("2020-01-04T00:00:00Z", "guard"));
        assertThat(loads.strings(LIVE)).containsExactly("guard");
    }

    @Test
    void aWithdrawalIsHeldUntilItsRowIsKnown() {
        loads.load(base());
        var report = loads.load(withdrawal("2020-01-03T00:00:00Z", "roles", "r1"));
        assertThat(of(report, "withdrawals").held()).isEqualTo(1);
        assertThat(loads.load(role("2020-01-02T00:00:00Z", "guard")).released()).isEqualTo(1);
        assertThat(loads.strings(LIVE)).isEmpty();
    }

    @Test
    void whatNamesAWithdrawnEntityOrRestsOnlyOnAWithdrawnSourceIsNotLive() {
        loads.load(base().file("sources", "id,kind", "s1,tip", "s2,tip")
                .file(
                        "links",
                        "id,subject,relation,object,source",
                        "l1,p1,associate,p2,s1",
                        "l2,p1,associate,p2,s2",
                        "l3,p1,associate,p2,s1|s2"));
        String links = "MATCH (r:Links) WHERE r._live RETURN r._key ORDER BY r._key";
        var source = loads.load(withdrawal("2020-01-03T00:00:00Z", "sources", "s2"));
        assertThat(loads.strings(links)).containsExactly("TEST:links/l1", "TEST:links/l3");
        assertThat(
                        loads.strings(
                                "MATCH (:Links {_key: 'TEST:links/l3'})-[s:STATED_BY]->(a) WHERE size(s.doors) > 0 RETURN a.key"))
                .containsExactly("TEST:sources/s1");
        loads.loads().undo(TestLoads.OPERATOR, source.load());
        assertThat(loads.strings(links)).hasSize(3);
        loads.load(withdrawal("2020-01-03T00:00:00Z", "persons", "p2"));
        assertThat(loads.strings(links)).isEmpty();
        loads.load(base().delivered("2020-01-04T00:00:00Z"));
        assertThat(loads.strings(links)).hasSize(3);
    }

    @Test
    void aNamespaceBelongsToTheAgencyThatFirstStatedItself() {
        var first = loads.load(base().with("agency", "Police"));
        loads.load(base());
        loads.load(base().with("agency", "Police"));
        var stranger = base().with("agency", "Customs").in(loads.folder());
        assertThatThrownBy(() -> loads.load(stranger)).isInstanceOf(NotAllowed.class);
        assertThat(loads.strings("MATCH (l:Load) RETURN l.id")).hasSize(3).contains(first.load());
    }

    @Test
    void keepsRowsOfUnknownFilesAndUnknownColumns() {
        var report = loads.load(base().file("persons", "id,scar,source", "p1,left hand,s1")
                .file("zebras", "id,stripes", "z1,many", "z1,few", ",none"));
        assertThat(of(report, "zebras")).extracting("rows", "kept", "accepted").containsExactly(3L, 3L, 0L);
        assertThat(loads.strings("MATCH (r:Record {_file: 'zebras'}) RETURN r._key"))
                .hasSize(3);
        assertThat(loads.strings("MATCH (r:Persons) RETURN keys(r)").get(0)).doesNotContain("scar");
    }

    @Test
    void sharesIdentifiersAcrossNamespacesAndLetsGoOfThem() {
        loads.load(base().with("country", "MY").file("phones", "id,number,source", "f1,012-345 6789,s1"));
        var other = loads.load(base().with("namespace", "NGO").file("phones", "id,number,source", "x,+60123456789,s1"));
        assertThat(loads.strings("MATCH (i:Identifier) RETURN i.kind + ' ' + COUNT { (i)<-[:IDENTIFIES]-() }"))
                .containsExactly("phone 2");
        loads.loads().undo(TestLoads.OPERATOR, other.load());
        assertThat(loads.strings("MATCH (i:Identifier) RETURN i.kind + ' ' + COUNT { (i)<-[:IDENTIFIES]-() }"))
                .containsExactly("phone 1");
    }

    @Test
    void aDryRunLeavesNothing() {
        String empty = loads.loads().graphDigest();
        try (var source = org.jejak.ingest.bundle.BundleSource.open(base().in(loads.folder()))) {
            var report = loads.loads()
                    .load(TestLoads.OPERATOR, source, LoadOptions.defaults().asDryRun());
            assertThat(of(report, "persons").accepted()).isEqualTo(2);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        assertThat(loads.loads().graphDigest()).isEqualTo(empty);
        assertThat(loads.loads().all(TestLoads.OPERATOR)).isEmpty();
    }

    @Test
    void takesEveryRowOfANewBundle() throws java.io.IOException {
        var folder = loads.folder();
        org.jejak.ingest.bundle.NewBundle.write(folder, java.time.Instant.parse("2020-01-01T00:00:00Z"));
        var report = loads.load(folder);
        assertThat(report.files())
                .allSatisfy(f -> assertThat(f.accepted()).as(f.file()).isEqualTo(1));
    }
}
