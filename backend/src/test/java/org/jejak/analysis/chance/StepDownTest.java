package org.jejak.analysis.chance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each case is worked out by hand from the rule. */
class StepDownTest {

    @Test
    void nobodyBelowTheThresholdMeansNothingChanges() {
        var outcome = StepDown.USUAL.on(new double[] {.02, .5}, (a, b) -> {
            throw new AssertionError("nobody is asked");
        });
        assertThat(outcome.p()).containsExactly(.02, .5);
        assertThat(outcome.leaders()).isEmpty();
    }

    @Test
    void partnerIsExplainedByTheColluder() {
        var outcome = StepDown.USUAL.on(
                new double[] {1e-6, .002, .3}, (a, b) -> given(a, b, new double[][] {{0, 1e-4, 1}, {.4, 0, 1}}));
        assertThat(outcome.p()).containsExactly(1e-6, .4, .3);
        assertThat(outcome.group().get(1)).containsExactly(1);
        assertThat(outcome.conditionedOn().get(1)).containsExactly(0);
        assertThat(outcome.leaders()).containsExactly(0);
    }

    @Test
    void smallerPDoesNotLeadWhereTheOtherKeepsTheSignal() {
        var outcome = StepDown.USUAL.on(
                new double[] {1e-6, 1e-5}, (a, b) -> given(a, b, new double[][] {{0, .2}, {.001, 0}}));
        assertThat(outcome.leaders()).containsExactly(1);
        assertThat(outcome.p()).containsExactly(.2, 1e-5);
    }

    @Test
    void twoWhoCannotBeToldApartAreOneGroup() {
        var outcome =
                StepDown.USUAL.on(new double[] {1e-6, 2e-6}, (a, b) -> given(a, b, new double[][] {{0, .3}, {.5, 0}}));
        assertThat(outcome.group()).allSatisfy(g -> assertThat(g).containsExactly(0, 1));
        assertThat(outcome.p()).containsExactly(1e-6, 2e-6);
    }

    @Test
    void ownSignalIsKeptAndTheQuestionStartsAgain() {
        // 0 leads; 1 keeps a signal given 0 and then explains 2
        double[][] given = {{0, 1e-5, 1e-5}, {.003, 0, 1e-4}, {.004, .6, 0}};
        var outcome = StepDown.USUAL.on(new double[] {1e-6, 1e-5, 1e-5}, (a, b) -> given(a, b, given));
        assertThat(outcome.leaders()).containsExactly(0, 1);
        assertThat(outcome.p()).containsExactly(1e-6, .003, .6);
        assertThat(outcome.conditionedOn().get(2)).containsExactly(0, 1);
    }

    private static double given(int person, int other, double[][] table) {
        return table[person][other];
    }
}
