package org.jejak.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.network.RecordFile.LINKS;
import static org.jejak.network.RecordFile.MOVEMENTS;
import static org.jejak.network.RecordFile.PAYMENTS;
import static org.jejak.network.RecordFile.PLACES;
import static org.jejak.network.RecordFile.RATES;
import static org.jejak.projection.RowsOnPaper.row;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.analysis.flow.Interdiction;
import org.jejak.analysis.flow.Taking;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.analysis.paths.TimedStep;
import org.jejak.network.ActorId;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.VisibleRecord;
import org.junit.jupiter.api.Test;

class FlowReaderTest {

    private static final NetworkQuestion USUAL = NetworkQuestion.of(Set.of("C"));

    private static FlowReader reader(NetworkQuestion question, VisibleRecord... rows) {
        var byFile = new RowsByFile();
        List.of(rows).forEach(byFile::add);
        return new FlowReader(question, byFile);
    }

    private static List<String> words(Flows.Timed timed) {
        return timed.steps().stream()
                .map(s -> s.from().local() + ">" + s.to().local())
                .toList();
    }

    @Test
    void moneyPassesBetweenThoseWhoHeldTheAccountsThen() {
        var timed = reader(
                        USUAL,
                        row(LINKS, "l1", "subject=N:ana, relation=holds, object=N:a1, from=2014, to=2014"),
                        row(LINKS, "l2", "subject=N:ben, relation=holds, object=N:a1, from=2015, to=open"),
                        row(PAYMENTS, "y1", "payer=N:a1, payee=N:cy, amount=100, currency=MYR, time=2015-03-01"),
                        row(PAYMENTS, "y2", "payer=N:a9, payee=N:cy, amount=100, currency=MYR, time=2015-03-01"),
                        row(PAYMENTS, "y3", "payer=N:a9, payee=N:cy, amount=100, currency=MYR"))
                .money(Things.UNKNOWN);
        assertThat(words(timed)).containsExactly("ben>cy", "a9>cy");
        assertThat(timed.undated()).isEqualTo(1);
    }

    @Test
    void aCompanyPaysForItselfWhoeverOwnsIt() {
        var things = new Things(SharedIdentifiers.NONE, Map.of(new Key("N:firm"), EntityKind.ORGANIZATION));
        var timed = reader(
                        USUAL,
                        row(LINKS, "l1", "subject=N:ana, relation=owns, object=N:firm"),
                        row(LINKS, "l2", "subject=N:firm, relation=holds, object=N:a1"),
                        row(PAYMENTS, "y1", "payer=N:firm, payee=N:cy, amount=1, currency=MYR, time=2015-03-01"),
                        row(PAYMENTS, "y2", "payer=N:cy, payee=N:a1, amount=1, currency=MYR, time=2015-03-02"))
                .money(things);
        assertThat(words(timed)).containsExactly("firm>cy", "cy>firm");
    }

    @Test
    void whatHadNotBegunByTheDateAskedIsNoStep() {
        var asked = USUAL.at(PartialTime.parse("2015-02-28", ZoneOffset.UTC));
        assertThat(reader(asked, row(PAYMENTS, "y1", "payer=N:a, payee=N:b, amount=1, currency=MYR, time=2015-03-01"))
                        .money(Things.UNKNOWN)
                        .steps())
                .isEmpty();
    }

    /** Ana is paid, Ben, whom she knows, soon pays as much: between them something nobody recorded may have passed. */
    @Test
    void cashBetweenTwoWhoAreTiedIsInferredAndMarked() {
        var stated = reader(
                        USUAL,
                        row(PAYMENTS, "y1", "payer=N:x, payee=N:ana, amount=1000, currency=MYR, time=2015-03-01"),
                        row(PAYMENTS, "y2", "payer=N:ben, payee=N:z, amount=950, currency=MYR, time=2015-03-05"),
                        row(PAYMENTS, "y3", "payer=N:ben, payee=N:w, amount=500, currency=MYR, time=2015-03-05"),
                        row(PAYMENTS, "y4", "payer=N:ben, payee=N:v, amount=1000, currency=MYR, time=2015-02-01"))
                .money(Things.UNKNOWN)
                .steps();
        var record = new Key("N:links/l1");
        var ana = new ActorId(new Key("N:ana"));
        var ben = new ActorId(new Key("N:ben"));
        var tied = NetworkSnapshot.of(Set.of(ana, ben), List.of(new Tie(ana, ben, TieKind.LINK, record)), Fold.SIMPLE);
        var inferred = FlowReader.inferred(tied, stated, Duration.ofDays(30), 0.1);
        assertThat(inferred).hasSize(1).allMatch(TimedStep::inferred);
        assertThat(inferred.getFirst().records()).containsExactly(record);
        var all = new java.util.ArrayList<>(stated);
        all.addAll(inferred);
        var found = new TimeRespectingPaths(new Key("N:x"), new Key("N:z"), 5, 6, Duration.ofDays(30), 0.1).on(all);
        assertThat(found.paths()).hasSize(1);
        assertThat(found.paths().getFirst().inferred()).isEqualTo(1);
        assertThat(FlowReader.inferred(
                        NetworkSnapshot.of(Set.of(ana, ben), List.of(), Fold.SIMPLE), stated, Duration.ofDays(30), 0.1))
                .isEmpty();
    }

    @Test
    void ratesBegunByTheDateAskedAreReadAndStandInTheDigest() {
        var row = row(RATES, "r1", "currency=MYR, into=THB, rate=8.5, date=2015-03");
        var payment = row(PAYMENTS, "y1", "payer=N:a, payee=N:b, amount=1, currency=MYR, time=2015-01-01");
        var timed = reader(USUAL, row, payment).money(Things.UNKNOWN);
        assertThat(timed.rates().all()).singleElement().satisfies(rate -> {
            assertThat(rate.worth()).isEqualTo(8.5);
            assertThat(rate.record()).isEqualTo(row.key());
        });
        var before = reader(USUAL.at(PartialTime.parse("2015-02-28", ZoneOffset.UTC)), row, payment)
                .money(Things.UNKNOWN);
        assertThat(before.rates().all()).isEmpty();
        assertThat(before.digest()).isEqualTo(timed.digest());
        assertThat(before.digestWithRates()).isNotEqualTo(timed.digestWithRates());
    }

    @Test
    void peopleLeaveAndArrive() {
        var timed = reader(
                        USUAL,
                        row(MOVEMENTS, "m1", "origin=N:p, destination=N:q, departed=2015-03-01, arrived=2015-03-03"),
                        row(MOVEMENTS, "m2", "origin=N:q, destination=N:q, departed=2015-03-01"),
                        row(MOVEMENTS, "m3", "origin=N:q, destination=N:r"))
                .people(false);
        assertThat(words(timed)).containsExactly("p>q");
        assertThat(timed.undated()).isEqualTo(1);
        assertThat(timed.steps().getFirst().arrivesFrom())
                .isEqualTo(PartialTime.parse("2015-03-03", ZoneOffset.UTC).from());
    }

    @Test
    void waysLeadThroughCarriersAndNeverThroughVictims() {
        var ways = reader(
                        USUAL,
                        row(PLACES, "p", "name=P, kind=camp"),
                        row(
                                MOVEMENTS,
                                "m1",
                                "origin=N:p, destination=N:q, persons=N:vic|N:dan, stage=recruitment, departed=2015"),
                        row(MOVEMENTS, "m2", "origin=N:q, destination=N:r, persons=N:vic, stage=exploitation"))
                .ways(Set.of(new Key("N:vic")), false);
        assertThat(ways.ties()).hasSize(3);
        assertThat(ways.recruiting()).containsExactly(new Key("N:p"));
        assertThat(ways.exploiting()).containsExactly(new Key("N:r"));
        var cut = new Interdiction(ways.recruiting(), ways.exploiting(), ways.guarded(), Taking.PLACES_AND_PEOPLE)
                .on(ways.ties());
        assertThat(cut.flow()).isEqualTo(1);
        assertThat(cut.nodes()).containsExactly(new Key("N:dan"));
    }

    @Test
    void journeysToAShelterAreForVictimCareAloneAndAHomeIsNeverTakenAway() {
        var reader = reader(
                USUAL,
                row(PLACES, "h", "name=H, kind=home"),
                row(PLACES, "s", "name=S, kind=shelter"),
                row(PLACES, "k", "name=K, kind=camp"),
                row(LINKS, "l1", "subject=N:vic, relation=lives_at, object=N:h"),
                row(LINKS, "l2", "subject=N:vic, relation=lives_at, object=N:k"),
                row(MOVEMENTS, "m1", "origin=N:h, destination=N:k, stage=recruitment, departed=2015-01-01"),
                row(MOVEMENTS, "m2", "origin=N:k, destination=N:s, departed=2015-02-01"));
        assertThat(words(reader.people(false))).containsExactly("h>k");
        assertThat(words(reader.people(true))).containsExactlyInAnyOrder("h>k", "k>s");
        var ways = reader.ways(Set.of(new Key("N:vic")), false);
        assertThat(ways.ties()).hasSize(1);
        assertThat(ways.guarded()).containsExactlyInAnyOrder(new Key("N:vic"), new Key("N:h"), new Key("N:s"));
    }
}
