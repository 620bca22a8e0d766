package org.jejak.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Admiralty grade (NATO STANAG 2511 / 5x5x5's elder): reliability of the source A to F, credibility of the information
 * 1 to 6. {@code F} and {@code 6} mean <em>cannot be judged</em>, not <em>low</em>, and pass no minimum.
 */
public record Grade(char reliability, int credibility) {

    /** What stands where nobody graded anything. */
    public static final Grade CANNOT_BE_JUDGED = new Grade('F', 6);

    /** The scheme of grades that the measures can judge by; a row that names none is graded by it. */
    public static final String ADMIRALTY = "admiralty";

    private static final Pattern FORM = Pattern.compile("[A-F][1-6]");

    public Grade {
        if (reliability < 'A' || reliability > 'F' || credibility < 1 || credibility > 6) {
            throw new IllegalArgumentException("no grade " + reliability + credibility);
        }
    }

    public static Optional<Grade> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new Grade(text.charAt(0), text.charAt(1) - '0'))
                : Optional.empty();
    }

    /**
     * The grade that a source has by its own reliability and credibility, which a row inherits that gives none; what it
     * does not say cannot be judged.
     */
    public static String ofSource(String reliability, String credibility) {
        return (reliability.isEmpty() ? "" + CANNOT_BE_JUDGED.reliability : reliability)
                + (credibility.isEmpty() ? "" + CANNOT_BE_JUDGED.credibility : credibility);
    }

    /** Whether a row's {@code grade_scheme} is the one that measures judge by; empty is. */
    public static boolean isAdmiralty(String scheme) {
        return scheme.isEmpty() || scheme.equals(ADMIRALTY);
    }

    /** What a grade of some scheme is worth to the measures: itself, or not to be judged by them. */
    public static String judged(String grade, String scheme) {
        return isAdmiralty(scheme) ? grade : CANNOT_BE_JUDGED.toString();
    }

    /** Whether this grade is at least as good as {@code minimum} in both respects. */
    public boolean passes(Grade minimum) {
        return reliability != 'F'
                && credibility != 6
                && reliability <= minimum.reliability
                && credibility <= minimum.credibility;
    }

    /** Every grade that {@link #passes} this one as a minimum, as text. */
    public List<String> passing() {
        var grades = new ArrayList<String>();
        for (char r = 'A'; r <= 'E'; r++) {
            for (int c = 1; c <= 5; c++) {
                var grade = new Grade(r, c);
                if (grade.passes(this)) {
                    grades.add(grade.toString());
                }
            }
        }
        return grades;
    }

    @Override
    public String toString() {
        return "" + reliability + credibility;
    }
}
