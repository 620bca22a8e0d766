package org.jejak.ingest;

import java.math.BigDecimal;
import java.util.Optional;

/** Where on the earth a place may be. */
public final class Coordinates {

    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal HALF_ROUND = BigDecimal.valueOf(180);

    private Coordinates() {}

    /**
     * Why a decimal is no latitude or longitude; empty if it is one, or the column is neither.
     *
     * @param column {@code lat} or {@code lon}
     */
    public static Optional<String> broken(String column, String decimal) {
        boolean latitude = column.equals("lat");
        if (!latitude && !column.equals("lon") || decimal.length() > 100) {
            return Optional.empty();
        }
        BigDecimal degrees = new BigDecimal(decimal).abs();
        if (degrees.compareTo(latitude ? POLE : HALF_ROUND) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                latitude
                        ? "a latitude lies between -90 and 90; are latitude and longitude exchanged?"
                        : "a longitude lies between -180 and 180");
    }

    /** Whether it is the point where both are zero, which systems write when nobody knows where. */
    public static boolean isNowhere(String lat, String lon) {
        return isZero(lat) && isZero(lon);
    }

    private static boolean isZero(String decimal) {
        return decimal.matches("-?0+(\\.0+)?");
    }
}
