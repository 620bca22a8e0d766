package org.jejak.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jejak.identity.Vault;
import org.jejak.network.EntityKind;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * <pre>
 *   boss ──recruits── mia (victim) ──lives_at── hut       s1: a testimony that names mia
 *     └───commands── guard                                s2: a gate log that names nobody protected
 * </pre>
 */
class VictimSafeTest {

    private static final Key MIA = new Key("T:mia");
    private static final Key BOSS = new Key("T:boss");
    private static final Set<Key> GUARDED = Set.of(MIA);
    private static final Set<Key> TAINTED = Set.of(new Key("T:sources/s1"));

    @TempDir
    Path home;

    private VictimSafe safe(List<VisibleRecord> records, Pseudonyms pseudonyms) {
        return new VictimSafe(GUARDED, TAINTED, text -> text.contains("Mia"), pseudonyms);
    }

    private Pseudonyms pseudonyms(String release, List<VisibleRecord> records) {
        try (var vault = Vault.open(home.resolve("home"), home.resolve("keys"))) {
            var rows = records.stream()
                    .filter(r -> VictimSafe.needsAnotherKey(r, GUARDED, TAINTED))
                    .map(VisibleRecord::key)
                    .collect(java.util.stream.Collectors.toSet());
            return Pseudonyms.of("E-1", release, Map.of(MIA, EntityKind.PERSON), rows, vault, new Random(5));
        }
    }

    private List<VisibleRecord> safe(List<VisibleRecord> records) {
        return safe(records, pseudonyms("aabbcc00", records)).of(records);
    }

    @Test
    void aRowThatNamesAVictimKeepsCodesAndMonthsOnly() {
        var row = record(
                "T:links/l1",
                "links",
                "s1",
                Map.of(
                        "subject",
                        "T:boss",
                        "relation",
                        "recruits",
                        "object",
                        "T:mia",
                        "from",
                        "2015-03-07",
                        "note",
                        "met Mia"));
        var safe = safe(List.of(row)).get(0);
        assertThat(safe.cells())
                .containsOnlyKeys("subject", "relation", "object", "from")
                .containsEntry("subject", "T:boss")
                .containsEntry("relation", "recruits")
                .containsEntry("from", "2015-03");
        assertThat(safe.cell("object")).startsWith("PACK-E-1-").doesNotContain("mia");
        assertThat(safe.key().value()).doesNotContain("l1");
    }

    @Test
    void aRowOfSuspectsStaysAsItIsUnlessItsTextSpeaksOfAVictim() {
        var plain = record(
                "T:links/l2",
                "links",
                "s2",
                Map.of(
                        "subject",
                        "T:boss",
                        "relation",
                        "commands",
                        "object",
                        "T:guard",
                        "from",
                        "2015-03-07",
                        "note",
                        "daily"));
        assertThat(safe(List.of(plain)).get(0)).isEqualTo(plain);
        var mentions = record(
                "T:links/l3",
                "links",
                "s2",
                Map.of("subject", "T:boss", "relation", "commands", "object", "T:guard", "note", "beat Mia"));
        assertThat(safe(List.of(mentions)).get(0).cells()).doesNotContainKey("note");
        var fromTestimony = record(
                "T:links/l4",
                "links",
                "s1",
                Map.of("subject", "T:boss", "relation", "commands", "object", "T:guard", "note", "daily"));
        assertThat(safe(List.of(fromTestimony)).get(0).cells()).doesNotContainKey("note");
    }

    @Test
    void aTestimonyLosesItsKeyItsTitleAndWhoseItIs() {
        var source = record(
                "T:sources/s1",
                "sources",
                "s1",
                Map.of(
                        "kind",
                        "testimony",
                        "title",
                        "what she said",
                        "origin",
                        "M.",
                        "text",
                        "all",
                        "reliability",
                        "B",
                        "sha256",
                        "ab".repeat(32),
                        "file",
                        "m.pdf"));
        var records = List.of(source);
        var judge = safe(records, pseudonyms("aabbcc00", records));
        var safe = judge.of(records).get(0);
        assertThat(safe.cells()).containsOnlyKeys("kind", "reliability", "sha256");
        assertThat(safe.key()).isNotEqualTo(source.key());
        assertThat(judge.withheld()).singleElement().satisfies(w -> {
            assertThat(w.what()).contains("file, origin, text, title");
            assertThat(w.sha256()).isEqualTo("ab".repeat(32));
        });
    }

    private VictimSafe handingOver(List<VisibleRecord> records, Pseudonyms pseudonyms) {
        var mentions = new Mentions(text -> text.contains("Mia"), "Mia Moor"::equals, GUARDED);
        return new VictimSafe(GUARDED, TAINTED, Set.of(), mentions, pseudonyms);
    }

    private List<String> why(VisibleRecord... rows) {
        var records = List.of(rows);
        var judge = handingOver(records, pseudonyms("aabbcc00", records));
        judge.of(records, r -> r.cell("hidden").isEmpty() ? Set.of() : Set.of("name"));
        return judge.withheld().stream().map(w -> w.what() + "; " + w.why()).toList();
    }

    @Test
    void whatTheContractDoesNotKnowLeavesUnlessItSpeaksOfSomebodyProtected() {
        var cells = Map.of("subject", "T:boss", "relation", "rows with", "object", "T:guard", "weight", "1e3");
        var row = with(record("T:links/l5", "links", "s1", cells), Map.of("remark", "daily", "hours", "7"));
        assertThat(why(row)).isEmpty();
        assertThat(why(with(row, Map.of("remark", "saw Mia"))))
                .containsExactly("remark of T:links/l5; " + Why.MENTIONS.text());
        assertThat(why(with(row, Map.of("seen with", "guard|mia"))))
                .containsExactly("seen with of T:links/l5; " + Why.MENTIONS.text());
    }

    @Test
    void theStrengthOfATieWithAVictimLeavesAndItsUnknownRelation() {
        var row = record(
                "T:links/l6",
                "links",
                "s1",
                Map.of("subject", "T:boss", "relation", "rows with", "object", "T:mia", "weight", "4", "remark", "x"));
        var safe = handingOver(List.of(row), pseudonyms("aabbcc00", List.of(row)))
                .of(List.of(row))
                .get(0);
        assertThat(safe.cells()).containsEntry("weight", "4").containsEntry("relation", "rows with");
        assertThat(why(row))
                .singleElement()
                .asString()
                .startsWith("remark of PACK-")
                .endsWith("; " + Why.NAMES.text());
    }

    @Test
    void whatWasNotEvenReadIsListedToo() {
        var own = record("T:mia", "persons", "s1", Map.of("sex", "female", "hidden", "yes"));
        assertThat(why(own)).hasSize(2);
        assertThat(why(own).getFirst()).contains(": hidden, name; ");
        assertThat(why(own).getLast()).startsWith("sex of ").endsWith(Why.FEW.text());
    }

    @Test
    void aDayThatBecomesAMonthIsListed() {
        var row = record(
                "T:contacts/c1", "contacts", "s1", Map.of("a", "T:boss", "b", "T:mia", "time", "2015-03-07T21:10"));
        assertThat(why(row))
                .singleElement()
                .asString()
                .startsWith("the day of time of PACK-")
                .endsWith(Why.DAY.text());
    }

    @Test
    void whoIsCalledTheSameLosesTheNameAndWhoSharesAWordOfItDoesNot() {
        assertThat(why(record("T:x", "persons", "s2", Map.of("name", "Mia Moor"))))
                .containsExactly("name of T:x; " + Why.CALLED.text());
        assertThat(why(record("T:x", "persons", "s2", Map.of("name", "Mia Hill"))))
                .isEmpty();
    }

    @Test
    void aSourceThatSpeaksOfThemKeepsItsTitleAndLosesWhatItSays() {
        var log = record(
                "T:sources/s1",
                "sources",
                "s1",
                Map.of("kind", "gate_log", "title", "Gate", "text", "all", "file", "g.txt"));
        assertThat(why(log)).containsExactly("file, text of T:sources/s1; " + Why.SPEAKS.text());
    }

    @Test
    void aThingThatMustHaveANumberHasItsPseudonymThere() {
        var handle = record("T:mia", "handles", "s1", Map.of("kind", "email", "value", "mia@example.org"));
        var phone = record("T:mia", "phones", "s1", Map.of("number", "+60120000009"));
        var home = record("T:mia", "places", "s1", Map.of("name", "hut", "kind", "home", "lat", "6.1", "lon", "100.2"));
        for (var row : List.of(handle, phone, home)) {
            var safe = handingOver(List.of(row), pseudonyms("aabbcc00", List.of(row)))
                    .of(List.of(row))
                    .get(0);
            assertThat(safe.cells()).doesNotContainKeys("lat", "lon", "number").doesNotContainValue("hut");
            safe.recordFile().orElseThrow().columns().stream()
                    .filter(c ->
                            c.required() && !c.name().equals("id") && !c.name().equals("source"))
                    .forEach(c -> assertThat(safe.cell(c.name())).as(c.name()).isNotEmpty());
        }
    }

    @Test
    void remainsAreStillRemainsWhereverTheyGo() {
        var remains = record("T:mia", "persons", "s1", Map.of("remains", "true", "undocumented", "true"));
        var safe = handingOver(List.of(remains), pseudonyms("aabbcc00", List.of(remains)))
                .of(List.of(remains))
                .get(0);
        assertThat(safe.cells()).containsExactly(Map.entry("remains", "true"));
    }

    @Test
    void aStatementOfABirthDateCannotLeaveAndOneOfANameSaysThePseudonym() {
        var born = record(
                "T:statements/t1",
                "statements",
                "s2",
                Map.of("entity", "T:mia", "property", "birth_date", "value", "1999"));
        var called = record(
                "T:statements/t2", "statements", "s2", Map.of("entity", "T:mia", "property", "name", "value", "Mi"));
        var records = List.of(born, called);
        var judge = handingOver(records, pseudonyms("aabbcc00", records));
        assertThat(judge.of(records))
                .singleElement()
                .satisfies(r -> assertThat(r.cell("value")).isEqualTo("Protected person 1"));
        assertThat(judge.withheld())
                .extracting(PackContent.Withheld::what)
                .anyMatch(w -> w.startsWith("the row PACK-"));
    }

    @Test
    void aRowNamesItsSourcesInTheOrderOfItsGrades() {
        var row = with(
                record(
                        "T:links/l7",
                        "links",
                        "s1",
                        Map.of("subject", "T:boss", "relation", "owns", "object", "T:guard")),
                Map.of("source", "T:sources/s2|T:sources/s1", "grade", "B2|C3"));
        assertThat(safe(List.of(row)).get(0).cells())
                .containsEntry("source", "T:sources/s2|T:sources/s1")
                .containsEntry("grade", "B2|C3");
    }

    private static VisibleRecord with(VisibleRecord row, Map<String, String> more) {
        var cells = new HashMap<>(row.cells());
        cells.putAll(more);
        return new VisibleRecord(
                row.key(),
                row.file(),
                cells,
                row.statements(),
                row.cases(),
                row.zone(),
                row.delivered(),
                row.recorded());
    }

    @Test
    void attributesThatFewShareAreLeftOut() {
        var few = record("T:mia", "persons", "s1", Map.of("sex", "female", "nationality", "BD"));
        assertThat(safe(List.of(few)).get(0).cells()).isEmpty();
    }

    @Test
    void twoPacksCannotBeLaidSideBySide() {
        var records = List.of(record("T:mia", "persons", "s1", Map.of("sex", "female")));
        var first = pseudonyms("aabbcc00", records);
        var second = pseudonyms("ddeeff00", records);
        assertThat(first.key(MIA)).isNotEqualTo(second.key(MIA));
        assertThat(first.commitment(MIA)).isNotEqualTo(second.commitment(MIA));
        assertThat(first.key(BOSS)).isEqualTo(BOSS);
    }

    @Test
    void aCourtThatIsToldTheSaltCanConfirmWhoItIs() {
        try (var vault = Vault.open(home.resolve("home"), home.resolve("keys"))) {
            var pseudonyms =
                    Pseudonyms.of("E-1", "aabbcc00", Map.of(MIA, EntityKind.PERSON), Set.of(), vault, new Random(5));
            String salt = Pseudonyms.salt(vault, "aabbcc00", MIA);
            assertThat(Bag.digest("SHA-256", (salt + " T:mia").getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(pseudonyms.commitment(MIA));
        }
    }

    private static VisibleRecord record(String key, String file, String source, Map<String, String> cells) {
        return new VisibleRecord(
                new Key(key),
                file,
                new HashMap<>(cells),
                file.equals("sources")
                        ? List.of()
                        : List.of(new VisibleRecord.Statement(
                                new Key("T:sources/" + source), new Grade('B', 2), Handling.AMBER)),
                Set.of("WK"),
                ZoneId.of("UTC"),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
