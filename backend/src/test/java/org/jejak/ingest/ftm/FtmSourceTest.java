package org.jejak.ingest.ftm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jejak.ingest.CheckedRow;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.Translated;
import org.jejak.ingest.UnreadableDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FtmSourceTest {

    private static final Delivery DELIVERY = Delivery.of("FTM", "CASE-1");

    @TempDir
    Path folder;

    private Translated read(String... lines) throws IOException {
        Path file = Files.writeString(
                folder.resolve("made-up.ftm.json"), String.join("\n", lines).replace('\'', '"'));
        return Translated.of(FtmSource.open(file, DELIVERY, Translated.IDS));
    }

    private static String entity(String id, String schema, String properties) {
        return "{'id':'" + id + "','schema':'" + schema + "','properties':{" + properties + "}}";
    }

    private static final String ANA = entity("ana", "Person", "'name':['Ana']");
    private static final String BEN = entity("ben", "Person", "'name':['Ben']");
    private static final String MILL = entity("mill", "Company", "'name':['Mill']");

    @Test
    void aPersonKeepsEverythingSaidOfThem() throws IOException {
        var read = read("{'id':'p/1','schema':'Person','datasets':['x'],'properties':{'name':['Ana Lim','A. Lim'],"
                + "'alias':['Anna'],'gender':['female'],'birthDate':['1982-03','1982'],'nationality':['my','eu'],"
                + "'topics':['poi','wanted'],'height':['171']}}");
        assertThat(read.refused()).isEmpty();
        var person = read.row("persons", "FTM:p%2F1");
        assertThat(person.cells())
                .containsEntry("name", "Ana Lim")
                .containsEntry("aliases", "A. Lim|Anna")
                .containsEntry("sex", "female")
                .containsEntry("birth_date", "1982-03")
                .containsEntry("nationality", "MY")
                .containsEntry("ftm.birthDate", "1982")
                .containsEntry("ftm.nationality", "eu")
                .containsEntry("ftm.topics", "[\"poi\",\"wanted\"]")
                .containsEntry("ftm.height", "171")
                .containsEntry("ftm.@datasets", "x")
                .containsEntry("ftm.id", "p/1")
                .containsEntry("ftm.schema", "Person");
    }

    @Test
    void anEdgeOfSeveralEndsIsEveryPair() throws IOException {
        var read = read(
                ANA,
                BEN,
                MILL,
                entity(
                        "d",
                        "Directorship",
                        "'director':['ana','ben'],'organization':['mill'],'startDate':['2011'],'role':['chair']"));
        assertThat(read.rows("links"))
                .extracting(r -> r.cell("subject") + " " + r.cell("relation") + " " + r.cell("object"))
                .containsExactly("FTM:ana directs FTM:mill", "FTM:ben directs FTM:mill");
        assertThat(read.row("links", "FTM:links/d#1").cell("from")).isEqualTo("2011");
        assertThat(read.row("links", "FTM:links/d#1").cell("note")).isEqualTo("chair");
    }

    @Test
    void aPaymentHasItsOwnCurrencyOrEuroOrDollarsOrNone() throws IOException {
        var read = read(
                ANA,
                MILL,
                entity("acc", "BankAccount", "'accountNumber':['0007']"),
                entity(
                        "y1",
                        "Payment",
                        "'payer':['ana'],'beneficiary':['mill'],'amount':['1,200.50'],'currency':['MYR'],'date':['2014-05-01']"),
                entity("y2", "Payment", "'payer':['ana'],'beneficiary':['mill'],'amountEur':['100000']"),
                entity("y3", "Payment", "'payerAccount':['acc'],'beneficiary':['mill'],'amount':['7']"),
                entity("y4", "Payment", "'payer':['ana'],'beneficiary':['mill'],'purpose':['dues']"));
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("payments"))
                .extracting(r -> r.cell("payer") + " " + r.cell("amount") + " " + r.cell("currency"))
                .containsExactly("FTM:ana 1200.50 MYR", "FTM:ana 100000 EUR", "FTM:acc 7 XXX");
        assertThat(read.rows("statements")).extracting(r -> r.cell("entity")).containsExactly("FTM:ana", "FTM:mill");
        assertThat(read.rows("statements").getFirst().cell("value")).contains("dues");
    }

    @Test
    void anAmountWithADecimalCommaIsKeptAndNeverAHundredTimesItself() throws IOException {
        var read = read(
                ANA,
                MILL,
                entity("y1", "Payment", "'payer':['ana'],'beneficiary':['mill'],'amount':['12,50'],'currency':['EUR']"),
                entity("y2", "Payment", "'payer':['ana'],'beneficiary':['mill'],'amount':['1 200,000.5']"));
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("payments")).extracting(r -> r.cell("amount")).containsExactly("1200000.5");
        assertThat(read.rows("statements"))
                .extracting(r -> r.cell("ftm.amount"))
                .containsExactly("12,50", "12,50");
    }

    @Test
    void aMonthOfAYearIsNotAfterTheYear() throws IOException {
        var read = read(
                ANA,
                MILL,
                entity(
                        "d",
                        "Directorship",
                        "'director':['ana'],'organization':['mill'],'startDate':['2015-06'],'endDate':['2015']"),
                entity(
                        "e",
                        "Directorship",
                        "'director':['ana'],'organization':['mill'],'startDate':['2016'],'endDate':['2015-06']"));
        assertThat(read.refused()).isEmpty();
        assertThat(read.row("links", "FTM:links/d").cells())
                .containsEntry("from", "2015-06")
                .containsEntry("to", "2015");
        assertThat(read.row("links", "FTM:links/e").cells())
                .doesNotContainKeys("from", "to")
                .containsEntry("ftm.startDate", "2016")
                .containsEntry("ftm.endDate", "2015-06");
    }

    @Test
    void aCallIsAContactBetweenPeopleOrTheirNumbers() throws IOException {
        var read = read(
                ANA,
                entity(
                        "c1",
                        "Call",
                        "'caller':['ana'],'receiverNumber':['+60 12-000 0001'],'date':['2014-05-01T10:00:05'],'duration':['33']"),
                entity(
                        "c2",
                        "Call",
                        "'callerNumber':['+60120000001'],'receiverNumber':['+60120000002'],'date':['2014-05-02']"));
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("phones"))
                .extracting(r -> r.cell("number"))
                .containsExactly("+60120000001", "+60120000002");
        assertThat(read.row("contacts", "FTM:contacts/c1").cells())
                .containsEntry("a", "FTM:ana")
                .containsEntry("b", "FTM:~phones-+60120000001")
                .containsEntry("duration_s", "33");
    }

    @Test
    void fragmentsOfOneEntityAreOneRow() throws IOException {
        var read = read(
                entity("x", "LegalEntity", "'name':['Ana'],'country':['th']"),
                MILL,
                entity("x", "Person", "'name':['Ana','Anna'],'gender':['female']"));
        assertThat(read.rows("persons")).hasSize(1);
        assertThat(read.rows("persons").getFirst().cells())
                .containsEntry("aliases", "Anna")
                .containsEntry("sex", "female")
                .containsEntry("ftm.country", "th");
    }

    @Test
    void fragmentsThatCannotBeOneEntityAreRefused() throws IOException {
        var read = read(ANA, entity("ana", "Vessel", "'name':['Ana']"));
        assertThat(read.rows("persons")).hasSize(1);
        assertThat(read.refused())
                .singleElement()
                .satisfies(r -> assertThat(r.line()).isEqualTo(2));
    }

    @Test
    void statementsOfTheNewerGenerationMakeTheSameEntity() throws IOException {
        var read = read(
                "{'canonical_id':'ana','entity_id':'a-1','schema':'Person','prop':'name','value':'Ana','dataset':'x'}",
                "{'canonical_id':'ana','entity_id':'a-2','schema':'Person','prop':'birthDate','value':'1990','dataset':'y'}");
        assertThat(read.rows("persons")).hasSize(1);
        assertThat(read.row("persons", "FTM:ana").cells())
                .containsEntry("name", "Ana")
                .containsEntry("birth_date", "1990")
                .containsEntry("ftm.@dataset", "[\"x\",\"y\"]");
    }

    @Test
    void sharedNumbersAndAddressesAreThingsOfTheirOwn() throws IOException {
        var read = read(
                entity(
                        "ana",
                        "Person",
                        "'name':['Ana'],'phone':['+60120000001'],'email':['A@example.org'],'addressEntity':['home']"),
                entity("ben", "Person", "'name':['Ben'],'phone':['+60 12 000 0001']"),
                entity("home", "Address", "'full':['1 Hill Road'],'country':['my'],'latitude':['6.5']"),
                entity("van", "Vehicle", "'registrationNumber':['ZZ 1'],'type':['Van'],'owner':['ben']"));
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("phones")).hasSize(1);
        assertThat(read.rows("links"))
                .extracting(r -> r.cell("subject") + " " + r.cell("relation") + " " + r.cell("object"))
                .containsExactlyInAnyOrder(
                        "FTM:ana uses FTM:~phones-+60120000001",
                        "FTM:ana uses FTM:~handles-a%40example.org",
                        "FTM:ana located_at FTM:home",
                        "FTM:ben uses FTM:~phones-+60120000001",
                        "FTM:ben owns FTM:van");
        assertThat(read.row("places", "FTM:home").cell("lat")).isEqualTo("6.5");
        assertThat(read.row("vehicles", "FTM:van").cell("kind")).isEqualTo("van");
    }

    @Test
    void whatHasNoPlaceStaysWithWhomItConcernsOrInAFileOfItsOwn() throws IOException {
        var read = read(
                ANA,
                entity("s", "Sanction", "'entity':['ana'],'program':['Embargo']"),
                entity("case", "CourtCase", "'name':['State v. Nobody']"),
                entity("party", "CourtCaseParty", "'party':['ana'],'case':['case'],'role':['accused']"),
                entity("new", "Starship", "'crew':['7']"));
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("statements"))
                .extracting(r -> r.cell("entity") + " " + r.cell("property"))
                .containsExactly("FTM:ana Sanction", "FTM:ana CourtCaseParty");
        assertThat(read.rows("ftm")).extracting(r -> r.cell("ftm.schema")).containsExactly("CourtCase", "Starship");
        assertThat(read.rows("ftm").getFirst().cell("ftm.name")).isEqualTo("State v. Nobody");
    }

    /** Every schema of 3.8.4 and 4.x that has an edge block and both of whose ends the contract knows. */
    @ParameterizedTest
    @CsvSource({
        "Associate,person,ana,associate,ben,associate",
        "Control,controller,ana,controlled,mill,controls",
        "Debt,debtor,ana,creditor,mill,owes",
        "Directorship,director,ana,organization,mill,directs",
        "Employment,employee,ana,employer,mill,works_for",
        "Family,person,ana,relative,ben,family",
        "Membership,member,ana,organization,mill,member_of",
        "Ownership,owner,ana,asset,mill,owns",
        "Representation,agent,ana,client,mill,represents",
        "Succession,predecessor,mill,successor,mine,precedes",
        "UnknownLink,subject,ana,object,mill,linked_to"
    })
    void everyEdgeIsATie(String schema, String from, String subject, String to, String object, String relation)
            throws IOException {
        var read = read(
                ANA,
                BEN,
                MILL,
                entity("mine", "Company", "'name':['Mine']"),
                entity(
                        "e",
                        schema,
                        "'" + from + "':['" + subject + "'],'" + to + "':['" + object
                                + "'],'startDate':['2014'],'status':['said']"));
        assertThat(read.refused()).isEmpty();
        assertThat(read.row("links", "FTM:links/e").cells())
                .containsEntry("subject", "FTM:" + subject)
                .containsEntry("object", "FTM:" + object)
                .containsEntry("relation", relation)
                .containsEntry("from", "2014")
                .containsEntry("ftm.status", "said")
                .containsEntry("ftm.schema", schema);
    }

    /** Edges to what the contract has no kind for stay with the end it knows, readable and whole. */
    @ParameterizedTest
    @CsvSource({
        "ContractAward,supplier,contract,Contract",
        "CourtCaseParty,party,case,CourtCase",
        "ProjectParticipant,participant,project,Project",
        "Documentation,entity,document,Document",
        "Risk,entity,,"
    })
    void anEdgeToWhatTheContractHasNotStaysWithItsOtherEnd(String schema, String own, String other, String kind)
            throws IOException {
        var lines = new ArrayList<>(List.of(ANA));
        String reference = "";
        if (kind != null) {
            lines.add(entity("x", kind, "'name':['X'],'fileName':['X']"));
            reference = ",'" + other + "':['x']";
        }
        lines.add(entity("e", schema, "'" + own + "':['ana'],'role':['chief']" + reference));
        var read = read(lines.toArray(String[]::new));
        assertThat(read.refused()).isEmpty();
        assertThat(read.row("statements", "FTM:statements/e").cells())
                .containsEntry("entity", "FTM:ana")
                .containsEntry("property", schema)
                .containsEntry("value", "chief")
                .containsEntry("ftm." + own, "ana");
    }

    @Test
    void whoHoldsAPostIsKnownByItsName() throws IOException {
        var read = read(
                ANA,
                entity("o", "Occupancy", "'holder':['ana'],'post':['chief'],'startDate':['2012'],'status':['ended']"),
                entity("chief", "Position", "'name':['Chief of Post'],'country':['my']"));
        assertThat(read.row("statements", "FTM:statements/o#1").cells())
                .containsEntry("property", "Occupancy")
                .containsEntry("value", "Chief of Post")
                .containsEntry("from", "2012")
                .containsEntry("ftm.post", "chief")
                .containsEntry("ftm.status", "ended");
        assertThat(read.row("ftm", "FTM:ftm/chief").cell("ftm.name")).isEqualTo("Chief of Post");
    }

    @Test
    void anEventStaysWithEverybodyInvolved() throws IOException {
        var read = read(
                ANA,
                BEN,
                entity("e", "Event", "'name':['Meeting at the jetty'],'involved':['ana','ben'],'date':['2014-05-01']"));
        assertThat(read.rows("statements"))
                .extracting(r -> r.cell("entity") + " " + r.cell("value") + " " + r.cell("from"))
                .containsExactly("FTM:ana Meeting at the jetty 2014-05-01", "FTM:ben Meeting at the jetty 2014-05-01");
        assertThat(read.rows("ftm")).hasSize(1);
    }

    @Test
    void aMessageBetweenAccountsIsAContactOfTheirHandles() throws IOException {
        var read = read(
                entity("u", "UserAccount", "'username':['u1'],'service':['chat']"),
                entity("v", "UserAccount", "'username':['v1'],'service':['chat']"),
                entity(
                        "m",
                        "Message",
                        "'senderAccount':['u'],'recipientAccount':['v'],'date':['2014-05-01T21:10'],'bodyText':['hi']"));
        assertThat(read.row("contacts", "FTM:contacts/m").cells())
                .containsEntry("a", "FTM:u")
                .containsEntry("b", "FTM:v")
                .containsEntry("channel", "message")
                .containsEntry("ftm.bodyText", "hi");
    }

    @Test
    void aDocumentIsASourceOfWhatItProves() throws IOException {
        var read = read(
                entity("doc", "Pages", "'fileName':['scan.pdf'],'title':['Ledger']"),
                entity("ana", "Person", "'name':['Ana'],'proof':['doc']"));
        assertThat(read.row("sources", "FTM:sources/doc").cell("title")).isEqualTo("Ledger");
        assertThat(read.row("persons", "FTM:ana").cell("source")).contains("FTM:sources/doc");
    }

    @Test
    void aTripIsAMovement() throws IOException {
        var read = read(
                ANA,
                entity("q", "Address", "'full':['Jetty']"),
                entity("r", "Address", "'full':['Camp']"),
                entity("b", "Vessel", "'name':['Boat'],'flag':['th']"),
                entity(
                        "t",
                        "Trip",
                        "'name':['Crossing'],'startLocation':['q'],'endLocation':['r'],'vehicle':['b'],'involved':['ana'],'startDate':['2014-05-01T21']"));
        assertThat(read.refused()).isEmpty();
        assertThat(read.row("movements", "FTM:movements/t").cells())
                .containsEntry("persons", "FTM:ana")
                .containsEntry("vehicle", "FTM:b")
                .containsEntry("departed", "2014-05-01")
                .containsEntry("ftm.startDate", "2014-05-01T21");
    }

    @Test
    void onlyWhatIsNoEntityIsRefused() throws IOException {
        var read = read(
                ANA,
                "not json",
                "[1]",
                "{'id':'x'}",
                "{'schema':'Person'}",
                entity("y", "Person", "'birthDate':['soon']"));
        assertThat(read.refused()).extracting(r -> r.line()).containsExactly(2L, 3L, 4L, 5L);
        assertThat(read.row("persons", "FTM:y").cell("ftm.birthDate")).isEqualTo("soon");
    }

    @Test
    void whatIsNoStreamIsSaidToBeNone() {
        assertThatThrownBy(() -> read("a,b", "1,2"))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("no FollowTheMoney");
    }

    /** 474 entities, 290 of them payments: nothing is refused, and every value of every entity is in some cell. */
    @Test
    void theDonationsComeWholeAndNoValueIsLost() throws IOException {
        var file = Translated.real("ftm/donations.ijson");
        assumeTrue(file.isPresent(), "the real networks do not lie beside the repository");
        assertThat(FtmSource.looksLike(file.get())).isTrue();
        var read = Translated.of(FtmSource.open(file.get(), DELIVERY, Translated.IDS));
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("payments")).hasSize(290);
        List<CheckedRow> all = new ArrayList<>();
        read.accepted().values().forEach(all::addAll);
        var text = new StringBuilder();
        all.forEach(
                row -> row.cells().values().forEach(cell -> text.append(cell).append('\n')));
        var cells = text.toString();
        int entities = 0;
        for (String line : Files.readAllLines(file.get())) {
            if (FtmLine.read(1, line.getBytes(java.nio.charset.StandardCharsets.UTF_8)) instanceof FtmLine.Fragment f) {
                entities++;
                f.entity()
                        .properties()
                        .values()
                        .forEach(values -> values.forEach(value -> {
                            String asCountry = value.length() == 2 ? value.toUpperCase(java.util.Locale.ROOT) : value;
                            assertThat(cells.contains(value)
                                            || cells.contains(asCountry)
                                            || cells.contains(FtmLine.JSON.writeValueAsString(value)))
                                    .as(value)
                                    .isTrue();
                        }));
            }
        }
        assertThat(entities).isEqualTo(474);
        assertThat(read.rows("persons").size()
                        + read.rows("organizations").size()
                        + read.rows("places").size()
                        + read.rows("payments").size())
                .isEqualTo(474);
    }
}
