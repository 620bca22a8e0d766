package org.jejak.investigation;

import java.util.List;
import java.util.Map;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.brokerage.Bridge;
import org.jejak.analysis.brokerage.RoleCounts;
import org.jejak.analysis.disruption.KeyReach;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.safeguard.Names;
import org.jspecify.annotations.Nullable;

/**
 * What was found beyond the report.
 *
 * @param scores of the measures that give each actor a number
 * @param roles empty where they were not asked for
 * @param bridges those with most people on their smaller side first; empty where they were not asked for
 * @param reach null where it was not asked for, or where so few cannot be chosen from so few
 * @param names how the ends of bridges and the members of the set are shown to the viewer; protected persons by pseudonym
 */
public record FurtherAnswer(
        FurtherQuestion asked,
        Map<FurtherMeasure, NodeScores> scores,
        Map<ActorId, RoleCounts> roles,
        List<Bridge> bridges,
        KeyReach.@Nullable Found reach,
        Map<Key, Names.Shown> names) {

    /** Where nothing was asked. */
    public static final FurtherAnswer NOTHING =
            new FurtherAnswer(FurtherQuestion.NOTHING, Map.of(), Map.of(), List.of(), null, Map.of());

    public FurtherAnswer {
        scores = Map.copyOf(scores);
        roles = Map.copyOf(roles);
        bridges = List.copyOf(bridges);
    }

    /** Null where it was not asked for, or does not exist for this actor. */
    public @Nullable Double score(FurtherMeasure measure, ActorId actor) {
        var found = scores.get(measure);
        var score = found == null ? null : found.of(actor);
        return score == null || score.isEmpty() ? null : score.getAsDouble();
    }

    /** How an actor is shown; their key where nothing is known of them. */
    public String name(ActorId actor) {
        var shown = names.get(actor.key());
        return shown == null ? actor.key().value() : shown.name();
    }
}
