package org.jejak.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jejak.network.ActorId;
import org.jgrapht.alg.interfaces.VertexScoringAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * One number for each actor of a snapshot, or none where the measure is not defined for them (the constraint of someone
 * without ties). JGraphT's own interface, so whatever takes scores from it takes ours.
 */
public final class NodeScores implements VertexScoringAlgorithm<ActorId, Double> {

    private final NetworkSnapshot network;
    private final double[] values;

    private NodeScores(NetworkSnapshot network, double[] values) {
        this.network = network;
        this.values = values;
    }

    /**
     * @param values one for each vertex, {@link Double#NaN} where there is none
     */
    public static NodeScores of(NetworkSnapshot network, double[] values) {
        if (values.length != network.size()) {
            throw new IllegalArgumentException(values.length + " values for " + network.size() + " actors");
        }
        return new NodeScores(network, values.clone());
    }

    public List<ActorId> actors() {
        return network.actors();
    }

    public OptionalDouble of(ActorId actor) {
        double value = values[network.vertex(actor)];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** By vertex number; {@link Double#NaN} where there is none. */
    public double at(int vertex) {
        return values[vertex];
    }

    /** By vertex number; the caller's own copy. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public Map<ActorId, Double> getScores() {
        Map<ActorId, Double> scores = new LinkedHashMap<>();
        for (int v = 0; v < values.length; v++) {
            if (!Double.isNaN(values[v])) {
                scores.put(network.actor(v), values[v]);
            }
        }
        return scores;
    }

    @Override
    public Double getVertexScore(ActorId actor) {
        return values[network.vertex(actor)];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodeScores that && network.equals(that.network) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * network.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return getScores().toString();
    }
}
