package org.jejak.analysis.flow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * As much as numbered arcs can carry from one vertex to another, in whole units; JGraphT's push-relabel (Goldberg and Tarjan
 * 1988). Whole numbers below 2^53 are exact in the floating point it reckons with.
 *
 * @param flow what each arc carries, in the order in which the capacities were given
 */
record MaximumFlow(long value, Map<Arc, Long> flow) {

    /** Capacities together may not pass this. */
    static final long MOST = 1L << 53;

    /** From one vertex to another. */
    record Arc(int from, int to) {}

    static MaximumFlow between(int source, int sink, Map<Arc, Long> capacity) {
        Graph<Integer, DefaultWeightedEdge> graph = new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        Map<Arc, DefaultWeightedEdge> edges = new HashMap<>();
        graph.addVertex(source);
        graph.addVertex(sink);
        capacity.forEach((arc, holds) -> {
            graph.addVertex(arc.from());
            graph.addVertex(arc.to());
            DefaultWeightedEdge edge = graph.addEdge(arc.from(), arc.to());
            graph.setEdgeWeight(edge, holds);
            edges.put(arc, edge);
        });
        var maximum = new PushRelabelMFImpl<>(graph).getMaximumFlow(source, sink);
        Map<Arc, Long> flow = new LinkedHashMap<>();
        capacity.keySet().forEach(arc -> flow.put(arc, Math.round(maximum.getFlow(edges.get(arc)))));
        return new MaximumFlow(Math.round(maximum.getValue()), flow);
    }
}
