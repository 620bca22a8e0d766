package org.jejak.analysis.centrality;

import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * A number for each actor. The record is the parameters: equal records on equal snapshots give equal bytes, whatever the
 * {@link RunControl}.
 */
public sealed interface CentralityMeasure
        permits Degree,
                Strength,
                Betweenness,
                SampledBetweenness,
                WeightedBetweenness,
                Closeness,
                Harmonic,
                SampledHarmonic,
                Eigenvector,
                PageRank,
                Coreness {

    NodeScores on(NetworkSnapshot network, RunControl control);

    default NodeScores on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }
}
