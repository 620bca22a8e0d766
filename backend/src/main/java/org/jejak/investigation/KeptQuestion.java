package org.jejak.investigation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.analysis.Fold;
import org.jejak.analysis.TieKind;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.NullModel;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.network.Grade;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.projection.NetworkQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, in plain words and numbers that JSON can hold; lists are sorted, so that one question has one text.
 *
 * @param measure {@code brokers} or {@code disrupt}
 * @param known always there: what Jejak had recorded by then is what the answer rests on
 * @param depth of {@code brokers}, null for others
 * @param remove of {@code disrupt}: these
 * @param greedy of {@code disrupt}: so many
 */
public record KeptQuestion(
        String measure,
        List<String> cases,
        @Nullable String at,
        String known,
        @Nullable String minGrade,
        List<String> withoutSource,
        String fold,
        List<String> ties,
        long seed,
        @Nullable String depth,
        @Nullable String nullModel,
        @Nullable Double missingShare,
        List<String> remove,
        @Nullable Integer greedy,
        @Nullable Double replacement) {

    public static final String BROKERS = "brokers";
    public static final String DISRUPT = "disrupt";

    public KeptQuestion {
        cases = List.copyOf(cases);
        withoutSource = List.copyOf(withoutSource);
        ties = List.copyOf(ties);
        remove = List.copyOf(remove);
    }

    static KeptQuestion brokers(NetworkQuestion network, Sureness sureness, long seed) {
        return of(
                BROKERS,
                network,
                seed,
                sureness.depth().name(),
                sureness.nullModel().map(NullModel::name).orElse(null),
                sureness.missingShare(),
                List.of(),
                null,
                null);
    }

    static KeptQuestion disrupt(NetworkQuestion network, DisruptionPlan plan, double replacement, long seed) {
        return switch (plan) {
            case DisruptionPlan.Removing these ->
                of(
                        DISRUPT,
                        network,
                        seed,
                        null,
                        null,
                        null,
                        these.persons().stream().map(Key::value).toList(),
                        null,
                        replacement);
            case DisruptionPlan.Best best ->
                of(DISRUPT, network, seed, null, null, null, List.of(), best.count(), replacement);
        };
    }

    private static KeptQuestion of(
            String measure,
            NetworkQuestion network,
            long seed,
            @Nullable String depth,
            @Nullable String nullModel,
            @Nullable Double missingShare,
            List<String> remove,
            @Nullable Integer greedy,
            @Nullable Double replacement) {
        return new KeptQuestion(
                measure,
                List.copyOf(new TreeSet<>(network.cases())),
                network.at().map(PartialTime::text).orElse(null),
                network.known().orElseThrow().toString(),
                network.minimum().map(Grade::toString).orElse(null),
                network.without().stream().map(Key::value).sorted().toList(),
                network.fold().name(),
                network.ties().stream().sorted().map(TieKind::name).toList(),
                seed,
                depth,
                nullModel,
                missingShare,
                remove,
                greedy,
                replacement);
    }

    NetworkQuestion network() {
        return new NetworkQuestion(
                Set.copyOf(cases),
                Optional.ofNullable(at).map(text -> PartialTime.parse(text, ZoneOffset.UTC)),
                Optional.of(Instant.parse(known)),
                Optional.ofNullable(minGrade).map(text -> Grade.parse(text).orElseThrow()),
                withoutSource.stream().map(Key::new).collect(Collectors.toUnmodifiableSet()),
                Fold.valueOf(fold),
                ties.stream().map(TieKind::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    Sureness sureness() {
        return new Sureness(
                depth == null ? Depth.QUICK : Depth.valueOf(depth),
                Optional.ofNullable(nullModel).map(NullModel::valueOf),
                missingShare == null ? Sureness.USUAL.missingShare() : missingShare);
    }

    DisruptionPlan plan() {
        return greedy == null
                ? new DisruptionPlan.Removing(remove.stream().map(Key::new).toList())
                : new DisruptionPlan.Best(greedy);
    }

    double chance() {
        return replacement == null ? 0 : replacement;
    }
}
