package org.jejak.network;

import java.util.Arrays;
import java.util.Optional;

/** Traffic Light Protocol 2.0, least strict first; {@link #level()} is what the graph stores. */
public enum Handling {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    private final String label;

    Handling(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** 0 ({@code TLP:CLEAR}) to 4 ({@code TLP:RED}). */
    public int level() {
        return ordinal();
    }

    public Handling stricter(Handling other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    public static Handling ofLevel(int level) {
        return values()[level];
    }

    public static Optional<Handling> parse(String label) {
        return Arrays.stream(values()).filter(h -> h.label.equals(label)).findFirst();
    }
}
