package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.ingest.Bundles.bundle;

import java.nio.file.Path;
import org.jejak.network.Handling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldRowsIT {

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

    private static Bundles persons(String... ids) {
        var lines = new String[ids.length + 1];
        lines[0] = "id,name,source";
        for (int i = 0; i < ids.length; i++) {
            lines[i + 1] = ids[i] + ",Name of " + ids[i] + ",s1";
        }
        return bundle().delivered("2020-01-01T00:00:00Z").source().file("persons", lines);
    }

    private static Bundles link(String subject, String object) {
        return bundle().delivered("2020-01-01T00:00:00Z")
                .file("links", "id,subject,relation,object,source", "l1," + subject + ",associate," + object + ",s1");
    }

    @Test
    void holdsARowUntilTheLastMissingReferenceArrives() {
        var first = loads.load(link("p1", "p2"));
        assertThat(of(first, "links").held()).isEqualTo(1);
        var second = loads.load(persons("p1"));
        assertThat(second.released()).isZero();
        var third = loads.load(persons("p2"));
        assertThat(third.released()).isEqualTo(1);
        assertThat(loads.strings("MATCH (r:Links) WHERE r._live RETURN r._key")).containsExactly("TEST:links/l1");
        assertThat(loads.strings("MATCH (h:Held) RETURN h._key")).isEmpty();
        assertThat(loads.strings("MATCH (w:Awaited) RETURN w.key")).isEmpty();
    }

    @Test
    void endsInTheSameGraphWhateverComesFirst() {
        loads.load(link("p1", "p2"));
        loads.load(persons("p1", "p2"));
        String held = loads.loads().graphDigest();
        loads = TestLoads.onEmptyStore();
        loads.load(persons("p1", "p2"));
        loads.load(link("p1", "p2"));
        assertThat(loads.loads().graphDigest()).isEqualTo(held);
    }

    @Test
    void acceptsRowsThatReferToEachOther() {
        var report = loads.load(bundle().source()
                .file(
                        "places",
                        "id,name,kind,part_of,source",
                        "h1,Upper,camp,h2,s1",
                        "h2,Lower,camp,h3,s1",
                        "h3,Valley,camp,h1,s1",
                        "h4,Lone,camp,h9,s1"));
        assertThat(of(report, "places").accepted()).isEqualTo(3);
        assertThat(of(report, "places").held()).isEqualTo(1);
        assertThat(report.released()).isZero();
    }

    @Test
    void countsARowReleasedByALaterFileOfItsOwnBundleAsAccepted() {
        var report = loads.load(bundle().source()
                .file("persons", "id,source", "p1,s1")
                .file("places", "id,name,kind,source", "h1,Camp,camp,s1")
                .file("custody", "id,person,place,in,raid,source", "u1,p1,h1,2015,r1,s1")
                .file("raids", "id,place,time,source", "r1,h1,2015-05-01,s1"));
        assertThat(of(report, "custody").accepted()).isEqualTo(1);
        assertThat(of(report, "custody").held()).isZero();
    }

    @Test
    void refusesAReferenceToAThingOfAnotherKindWheneverItArrives() {
        loads.load(link("p1", "p2"));
        loads.load(persons("p1", "p2"));
        var contacts = bundle().file("contacts", "id,a,b,time,source", "c1,p1,h1,2015,s1")
                .in(loads.folder());
        assertThat(of(loads.load(contacts), "contacts").held()).isEqualTo(1);
        var places = loads.load(bundle().file("places", "id,name,kind,source", "h1,Camp,camp,s1"));
        assertThat(places.released()).isZero();
        assertThat(of(loads.load(contacts), "contacts").refused()).isEqualTo(1);
        assertThat(loads.strings("MATCH (r:Contacts) RETURN r._key")).isEmpty();
    }

    @Test
    void notVisibleLooksLikeNotKnown() {
        loads.load(
                TestLoads.OPERATOR, persons("p1", "p2").with("case", "HIDDEN").in(loads.folder()));
        var ana = TestLoads.investigator("ana", Handling.RED, "OPEN");
        Path row = link("p1", "p2").with("case", "OPEN").in(loads.folder());
        Path unknown =
                link("p8", "p9").with("case", "OPEN").with("namespace", "OTHER").in(loads.folder());
        assertThat(of(loads.load(ana, row), "links")).isEqualTo(of(loads.load(ana, unknown), "links"));
        assertThat(loads.strings("MATCH (r:Links) RETURN r._key")).isEmpty();
        var again = loads.load(ana, persons("p1", "p2").with("case", "OPEN").in(loads.folder()));
        assertThat(of(again, "persons").accepted()).isEqualTo(2);
        assertThat(again.released()).isEqualTo(1);
    }

    @Test
    void whatOthersKnowReleasesNoRowOfWhoMayNotSeeIt() {
        var ana = TestLoads.investigator("ana", Handling.RED, "OPEN");
        var persons = persons("p1", "p2").with("case", "HIDDEN");
        loads.load(TestLoads.OPERATOR, persons.in(loads.folder()));
        loads.load(TestLoads.OPERATOR, link("p1", "p2").with("case", "HIDDEN").in(loads.folder()));
        loads.load(ana, link("p1", "p2").with("case", "OPEN").in(loads.folder()));
        String known = loads.loads().graphDigest();
        loads = TestLoads.onEmptyStore();
        loads.load(ana, link("p1", "p2").with("case", "OPEN").in(loads.folder()));
        loads.load(TestLoads.OPERATOR, persons.in(loads.folder()));
        loads.load(TestLoads.OPERATOR, link("p1", "p2").with("case", "HIDDEN").in(loads.folder()));
        assertThat(loads.strings("MATCH (r:Links) RETURN r._cases[0]")).containsExactly("HIDDEN");
        assertThat(loads.loads().graphDigest()).isEqualTo(known);
        var seen = loads.load(ana, persons.with("case", "OPEN").in(loads.folder()));
        assertThat(seen.released()).isEqualTo(1);
        assertThat(loads.strings("MATCH (r:Links) RETURN r._cases")).containsExactly("[HIDDEN, OPEN]");
    }

    @Test
    void aRowThatTwoWaitForIsReleasedToWhoMaySeeWhatItNames() {
        var ana = TestLoads.investigator("ana", Handling.RED, "OPEN");
        var hidden = persons("p1", "p2").with("case", "HIDDEN");
        loads.load(ana, link("p1", "p2").with("case", "OPEN").in(loads.folder()));
        loads.load(TestLoads.OPERATOR, link("p1", "p2").with("case", "HIDDEN").in(loads.folder()));
        assertThat(loads.load(TestLoads.OPERATOR, hidden.in(loads.folder())).released())
                .isEqualTo(1);
        assertThat(loads.strings("MATCH (r:Links) RETURN r._cases")).containsExactly("[HIDDEN]");
        assertThat(loads.strings("MATCH (h:Held)-[:DELIVERED_BY]->(l) RETURN l.case"))
                .containsExactly("OPEN");
        String digest = loads.loads().graphDigest();
        loads = TestLoads.onEmptyStore();
        loads.load(TestLoads.OPERATOR, hidden.in(loads.folder()));
        loads.load(TestLoads.OPERATOR, link("p1", "p2").with("case", "HIDDEN").in(loads.folder()));
        loads.load(ana, link("p1", "p2").with("case", "OPEN").in(loads.folder()));
        assertThat(loads.loads().graphDigest()).isEqualTo(digest);
    }

    @Test
    void keepsARowThatWaitsWhenAPersonItNamesIsTakenBack() {
        var first = loads.load(persons("p1"));
        loads.load(link("p1", "p2"));
        loads.loads().undo(TestLoads.OPERATOR, first.load());
        assertThat(loads.load(persons("p1", "p2")).released()).isEqualTo(1);
        assertThat(loads.strings("MATCH (r:Links) WHERE r._live RETURN r._key")).containsExactly("TEST:links/l1");
    }

    @Test
    void holdsAgainWhatNamedAThingThatIsTakenBack() {
        var persons = loads.load(persons("p1", "p2"));
        String digestBefore;
        loads.load(link("p1", "p2"));
        String whole = loads.loads().graphDigest();
        loads.loads().undo(TestLoads.OPERATOR, persons.load());
        assertThat(loads.strings("MATCH (h:Held) RETURN h._key")).containsExactly("TEST:links/l1");
        assertThat(loads.strings("MATCH (a:Anchor) RETURN a.key")).isEmpty();
        digestBefore = loads.loads().graphDigest();
        var again = loads.load(persons("p1", "p2"));
        assertThat(again.released()).isEqualTo(1);
        assertThat(loads.loads().graphDigest()).isEqualTo(whole);
        loads.loads().undo(TestLoads.OPERATOR, again.load());
        assertThat(loads.loads().graphDigest()).isEqualTo(digestBefore);
    }
}
