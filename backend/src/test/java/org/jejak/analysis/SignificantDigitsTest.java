package org.jejak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignificantDigitsTest {

    @Test
    void roundsAsDecimalArithmeticDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            double value = switch (i % 4) {
                case 0 -> random.nextDouble() * Math.pow(10, random.nextInt(40) - 20);
                case 1 -> random.nextInt(100_000) / (1.0 + random.nextInt(5_000));
                case 2 -> (random.nextInt(1_000_000_000) + 0.5) / Math.pow(10, random.nextInt(12));
                default -> -Math.pow(10, random.nextInt(30) - 15) * (1 + random.nextInt(3) * 1e-9);
            };
            double decimal = new BigDecimal(value)
                    .round(new MathContext(9, RoundingMode.HALF_EVEN))
                    .doubleValue();
            assertThat(SignificantDigits.nine(value)).as("%s", value).isEqualTo(decimal);
        }
        assertThat(SignificantDigits.nine(Double.NaN)).isNaN();
    }
}
