package org.jejak.analysis.chance;

/**
 * Could these data have said anything at all? A test whose smallest attainable p lies above {@code atMost} could never
 * lead to a finding; it is left out before anything is corrected for, and its answer is <em>not enough data</em>. The
 * smallest attainable p depends on margins only, so leaving it out selects nothing. Tarone 1990 (Biometrics 46, 515).
 */
public record Testability(double atMost) {

    public static final Testability USUAL = new Testability(0.005);

    public boolean admits(CountDistribution distribution) {
        return distribution.smallestP() <= atMost;
    }
}
