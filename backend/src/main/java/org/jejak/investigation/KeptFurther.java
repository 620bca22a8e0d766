package org.jejak.investigation;

import java.util.List;
import java.util.stream.Stream;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.analysis.brokerage.RoleCounts;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * What a ranking had beyond its usual measures.
 *
 * @param lines by rank
 * @param reached share of the others whom {@code reach} reaches; null where that was not asked
 */
public record KeptFurther(
        List<Line> lines,
        List<Bridge> bridges,
        List<String> reach,
        @Nullable Double reached) {

    public KeptFurther {
        lines = List.copyOf(lines);
        bridges = List.copyOf(bridges);
        reach = List.copyOf(reach);
    }

    /** One of the ranking; what was not asked for or does not exist is null. */
    public record Line(
            String id,
            @Nullable Double strength,
            @Nullable Double weightedBetweenness,
            @Nullable Double closeness,
            @Nullable Double eigenvector,
            @Nullable RoleCounts roles) {}

    public record Bridge(String a, String b, int onSideOfA, int onSideOfB) {}

    Stream<String> named() {
        return Stream.concat(reach.stream(), bridges.stream().flatMap(b -> Stream.of(b.a(), b.b())));
    }

    static @Nullable KeptFurther of(BrokersAnswer answer) {
        var further = answer.further();
        if (further.asked().measures().isEmpty()) {
            return null;
        }
        var reach = further.reach();
        return new KeptFurther(
                answer.report().brokers().stream()
                        .map(Broker::id)
                        .map(id -> line(further, id))
                        .toList(),
                further.bridges().stream()
                        .map(b -> new Bridge(b.a().toString(), b.b().toString(), b.onSideOfA(), b.onSideOfB()))
                        .toList(),
                reach == null
                        ? List.of()
                        : reach.members().stream().map(ActorId::toString).toList(),
                reach == null ? null : reach.reach());
    }

    private static Line line(FurtherAnswer further, ActorId id) {
        return new Line(
                id.toString(),
                further.score(FurtherMeasure.STRENGTH, id),
                further.score(FurtherMeasure.WEIGHTED_BETWEENNESS, id),
                further.score(FurtherMeasure.CLOSENESS, id),
                further.score(FurtherMeasure.EIGENVECTOR, id),
                further.roles().get(id));
    }
}
