package org.jejak.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jejak.access.TestAccess;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.cypher.CypherLibrary;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.projection.ActorNetworks;
import org.jejak.projection.NetworkQuestion;
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
            assertThat(asked.result().steps()).hasSize(2);
            assertThat(kept.repeat(ANA, asked.id(), PLAIN).sameResult()).isTrue();
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
            assertThat(kept.of(viewer(Handling.RED, "KITE", "ELSEWHERE"), id).user())
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
            assertThat(kept.of(ANA, id).title()).isEqualTo("Hana again");
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
