package org.jejak.analysis.disruption;

import java.util.List;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * One more is gone; numbers count all that went before too.
 *
 * @param removed null where each run removes another one
 * @param remains mean over the runs, where others may take over or the order is drawn
 * @param pairsLeftLow 5% quantile of {@link Remains#pairsLeft} over the runs, the same number where nothing is drawn
 * @param pairsLeftHigh 95% quantile
 * @param leftAlone who has lost their last contact with this step, should nobody take over; victims may be among them
 */
public record DisruptionStep(
        @Nullable ActorId removed,
        Remains remains,
        double pairsLeftLow,
        double pairsLeftHigh,
        List<ActorId> leftAlone) {

    public DisruptionStep {
        leftAlone = List.copyOf(leftAlone);
    }
}
