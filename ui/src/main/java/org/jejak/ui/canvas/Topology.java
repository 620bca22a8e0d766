package org.jejak.ui.canvas;

import java.util.List;

/** What there is and what ties it, without a word on how it looks or where it lies. */
public record Topology(List<Node> nodes, List<Tie> ties) {

    public static final Topology EMPTY = new Topology(List.of(), List.of());

    /** @param id the key of the row, which every event gives back */
    public record Node(String id, NodeKind kind) {}

    /**
     * @param kind word for the tie, shown where no other name is given
     * @param directed whether the direction says something: an arrow is drawn
     * @param records how many records the tie folds; it is drawn the thicker
     */
    public record Tie(String id, String from, String to, String kind, boolean directed, long records) {}

    public Topology {
        nodes = List.copyOf(nodes);
        ties = List.copyOf(ties);
    }
}
