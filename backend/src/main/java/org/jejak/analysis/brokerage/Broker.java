package org.jejak.analysis.brokerage;

import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ranking: every measure of one actor. A number that does not exist is null.
 *
 * @param rank 1 to the number of actors listed
 * @param degree parallel ties count where they are kept
 * @param betweenness raw, over unordered pairs
 * @param betweennessScaled share of all pairs of others; null below three actors
 * @param netOfDegreeZ how far betweenness lies above that of networks with the same numbers of ties, in their standard
 *     deviations; describes, never classifies
 * @param netOfDegreeP how often such networks give as much or more
 * @param netOfDegreeResolution the smallest p that could have come out
 * @param nullDistinct how many different values such networks gave
 * @param rankInterval null where ranks cannot be determined or were not asked for
 * @param constraint null without ties
 * @param effectiveSize null without ties
 * @param community id of a community of the same report
 */
public record Broker(
        ActorId id,
        int rank,
        int degree,
        double betweenness,
        @Nullable Double betweennessScaled,
        @Nullable Double netOfDegreeZ,
        @Nullable Double netOfDegreeP,
        @Nullable Double netOfDegreeResolution,
        int nullDistinct,
        @Nullable RankInterval rankInterval,
        double harmonic,
        double pageRank,
        int coreness,
        @Nullable Double constraint,
        @Nullable Double effectiveSize,
        boolean cutVertex,
        int community,
        BrokerClass brokerClass) {}
