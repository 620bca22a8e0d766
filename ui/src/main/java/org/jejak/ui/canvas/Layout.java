package org.jejak.ui.canvas;

import java.util.Map;
import java.util.Set;

/**
 * Where things lie. Whatever has been drawn keeps its place when something is added, unless a layout is asked for anew
 * by {@link GraphCanvas#arrange()}.
 *
 * @param moving whether the force layout may place what has just come; false for a view that reopens exactly
 * @param centre the node a radial layout goes around, else the empty string
 * @param places given places by node, for a saved view
 * @param pinned nodes that no layout moves
 */
public record Layout(
        Arrangement arrangement, boolean moving, String centre, Map<String, Place> places, Set<String> pinned) {

    public static final Layout FORCE = new Layout(Arrangement.FORCE, true, "", Map.of(), Set.of());

    public enum Arrangement {
        /** Tied nodes attract, others repel. */
        FORCE,
        /** Rings around the centre, by distance from it. */
        RADIAL,
        /** As it is. */
        KEPT
    }

    /** In the units of the drawing, y upwards. */
    public record Place(double x, double y) {}

    public Layout {
        places = Map.copyOf(places);
        pinned = Set.copyOf(pinned);
    }

    public static Layout around(String centre) {
        return new Layout(Arrangement.RADIAL, false, centre, Map.of(), Set.of());
    }

    /** Everything at its place, nothing moves. */
    public static Layout kept(Map<String, Place> places, Set<String> pinned) {
        return new Layout(Arrangement.KEPT, false, "", places, pinned);
    }
}
