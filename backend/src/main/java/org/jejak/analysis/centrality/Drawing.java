package org.jejak.analysis.centrality;

import java.util.Arrays;
import org.jejak.analysis.Adjacency;
import org.jspecify.annotations.Nullable;

/**
 * What pairs and their paths are drawn from: the network as numbers, in which block each tie lies, and who reaches whom.
 * Made once, read by all threads.
 *
 * @param parallel ties by slot of {@code targets}; null where it is always 1
 * @param block by slot of {@code targets}; below 0 for a bridge, where nobody lies between
 * @param members vertices component by component
 * @param firstMember where each component begins in {@code members}, and one more for the end
 * @param firstPair how many ordered pairs of others lie in the components before, and one more for all
 * @param inBlock whether some of a vertex's paths must be drawn
 * @param unknown how many these are
 */
record Drawing(
        int[] offsets,
        int[] targets,
        int @Nullable [] parallel,
        int[] block,
        int[] members,
        int[] firstMember,
        long[] firstPair,
        boolean[] inBlock,
        int unknown) {

    static Drawing of(Adjacency adjacency, Blocks blocks) {
        int n = adjacency.vertices();
        int[] offsets = adjacency.offsets();
        int[] targets = adjacency.targets();
        int[] block = new int[targets.length];
        boolean[] inBlock = new boolean[n];
        Arrays.fill(block, -1);
        for (int b = 0; b < blocks.count(); b++) {
            for (int t = 0; t < blocks.tieCount(b); t++) {
                int u = blocks.tieEnd(b, t, 0);
                int v = blocks.tieEnd(b, t, 1);
                block[Arrays.binarySearch(targets, offsets[u], offsets[u + 1], v)] = b;
                block[Arrays.binarySearch(targets, offsets[v], offsets[v + 1], u)] = b;
                inBlock[u] = true;
                inBlock[v] = true;
            }
        }
        int components = 0;
        int unknown = 0;
        for (int v = 0; v < n; v++) {
            components = Math.max(components, blocks.component(v) + 1);
            unknown += inBlock[v] ? 1 : 0;
        }
        int[] firstMember = new int[components + 1];
        for (int v = 0; v < n; v++) {
            firstMember[blocks.component(v) + 1]++;
        }
        long[] firstPair = new long[components + 1];
        for (int c = 0; c < components; c++) {
            long size = firstMember[c + 1];
            firstPair[c + 1] = firstPair[c] + size * (size - 1);
            firstMember[c + 1] += firstMember[c];
        }
        int[] members = new int[n];
        int[] next = firstMember.clone();
        for (int v = 0; v < n; v++) {
            members[next[blocks.component(v)]++] = v;
        }
        return new Drawing(
                offsets,
                targets,
                adjacency.hasParallelTies() ? adjacency.multiplicities() : null,
                block,
                members,
                firstMember,
                firstPair,
                inBlock,
                unknown);
    }

    int size() {
        return offsets.length - 1;
    }

    boolean isUnknown(int v) {
        return inBlock[v];
    }

    /** Ordered pairs of two who reach each other. */
    long orderedPairs() {
        return firstPair[firstPair.length - 1];
    }

    /** Unordered pairs of two who reach each other. */
    double connectedPairs() {
        return orderedPairs() / 2.0;
    }

    /** Their share of all pairs. */
    double connectedShare() {
        double n = size();
        return n < 2 ? 0 : orderedPairs() / (n * (n - 1));
    }
}
