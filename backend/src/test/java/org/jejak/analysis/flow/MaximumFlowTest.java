package org.jejak.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jejak.analysis.MeasureStopped;
import org.jejak.analysis.StopSignal;
import org.jejak.analysis.flow.MaximumFlow.Arc;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.Test;

class MaximumFlowTest {

    private static Map<Arc, Long> arcs(int n, int m, int most, Random random) {
        Map<Arc, Long> capacity = new LinkedHashMap<>();
        for (int i = 0; i < m; i++) {
            int from = random.nextInt(n);
            int to = random.nextInt(n);
            if (from != to) {
                capacity.put(new Arc(from, to), (long) random.nextInt(most));
            }
        }
        return capacity;
    }

    private static long pushed(int source, int sink, int n, Map<Arc, Long> capacity) {
        var graph = new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        for (int v = 0; v < n; v++) {
            graph.addVertex(v);
        }
        capacity.forEach((arc, holds) -> graph.setEdgeWeight(graph.addEdge(arc.from(), arc.to()), holds));
        return Math.round(new PushRelabelMFImpl<>(graph).getMaximumFlowValue(source, sink));
    }

    /** Against JGraphT's push-relabel; no arc carries more than it can, and what comes to anybody leaves again. */
    @Test
    void itIsJGraphTsAndBreaksNoArc() {
        int flowing = 0;
        for (int seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            int n = 2 + random.nextInt(20);
            Map<Arc, Long> capacity = arcs(n, random.nextInt(6 * n), seed % 2 == 0 ? 2 : 1000, random);
            MaximumFlow found = MaximumFlow.between(0, n - 1, capacity, StopSignal.NEVER);
            assertThat(found.value()).as("seed %d", seed).isEqualTo(pushed(0, n - 1, n, capacity));
            assertThat(found.flow().keySet()).containsExactlyElementsOf(capacity.keySet());
            Map<Integer, Long> surplus = new HashMap<>(Map.of(0, found.value(), n - 1, -found.value()));
            found.flow().forEach((arc, carried) -> {
                assertThat(carried).isBetween(0L, capacity.get(arc));
                surplus.merge(arc.from(), -carried, Long::sum);
                surplus.merge(arc.to(), carried, Long::sum);
            });
            assertThat(surplus.values()).allMatch(left -> left == 0);
            flowing += found.value() > 0 ? 1 : 0;
        }
        assertThat(flowing).isGreaterThan(100);
    }

    /** Beyond 2^53 no floating-point number can tell these apart. */
    @Test
    void wholeNumbersStayWhole() {
        long large = (1L << 53) + 1;
        Map<Arc, Long> capacity = Map.of(new Arc(0, 1), large, new Arc(1, 2), large);
        assertThat(MaximumFlow.between(0, 2, capacity, StopSignal.NEVER).value())
                .isEqualTo(large);
    }

    @Test
    void aLongChainAndNothingAtAllDoNoHarm() {
        Map<Arc, Long> chain = new LinkedHashMap<>();
        for (int v = 0; v < 100_000; v++) {
            chain.put(new Arc(v, v + 1), 3L);
        }
        assertThat(MaximumFlow.between(0, 100_000, chain, StopSignal.NEVER).value())
                .isEqualTo(3);
        assertThat(MaximumFlow.between(0, 1, Map.of(), StopSignal.NEVER).value())
                .isZero();
    }

    @Test
    void aStopSignalEndsIt() {
        Map<Arc, Long> capacity = arcs(2_000, 40_000, 1000, new Random(1));
        int[] asked = {0};
        assertThatThrownBy(() -> MaximumFlow.between(0, 1, capacity, () -> ++asked[0] > 3))
                .isInstanceOf(MeasureStopped.class);
    }
}
