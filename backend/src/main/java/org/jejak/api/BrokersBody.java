package org.jejak.api;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.investigation.BrokersAnswer;
import org.jspecify.annotations.Nullable;

/** {@code brokers --json}. A number that does not exist is null. */
public record BrokersBody(
        SnapshotBody snapshot, SortedMap<String, Object> parameters, List<Actor> actors, List<String> coercedRole) {

    /** One line of the ranking. */
    public record Actor(
            String id,
            String name,
            int rank,
            int degree,
            double betweenness,
            @Nullable Double betweennessScaled,
            @Nullable Double netOfDegreeZ,
            @Nullable Double netOfDegreeP,
            @Nullable List<Integer> rankInterval,
            double harmonic,
            double pageRank,
            int coreness,
            @Nullable Double constraint,
            @Nullable Double effectiveSize,
            boolean cutVertex,
            int community,
            String brokerClass) {

        static Actor of(Broker broker, String name) {
            var interval = broker.rankInterval();
            return new Actor(
                    broker.id().toString(),
                    name,
                    broker.rank(),
                    broker.degree(),
                    broker.betweenness(),
                    broker.betweennessScaled(),
                    broker.netOfDegreeZ(),
                    broker.netOfDegreeP(),
                    interval == null ? null : List.of(interval.lowest(), interval.highest()),
                    broker.harmonic(),
                    broker.pageRank(),
                    broker.coreness(),
                    broker.constraint(),
                    broker.effectiveSize(),
                    broker.cutVertex(),
                    broker.community(),
                    broker.brokerClass().name().toLowerCase(Locale.ROOT));
        }
    }

    /** @param top how many of the first ranks; all if not positive */
    public static BrokersBody of(BrokersAnswer answer, long seed, int top) {
        var parameters = SnapshotBody.parameters(answer.network().question());
        parameters.put("seed", seed);
        Stream<Broker> listed = answer.report().brokers().stream();
        if (top > 0) {
            parameters.put("top", top);
            listed = listed.limit(top);
        }
        return new BrokersBody(
                SnapshotBody.of(answer.network()),
                parameters,
                listed.map(b -> Actor.of(b, answer.name(b.id()))).toList(),
                answer.coercedRole().stream().map(Object::toString).toList());
    }
}
