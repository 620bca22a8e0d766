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

    /** Powers of ten that a double holds exactly. */
    private static final double[] TEN = new double[23];

    static {
        TEN[0] = 1;
        for (int i = 1; i < TEN.length; i++) {
            TEN[i] = 10 * TEN[i - 1];
        }
    }

    private SignificantDigits() {}

    public static double nine(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        int shift = 8 - (int) Math.floor(Math.log10(Math.abs(value)));
        if (Math.abs(shift) < TEN.length) {
            double scaled = shift >= 0 ? value * TEN[shift] : value / TEN[-shift];
            double whole = Math.rint(scaled);
            double off = Math.abs(scaled - whole);
            boolean nineDigits = Math.abs(whole) > 100_000_000 && Math.abs(whole) < 1_000_000_000;
            // Away from a tie the error of the scaling cannot matter, and one exact operation on whole numbers rounds
            // as
            // decimal arithmetic does; null models ask this millions of times.
            if (nineDigits && off < 0.499) {
                return shift >= 0 ? whole / TEN[shift] : whole * TEN[-shift];
            }
        }
        return new BigDecimal(value).round(NINE).doubleValue();
    }
}
