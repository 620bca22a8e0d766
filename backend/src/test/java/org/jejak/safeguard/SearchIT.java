package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search answers from what the viewer may see, in an order that nothing else bends. */
class SearchIT {

    private static final Viewer ANA = TestLoads.investigator("ana", Handling.GREEN, "CASE-1");
    private static final Viewer CARE = new Viewer("care", Set.of(Role.VICTIM_CARE), Set.of("CASE-1"), Handling.GREEN);

    @TempDir
    Path folder;

    private TestLoads loads;
    private Search search;

    @BeforeEach
    void open() {
        loads = TestLoads.onEmptyStore();
        search = TestDoors.on(loads, folder).search();
    }

    private static Bundles bundle(String caseRef, String namespace, List<String> persons) {
        var lines = new ArrayList<>(List.of("id,name,aliases,source"));
        lines.addAll(persons);
        return Bundles.bundle()
                .with("case", caseRef)
                .with("namespace", namespace)
                .with("handling", "TLP:GREEN")
                .with("country", "MY")
                .file("sources", "id,kind", "s1,registry")
                .file("persons", lines.toArray(String[]::new));
    }

    private List<String> find(Viewer viewer, String typed, int limit) {
        return search.find(viewer, typed, Set.of(), limit).stream()
                .map(hit -> hit.thing().name())
                .toList();
    }

    @Test
    void aThousandHiddenNamesakesPushNobodyOut() {
        loads.load(bundle("CASE-1", "A", List.of("z1,Rahman bin Satu,,s1", "z2,Rahmanah,,s1")));
        var before = search.find(ANA, "rahman", Set.of(), 5).toString();
        var hidden = new ArrayList<String>();
        for (int i = 0; i < 1_000; i++) {
            hidden.add("h" + i + ",Rahman,,s1");
        }
        loads.load(bundle("CASE-2", "B", hidden));
        assertThat(search.find(ANA, "rahman", Set.of(), 5))
                .hasSize(2)
                .asString()
                .isEqualTo(before);
    }

    @Test
    void aThousandProtectedNamesakesPushNobodyOutAndAreNotFoundByName() {
        var persons = new ArrayList<String>();
        var roles = new ArrayList<>(List.of("id,person,role,source"));
        for (int i = 0; i < 1_000; i++) {
            persons.add("a" + i + ",Nur Aini " + i + ",,s1");
            roles.add("r" + i + ",a" + i + ",victim,s1");
        }
        persons.add("z1,Nur Aini binti Zain,,s1");
        loads.load(bundle("CASE-1", "A", persons).file("roles", roles.toArray(String[]::new)));
        assertThat(find(ANA, "nur aini", 5)).containsExactly("Nur Aini binti Zain");
    }

    @Test
    void whatMatchesAsAWholeComesFirstAndTheRestInTheOrderOfKeys() {
        loads.load(bundle("CASE-1", "A", List.of("p1,Aliya,,s1", "p2,Ali,,s1", "p3,Pak Ali,,s1", "p4,Alim,Ali,s1")));
        assertThat(find(ANA, "ali", 10)).containsExactly("Ali", "Alim", "Aliya", "Pak Ali");
        assertThat(find(ANA, "ali", 1)).containsExactly("Ali");
    }

    @Test
    void aBadgeAndASecondNameFindTheirPerson() {
        loads.load(bundle("CASE-1", "A", List.of("p1,Osman,,s1"))
                .file("organizations", "id,name,kind,source", "o1,Border unit,agency,s1")
                .file("officials", "person,agency,badge,source", "p1,o1,ZX-7781,s1")
                .file(
                        "statements",
                        "id,entity,property,value,source",
                        "t1,p1,aliases,Tok Man,s1",
                        "t2,p1,note,seen at Wang,s1"));
        assertThat(search.find(ANA, "zx7781", Set.of(), 5))
                .extracting(Search.Hit::column)
                .containsExactly("badge");
        assertThat(find(ANA, "tok man", 5)).containsExactly("Osman");
        assertThat(find(ANA, "wang", 5)).as("a note is read, not searched").isEmpty();
    }

    @Test
    void protectedPeopleAreFoundByTheirPseudonymAndByNameOnlyByWhoMayOpenThem() {
        loads.load(bundle("CASE-1", "A", List.of("p1,Daw Mya Thiri,,s1", "p2,Mya Thiri Oo,,s1"))
                .file("roles", "id,person,role,source", "r1,p1,survivor,s1"));
        assertThat(find(ANA, "mya thiri", 5)).containsExactly("Mya Thiri Oo");
        var opened = find(CARE, "daw mya", 5);
        assertThat(opened).singleElement().asString().startsWith("Protected person ");
        assertThat(search.find(CARE, "daw mya", Set.of(), 5).toString()).doesNotContain("Mya");
        assertThat(find(ANA, opened.getFirst(), 5)).isEqualTo(opened);
        assertThat(find(ANA, "protected", 5)).isEqualTo(opened);
        assertThat(search.find(ANA, "protected", Set.of(EntityKind.PHONE), 5)).isEmpty();
    }

    @Test
    void nothingIsFoundByNothing() {
        loads.load(bundle("CASE-1", "A", List.of("p1,Osman,,s1")));
        assertThat(find(ANA, "  ", 5)).isEmpty();
        assertThat(find(ANA, "osman", 0)).isEmpty();
    }
}
