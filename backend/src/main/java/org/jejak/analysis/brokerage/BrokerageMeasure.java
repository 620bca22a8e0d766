package org.jejak.analysis.brokerage;

import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/** A number for each actor that says how far their contacts would be apart without them. */
public sealed interface BrokerageMeasure permits CutVertices, Constraint, EffectiveSize {

    NodeScores on(NetworkSnapshot network, RunControl control);

    default NodeScores on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }
}
