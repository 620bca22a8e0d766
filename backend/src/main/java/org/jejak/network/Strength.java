package org.jejak.network;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * How strong a tie is, as edge lists and graph files say in {@code weight}: more is closer. It has no column in the
 * contract's {@code links}, and goes with a row under that name wherever the row goes.
 */
public final class Strength {

    /** The column of {@code links} in which it stands. */
    public static final String COLUMN = "weight";

    /** What 0 counts as: it ties, and is the last way to take. */
    private static final double LEAST = 1e-9;

    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2})?");

    private Strength() {}

    /** The strength that {@code weight} says; empty where it says none. */
    public static OptionalDouble of(String weight) {
        return NUMBER.matcher(weight).matches()
                ? OptionalDouble.of(Math.max(LEAST, Double.parseDouble(weight)))
                : OptionalDouble.empty();
    }
}
