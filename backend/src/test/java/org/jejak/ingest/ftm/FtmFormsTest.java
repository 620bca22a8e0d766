package org.jejak.ingest.ftm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jejak.ingest.CheckedRow;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.Translated;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.format.Format;
import org.jejak.ingest.format.Format.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which FollowTheMoney is written down, all of which say the same. */
class FtmFormsTest {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace('\'', '"'));
    }

    private Translated read(String name, String text) throws IOException {
        Path file = file(name, text);
        assertThat(Format.recognise(file)).isEqualTo(Format.FTM);
        return Translated.of(FtmSource.open(file, Delivery.of("FTM", "CASE-1"), Translated.IDS));
    }

    private static List<String> ties(Translated read) {
        return read.rows("links").stream()
                .map(r -> r.cell("subject").substring(4) + " " + r.cell("relation") + " "
                        + r.cell("object").substring(4))
                .sorted()
                .toList();
    }

    private static List<String> names(Translated read, String file) {
        return read.rows(file).stream().map(r -> r.cell("name")).toList();
    }

    private static final String NESTED = "{'id':'n-kana','schema':'Person','properties':{'name':['Kana'],"
            + "'ownershipOwner':[{'id':'n-own','schema':'Ownership','properties':{'startDate':['2013'],'asset':["
            + "{'id':'n-mill','schema':'Company','properties':{'name':['Rice Mill'],'directorshipOrganization':["
            + "{'id':'n-dir','schema':'Directorship','properties':{'director':[{'id':'n-lumo','schema':'Person',"
            + "'properties':{'name':['Lumo'],'addressEntity':[{'id':'n-quay','schema':'Address','properties':"
            + "{'full':['Old Quay 3']}}]}}]}}]}}]}}]}}";

    @Test
    void whatIsNestedIsAnEntityHoweverDeepAndATieLeadsBackToWhoHoldsIt() throws IOException {
        var read = read("nested.json", NESTED + "\n");
        assertThat(read.refused()).isEmpty();
        assertThat(names(read, "persons")).containsExactly("Kana", "Lumo");
        assertThat(names(read, "organizations")).containsExactly("Rice Mill");
        assertThat(names(read, "places")).containsExactly("Old Quay 3");
        assertThat(ties(read))
                .containsExactly("n-kana owns n-mill", "n-lumo directs n-mill", "n-lumo located_at n-quay");
        assertThat(read.row("links", "FTM:links/n-own").cell("from")).isEqualTo("2013");
        assertThat(read.row("persons", "FTM:n-kana").cells().keySet()).noneMatch(c -> c.contains("ownershipOwner"));
    }

    @Test
    void whoIsNestedUnderSeveralIsOnePersonWithAllThatIsSaid() throws IOException {
        var read = read(
                "twice.json",
                "{'id':'n-kana','schema':'Person','properties':{'name':['Kana'],'familyPerson':[{'id':'n-f','schema':'Family',"
                        + "'properties':{'relative':[{'id':'n-lumo','schema':'Person','properties':{'name':['Lumo']}}]}}]}}\n"
                        + "{'id':'n-mino','schema':'Person','properties':{'name':['Mino'],'associates':[{'id':'n-a','schema':"
                        + "'Associate','properties':{'associate':[{'id':'n-lumo','schema':'Person','properties':"
                        + "{'birthDate':['1988']}}]}}]}}\n");
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("persons")).hasSize(3);
        assertThat(read.row("persons", "FTM:n-lumo").cells())
                .containsEntry("name", "Lumo")
                .containsEntry("birth_date", "1988");
        assertThat(ties(read)).containsExactly("n-kana family n-lumo", "n-mino associate n-lumo");
    }

    @Test
    void anObjectThatIsNoEntityIsKeptAndRefersToNobody() throws IOException {
        var read = read(
                "odd.json",
                "{'id':'n-kana','schema':'Person','properties':{'name':['Kana'],'addressEntity':[{'full':'Somewhere'}]}}\n");
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("links")).isEmpty();
        assertThat(read.row("persons", "FTM:n-kana").cell("ftm.@properties.addressEntity"))
                .isEqualTo("{\"full\":\"Somewhere\"}");
    }

    @Test
    void aListOfChangesAddsAndChangesAndSaysWhatItDoesNotDelete() throws IOException {
        var read = read(
                "changes.json",
                "{'op':'ADD','entity':{'id':'c-1','schema':'Person','properties':{'name':['Kana']}}}\n"
                        + "{'op':'MOD','entity':{'id':'c-1','schema':'Person','properties':{'name':['Kana Rekaan']}}}\n"
                        + "{'op':'DEL','entity':{'id':'c-2','schema':'Company'}}\n"
                        + "{'op':'DEL','entity':{'id':'c-3'}}\n"
                        + "{'op':'UPS','entity':{'id':'c-4','schema':'Person'}}\n");
        assertThat(names(read, "persons")).containsExactly("Kana Rekaan");
        assertThat(read.row("persons", "FTM:c-1").cell("aliases")).isEmpty();
        assertThat(read.refused())
                .extracting(r -> r.file() + " " + r.line() + " " + r.column())
                .containsExactlyInAnyOrder("withdrawals.csv 3 reason", "withdrawals.csv 4 reason", "ftm.csv 5 text");
        assertThat(read.refused().getFirst().reason()).contains("stays");
    }

    @Test
    void aDeletionIsAWithdrawalOnceSomebodySaysWhy() throws IOException {
        var source = FtmSource.open(
                file("changes.json", "{'op':'DEL','entity':{'id':'c-2','schema':'Company'}}\n"),
                Delivery.of("FTM", "CASE-1"),
                Translated.IDS);
        var withdrawals = source.files().stream()
                .filter(f -> f.name().equals("withdrawals"))
                .findFirst()
                .orElseThrow();
        try (var rows = withdrawals.open()) {
            var row = rows.next();
            assertThat(row).isNotNull();
            assertThat(row.cells())
                    .containsEntry("id", "c-2#deleted")
                    .containsEntry("file", "organizations")
                    .containsEntry("row", "c-2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            `[{'id':'v-1','schema':'Person','properties':{'name':['Kana']}},{'id':'v-2','schema':'Person','properties':{'name':['Lumo']}}]`
            `[\n {'id':'v-1',\n 'schema':'Person','properties':{'name':['Kana']}\n},\n {'id':'v-2','schema':'Person','properties':{'name':['Lumo']}}\n]\n`
            `{\n 'id':'v-1','schema':'Person',\n 'properties':{'name':['Kana']}\n}\n{\n 'id':'v-2','schema':'Person','properties':{'name':['Lumo']}\n}\n`
            `[{'op':'ADD','entity':{'id':'v-1','schema':'Person','properties':{'name':['Kana']}}}, {'op':'ADD','entity':{'id':'v-2','schema':'Person','properties':{'name':['Lumo']}}}]`
            """)
    void arraysAndObjectsOverSeveralLinesAreRead(String text) throws IOException {
        var read = read("values.json", text);
        assertThat(read.refused()).isEmpty();
        assertThat(names(read, "persons")).containsExactly("Kana", "Lumo");
    }

    @Test
    void aValueOfAnArrayThatIsNoEntityIsRefusedAloneWithItsLine() throws IOException {
        var read = read(
                "values.json",
                "[\n{'id':'v-1','schema':'Person','properties':{'name':['Kana']}},\n{'schema':'Person'},\n7\n]");
        assertThat(read.rows("persons")).hasSize(1);
        assertThat(read.refused()).extracting(r -> r.line()).containsExactly(3L, 4L);
    }

    @Test
    void anArrayThatIsNeverClosedLoadsNothingAndSaysWhereItBreaks() throws IOException {
        Path file =
                file("values.json", "[\n{'id':'v-1','schema':'Person','properties':{'name':['Kana']}},\n{'id':'v-2',");
        assertThatThrownBy(() -> FtmSource.open(file, Delivery.of("FTM", "CASE-1"), Translated.IDS))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("line 3");
    }

    private static final String STATEMENTS = """
            canonical_id,entity_id,prop,prop_type,schema,value,dataset,lang,original_value,external,first_seen,last_seen,id
            s-1,src-1,id,checksum,Person,abc,zz,,,f,,,x0
            s-1,src-1,name,name,Person,Kana,zz,eng,,f,2024-01-01,,x1
            s-1,src-1,birthDate,date,Person,1990,zz,,,f,,,x2
            s-1,src-9,nationality,country,Person,my,yy,,,t,,,x3
            s-2,s-2,name,name,LegalEntity,Rice Mill,zz,,,f,,,x4
            s-2,s-2,jurisdiction,country,Company,th,zz,,,f,,,x5
            s-3,s-3,owner,entity,Ownership,s-1,zz,,,f,,,x6
            s-3,s-3,asset,entity,Ownership,s-2,zz,,,f,,,x7
            """;

    @Test
    void aTableOfStatementsIsItsEntities() throws IOException {
        var read = read("statements.csv", STATEMENTS);
        assertThat(read.refused()).isEmpty();
        assertThat(read.row("persons", "FTM:s-1").cells())
                .containsEntry("name", "Kana")
                .containsEntry("birth_date", "1990")
                .containsEntry("ftm.@proposed nationality", "my")
                .containsEntry("ftm.@referents", "[\"src-1\",\"src-9\"]")
                .doesNotContainKey("nationality");
        assertThat(read.row("organizations", "FTM:s-2").cell("country")).isEqualTo("TH");
        assertThat(ties(read)).containsExactly("s-1 owns s-2");
    }

    @Test
    void statementsThatStandApartArePutTogetherAllTheSame() throws IOException {
        var lines = STATEMENTS.lines().toList();
        var mixed = new StringBuilder(lines.getFirst() + "\n");
        for (int i : new int[] {4, 6, 1, 7, 2, 5, 8, 3}) {
            mixed.append(lines.get(i)).append('\n');
        }
        var sorted = read("statements.csv", STATEMENTS);
        var read = read("mixed.csv", mixed.toString());
        for (String file : List.of("persons", "organizations", "links")) {
            assertThat(read.rows(file))
                    .extracting(CheckedRow::key)
                    .containsExactlyInAnyOrderElementsOf(
                            sorted.rows(file).stream().map(CheckedRow::key).toList());
        }
        assertThat(read.row("persons", "FTM:s-1").cell("birth_date")).isEqualTo("1990");
    }

    @Test
    void aStatementWithoutItsEntityIsRefusedAlone() throws IOException {
        var read = read("statements.csv", STATEMENTS + ",,name,name,Person,Nobody,zz,,,f,,,x8\ns-4,s-4\n");
        assertThat(read.refused()).extracting(r -> r.line()).containsExactlyInAnyOrder(10L, 11L);
        assertThat(read.rows("persons")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            hits.json ! `{'results':[{'id':'1'}],'total':1}` ! no id, no schema, no properties; it has: results, total
            list.json ! `[{'id':'1','name':'Kana'}]` ! no schema, no properties
            s.csv ! `canonical_id,prop,lang\n1,name,eng\n` ! lacks the columns value, schema
            cut.json ! `[{'id':'1',` ! its JSON is broken
            """)
    void whatIsNearlyFollowTheMoneyIsToldWhatItLacks(String name, String text, String lacks) throws IOException {
        Path file = file(name, text);
        assertThatThrownBy(() ->
                        Format.open(file, Optional.empty(), Told.of(Delivery.of("FTM", "CASE-1")), Translated.IDS))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("nearest to FollowTheMoney")
                .hasMessageContaining(lacks);
    }
}
