package org.jejak.investigation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.analysis.Fold;
import org.jejak.analysis.TieKind;
import org.jejak.analysis.Weighting;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.NullModel;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.analysis.flow.GreatestFlow;
import org.jejak.analysis.flow.Taking;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.network.Grade;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.projection.ExplainedContacts;
import org.jejak.projection.NetworkQuestion;
import org.jejak.projection.TieWeights;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, in plain words and numbers that JSON can hold; lists are sorted, so that one question has one text.
 *
 * @param measure which of the names below
 * @param known always there: what Jejak had recorded by then is what the answer rests on
 * @param depth of {@code brokers}, null for others
 * @param remove of {@code disrupt}: these
 * @param greedy of {@code disrupt}: so many
 * @param weights null where it was kept before there was a choice
 * @param explained likewise
 * @param further of {@code brokers}: measures beyond the usual ones; null for none
 * @param ways of {@code paths}, {@code in_time} and {@code flow}
 * @param cutting of {@code cut}
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
        @Nullable Double replacement,
        @Nullable String weights,
        @Nullable String explained,
        @Nullable Further further,
        @Nullable Ways ways,
        @Nullable Cutting cutting) {

    public static final String BROKERS = "brokers";
    public static final String DISRUPT = "disrupt";
    public static final String COMMUNITIES = "communities";
    public static final String PATHS = "paths";
    public static final String IN_TIME = "in_time";
    public static final String FLOW = "flow";
    public static final String CUT = "cut";

    public record Further(List<String> measures, String over, int reach, int within) {

        static @Nullable Further of(FurtherQuestion asked) {
            return asked.measures().isEmpty()
                    ? null
                    : new Further(
                            asked.inOrder().stream().map(FurtherMeasure::name).toList(),
                            asked.over().name(),
                            asked.reachCount(),
                            asked.reachWithin());
        }

        FurtherQuestion question() {
            return new FurtherQuestion(
                    measures.stream().map(FurtherMeasure::valueOf).collect(Collectors.toUnmodifiableSet()),
                    RoleGroups.valueOf(over),
                    reach,
                    within);
        }
    }

    /**
     * @param by what a step costs over ties; null in time
     * @param inTime null for ways over ties whatever the time
     */
    public record Ways(
            List<String> from,
            List<String> to,
            int count,
            @Nullable String by,
            @Nullable String inTime,
            int longest,
            String window,
            double tolerance,
            boolean inferring) {

        Ways between(List<String> others, List<String> andOthers) {
            return new Ways(others, andOthers, count, by, inTime, longest, window, tolerance, inferring);
        }

        Key start() {
            return new Key(from.getFirst());
        }

        Key end() {
            return new Key(to.getFirst());
        }

        Weighting weighting() {
            return by == null ? Weighting.UNWEIGHTED : Weighting.valueOf(by);
        }

        InTime what() {
            return inTime == null ? InTime.MONEY : InTime.valueOf(inTime);
        }

        TimeRespectingPaths chains() {
            return new TimeRespectingPaths(start(), end(), count, longest, Duration.parse(window), tolerance);
        }

        GreatestFlow flow() {
            return new GreatestFlow(keys(from), keys(to), Duration.parse(window));
        }

        Inferring guesses() {
            return new Inferring(inferring, tolerance);
        }
    }

    public record Cutting(List<String> fromKinds, List<String> toKinds, String taking) {

        Taking what() {
            return Taking.valueOf(taking);
        }
    }

    public KeptQuestion {
        cases = List.copyOf(cases);
        withoutSource = List.copyOf(withoutSource);
        ties = List.copyOf(ties);
        remove = List.copyOf(remove);
    }

    static KeptQuestion brokers(NetworkQuestion network, Sureness sureness, FurtherQuestion further, long seed) {
        return of(BROKERS, network, seed, sureness, null, null, Further.of(further), null, null);
    }

    static KeptQuestion disrupt(NetworkQuestion network, DisruptionPlan plan, double replacement, long seed) {
        return of(DISRUPT, network, seed, null, plan, replacement, null, null, null);
    }

    static KeptQuestion communities(NetworkQuestion network, long seed) {
        return of(COMMUNITIES, network, seed, null, null, null, null, null, null);
    }

    static KeptQuestion paths(NetworkQuestion network, Key from, Key to, int count, Weighting weighting) {
        var ways = new Ways(
                List.of(from.value()), List.of(to.value()), count, weighting.name(), null, 0, "PT0S", 0, false);
        return of(PATHS, network, 0, null, null, null, null, ways, null);
    }

    static KeptQuestion inTime(NetworkQuestion network, InTime what, TimeRespectingPaths asked, boolean inferring) {
        var ways = new Ways(
                List.of(asked.from().value()),
                List.of(asked.to().value()),
                asked.count(),
                null,
                what.name(),
                asked.longest(),
                asked.window().toString(),
                asked.tolerance(),
                inferring);
        return of(IN_TIME, network, 0, null, null, null, null, ways, null);
    }

    static KeptQuestion flow(NetworkQuestion network, InTime what, GreatestFlow asked, Inferring inferring) {
        var ways = new Ways(
                sorted(asked.from()),
                sorted(asked.to()),
                0,
                null,
                what.name(),
                0,
                asked.window().toString(),
                inferring.tolerance(),
                inferring.on());
        return of(FLOW, network, 0, null, null, null, null, ways, null);
    }

    static KeptQuestion cut(NetworkQuestion network, Set<String> fromKinds, Set<String> toKinds, Taking taking) {
        var cutting =
                new Cutting(List.copyOf(new TreeSet<>(fromKinds)), List.copyOf(new TreeSet<>(toKinds)), taking.name());
        return of(CUT, network, 0, null, null, null, null, null, cutting);
    }

    private static KeptQuestion of(
            String measure,
            NetworkQuestion network,
            long seed,
            @Nullable Sureness sureness,
            @Nullable DisruptionPlan plan,
            @Nullable Double replacement,
            @Nullable Further further,
            @Nullable Ways ways,
            @Nullable Cutting cutting) {
        return new KeptQuestion(
                measure,
                List.copyOf(new TreeSet<>(network.cases())),
                network.at().map(PartialTime::text).orElse(null),
                network.known().orElseThrow().toString(),
                network.minimum().map(Grade::toString).orElse(null),
                sorted(network.without()),
                network.fold().name(),
                network.ties().stream().sorted().map(TieKind::name).toList(),
                seed,
                sureness == null ? null : sureness.depth().name(),
                sureness == null
                        ? null
                        : sureness.nullModel().map(NullModel::name).orElse(null),
                sureness == null ? null : sureness.missingShare(),
                plan instanceof DisruptionPlan.Removing these
                        ? these.persons().stream().map(Key::value).toList()
                        : List.of(),
                plan instanceof DisruptionPlan.Best best ? best.count() : null,
                replacement,
                network.weights().name(),
                network.explained().name(),
                further,
                ways,
                cutting);
    }

    private static List<String> sorted(Collection<Key> keys) {
        return keys.stream().map(Key::value).sorted().toList();
    }

    private static Set<Key> keys(Collection<String> written) {
        return written.stream().map(Key::new).collect(Collectors.toUnmodifiableSet());
    }

    /** The same, of these people only. */
    KeptQuestion naming(List<String> removed, @Nullable Ways between) {
        return new KeptQuestion(
                measure,
                cases,
                at,
                known,
                minGrade,
                withoutSource,
                fold,
                ties,
                seed,
                depth,
                nullModel,
                missingShare,
                removed,
                greedy,
                replacement,
                weights,
                explained,
                further,
                between,
                cutting);
    }

    /** One line for people: the network it was asked of. */
    public String caption() {
        return network().caption();
    }

    NetworkQuestion network() {
        return new NetworkQuestion(
                Set.copyOf(cases),
                Optional.ofNullable(at).map(text -> PartialTime.parse(text, ZoneOffset.UTC)),
                Optional.of(Instant.parse(known)),
                Optional.ofNullable(minGrade).map(text -> Grade.parse(text).orElseThrow()),
                keys(withoutSource),
                Fold.valueOf(fold),
                ties.stream().map(TieKind::valueOf).collect(Collectors.toUnmodifiableSet()),
                weights == null ? TieWeights.RECORDS : TieWeights.valueOf(weights),
                explained == null ? ExplainedContacts.LEFT_OUT : ExplainedContacts.valueOf(explained));
    }

    Sureness sureness() {
        return new Sureness(
                depth == null ? Depth.QUICK : Depth.valueOf(depth),
                Optional.ofNullable(nullModel).map(NullModel::valueOf),
                missingShare == null ? Sureness.USUAL.missingShare() : missingShare);
    }

    FurtherQuestion furtherQuestion() {
        return further == null ? FurtherQuestion.NOTHING : further.question();
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
