package org.jejak.analysis.paths;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A path by vertex numbers, ordered by cost, then by the vertices met (which is by id).
 *
 * @param branchedAt position of the vertex at which it leaves the path it was derived from
 */
record Route(double cost, int[] vertices, int branchedAt) implements Comparable<Route> {

    @Override
    public int compareTo(Route other) {
        int byCost = Double.compare(cost, other.cost);
        return byCost != 0 ? byCost : Arrays.compare(vertices, other.vertices);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Route that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(vertices);
    }
}
