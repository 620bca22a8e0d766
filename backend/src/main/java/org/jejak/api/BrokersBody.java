package org.jejak.api;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.investigation.FurtherMeasure;
import org.jspecify.annotations.Nullable;

/**
 * {@code brokers --json}. A number that does not exist is null, and so is one that was not asked for.
 *
 * @param bridges pairs whose tie is all that holds two parts together; null where they were not asked for
 * @param reach the few from whom most others are near; likewise
 * @param investigation id under which it was kept; null where it was not
 */
public record BrokersBody(
        SnapshotBody snapshot,
        SortedMap<String, Object> parameters,
        List<Actor> actors,
        List<String> coercedRole,
        int notListed,
        List<String> roleMissing,
        @Nullable List<FurtherBody.BridgeTie> bridges,
        FurtherBody.@Nullable Reach reach,
        @Nullable String investigation) {

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
            @Nullable Double netOfDegreeResolution,
            int nullDistinct,
            @Nullable List<Integer> rankInterval,
            @Nullable Fall fall,
            double harmonic,
            double pageRank,
            int coreness,
            @Nullable Double constraint,
            @Nullable Double effectiveSize,
            boolean cutVertex,
            int community,
            String brokerClass,
            @Nullable Double strength,
            @Nullable Double weightedBetweenness,
            @Nullable Double closeness,
            @Nullable Double eigenvector,
            FurtherBody.@Nullable Roles roles) {

        static Actor of(BrokersAnswer answer, Broker broker) {
            var fall = answer.falls().get(broker.id());
            var further = answer.further();
            var interval = broker.rankInterval();
            return new Actor(
                    broker.id().toString(),
                    answer.name(broker.id()),
                    broker.rank(),
                    broker.degree(),
                    broker.betweenness(),
                    broker.betweennessScaled(),
                    broker.netOfDegreeZ(),
                    broker.netOfDegreeP(),
                    broker.netOfDegreeResolution(),
                    broker.nullDistinct(),
                    interval == null ? null : List.of(interval.lowest(), interval.highest()),
                    fall == null
                            ? null
                            : new Fall(
                                    fall.rankWithout(),
                                    fall.sources().stream()
                                            .map(Object::toString)
                                            .toList()),
                    broker.harmonic(),
                    broker.pageRank(),
                    broker.coreness(),
                    broker.constraint(),
                    broker.effectiveSize(),
                    broker.cutVertex(),
                    broker.community(),
                    broker.brokerClass().name().toLowerCase(Locale.ROOT),
                    further.score(FurtherMeasure.STRENGTH, broker.id()),
                    further.score(FurtherMeasure.WEIGHTED_BETWEENNESS, broker.id()),
                    further.score(FurtherMeasure.CLOSENESS, broker.id()),
                    further.score(FurtherMeasure.EIGENVECTOR, broker.id()),
                    FurtherBody.roles(further, broker.id()));
        }
    }

    /** To which rank somebody falls if the origin of these sources is not believed; the worst of all origins. */
    public record Fall(int rank, List<String> withoutSources) {}

    /** The same, with the id under which it was kept. */
    public BrokersBody kept(String id) {
        return new BrokersBody(snapshot, parameters, actors, coercedRole, notListed, roleMissing, bridges, reach, id);
    }

    /** @param top how many of the first ranks; all if not positive */
    public static BrokersBody of(BrokersAnswer answer, long seed, int top) {
        var parameters = SnapshotBody.parameters(answer.network());
        parameters.put("seed", seed);
        parameters.putAll(sureness(answer));
        parameters.putAll(FurtherBody.parameters(answer.further()));
        Stream<Broker> listed = answer.report().brokers().stream();
        if (top > 0) {
            parameters.put("top", top);
            listed = listed.limit(top);
        }
        return new BrokersBody(
                SnapshotBody.of(answer.network()),
                parameters,
                listed.map(b -> Actor.of(answer, b)).toList(),
                answer.coercedRole().stream().map(Object::toString).toList(),
                answer.network().guarded().size(),
                answer.network().roleless().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList(),
                FurtherBody.bridges(answer.further(), answer.network().snapshot()),
                FurtherBody.reach(answer.further()),
                null);
    }

    /** What the numbers beyond the measures rest on; 0 runs where there are none. */
    private static Map<String, Object> sureness(BrokersAnswer answer) {
        var parameters = new HashMap<String, Object>();
        parameters.put("depth", answer.sureness().depth().name().toLowerCase(Locale.ROOT));
        parameters.put("missingShare", answer.sureness().missingShare());
        var beyond = answer.report().beyondDegree();
        parameters.put("nullRuns", beyond == null ? 0 : beyond.runs());
        if (beyond != null) {
            parameters.put("nullModel", beyond.model().name().toLowerCase(Locale.ROOT));
            parameters.put("acceptedExchanges", beyond.exchanges());
            if (beyond.sources() > 0) {
                parameters.put("nullSources", beyond.sources());
            }
        }
        var sampling = answer.report().sampling();
        parameters.put("sampled", sampling != null);
        if (sampling != null) {
            parameters.put("sampledPaths", sampling.paths());
            parameters.put("betweennessError", sampling.betweennessError());
            parameters.put("pivots", sampling.pivots());
            parameters.put("harmonicError", sampling.harmonicError());
            parameters.put("sampleFailure", sampling.failure());
        }
        var ranks = answer.report().rankUncertainty();
        parameters.put("deletions", ranks == null ? 0 : ranks.draws());
        if (ranks != null) {
            parameters.put("rankDeterminable", ranks.determinable());
        }
        return parameters;
    }
}
