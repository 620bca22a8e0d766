package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Nobody reads a protected name in what other rows say, and nobody learns a name of another case by what is masked. */
@TestInstance(Lifecycle.PER_CLASS)
class MaskedTextIT {

    private static final Viewer HERE = TestLoads.investigator("ana", Handling.GREEN, "CASE-1");
    private static final Viewer ELSEWHERE = TestLoads.investigator("eve", Handling.RED, "CASE-2");
    private static final Viewer BOTH = TestLoads.investigator("bo", Handling.RED, "CASE-1", "CASE-2");

    private ReadingDoor door;
    private String pseudonym = "";

    private static Bundles on(int day, String caseRef) {
        return Bundles.bundle()
                .with("case", caseRef)
                .with("handling", "TLP:GREEN")
                .delivered("2020-01-0" + day + "T00:00:00Z");
    }

    @BeforeAll
    void load(@TempDir Path folder) {
        var loads = TestLoads.onEmptyStore();
        loads.load(on(1, "CASE-1")
                .file(
                        "sources",
                        "id,kind,title,origin,text,handling",
                        "s1,registry,Talk with Rosmah Daud,River office,Daud Rosmah is another,",
                        "t1,testimony,,Hassan the cook,We saw ROSMAH  DAUD and Rósmah-Daud.,",
                        "t2,interview,,hassan  the COOK,,",
                        "t3,tip,,A neighbour,,",
                        "t4,hotline,,A caller,,",
                        "red,tip,,,,TLP:RED")
                .file(
                        "persons",
                        "id,name,aliases,note,source",
                        "p1,Rosmah Daud,Kakak Melur|Ros,,s1",
                        "p2,Rosmah Daud,Kakak Melur|Pak Din,cousin of Rosmah Daud,s1",
                        "p3,Idris Penuh,,,s1")
                .file(
                        "statements",
                        "id,entity,property,value,source",
                        "b1,p1,aliases,Puan Delima,red",
                        "b2,p1,name,Rosmawati Daud,s1")
                .file(
                        "organizations",
                        "id,name,kind,source",
                        "o1,Kedai Rosmah Daud & Anak,employer,s1",
                        "o2,Kedai Ros,employer,s1")
                .file("places", "id,name,kind,source", "h1,House of Puan Delima,home,s1", "h2,Rosmahdaud,camp,s1")
                .file("phones", "id,number,source", "f1,+60123000001,s1", "f2,+60 12-300 0001,s1", "f3,+60123000003,s1")
                .file("roles", "id,person,role,note,source", "r1,p1,victim,told us of Idris Penuh,s1")
                .file(
                        "links",
                        "id,subject,relation,object,note,source",
                        "l1,p1,uses,f1,,s1",
                        "l2,p3,uses,f2,found by Kakak Melur,s1",
                        "l3,p3,uses,f3,Rosmawati  Daud called,s1"));
        loads.load(on(2, "CASE-2")
                .file("sources", "id,kind", "s9,registry")
                .file("persons", "id,name,note,source", "q1,Aminah Lama,guess: Rosmah Daud or Siti Kecil,s9")
                .file("phones", "id,number,source", "f9,+60123000001,s9")
                .file("links", "id,subject,relation,object,source", "l9,q1,uses,f9,s9"));
        var doors = TestDoors.on(loads, folder);
        door = doors.door();
        pseudonym = new Pseudonym(loads.store().vault()).of(Key.of("TEST", "p1"));
    }

    private Map<String, String> read(Viewer viewer, String key) {
        return door.byKey(viewer, new Key("TEST:" + key)).orElseThrow().cells();
    }

    @Test
    void namesGoFromTitlesTextsNotesAndTheNamesOfPlacesAndCompanies() {
        assertThat(read(HERE, "sources/s1"))
                .containsEntry("title", "Talk with " + pseudonym)
                .containsEntry("text", "Daud Rosmah is another")
                .containsEntry("origin", "River office");
        assertThat(read(HERE, "sources/t1")).containsEntry("text", "We saw " + pseudonym + " and " + pseudonym + ".");
        assertThat(read(HERE, "o1")).containsEntry("name", "Kedai " + pseudonym + " & Anak");
        assertThat(read(HERE, "links/l3")).containsEntry("note", pseudonym + " called");
    }

    @Test
    void aNameStatedBySomebodyTheViewerMayNotReadIsMaskedAllTheSame() {
        assertThat(read(HERE, "h1")).containsEntry("name", "House of " + pseudonym);
    }

    @Test
    void aShortAliasAndAWordThatIsNoNameStay() {
        assertThat(read(HERE, "o2")).containsEntry("name", "Kedai Ros");
        assertThat(read(HERE, "h2")).containsEntry("name", "Rosmahdaud");
    }

    @Test
    void aNamesakeKeepsTheirOwnNameAndNothingElseOfIt() {
        assertThat(read(HERE, "p2"))
                .containsEntry("name", "Rosmah Daud")
                .containsEntry("aliases", pseudonym + "|Pak Din")
                .containsEntry("note", "cousin of " + pseudonym);
        assertThat(read(HERE, "p1")).doesNotContainKeys("name", "aliases");
        assertThat(read(HERE, "roles/r1")).doesNotContainKey("note");
    }

    @Test
    void whoToldIsATokenThatIsTheSameForOnePersonAndDiffersForAnother() {
        var tokens = java.util.stream.Stream.of("t1", "t2", "t3", "t4")
                .map(t -> read(HERE, "sources/" + t).get("origin"))
                .toList();
        assertThat(tokens).allSatisfy(t -> assertThat(t).matches("Origin [0-9A-F]{3}-[0-9A-F]{3}"));
        assertThat(tokens.get(0)).isEqualTo(tokens.get(1)).isNotEqualTo(tokens.get(2));
        assertThat(tokens.get(2)).isNotEqualTo(tokens.get(3));
    }

    @Test
    void aNumberThatAProtectedPersonUsesIsMaskedWithWhoeverElseHasIt() {
        assertThat(read(HERE, "f1")).doesNotContainKey("number");
        assertThat(read(HERE, "f2")).doesNotContainKey("number");
        assertThat(read(HERE, "links/l2")).doesNotContainKey("note");
        assertThat(read(HERE, "f3")).containsEntry("number", "+60123000003");
    }

    @Test
    void nobodyCanProbeAnotherCaseByLoadingGuesses() {
        assertThat(read(ELSEWHERE, "q1")).containsEntry("note", "guess: Rosmah Daud or Siti Kecil");
        assertThat(read(ELSEWHERE, "f9")).containsEntry("number", "+60123000001");
        assertThat(read(BOTH, "q1")).containsEntry("note", "guess: " + pseudonym + " or Siti Kecil");
        assertThat(read(BOTH, "f9")).doesNotContainKey("number");
    }

    @Test
    void noCellOfAnyRowShowsAProtectedName() {
        door.stream(
                HERE,
                Reading.everything().unseal().knownBy(Optional.empty()),
                row -> row.cells().forEach((column, cell) -> {
                    boolean own = row.file().equals(RecordFile.PERSONS.fileName()) && column.equals("name");
                    if (!own) {
                        assertThat(" " + FoldedText.of(cell).text() + " ")
                                .as("%s %s", row.key(), column)
                                .doesNotContain(" rosmah daud ", " kakak melur ", " puan delima ", " rosmawati daud ");
                    }
                }));
    }
}
