package org.jejak.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jejak.access.TestAccess;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Weighting;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.analysis.flow.GreatestFlow;
import org.jejak.analysis.flow.Taking;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.cypher.CypherLibrary;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.PartialTime;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.projection.ActorNetworks;
import org.jejak.projection.ExplainedContacts;
import org.jejak.projection.Flows;
import org.jejak.projection.NetworkQuestion;
import org.jejak.projection.TieWeights;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;

class KeptInvestigationsIT {

    private static final RunControl PLAIN = RunControl.PLAIN;
    private static final NetworkQuestion KITE = NetworkQuestion.of(Set.of("KITE"));

    private final TestLoads loads = TestLoads.onEmptyStore();

    @ComponentScan("org.jejak.safeguard")
    static class Safeguard {}

    private void on(Consumer<ApplicationContext> steps) {
        loads.load(Bundles.kite());
        TestAccess.on(loads.store(), Clock.systemUTC())
                .withBean(CypherLibrary.class, loads::cypher)
                .withUserConfiguration(Safeguard.class)
                .withBean(ActorNetworks.class)
                .withBean(Investigations.class)
                .withBean(Flows.class)
                .withBean(FlowQuestions.class)
                .withBean(KeptInvestigations.class)
                .run(steps::accept);
    }

    private static Viewer viewer(Handling clearance, String... cases) {
        return new Viewer("ana", Set.of(Role.INVESTIGATOR), Set.of(cases), clearance);
    }

    private static final Viewer ANA = viewer(Handling.RED, "KITE");

    /** A tie across the kite that nobody knew of when the question was asked. */
    private void loadALateTie() {
        loads.load(Bundles.bundle()
                .with("case", "KITE")
                .source()
                .file("links", "id,subject,relation,object,source", "late1,p9,associate,p0,s1"));
    }

    @Test
    void aKeptAnswerIsTheSameToTheByteWhateverIsLoadedLater() {
        on(context -> {
            var kept = context.getBean(KeptInvestigations.class);
            var asked = kept.brokers(ANA, "who joins the tail", KITE, 7, Sureness.USUAL, PLAIN);
            assertThat(asked.answer().report().brokers().getFirst().id().toString())
                    .isEqualTo("TEST:p7");
            loadALateTie();
            var again = kept.repeat(ANA, asked.investigation().id(), PLAIN);
            assertThat(again.sameNetwork()).isTrue();
            assertThat(again.sameResult()).isTrue();
            assertThat(again.resultDigest()).isEqualTo(asked.investigation().resultDigest());
        });
    }

    @Test
    void anAnswerThatAnotherVersionCountedOtherwiseSaysSoAndNotThatTheRecordsChanged() {
        on(context -> {
            var kept = context.getBean(KeptInvestigations.class);
            String id = kept.brokers(ANA, "long ago", KITE, 7, Sureness.USUAL, PLAIN)
                    .investigation()
                    .id();
            try (var session = loads.store().driver().session()) {
                session.run("MATCH (i:Investigation) SET i.snapshot = 'another', i.program = '0.8' REMOVE i.way")
                        .consume();
            }
            var again = kept.repeat(ANA, id, PLAIN);
            assertThat(again.network()).isEqualTo(NetworkThen.COUNTED_OTHERWISE);
            assertThat(again.program()).isEqualTo("0.8");
            assertThat(again.sameNetwork()).isFalse();
            assertThat(again.sameResult()).isTrue();
            var changes = kept.compare(ANA, id, Optional.empty(), PLAIN);
            assertThat(changes.network()).isEqualTo(NetworkThen.COUNTED_OTHERWISE);
            assertThat(changes.programBefore()).isEqualTo("0.8");
            loadALateTie();
            String now = kept.brokers(ANA, "now", KITE, 7, Sureness.USUAL, PLAIN)
                    .investigation()
                    .id();
            assertThat(kept.compare(ANA, now, Optional.empty(), PLAIN).network())
                    .isEqualTo(NetworkThen.SAME);
            assertThat(kept.compare(ANA, now, Optional.of(id), PLAIN).network())
                    .isEqualTo(NetworkThen.COUNTED_OTHERWISE);
        });
    }

    @Test
    void whatChangedSinceIsSaid() {
        on(context -> {
            var kept = context.getBean(KeptInvestigations.class);
            String before = kept.brokers(ANA, "before", KITE, 7, Sureness.USUAL, PLAIN)
                    .investigation()
                    .id();
            assertThat(kept.compare(ANA, before, Optional.empty(), PLAIN).sameResult())
                    .isTrue();
            loadALateTie();
            var changes = kept.compare(ANA, before, Optional.empty(), PLAIN);
            assertThat(changes.sameNetwork()).isFalse();
            assertThat(changes.network()).isEqualTo(NetworkThen.DIFFERS);
            assertThat(changes.tiesAfter()).isEqualTo(changes.tiesBefore() + 1);
            assertThat(changes.ranks()).anySatisfy(moved -> {
                assertThat(moved.id()).isEqualTo("TEST:p7");
                assertThat(moved.rankBefore()).isEqualTo(1);
            });
            String after = kept.brokers(ANA, "after", KITE, 7, Sureness.USUAL, PLAIN)
                    .investigation()
                    .id();
            assertThat(kept.compare(ANA, before, Optional.of(after), PLAIN)).isEqualTo(changes);
        });
    }

    @Test
    void aWhatIfIsKeptAndRepeated() {
        on(context -> {
            var kept = context.getBean(KeptInvestigations.class);
            var plan = new DisruptionPlan.Best(2);
            var asked = kept.disrupt(ANA, "two", KITE, plan, 0.5, 3, PLAIN).investigation();
            assertThat(asked.question().plan()).isEqualTo(plan);
            assertThat(kept.of(ANA, asked.id()).result().steps()).hasSize(2);
            assertThat(kept.repeat(ANA, asked.id(), PLAIN).sameResult()).isTrue();
        });
    }

    /** Money between people through accounts that one holds, people between two places. */
    private void loadAFlow() {
        loads.load(Bundles.bundle()
                .with("case", "KITE")
                .source()
                .file("places", "id,name,kind,source", "w1,Village,home,s1", "w2,Camp,camp,s1", "w3,Farm,factory,s1")
                .file(
                        "payments",
                        "id,payer,payee,amount,currency,time,source",
                        "f1,p0,p1,100.10,MYR,2015-05-01,s1",
                        "f2,p1,p2,60.05,MYR,2015-05-02,s1",
                        "f3,p1,p2,500,THB,2015-05-02,s1",
                        "f4,p0,p1,400,THB,2015-05-03,s1")
                .file(
                        "movements",
                        "id,origin,destination,departed,arrived,head_count,stage,source",
                        "v1,w1,w2,2015-05-05,2015-05-06,12,recruitment,s1",
                        "v2,w2,w3,2015-05-08,2015-05-09,9,exploitation,s1"));
    }

    private static GreatestFlow flow(String from, String to) {
        return new GreatestFlow(Set.of(new Key("TEST:" + from)), Set.of(new Key("TEST:" + to)), Duration.ofDays(30));
    }

    @Test
    void howMuchCanHaveGotThereIsReadFromTheRecords() {
        on(context -> {
            loadAFlow();
            var flows = context.getBean(FlowQuestions.class);
            var money = flows.flow(ANA, KITE, InTime.MONEY, flow("p0", "p2"), Inferring.NOTHING, PLAIN);
            assertThat(money.flow().units()).hasSize(1);
            assertThat(money.flow().units().getFirst().unit())
                    .as("the bahts were passed on before they came")
                    .isEqualTo("MYR");
            assertThat(money.flow().units().getFirst().atLeast()).isEqualByComparingTo("60.05");
            assertThat(money.flow().units().getFirst().carriers())
                    .extracting(step -> step.records().getFirst().value())
                    .containsExactly("TEST:payments/f1", "TEST:payments/f2");
            var people = flows.flow(ANA, KITE, InTime.PEOPLE, flow("w1", "w3"), Inferring.NOTHING, PLAIN);
            assertThat(people.flow().units().getFirst().atMost()).isEqualByComparingTo("9");
            var chain = new TimeRespectingPaths(new Key("TEST:w1"), new Key("TEST:w3"), 5, 6, Duration.ofDays(2), 1);
            assertThat(flows.inTime(ANA, KITE, InTime.PEOPLE, chain, false, PLAIN)
                            .found()
                            .paths())
                    .hasSize(1);
            var cut = flows.cut(ANA, KITE, Set.of("home"), Set.of("factory"), Taking.PLACES_AND_PEOPLE);
            assertThat(cut.cut().nodes()).containsExactly(new Key("TEST:w2"));
            assertThat(flows.cut(ANA, KITE, Set.of(), Set.of(), Taking.TIES)
                            .cut()
                            .flow())
                    .isEqualTo(1);
            var nobody = viewer(Handling.RED, "ELSEWHERE");
            assertThat(flows.flow(nobody, KITE, InTime.MONEY, flow("p0", "p2"), Inferring.NOTHING, PLAIN)
                            .flow()
                            .units())
                    .isEmpty();
        });
    }

    @Test
    void everyKindOfAnswerIsKeptRepeatedAndCompared() {
        on(context -> {
            loadAFlow();
            var kept = context.getBean(KeptInvestigations.class);
            var from = new Key("TEST:p0");
            var to = new Key("TEST:p2");
            var chains = new TimeRespectingPaths(from, to, 5, 6, Duration.ofDays(30), 1);
            var further = new FurtherQuestion(EnumSet.allOf(FurtherMeasure.class), RoleGroups.COMMUNITIES, 2, 1);
            var weighed = KITE.weighing(TieWeights.NEWMAN).explainedContacts(ExplainedContacts.KEPT);
            var measures = Sureness.USUAL.depth(Depth.MEASURES);
            var all = List.of(
                    kept.brokers(ANA, "more", weighed, 7, measures, further, PLAIN)
                            .investigation(),
                    kept.communities(ANA, "groups", KITE, 7, PLAIN).investigation(),
                    kept.paths(ANA, "ways", KITE, from, to, 3, Weighting.STRENGTH, PLAIN)
                            .investigation(),
                    kept.inTime(ANA, "in time", KITE, InTime.MONEY, chains, true, PLAIN)
                            .investigation(),
                    kept.flow(ANA, "flow", KITE, InTime.MONEY, flow("p0", "p2"), Inferring.NOTHING, PLAIN)
                            .investigation(),
                    kept.cut(ANA, "cut", KITE, Set.of(), Set.of("factory"), Taking.TIES, PLAIN)
                            .investigation());
            loads.load(Bundles.bundle()
                    .with("case", "KITE")
                    .source()
                    .file(
                            "links",
                            "id,subject,relation,object,source",
                            "late1,p9,associate,p0,s1",
                            "late2,p0,associate,p2,s1")
                    .file("payments", "id,payer,payee,amount,currency,time,source", "f5,p0,p2,1000,MYR,2015-05-04,s1")
                    .file(
                            "movements",
                            "id,origin,destination,departed,arrived,head_count,stage,source",
                            "v3,w1,w3,2015-05-05,2015-05-06,3,recruitment,s1"));
            for (var one : all) {
                var again = kept.repeat(ANA, one.id(), PLAIN);
                assertThat(again.sameNetwork()).as(one.title()).isTrue();
                assertThat(again.sameResult()).as(one.title()).isTrue();
                assertThat(again.resultDigest()).isEqualTo(one.resultDigest());
                var changes = kept.compare(ANA, one.id(), Optional.empty(), PLAIN);
                assertThat(changes.sameNetwork()).as(one.title()).isFalse();
                assertThat(changes.sameResult()).as(one.title()).isFalse();
            }
            var flow = kept.compare(ANA, all.get(4).id(), Optional.empty(), PLAIN);
            assertThat(flow.amounts())
                    .containsExactly(new Changes.Amounts("MYR", "60.05", "1060.05", "60.05", "1060.05"));
            assertThat(flow.came())
                    .extracting(KeptWays.Way::inWords)
                    .containsExactly("TEST:p0 > TEST:p2 [TEST:payments/f5]");
            assertThat(flow.gone()).isEmpty();
            assertThat(kept.of(ANA, all.getFirst().id())
                            .investigation()
                            .question()
                            .network()
                            .weights())
                    .isEqualTo(TieWeights.NEWMAN);
        });
    }

    @Test
    void whatChangedSinceADateIsAskedOfTheSameRecords() {
        on(context -> {
            loadAFlow();
            var kept = context.getBean(KeptInvestigations.class);
            String now = kept.flow(ANA, "flow", KITE, InTime.MONEY, flow("p0", "p2"), Inferring.NOTHING, PLAIN)
                    .investigation()
                    .id();
            var first = kept.since(ANA, now, PartialTime.parse("2015-05-01", ZoneOffset.UTC), PLAIN);
            assertThat(first.amounts()).containsExactly(new Changes.Amounts("MYR", null, "60.05", null, "60.05"));
            assertThat(kept.since(ANA, now, PartialTime.parse("2015-06", ZoneOffset.UTC), PLAIN)
                            .sameResult())
                    .isTrue();
            var learnt = kept.learntSince(ANA, now, Instant.parse("2015-01-01T00:00:00Z"), PLAIN);
            assertThat(learnt.came()).hasSize(2);
        });
    }

    @Test
    void whoSeesLessThanTheOneWhoAskedDoesNotSeeTheAnswer() {
        on(context -> {
            var kept = context.getBean(KeptInvestigations.class);
            String id = kept.brokers(ANA, "mine", KITE, 7, Sureness.USUAL, PLAIN)
                    .investigation()
                    .id();
            for (var other : List.of(viewer(Handling.RED, "ELSEWHERE"), viewer(Handling.GREEN, "KITE"))) {
                assertThat(kept.visibleTo(other)).isEmpty();
                assertThatThrownBy(() -> kept.of(other, id))
                        .isInstanceOf(NotAllowed.class)
                        .hasMessage("there is no investigation " + id + " that you may see");
                assertThatThrownBy(() -> kept.of(other, "nothing")).isInstanceOf(NotAllowed.class);
            }
            assertThat(kept.of(viewer(Handling.RED, "KITE", "ELSEWHERE"), id)
                            .investigation()
                            .user())
                    .isEqualTo("ana");
        });
    }

    @Test
    void whatWasAskedAndAnsweredIsSealedAndGoesWithItsKey() {
        on(context -> {
            var kept = context.getBean(KeptInvestigations.class);
            String id = kept.brokers(ANA, "Hana again", KITE, 7, Sureness.USUAL, PLAIN)
                    .investigation()
                    .id();
            assertThat(loads.strings("MATCH (i:Investigation) UNWIND keys(i) AS k RETURN k"))
                    .contains("sealed")
                    .doesNotContain("title", "question", "result");
            assertThat(kept.of(ANA, id).investigation().title()).isEqualTo("Hana again");
            var other = new Viewer("ben", Set.of(Role.INVESTIGATOR), Set.of("KITE"), Handling.RED);
            assertThatThrownBy(() -> kept.remove(other, id)).isInstanceOf(NotAllowed.class);
            kept.remove(ANA, id);
            assertThat(kept.visibleTo(ANA)).isEmpty();
        });
    }

    @Test
    void aVictimIsNeverRemovedAndNobodyAsksWhyOfOne() {
        on(context -> {
            var investigations = context.getBean(Investigations.class);
            var network = investigations.network(ANA, KITE);
            assertThat(network.guarded()).isNotEmpty();
            var victim = network.guarded().iterator().next();
            var plan = new DisruptionPlan.Removing(List.of(victim.key()));
            assertThatThrownBy(() -> investigations.disrupt(ANA, KITE, plan, 0, 1, PLAIN))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> investigations.why(ANA, KITE, victim.key(), 1, PLAIN))
                    .isInstanceOf(NotAllowed.class);
            var why = investigations.why(ANA, KITE, new Key("TEST:p7"), 1, PLAIN);
            assertThat(why.reasons().betweenness()).isEqualTo(14);
            assertThat(why.reasons().ties())
                    .allSatisfy(tie -> assertThat(tie.records())
                            .allSatisfy(record ->
                                    assertThat(why.statements().get(record)).isNotEmpty()));
        });
    }
}
