package org.jejak.analysis.brokerage;

/**
 * Whether two actors still reach each other, looked for from both at once: what was torn off is nearly always small and
 * found soon, and in what hangs together two searches soon meet. Reads the neighbours as they are at the moment.
 */
final class TwoWaySearch {

    private final int[] offsets;
    private final int[] neighbours;
    /** Twice the number of the search, plus the side from which an actor was reached. */
    private final int[] reached;

    private final int[][] queue;
    private int number;

    TwoWaySearch(int n, int[] offsets, int[] neighbours) {
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.reached = new int[n];
        this.queue = new int[2][n];
    }

    boolean joined(int a, int b) {
        if (a == b) {
            return true;
        }
        number += 2;
        if (number < 0) {
            java.util.Arrays.fill(reached, 0);
            number = 2;
        }
        int[] head = {0, 0};
        int[] tail = {1, 1};
        long[] looked = {0, 0};
        queue[0][0] = a;
        queue[1][0] = b;
        reached[a] = number;
        reached[b] = number + 1;
        while (head[0] < tail[0] && head[1] < tail[1]) {
            int side = looked[0] <= looked[1] ? 0 : 1;
            int v = queue[side][head[side]++];
            looked[side] += offsets[v + 1] - offsets[v];
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                int w = neighbours[e];
                if (reached[w] == number + 1 - side) {
                    return true;
                }
                if (reached[w] != number + side) {
                    reached[w] = number + side;
                    queue[side][tail[side]++] = w;
                }
            }
        }
        return false;
    }
}
