package org.jejak.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.network.RecordFile.CONTACTS;
import static org.jejak.network.RecordFile.DUTIES;
import static org.jejak.network.RecordFile.LINKS;
import static org.jejak.network.RecordFile.MOVEMENTS;
import static org.jejak.network.RecordFile.PASSAGES;
import static org.jejak.network.RecordFile.PAYMENTS;
import static org.jejak.network.RecordFile.PHONES;
import static org.jejak.network.RecordFile.PLACES;
import static org.jejak.projection.RowsOnPaper.row;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.analysis.Fold;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.VisibleRecord;
import org.junit.jupiter.api.Test;

class TieReaderTest {

    private static final NetworkQuestion USUAL = NetworkQuestion.of(Set.of("C"));

    private static Set<Key> persons(String... ids) {
        return Arrays.stream(ids).map(id -> Key.of("N", id)).collect(Collectors.toSet());
    }

    private static List<String> ties(
            NetworkQuestion question, Set<Key> persons, Map<Key, List<String>> identifiers, VisibleRecord... rows) {
        var byFile = new RowsByFile();
        List.of(rows).forEach(byFile::add);
        return new TieReader(question, persons, byFile, new Things(new SharedIdentifiers(identifiers), Map.of()))
                .read().stream()
                        .map(t -> t.a().key().local() + "-" + t.b().key().local() + " " + t.kind())
                        .sorted()
                        .toList();
    }

    @Test
    void aLinkIsAsStrongAsItSaysItselfAndWithoutAWordOne() {
        var byFile = new RowsByFile();
        List.of(
                        row(LINKS, "l1", "subject=N:ana, relation=associate, object=N:ben, weight=2.5"),
                        row(LINKS, "l2", "subject=N:ana, relation=associate, object=N:cy"),
                        row(LINKS, "l3", "subject=N:ana, relation=associate, object=N:dan, weight=heavy"),
                        row(LINKS, "l4", "subject=N:ben, relation=associate, object=N:cy, weight=0"))
                .forEach(byFile::add);
        var read = new TieReader(USUAL, persons("ana", "ben", "cy", "dan"), byFile, Things.UNKNOWN).read();
        assertThat(read)
                .extracting(t -> t.record().local() + " " + t.strength())
                .containsExactlyInAnyOrder("links/l1 2.5", "links/l2 1.0", "links/l3 1.0", "links/l4 1.0E-9");
    }

    @Test
    void tiesWhoCallsThroughThePhonesTheyUseThen() {
        assertThat(ties(
                        USUAL,
                        persons("ana", "ben", "cy"),
                        Map.of(),
                        row(LINKS, "l1", "subject=N:ana, relation=uses, object=N:f1, from=2014, to=2014"),
                        row(LINKS, "l2", "subject=N:ben, relation=uses, object=N:f1, from=2015, to=open"),
                        row(LINKS, "l3", "subject=N:cy, relation=uses, object=N:f2"),
                        row(CONTACTS, "c1", "a=N:f1, b=N:f2, time=2015-06-01T10:00")))
                .containsExactly("ben-cy CONTACT");
    }

    @Test
    void tiesEveryHolderOfASharedNumberAndNobodyThroughAPhoneOfNobody() {
        assertThat(ties(
                        USUAL,
                        persons("ana", "ben", "cy"),
                        Map.of(new Key("N:f1"), List.of("same"), new Key("M:x9"), List.of("same")),
                        row(LINKS, "l1", "subject=N:ana, relation=uses, object=N:f1"),
                        row(LINKS, "l2", "subject=N:ben, relation=holds, object=M:x9"),
                        row(CONTACTS, "c1", "a=N:cy, b=N:f1, time=2015-06-01"),
                        row(CONTACTS, "c2", "a=N:cy, b=N:f99, time=2015-06-01")))
                .containsExactly("ana-cy CONTACT", "ben-cy CONTACT");
    }

    @Test
    void leavesOutAContactThatADutyExplainsByPhoneOrInPerson() {
        var byFile = new RowsByFile();
        List.of(
                        row(LINKS, "l1", "subject=N:off, relation=uses, object=N:f1"),
                        row(
                                DUTIES,
                                "d1",
                                "official=N:off, kind=interview, subjects=N:ana, time=2015-01-08T08:30,"
                                        + " until=2015-01-08T10:00"),
                        row(CONTACTS, "during", "a=N:f1, b=N:ana, time=2015-01-08T09:00"),
                        row(CONTACTS, "after", "a=N:f1, b=N:ana, time=2015-01-08T10:30"),
                        row(CONTACTS, "that-day", "a=N:ana, b=N:off, time=2015-01-08"))
                .forEach(byFile::add);
        var reader = new TieReader(USUAL, persons("ana", "off"), byFile, Things.UNKNOWN);
        assertThat(reader.read()).extracting(t -> t.record().local()).containsExactly("contacts/after");
        assertThat(reader.explained()).isEqualTo(2);
    }

    /** Contacts and payments tie through phones, handles and accounts; what a company pays, its owner does not pay. */
    @Test
    void theOwnerOfACompanyIsNotWhomItPays() {
        var byFile = new RowsByFile();
        List.of(
                        row(LINKS, "l1", "subject=N:ana, relation=owns, object=N:firm"),
                        row(LINKS, "l2", "subject=N:ana, relation=holds, object=N:a1"),
                        row(PAYMENTS, "by-firm", "payer=N:firm, payee=N:ben, amount=5, currency=MYR"),
                        row(PAYMENTS, "by-account", "payer=N:a1, payee=N:ben, amount=5, currency=MYR"))
                .forEach(byFile::add);
        var things = new Things(SharedIdentifiers.NONE, Map.of(new Key("N:firm"), EntityKind.ORGANIZATION));
        var reader = new TieReader(USUAL, persons("ana", "ben"), byFile, things);
        assertThat(reader.read()).extracting(t -> t.record().local()).containsExactly("payments/by-account");
    }

    @Test
    void theSearchOfALorryDoesNotExplainACallToItsOwner() {
        var byFile = new RowsByFile();
        List.of(
                        row(LINKS, "l1", "subject=N:ana, relation=owns, object=N:v1"),
                        row(DUTIES, "d1", "official=N:off, kind=inspection, subjects=N:v1, time=2015-01-08"),
                        row(CONTACTS, "c1", "a=N:off, b=N:ana, time=2015-01-08T20:00"))
                .forEach(byFile::add);
        var things = new Things(SharedIdentifiers.NONE, Map.of(new Key("N:v1"), EntityKind.VEHICLE));
        var reader = new TieReader(USUAL, persons("ana", "off"), byFile, things);
        assertThat(reader.read()).hasSize(1);
        assertThat(reader.explained()).isZero();
    }

    @Test
    void aDutyWithoutAnEndExplainsThatDayAndNoOther() {
        assertThat(ties(
                        USUAL,
                        persons("ana", "off"),
                        Map.of(),
                        row(DUTIES, "d1", "official=N:off, kind=patrol, subjects=N:ana, time=2015-01-08T08:30"),
                        row(CONTACTS, "c1", "a=N:off, b=N:ana, time=2015-01-08T23:59"),
                        row(CONTACTS, "c2", "a=N:off, b=N:ana, time=2015-01-09T00:00")))
                .hasSize(1);
    }

    @Test
    void aPaymentWithoutATimeStaysInAndIsCounted() {
        var byFile = new RowsByFile();
        byFile.add(row(PAYMENTS, "y1", "payer=N:ana, payee=N:ben, amount=5, currency=MYR"));
        byFile.add(row(PAYMENTS, "y2", "payer=N:ana, payee=N:cy, amount=5, currency=MYR, time=2016-02"));
        var reader = new TieReader(
                USUAL.at(PartialTime.parse("2015-12-31", ZoneOffset.UTC)),
                persons("ana", "ben", "cy"),
                byFile,
                Things.UNKNOWN);
        assertThat(reader.read()).extracting(t -> t.b().key().local()).containsExactly("ben");
        assertThat(reader.undated()).isEqualTo(1);
    }

    @Test
    void aJourneyTiesEveryPairOnItOnce() {
        assertThat(ties(
                        USUAL,
                        persons("ana", "ben", "cy"),
                        Map.of(),
                        row(MOVEMENTS, "m1", "origin=N:h, destination=N:k, persons=N:ana|N:ben|N:cy"),
                        row(LINKS, "l1", "subject=N:ana, relation=lives_at, object=N:h")))
                .contains("ana-ben MOVEMENT", "ana-cy MOVEMENT", "ben-cy MOVEMENT");
    }

    @Test
    void sharingAPhoneTiesOnlyWhereThatIsAskedFor() {
        var rows = new VisibleRecord[] {
            row(PHONES, "f1", "number=x"),
            row(LINKS, "l1", "subject=N:ana, relation=uses, object=N:f1"),
            row(LINKS, "l2", "subject=N:ben, relation=uses, object=N:f1")
        };
        assertThat(ties(USUAL, persons("ana", "ben"), Map.of(), rows)).isEmpty();
        assertThat(ties(USUAL.tiedBy(Set.of(TieKind.SHARED_IDENTIFIER)), persons("ana", "ben"), Map.of(), rows))
                .containsExactly("ana-ben SHARED_IDENTIFIER");
    }

    private static List<Double> strengths(NetworkQuestion question, VisibleRecord... rows) {
        var byFile = new RowsByFile();
        List.of(rows).forEach(byFile::add);
        return new TieReader(question, persons("ana", "ben", "cy", "dee"), byFile, Things.UNKNOWN)
                .read().stream().map(Tie::strength).distinct().sorted().toList();
    }

    /** Newman (2001): one of four on a boat puts a third into each of the other three; a call is a whole. */
    @Test
    void weighedAfterNewmanARecordCountsOnceForEachOnIt() {
        VisibleRecord[] rows = {
            row(MOVEMENTS, "m1", "origin=N:h, destination=N:k, persons=N:ana|N:ben|N:cy|N:dee"),
            row(CONTACTS, "c1", "a=N:ana, b=N:ben, time=2015-06-01")
        };
        assertThat(strengths(USUAL, rows)).containsExactly(1.0);
        assertThat(strengths(USUAL.weighing(TieWeights.NEWMAN), rows)).containsExactly(1.0 / 3, 1.0);
    }

    @Test
    void whoSharesAThingWithManySharesLessWithEachOfThem() {
        VisibleRecord[] rows = {
            row(PHONES, "f1", "number=x"),
            row(LINKS, "l1", "subject=N:ana, relation=uses, object=N:f1"),
            row(LINKS, "l2", "subject=N:ben, relation=uses, object=N:f1"),
            row(LINKS, "l3", "subject=N:cy, relation=uses, object=N:f1")
        };
        var shared = USUAL.tiedBy(Set.of(TieKind.SHARED_IDENTIFIER));
        assertThat(strengths(shared, rows)).containsExactly(1.0);
        assertThat(strengths(shared.weighing(TieWeights.NEWMAN), rows)).containsExactly(0.5);
    }

    @Test
    void aContactThatADutyExplainsTiesWhereItIsToBeKept() {
        VisibleRecord[] rows = {
            row(DUTIES, "d1", "official=N:off, kind=patrol, subjects=N:ana, time=2015-01-08"),
            row(CONTACTS, "c1", "a=N:off, b=N:ana, time=2015-01-08T12:00")
        };
        assertThat(ties(USUAL, persons("ana", "off"), Map.of(), rows)).isEmpty();
        assertThat(ties(USUAL.explainedContacts(ExplainedContacts.KEPT), persons("ana", "off"), Map.of(), rows))
                .containsExactly("ana-off CONTACT");
    }

    /** Twelve minutes apart is no convoy, six is; both directions are two roads. */
    @Test
    void vehiclesCloseBehindEachOtherTieThoseWhoDroveThem() {
        var convoy = USUAL.tiedBy(Set.of(TieKind.CONVOY));
        VisibleRecord[] rows = {
            row(LINKS, "l1", "subject=N:ana, relation=uses, object=N:v1"),
            row(LINKS, "l2", "subject=N:ben, relation=uses, object=N:v2"),
            row(LINKS, "l3", "subject=N:cy, relation=uses, object=N:v3"),
            row(PASSAGES, "g1", "subject=N:v1, place=N:gate, time=2015-01-08T12:00, direction=in"),
            row(PASSAGES, "g2", "subject=N:v2, place=N:gate, time=2015-01-08T12:06, direction=in"),
            row(PASSAGES, "g3", "subject=N:v3, place=N:gate, time=2015-01-08T12:18, direction=in"),
            row(PASSAGES, "g4", "subject=N:v3, place=N:gate, time=2015-01-08T12:01, direction=out")
        };
        assertThat(ties(convoy, persons("ana", "ben", "cy"), Map.of(), rows)).containsExactly("ana-ben CONVOY");
    }

    private static List<Tie> tiesOf(NetworkQuestion question, Set<Key> persons, List<VisibleRecord> rows) {
        var byFile = new RowsByFile();
        rows.forEach(byFile::add);
        return new TieReader(question, persons, byFile, Things.UNKNOWN).read();
    }

    private static List<String> records(Tie tie) {
        return tie.records().stream().map(Key::local).toList();
    }

    @Test
    void aConvoyRestsOnBothPassagesInWhateverOrderTheyWereRead() {
        var rows = new ArrayList<>(List.of(
                row(LINKS, "l1", "subject=N:ana, relation=uses, object=N:v1"),
                row(LINKS, "l2", "subject=N:ben, relation=uses, object=N:v2"),
                row(PASSAGES, "g1", "subject=N:v1, place=N:gate, time=2015-01-08T12:00, direction=in"),
                row(PASSAGES, "g2", "subject=N:v2, place=N:gate, time=2015-01-08T12:00, direction=in")));
        var question = USUAL.tiedBy(Set.of(TieKind.CONVOY));
        var ties = tiesOf(question, persons("ana", "ben"), rows);
        assertThat(ties).hasSize(1);
        assertThat(records(ties.getFirst())).containsExactly("passages/g1", "passages/g2");
        Collections.reverse(rows);
        assertThat(tiesOf(question, persons("ana", "ben"), rows)).isEqualTo(ties);
    }

    /** Ana was there twice; one visit long before Ben came says nothing of the two. */
    @Test
    void sharingAPlaceRestsOnAllLinksThatSayBothWereThereThen() {
        var rows = new ArrayList<>(List.of(
                row(PLACES, "p", "name=P, kind=camp"),
                row(LINKS, "l1", "subject=N:ana, relation=visited, object=N:p, from=2009, to=2009"),
                row(LINKS, "l2", "subject=N:ana, relation=visited, object=N:p, from=2015, to=2015"),
                row(LINKS, "l3", "subject=N:ana, relation=located_at, object=N:p, from=2015, to=2016"),
                row(LINKS, "l4", "subject=N:ben, relation=visited, object=N:p, from=2015, to=2015")));
        for (Fold fold : Fold.values()) {
            var question = USUAL.tiedBy(Set.of(TieKind.SHARED_PLACE)).folded(fold);
            var ties = tiesOf(question, persons("ana", "ben"), rows);
            assertThat(ties).hasSize(1);
            assertThat(records(ties.getFirst())).containsExactly("links/l2", "links/l3", "links/l4");
            var shuffled = new ArrayList<>(rows);
            Collections.reverse(shuffled);
            assertThat(tiesOf(question, persons("ana", "ben"), shuffled)).isEqualTo(ties);
        }
    }

    /** One vehicle read twice at a gate is no convoy; a shared phone that calls its own number ties nobody. */
    @Test
    void whatIsOneThingMeetsNobody() {
        VisibleRecord[] rows = {
            row(LINKS, "l1", "subject=N:ana, relation=uses, object=N:v1"),
            row(LINKS, "l2", "subject=N:ben, relation=owns, object=N:v1"),
            row(PASSAGES, "g1", "subject=N:v1, place=N:gate, time=2015-01-08T12:00, direction=in"),
            row(PASSAGES, "g2", "subject=N:v1, place=N:gate, time=2015-01-08T12:01, direction=in"),
            row(LINKS, "l3", "subject=N:ana, relation=uses, object=N:f1"),
            row(LINKS, "l4", "subject=N:ben, relation=uses, object=N:x9"),
            row(CONTACTS, "c1", "a=N:f1, b=N:x9, time=2015-06-01T10:00"),
            row(LINKS, "l5", "subject=N:ana, relation=holds, object=N:a1"),
            row(LINKS, "l6", "subject=N:ben, relation=holds, object=N:a1"),
            row(PAYMENTS, "y1", "payer=N:a1, payee=N:a1, amount=5, currency=MYR, time=2015-06-01")
        };
        var everything = USUAL.tiedBy(Set.of(TieKind.CONVOY, TieKind.CONTACT, TieKind.PAYMENT));
        var oneNumber = Map.of(new Key("N:f1"), List.of("same"), new Key("N:x9"), List.of("same"));
        assertThat(ties(everything, persons("ana", "ben"), oneNumber, rows)).isEmpty();
    }
}
