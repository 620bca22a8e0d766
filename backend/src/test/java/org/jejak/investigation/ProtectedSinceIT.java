package org.jejak.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
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
import org.jejak.analysis.flow.Taking;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.api.ChangesBody;
import org.jejak.api.InvestigationBody;
import org.jejak.cypher.CypherLibrary;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.projection.NetworkQuestion;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ComponentScan;

/**
 * Hana (p7) holds the kite together when the answers are kept; the day after somebody says that she was a victim. Dara (p3)
 * drives, and turns out to have been one as well.
 */
class ProtectedSinceIT {

    private static final RunControl PLAIN = RunControl.PLAIN;
    private static final NetworkQuestion KITE = NetworkQuestion.of(Set.of("KITE"));
    private static final String HANA = "TEST:p7";
    private static final String DARA = "TEST:p3";
    private static final Viewer ANA = new Viewer("ana", Set.of(Role.INVESTIGATOR), Set.of("KITE"), Handling.RED);

    private final TestLoads loads = TestLoads.onEmptyStore();

    @ComponentScan("org.jejak.safeguard")
    static class Safeguard {}

    /** Dara was on a boat: without a role he would be protected from the beginning. */
    private void on(Consumer<KeptInvestigations> steps) {
        loads.load(Bundles.kite());
        loads.load(Bundles.bundle()
                .with("case", "KITE")
                .source()
                .file("roles", "id,person,role,source", "crew1,p3,transporter,s1"));
        TestAccess.on(loads.store(), Clock.systemUTC())
                .withBean(CypherLibrary.class, loads::cypher)
                .withUserConfiguration(Safeguard.class)
                .withBean(KeptInvestigations.class)
                .run(context -> steps.accept(context.getBean(KeptInvestigations.class)));
    }

    /** Hana in the case itself, Dara in one that only some can read. */
    private void bothTurnOutToBeVictims(String caseRef) {
        loads.load(Bundles.bundle()
                .with("case", caseRef)
                .source()
                .file("roles", "id,person,role,source", "late1,p7,victim,s1", "late2,p3,victim,s1"));
    }

    private static String brokers(KeptInvestigations kept) {
        var further = new FurtherQuestion(EnumSet.allOf(FurtherMeasure.class), RoleGroups.COMMUNITIES, 2, 1);
        var measures = Sureness.USUAL.depth(Depth.MEASURES);
        return kept.brokers(ANA, "brokers", KITE, 7, measures, further, PLAIN)
                .investigation()
                .id();
    }

    @Test
    void nobodyWhoIsProtectedNowIsABrokerOrSomebodyToReachOthersFrom() {
        on(kept -> {
            String id = brokers(kept);
            var before = kept.of(ANA, id);
            assertThat(before.result().brokers())
                    .extracting(KeptResult.KeptBroker::id)
                    .contains(HANA, DARA)
                    .startsWith(HANA);
            assertThat(before.result().further().reach()).isNotEmpty();
            assertThat(before.investigation().unlisted()).isZero();
            bothTurnOutToBeVictims("KITE");
            var now = kept.of(ANA, id);
            assertThat(now.result().brokers())
                    .extracting(KeptResult.KeptBroker::id)
                    .hasSize(before.result().brokers().size() - 2)
                    .doesNotContain(HANA, DARA);
            assertThat(now.result().further().lines())
                    .extracting(KeptFurther.Line::id)
                    .doesNotContain(HANA, DARA);
            assertThat(now.result().further().reach()).doesNotContain(HANA, DARA);
            assertThat(now.investigation().unlisted()).isEqualTo(2);
            assertThat(now.result().brokers().getFirst().rank())
                    .as("what was kept is not ranked anew")
                    .isEqualTo(2);
        });
    }

    @Test
    void whatWasKeptStaysAndIsAskedAgainToTheByte() {
        on(kept -> {
            var plan = new DisruptionPlan.Removing(List.of(new Key(HANA), new Key("TEST:p8")));
            var digests = List.of(
                    kept.of(ANA, brokers(kept)).investigation(),
                    kept.disrupt(ANA, "gone", KITE, plan, 0, 1, PLAIN).investigation(),
                    kept.cut(ANA, "cut", KITE, Set.of("holding_house"), Set.of("camp"), Taking.PLACES_AND_PEOPLE, PLAIN)
                            .investigation());
            bothTurnOutToBeVictims("KITE");
            for (var one : digests) {
                var again = kept.repeat(ANA, one.id(), PLAIN);
                assertThat(again.sameNetwork()).as(one.title()).isTrue();
                assertThat(again.sameResult()).as(one.title()).isTrue();
                assertThat(again.resultDigest()).isEqualTo(one.resultDigest());
                assertThat(kept.of(ANA, one.id()).investigation().resultDigest())
                        .isEqualTo(one.resultDigest());
            }
        });
    }

    @Test
    void nobodyWhoIsProtectedNowIsNamedAsSomebodyToTakeOut() {
        on(kept -> {
            var plan = new DisruptionPlan.Removing(List.of(new Key(HANA), new Key("TEST:p8")));
            String id = kept.disrupt(ANA, "gone", KITE, plan, 0, 1, PLAIN)
                    .investigation()
                    .id();
            bothTurnOutToBeVictims("KITE");
            var now = kept.of(ANA, id);
            assertThat(now.result().steps())
                    .extracting(KeptResult.KeptStep::removed)
                    .containsExactly(null, "TEST:p8");
            assertThat(now.investigation().question().remove()).containsExactly("TEST:p8");
            assertThat(now.investigation().unlisted()).isEqualTo(1);
            assertThat(kept.visibleTo(ANA)).singleElement().satisfies(listed -> {
                assertThat(listed.question().remove()).containsExactly("TEST:p8");
                assertThat(listed.unlisted()).isEqualTo(1);
            });
            assertThatThrownBy(() -> kept.compare(ANA, id, Optional.empty(), PLAIN))
                    .as("she is not to be taken out of anything again, nor to be named for it")
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageNotContaining(HANA);
        });
    }

    @Test
    void aCutTakesNobodyWhoIsProtectedNow() {
        on(kept -> {
            String id = kept.cut(
                            ANA, "cut", KITE, Set.of("holding_house"), Set.of("camp"), Taking.PLACES_AND_PEOPLE, PLAIN)
                    .investigation()
                    .id();
            assertThat(kept.of(ANA, id).result().ways().ways())
                    .extracting(KeptWays.Way::inWords)
                    .containsExactly(DARA);
            bothTurnOutToBeVictims("KITE");
            assertThat(kept.of(ANA, id).result().ways().ways()).isEmpty();
            assertThat(kept.of(ANA, id).investigation().unlisted()).isEqualTo(1);
            var changes = kept.compare(ANA, id, Optional.empty(), PLAIN);
            assertThat(changes.gone()).isEmpty();
            assertThat(changes.unlisted()).isEqualTo(1);
        });
    }

    @Test
    void whatChangedNamesNobodyWhoIsProtectedNow() {
        on(kept -> {
            String before = brokers(kept);
            String two = kept.disrupt(ANA, "two", KITE, new DisruptionPlan.Best(2), 0, 1, PLAIN)
                    .investigation()
                    .id();
            bothTurnOutToBeVictims("KITE");
            var changes = kept.compare(ANA, before, Optional.empty(), PLAIN);
            assertThat(changes.ranks())
                    .isNotEmpty()
                    .extracting(Changes.Moved::id)
                    .doesNotContain(HANA, DARA);
            assertThat(changes.unlisted()).isEqualTo(2);
            String after = brokers(kept);
            assertThat(kept.compare(ANA, before, Optional.of(after), PLAIN)).isEqualTo(changes);
            var steps = kept.compare(ANA, two, Optional.empty(), PLAIN);
            assertThat(steps.steps())
                    .allSatisfy(step -> assertThat(step.removedAfter()).isNotNull())
                    .anySatisfy(step -> assertThat(step.removedBefore()).isNull());
            for (Changes shown : List.of(changes, steps)) {
                assertThat(ChangesBody.of(shown).toString()).doesNotContain(HANA + ",", DARA + ",");
            }
        });
    }

    /** In communities and on ways a protected person stands as in the network: under a pseudonym, by a key that says nothing. */
    @Test
    void communitiesAndWaysStayWhole() {
        on(kept -> {
            String groups = kept.communities(ANA, "groups", KITE, 7, PLAIN)
                    .investigation()
                    .id();
            String ways = kept.paths(
                            ANA, "ways", KITE, new Key("TEST:p6"), new Key("TEST:p9"), 3, Weighting.UNWEIGHTED, PLAIN)
                    .investigation()
                    .id();
            bothTurnOutToBeVictims("KITE");
            for (String id : List.of(groups, ways)) {
                assertThat(kept.of(ANA, id).result().named()).contains(HANA);
                assertThat(kept.of(ANA, id).investigation().unlisted()).isZero();
            }
        });
    }

    @Test
    void whomAnotherCaseProtectsIsShownToNobody() {
        on(kept -> {
            String id = brokers(kept);
            bothTurnOutToBeVictims("OTHER");
            var both = new Viewer("ben", Set.of(Role.INVESTIGATOR), Set.of("KITE", "OTHER"), Handling.RED);
            assertThat(kept.of(ANA, id).result().brokers())
                    .extracting(KeptResult.KeptBroker::id)
                    .doesNotContain(HANA, DARA);
            assertThat(kept.of(both, id).result().brokers())
                    .extracting(KeptResult.KeptBroker::id)
                    .doesNotContain(HANA, DARA);
            assertThat(kept.compare(both, id, Optional.empty(), PLAIN).named()).doesNotContain(HANA, DARA);
            assertThat(kept.repeat(both, id, PLAIN).sameResult()).isTrue();
        });
    }

    @Test
    void whoIsNotThereAnyMoreIsOnNoWayOverTies() {
        on(kept -> {
            String id = kept.paths(
                            ANA, "ways", KITE, new Key("TEST:p6"), new Key("TEST:p9"), 3, Weighting.UNWEIGHTED, PLAIN)
                    .investigation()
                    .id();
            assertThat(kept.of(ANA, id).result().ways().ways()).isNotEmpty();
            loads.load(Bundles.bundle()
                    .with("case", "KITE")
                    .delivered("2016-02-01T00:00:00Z")
                    .source()
                    .file("withdrawals", "id,file,row,reason", "w1,persons,p9,error"));
            var now = kept.of(ANA, id);
            assertThat(now.result().ways().ways()).isEmpty();
            assertThat(now.investigation().question().ways().to()).isEmpty();
            assertThat(now.investigation().unlisted()).isEqualTo(1);
            assertThat(InvestigationBody.of(now).toString()).doesNotContain("TEST:p9");
        });
    }

    @Test
    void anAnswerKeptBeforeItWasWrittenDownWhoWasProtectedIsStillRead() {
        var content = KeptJson.content(KeptJson.text(new KeptJson.Content(
                        "old",
                        KeptQuestion.inTime(
                                KITE.knownBy(java.time.Instant.EPOCH),
                                InTime.MONEY,
                                new TimeRespectingPaths(new Key(HANA), new Key(DARA), 1, 2, Duration.ofDays(1), 1),
                                false),
                        new KeptResult(0, 0, List.of(), List.of(), null, null, null),
                        null))
                .replace(",\"guarded\":null", "")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(content.guarded()).isNull();
        assertThat(content.title()).isEqualTo("old");
    }
}
