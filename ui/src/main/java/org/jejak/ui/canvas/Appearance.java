package org.jejak.ui.canvas;

import java.util.Map;

/**
 * How what is drawn looks, beyond what its kind decides.
 *
 * @param nodes by id; a node without one is named by its id
 * @param ties by id; a tie without one is named by its kind
 * @param tieNames whether names stand at the ties, as long as they are few
 */
public record Appearance(Map<String, Look> nodes, Map<String, TieLook> ties, Parallel parallel, boolean tieNames) {

    public static final Appearance PLAIN = new Appearance(Map.of(), Map.of(), Parallel.COUNTED, false);

    /**
     * @param name shown under the node; a pseudonym for a protected person
     * @param weight the measure its size follows, compared with the others; 0 for the smallest size
     * @param group number of the group whose colour it takes instead of its kind's, or −1
     * @param note second line of the plate under the pointer, read out after the name
     */
    public record Look(String name, double weight, Emphasis emphasis, int group, String note) {

        public static Look named(String name) {
            return new Look(name, 0, Emphasis.NORMAL, -1, "");
        }
    }

    public record TieLook(String name, Emphasis emphasis) {}

    public enum Emphasis {
        NORMAL,
        DIMMED,
        HIDDEN
    }

    /** Several ties between the same two. */
    public enum Parallel {
        /** Side by side, each its own curve. */
        FANNED,
        /** One line with their number. */
        COUNTED
    }

    public Appearance {
        nodes = Map.copyOf(nodes);
        ties = Map.copyOf(ties);
    }
}
