package org.jejak.analysis.centrality;

import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> How deep inside a closely tied group is somebody?
 *
 * <p><b>Formula.</b> The largest k such that {@code v} is in a subnetwork in which all have k others or more.
 *
 * <p><b>Paper.</b> Seidman, <i>Network structure and minimum degree</i>, Social Networks 5 (1983); computed after Batagelj
 * and Zaveršnik, <i>An O(m) algorithm for cores decomposition of networks</i> (2003).
 *
 * <p><b>Cost.</b> O(n + m), memory O(n).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> Counts others, not ties: directions, strengths and
 * parallel ties change nothing. Loops do not exist. Without ties: 0.
 *
 * <p><b>Range and scale.</b> Whole numbers, 0 to n - 1.
 *
 * <p><b>When it misleads.</b> One passenger list of thirty people makes a 29-core. It finds the crowd, not its head: many
 * share the highest value.
 *
 * <pre>
 *   a---b
 *    \ /         a, b and c 2, d 1
 *     c---d
 * </pre>
 */
public record Coreness() implements CentralityMeasure {

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        int n = network.size();
        int[] offsets = adjacency.offsets();
        int[] targets = adjacency.targets();
        int[] left = new int[n];
        int largest = 0;
        for (int v = 0; v < n; v++) {
            left[v] = offsets[v + 1] - offsets[v];
            largest = Math.max(largest, left[v]);
        }
        int[] start = new int[largest + 2];
        for (int v = 0; v < n; v++) {
            start[left[v] + 1]++;
        }
        for (int k = 0; k <= largest; k++) {
            start[k + 1] += start[k];
        }
        int[] order = new int[n];
        int[] place = new int[n];
        int[] fill = start.clone();
        for (int v = 0; v < n; v++) {
            place[v] = fill[left[v]]++;
            order[place[v]] = v;
        }
        for (int i = 0; i < n; i++) {
            int v = order[i];
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                int u = targets[e];
                if (left[u] > left[v]) {
                    // u moves to the front of its bucket, and the bucket's border over it.
                    int front = start[left[u]];
                    int other = order[front];
                    order[place[u]] = other;
                    place[other] = place[u];
                    order[front] = u;
                    place[u] = front;
                    start[left[u]] = front + 1;
                    left[u]--;
                }
            }
        }
        double[] core = new double[n];
        for (int v = 0; v < n; v++) {
            core[v] = left[v];
        }
        return NodeScores.of(network, core);
    }
}
