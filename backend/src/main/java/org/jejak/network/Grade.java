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
