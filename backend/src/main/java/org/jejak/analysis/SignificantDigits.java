package org.jejak.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Scores are compared after rounding to nine significant digits: two actors in mirrored places must tie, whatever order
 * their sums were taken in.
 */
public final class SignificantDigits {

    private static final MathContext NINE = new MathContext(9, RoundingMode.HALF_EVEN);

    private SignificantDigits() {}

    public static double nine(double value) {
        return Double.isFinite(value) && value != 0
                ? new BigDecimal(value).round(NINE).doubleValue()
                : value;
    }
}
