package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jejak.ingest.format.Format;
import org.jejak.ingest.format.Format.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every reader refuses is corrected in the folder of refused rows and loaded from there: the rows are then those of
 * the file that was right from the beginning, each once and under the same key. Only the source is another, since the two
 * files are.
 */
class RefusedAgainTest {

    @TempDir
    Path folder;

    /** One cell made wrong in a good file, and what is written into the refused row. */
    private record Broken(String right, String wrong, String file, String column, String corrected) {}

    private static final String CALLS_MAPPING = """
            format: jejak-mapping/1
            rows:
              - file: contacts
                columns:
                  a: {column: From, makes: phones}
                  b: {column: To, makes: phones}
                  time: {columns: [Day, Hour], time: ["dd.MM.yyyy HH:mm"]}
                  duration_s: Seconds
                  channel: {column: How, values: {Voice: call, Text: sms}}
            """;

    private static final String CALLS = """
            From,To,Day,Hour,Seconds,How,Mast
            0131,0132,05.02.2016,21:40,61,Voice,North
            0133,0132,06.02.2016,08:15,12,Text,South
            """;

    private static final String ROSTER_MAPPING = """
            format: jejak-mapping/1
            rows:
              - file: payments
                columns:
                  payer: {column: Payer, makes: persons}
                  payee: {column: Payee, makes: persons}
                  amount: {column: Sum, decimal: "."}
                  currency: Currency
                  time: {column: Paid, time: [dd/MM/yyyy]}
              - file: links
                columns:
                  subject: {column: Payer, makes: persons}
                  relation: {text: associate}
                  object: {column: Payee, makes: persons}
                  from: {column: Paid, time: [dd/MM/yyyy]}
            """;

    private static final String ROSTER = """
            Payer,Payee,Sum,Currency,Paid
            Puan Rekaan,Tuan Rekaan,1200.50,MYR,09/03/2016
            Tuan Rekaan,Cik Rekaan,80,MYR,10/03/2016
            """;

    private static final String TIES = """
            source,target,weight,relation,time,remark
            kana,lumo,2,associate,2016-02-01,met twice
            lumo,mino,3,,2016-03,
            """;

    private static final String NUMBERED_TIES = """
            id,source,target,weight,time
            r1,kana,lumo,2,2016-02-01
            r2,kana,lumo,2,2016-02-02
            """;

    private static final String UNSAID_TIES = """
            source,target,weight,relation,time
            kana,NA,2,family,2016-02-01
            unknown,lumo,1,family,2016-02-02
            kana,lumo,1,family,2016-03
            """;

    private static final String THAI_MAPPING = """
            format: jejak-mapping/1
            rows:
              - file: contacts
                columns:
                  a: {column: From, makes: phones}
                  b: {column: To, makes: phones}
                  time: {column: Day, time: [dd/MM/yyyy], calendar: buddhist}
            """;

    private static final String THAI_CALLS = """
            From,To,Day
            0131,0132,05/02/2559
            0133,0132,06/02/2559
            """;

    private static final String LETTERED_MAPPING = """
            format: jejak-mapping/1
            rows:
              - file: contacts
                columns:
                  a: {column: From, makes: phones}
                  b: {column: To, makes: phones}
                  time: {columns: [Day, At], time: ["dd-MMM-yyyy hh:mm a", "dd-MMM-yy hh:mm a"]}
            """;

    private static final String LETTERED_CALLS = """
            From,To,Day,At
            0131,0132,05-MAR-16,09:40 pm
            0133,0132,06-MAR-16,08:15 am
            """;

    private static final String GRAPHML = """
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
            <key id="w" for="edge" attr.name="weight"/><key id="n" for="node" attr.name="name"/>
            <graph edgedefault="undirected">
            <node id="kana"><data key="n">Kana</data></node><node id="lumo"><data key="n">Lumo</data></node>
            <edge source="kana" target="lumo"><data key="w">4</data></edge>
            </graph></graphml>
            """;

    private static final String GEXF = """
            <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="undirected" timeformat="date">
            <nodes><node id="kana" label="Kana"/><node id="lumo" label="Lumo"/></nodes>
            <edges><edge id="e7" source="kana" target="lumo" weight="2.5" start="2016-01-01"/></edges>
            </graph></gexf>
            """;

    private static final String CASES = """
            prs_Id,prs_FirstName,prs_Birthdate,prs_Gender,prs_Citizenship,vic_MethodsOfControl,vic_TypeOfExploitation,hte_Type,hte_Date,hte_Country
            w4,Seri,1995-06-01,Feminine,MM,DebtBondage,ForcedLabour,Transit,2016-02,TH
            w5,Tida,1996,Feminine,KH,FalsePromises,ForcedLabour,Recruitment,2016-03,TH
            """;

    private static final String UNNUMBERED_CASES = """
            prs_FirstName,prs_Birthdate,prs_Citizenship,vic_TypeOfExploitation,prs_MobilePhone
            Seri,1995-06-01,MM,ForcedLabour,+60120000001
            Tida,1996-02-03,KH,ForcedLabour,
            """;

    private static final String KANA = "{\"id\":\"f-1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Kana\"]}}";
    private static final String PAID = "{\"id\":\"f-3\",\"schema\":\"Payment\",\"properties\":{\"payer\":[\"f-1\"],"
            + "\"beneficiary\":[\"f-2\"],\"amount\":[\"40\"],\"currency\":[\"THB\"]}}";
    private static final String STREAM = KANA + "\n"
            + "{\"id\":\"f-2\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Rice Mill\"]}}\n" + PAID + "\n";

    static Stream<Arguments> readers() {
        return Stream.of(
                // entity streams: what is no entity has no column but the whole of it
                Arguments.of("s.ijson", STREAM, "", new Broken("\"Payment\",", "\"Payment\"", "ftm", "text", PAID)),
                Arguments.of("s.ijson", STREAM, "", new Broken("\"id\":\"f-1\",", "", "ftm", "text", KANA)),
                // edge lists
                Arguments.of("ties.csv", TIES, "", new Broken("lumo,2,", "lumo,much,", "links", "weight", "2")),
                Arguments.of(
                        "ties.csv", TIES, "", new Broken("2016-02-01", "last spring", "links", "from", "2016-02-01")),
                Arguments.of(
                        "ties.csv", TIES, "", new Broken("met twice", "met, twice", "links", "remark", "met twice")),
                Arguments.of(
                        "ties.csv",
                        NUMBERED_TIES,
                        "",
                        new Broken("2016-02-01", "last spring", "links", "from", "2016-02-01")),
                Arguments.of(
                        "ties.csv", NUMBERED_TIES, "", new Broken("lumo,2,", "lumo,much,", "links", "weight", "2")),
                Arguments.of(
                        "ties.csv",
                        UNSAID_TIES,
                        "",
                        new Broken("2016-02-01", "last spring", "links", "from", "2016-02-01")),
                Arguments.of(
                        "ties.csv",
                        UNSAID_TIES,
                        "",
                        new Broken("2016-02-02", "last spring", "links", "from", "2016-02-02")),
                Arguments.of("ties.csv", UNSAID_TIES, "", new Broken("NA,2,", "NA,much,", "links", "weight", "2")),
                Arguments.of("ties.csv", UNSAID_TIES, "", new Broken("kana,NA", ",NA", "links", "subject", "kana")),
                // graphs
                Arguments.of("g.graphml", GRAPHML, "", new Broken(">4<", ">strong<", "links", "weight", "4")),
                Arguments.of(
                        "g.graphml",
                        GRAPHML,
                        "",
                        new Broken("target=\"lumo\"", "target=\"\"", "links", "object", "lumo")),
                Arguments.of("g.gexf", GEXF, "", new Broken("\"2.5\"", "\"-2.5\"", "links", "weight", "2.5")),
                // mapped tables
                Arguments.of(
                        "calls.csv",
                        CALLS,
                        CALLS_MAPPING,
                        new Broken("05.02.2016", "31.02.2016", "contacts", "time", "2016-02-05T21:40")),
                Arguments.of(
                        "calls.csv", CALLS, CALLS_MAPPING, new Broken(",Text,", ",Fax,", "contacts", "channel", "sms")),
                Arguments.of(
                        "calls.csv",
                        CALLS,
                        CALLS_MAPPING,
                        new Broken(",61,", ",ages,", "contacts", "duration_s", "61")),
                Arguments.of(
                        "roster.csv",
                        ROSTER,
                        ROSTER_MAPPING,
                        new Broken("1200.50", "twelve", "payments", "amount", "1200.50")),
                Arguments.of(
                        "roster.csv",
                        ROSTER,
                        ROSTER_MAPPING,
                        new Broken("09/03/2016", "39/03/2016", "payments", "time", "2016-03-09")),
                Arguments.of(
                        "calls.csv",
                        CALLS,
                        CALLS_MAPPING,
                        new Broken("05.02.2016,21:40", ",", "contacts", "time", "2016-02-05T21:40")),
                Arguments.of(
                        "calls.csv", CALLS, CALLS_MAPPING, new Broken("0131,", "6.01E+10,", "contacts", "a", "0131")),
                Arguments.of(
                        "calls.csv", CALLS, CALLS_MAPPING, new Broken(",0132,05", ",,05", "contacts", "b", "0132")),
                Arguments.of(
                        "calls.csv", CALLS, CALLS_MAPPING, new Broken("North", "No,rth", "contacts", "Mast", "North")),
                Arguments.of(
                        "calls.csv",
                        THAI_CALLS,
                        THAI_MAPPING,
                        new Broken("05/02/2559", "35/02/2559", "contacts", "time", "2016-02-05")),
                Arguments.of(
                        "calls.csv",
                        LETTERED_CALLS,
                        LETTERED_MAPPING,
                        new Broken("05-MAR-16", "35-MAR-16", "contacts", "time", "2016-03-05T21:40")),
                // cases
                Arguments.of(
                        "cases.csv",
                        CASES,
                        "",
                        new Broken("1995-06-01", "1995-06-41", "persons", "birth_date", "1995-06-01")),
                Arguments.of("cases.csv", CASES, "", new Broken(",MM,", ",Atlantis,", "persons", "nationality", "MM")),
                Arguments.of(
                        "cases.csv",
                        CASES,
                        "",
                        new Broken(",Transit,", ",Passage,", "exploitations", "acts", "transportation")),
                Arguments.of(
                        "cases.csv",
                        CASES,
                        "",
                        new Broken("2016-02,", "Feb 30 2016,", "exploitations", "from", "2016-02")),
                Arguments.of(
                        "unnumbered.csv",
                        UNNUMBERED_CASES,
                        "",
                        new Broken("1995-06-01", "1995-06-41", "persons", "birth_date", "1995-06-01")));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whatIsCorrectedInTheFolderIsTheRowOfTheGoodFile(String name, String good, String mapping, Broken broken)
            throws IOException {
        assertThat(good).contains(broken.right());
        var right = accepted(open(name, good, mapping), "right");
        assertThat(right.refused()).isEmpty();
        var wrong = accepted(
                open(
                        name,
                        good.replaceFirst(
                                java.util.regex.Pattern.quote(broken.right()),
                                java.util.regex.Matcher.quoteReplacement(broken.wrong())),
                        mapping),
                "wrong");
        assertThat(wrong.refused()).isNotEmpty();

        correct(wrong.folder().orElseThrow(), broken);
        var again = accepted(bundle(wrong.folder().orElseThrow()), "again");
        assertThat(again.refused()).isEmpty();
        assertThat(again.rows()).isNotEmpty();

        var all = new TreeMap<>(wrong.rows());
        all.putAll(again.rows());
        assertThat(all).containsExactlyInAnyOrderEntriesOf(expected(right.rows(), broken));
    }

    /** What a table of cases says by a word of its own is kept beside the contract's, as it was written. */
    private static Map<String, Map<String, String>> expected(Map<String, Map<String, String>> right, Broken broken) {
        var expected = new TreeMap<String, Map<String, String>>();
        right.forEach((key, cells) -> {
            var kept = new TreeMap<>(cells);
            if (cells.getOrDefault("hte_Type", "").equals(broken.right().replace(",", ""))) {
                kept.put("hte_Type", broken.wrong().replace(",", ""));
            }
            expected.put(key, kept);
        });
        return expected;
    }

    private RowSource open(String name, String text, String mapping) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Optional<Path> by = mapping.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.writeString(folder.resolve("mapping.yaml"), mapping));
        var told = new Told(Optional.of("NET"), Optional.of("CASE-1"), Optional.empty(), by);
        return Format.open(file, Optional.empty(), told, Translated.IDS);
    }

    private static RowSource bundle(Path at) throws IOException {
        return Format.open(at, Optional.empty(), Told.NOTHING, Translated.IDS);
    }

    private record Accepted(Map<String, Map<String, String>> rows, List<Refusal> refused, Optional<Path> folder) {}

    /** As a load takes them, but for the store. */
    private Accepted accepted(RowSource source, String name) throws IOException {
        var rows = new TreeMap<String, Map<String, String>>();
        var refusals = new ArrayList<Refusal>();
        var check = new RowCheck(source.delivery());
        var remade = RemadeIds.of(source.files(), Translated.IDS);
        var refused = new RefusedRows(
                folder.resolve("refused-" + name), folder.resolve("home"), "L", source.delivery(), Instant.EPOCH);
        for (RowFile file : remade.files(source.files())) {
            try (Rows open = file.open()) {
                for (RawRow row = open.next(); row != null; row = open.next()) {
                    switch (check.check(file.name(), remade.in(row))) {
                        case RowOutcome.Accepted yes -> rows.put(yes.row().key().value(), cells(yes.row()));
                        case RowOutcome.Rejected no -> {
                            refusals.add(no.refusal());
                            refused.add(file, no.row(), no.refusal());
                        }
                    }
                }
            }
        }
        refused.close();
        rows.keySet().removeIf(key -> key.contains(":sources/"));
        return new Accepted(rows, refusals, refused.folder());
    }

    private static Map<String, String> cells(CheckedRow row) {
        var cells = new TreeMap<>(row.cells());
        cells.remove("source");
        return cells;
    }

    private static void correct(Path refused, Broken broken) throws IOException {
        Path csv = refused.resolve(broken.file() + ".csv");
        assertThat(csv).exists();
        var records = new ArrayList<List<String>>();
        try (var rows = CsvReader.builder().ofCsvRecord(csv)) {
            rows.forEach(record -> records.add(new ArrayList<>(record.getFields())));
        }
        List<String> head = records.getFirst();
        assertThat(head).as("the refused rows have the contract's column").contains(broken.column());
        int reasons = 0;
        for (List<String> record : records.subList(1, records.size())) {
            String column = record.get(head.indexOf("_column"));
            if (column.equals(broken.column()) || column.isEmpty()) {
                record.set(head.indexOf(broken.column()), broken.corrected());
                // a cell that was cut in two: its other half stands behind the last column
                head.stream()
                        .filter(name -> name.startsWith("column "))
                        .forEach(name -> record.set(head.indexOf(name), ""));
                reasons++;
            }
        }
        assertThat(reasons).as("rows refused for this column").isPositive();
        // another row of the line may have the same cell in a column of its own
        try (var writer = CsvWriter.builder().build(Files.newBufferedWriter(csv))) {
            records.forEach(writer::writeRecord);
        }
        if (broken.column().equals("time") && Files.exists(refused.resolve("links.csv"))) {
            correct(refused, new Broken(broken.right(), broken.wrong(), "links", "from", broken.corrected()));
        }
    }

    @Test
    void theCellAtFaultStandsAsItWasWrittenInItsColumnAndTheRestIsTranslated() throws IOException {
        var wrong = accepted(
                open("calls.csv", CALLS.replace("05.02.2016", "31.02.2016").replace("Voice", "Fax"), CALLS_MAPPING),
                "wrong");
        var row = new RefusedBundle(wrong.folder().orElseThrow()).rows(9).getFirst();
        assertThat(row.refusal().column()).isEqualTo("time");
        assertThat(row.refusal().reason()).contains("Day + Hour");
        assertThat(row.cells())
                .containsEntry("time", "31.02.2016 21:40")
                .containsEntry("channel", "Fax")
                .containsEntry("duration_s", "61")
                .containsEntry("Mast", "North");
        assertThat(row.cells().get("id")).startsWith("line-");
        assertThat(row.cells().get("a")).isEqualTo("~phones-0131");
        assertThat(row.cells().get("source")).startsWith("calls.csv#");
    }

    @Test
    void allRowsOfALineThatIsKnownByTheCellAtFaultAreRefusedTogether() throws IOException {
        var wrong = accepted(open("unnumbered.csv", UNNUMBERED_CASES.replace("1995-06-01", "1995-06-41"), ""), "wrong");
        assertThat(wrong.refused())
                .extracting(Refusal::file)
                .contains("persons.csv", "roles.csv", "exploitations.csv", "phones.csv", "links.csv");
        assertThat(wrong.refused())
                .filteredOn(refusal -> refusal.file().equals("roles.csv"))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("persons.csv, column birth_date"));
    }

    @Test
    void inTheBrowserTheRowsOfOneLineAreCorrectedTogether() throws IOException {
        var wrong = accepted(open("unnumbered.csv", UNNUMBERED_CASES.replace("1995-06-01", "1995-06-41"), ""), "wrong");
        var bundle = new RefusedBundle(wrong.folder().orElseThrow());
        var person = bundle.rows(99).stream()
                .filter(row -> row.file().equals("persons.csv"))
                .findFirst()
                .orElseThrow();
        var cells = new LinkedHashMap<>(person.cells());
        cells.put("birth_date", "1995-06-01");
        bundle.writeCorrected(person, cells, folder.resolve("corrected"));
        var again = accepted(bundle(folder.resolve("corrected")), "again");
        assertThat(again.refused()).isEmpty();
        var right = accepted(open("unnumbered.csv", UNNUMBERED_CASES, ""), "right");
        assertThat(right.rows()).containsAllEntriesOf(again.rows());
        assertThat(again.rows().size() + wrong.rows().size())
                .isEqualTo(right.rows().size());
        bundle.drop(person);
        assertThat(bundle.rows(99)).isEmpty();
    }

    @Test
    void aWeightThatIsNotCorrectedIsRefusedAgain() throws IOException {
        var wrong = accepted(open("ties.csv", TIES.replace("lumo,2,", "lumo,much,"), ""), "wrong");
        assertThat(wrong.refused()).hasSize(1);
        var still = accepted(bundle(wrong.folder().orElseThrow()), "still");
        assertThat(still.rows()).isEmpty();
        assertThat(still.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.column()).isEqualTo("weight");
            assertThat(refusal.value()).isEqualTo("much");
        });
    }

    @Test
    void aNumberThatIsNotCorrectedIsRefusedAgainAndWaitsForNobody() throws IOException {
        var wrong = accepted(open("calls.csv", CALLS.replace("0131", "6.01E+10"), CALLS_MAPPING), "wrong");
        var still = accepted(bundle(wrong.folder().orElseThrow()), "still");
        assertThat(still.rows()).isEmpty();
        correct(still.folder().orElseThrow(), new Broken("", "", "contacts", "a", "0131"));
        var again = accepted(bundle(still.folder().orElseThrow()), "again");
        assertThat(again.refused()).isEmpty();
        assertThat(accepted(open("calls.csv", CALLS, CALLS_MAPPING), "right").rows())
                .containsAllEntriesOf(again.rows());
    }

    @Test
    void whatIsCorrectedWronglyIsRefusedAgainAndCorrectedOnceMore() throws IOException {
        var wrong = accepted(open("ties.csv", TIES.replace("2016-02-01", "last spring"), ""), "wrong");
        correct(wrong.folder().orElseThrow(), new Broken("", "", "links", "from", "spring 2016"));
        var still = accepted(bundle(wrong.folder().orElseThrow()), "still");
        assertThat(still.refused()).hasSize(1);
        correct(still.folder().orElseThrow(), new Broken("", "", "links", "from", "2016-02-01"));
        var again = accepted(bundle(still.folder().orElseThrow()), "again");
        assertThat(again.refused()).isEmpty();
        var right = accepted(open("ties.csv", TIES, ""), "right");
        assertThat(right.rows()).containsAllEntriesOf(again.rows());
    }
}
