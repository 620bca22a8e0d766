package org.jejak.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jejak.analysis.bench.MadeNetworks;

/** The families of random networks on which methods are calibrated. */
public enum GraphFamilies {
    BARABASI_ALBERT {
        @Override
        List<int[]> edges(int n, long seed) {
            return MadeNetworks.barabasiAlbert(n, 3, seed);
        }
    },
    ERDOS_RENYI {
        @Override
        List<int[]> edges(int n, long seed) {
            Random random = new Random(seed);
            List<int[]> edges = new ArrayList<>();
            for (int v = 0; v < n; v++) {
                for (int w = v + 1; w < n; w++) {
                    if (random.nextDouble() < 6.0 / n) {
                        edges.add(new int[] {v, w});
                    }
                }
            }
            return edges;
        }
    },
    BLOCKS {
        @Override
        List<int[]> edges(int n, long seed) {
            Random random = new Random(seed);
            List<int[]> edges = new ArrayList<>();
            double inside = 6.0 * 0.9 * 6 / n;
            double across = 6.0 * 0.1 * 6 / (5.0 * n);
            for (int v = 0; v < n; v++) {
                for (int w = v + 1; w < n; w++) {
                    if (random.nextDouble() < (v * 6 / n == w * 6 / n ? inside : across)) {
                        edges.add(new int[] {v, w});
                    }
                }
            }
            return edges;
        }
    },
    CASE_SHAPED {
        @Override
        List<int[]> edges(int n, long seed) {
            return MadeNetworks.caseShaped(n, 0.6, 3, seed);
        }
    },
    PATH {
        @Override
        List<int[]> edges(int n, long seed) {
            List<int[]> edges = new ArrayList<>();
            for (int v = 1; v < n; v++) {
                edges.add(new int[] {v - 1, v});
            }
            return edges;
        }
    };

    abstract List<int[]> edges(int n, long seed);

    public NetworkSnapshot network(int n, long seed) {
        return Networks.edges(n, edges(n, seed), Fold.SIMPLE);
    }

    /** The same with a share of its ties gone. */
    public static NetworkSnapshot without(NetworkSnapshot network, double share, long seed) {
        List<Tie> ties = new ArrayList<>(network.ties());
        Random random = new Random(seed);
        Set<Integer> gone = new HashSet<>();
        long wanted = Math.round(share * ties.size());
        while (gone.size() < wanted) {
            gone.add(random.nextInt(ties.size()));
        }
        List<Tie> left = new ArrayList<>();
        for (int t = 0; t < ties.size(); t++) {
            if (!gone.contains(t)) {
                left.add(ties.get(t));
            }
        }
        return NetworkSnapshot.of(network.actors(), left, network.fold());
    }
}
