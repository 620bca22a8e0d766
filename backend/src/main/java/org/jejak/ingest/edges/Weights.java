package org.jejak.ingest.edges;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jejak.network.Strength;

/**
 * Reads the weights of one file. {@code 1,5} is one and a half wherever it stands; {@code 1,500} may be that or fifteen
 * hundred, and is read only where other weights of the file show what a comma is in it.
 */
final class Weights {

    static final String REASON = "a weight is a number of 0 or more, like 2 or 1.5";
    static final String AMBIGUOUS =
            "nobody can tell whether the comma parts thousands or tenths; write the weight with a"
                    + " point, like 1.5, and without signs between thousands";

    private static final Pattern GROUP_COMMA = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+");
    private static final Pattern GROUP_POINT = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+");
    private static final Pattern COMMA = Pattern.compile("\\d*,\\d+");
    private static final Pattern POINT_IN_GROUPS = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+\\.\\d+");
    private static final Pattern COMMA_IN_GROUPS = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+,\\d+");

    private boolean commaIsDecimal;
    private boolean pointIsDecimal;

    /** To be told every weight of the file, before the first is read. */
    void look(String weight) {
        commaIsDecimal |= COMMA_IN_GROUPS.matcher(weight).matches()
                || COMMA.matcher(weight).matches()
                        && !GROUP_COMMA.matcher(weight).matches();
        pointIsDecimal |= POINT_IN_GROUPS.matcher(weight).matches()
                || weight.indexOf('.') >= 0
                        && Strength.of(weight).isPresent()
                        && !GROUP_POINT.matcher(weight).matches();
    }

    /** The weight with a point and no groups; empty if it is none, or nobody can tell which. */
    Optional<String> read(String weight) {
        if (POINT_IN_GROUPS.matcher(weight).matches()) {
            return plain(weight.replace(",", ""));
        }
        if (COMMA_IN_GROUPS.matcher(weight).matches()) {
            return plain(weight.replace(".", "").replace(',', '.'));
        }
        if (GROUP_COMMA.matcher(weight).matches()) {
            if (weight.indexOf(',') != weight.lastIndexOf(',')) {
                return plain(weight.replace(",", ""));
            }
            return commaIsDecimal == pointIsDecimal
                    ? Optional.empty()
                    : plain(weight.replace(",", commaIsDecimal ? "." : ""));
        }
        if (GROUP_POINT.matcher(weight).matches() && commaIsDecimal) {
            return pointIsDecimal ? Optional.empty() : plain(weight.replace(".", ""));
        }
        return plain(COMMA.matcher(weight).matches() ? weight.replace(',', '.') : weight);
    }

    /** Why {@link #read} gave nothing. */
    static String reason(String weight) {
        boolean doubtful = GROUP_COMMA.matcher(weight).matches()
                || GROUP_POINT.matcher(weight).matches();
        return doubtful ? AMBIGUOUS : REASON;
    }

    private static Optional<String> plain(String weight) {
        return Strength.of(weight).isPresent() ? Optional.of(weight) : Optional.empty();
    }
}
