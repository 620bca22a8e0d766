package org.jejak.investigation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of an answer: two answers to the same question, beside each other.
 *
 * @param network what the digests of the two networks say: the same records, others, or nothing, since two versions of
 *     Jejak counted them
 * @param programBefore version of Jejak that gave the first answer
 * @param programAfter version that gave the second
 * @param ranks of a ranking: whoever's rank, class or betweenness is not the same, those who moved furthest first
 * @param steps of a what-if: whoever goes at the same step
 * @param regrouped of communities: whoever is no longer with those their community is best recognised by
 * @param gone of paths, flows and cuts: ways, carriers or what was taken, that are no longer in the answer
 * @param came likewise, that are new in it
 * @param amounts of a flow, by unit
 * @param unlisted how many are left out of all this: they are protected now, or the viewer may not see them
 */
public record Changes(
        NetworkThen network,
        String programBefore,
        String programAfter,
        boolean sameResult,
        int personsBefore,
        int personsAfter,
        int tiesBefore,
        int tiesAfter,
        List<Moved> ranks,
        List<Step> steps,
        List<Regrouped> regrouped,
        List<KeptWays.Way> gone,
        List<KeptWays.Way> came,
        List<Amounts> amounts,
        int unlisted) {

    public Changes {
        ranks = List.copyOf(ranks);
        steps = List.copyOf(steps);
        regrouped = List.copyOf(regrouped);
        gone = List.copyOf(gone);
        came = List.copyOf(came);
        amounts = List.copyOf(amounts);
    }

    /** How much could pass; null where nothing could. */
    public record Amounts(
            String unit,
            @Nullable String atLeastBefore,
            @Nullable String atLeastAfter,
            @Nullable String atMostBefore,
            @Nullable String atMostAfter) {}

    /** Somebody listed before, after, or both; what is null was not there. */
    public record Moved(
            String id,
            @Nullable Integer rankBefore,
            @Nullable Integer rankAfter,
            @Nullable Double betweennessBefore,
            @Nullable Double betweennessAfter,
            @Nullable String classBefore,
            @Nullable String classAfter) {

        /** How far; who came or went moved furthest of all. */
        int distance() {
            return rankBefore == null || rankAfter == null ? Integer.MAX_VALUE : Math.abs(rankAfter - rankBefore);
        }
    }

    public record Step(
            int step,
            @Nullable String removedBefore,
            @Nullable String removedAfter,
            @Nullable Double pairsLeftBefore,
            @Nullable Double pairsLeftAfter) {}

    /** Whether both were asked of the same network, byte for byte. */
    public boolean sameNetwork() {
        return network == NetworkThen.SAME;
    }

    static Changes of(
            NetworkThen.Counted networkBefore, KeptResult before, NetworkThen.Counted networkAfter, KeptResult after) {
        return new Changes(
                NetworkThen.of(networkBefore, networkAfter),
                networkBefore.program(),
                networkAfter.program(),
                before.equals(after),
                before.persons(),
                after.persons(),
                before.ties(),
                after.ties(),
                ranks(before.brokers(), after.brokers()),
                steps(before.steps(), after.steps()),
                before.groups() == null || after.groups() == null
                        ? List.of()
                        : Regrouped.between(before.groups(), after.groups()),
                without(ways(before), ways(after)),
                without(ways(after), ways(before)),
                amounts(before.ways(), after.ways()),
                0);
    }

    /** The same sizes and amounts with what of the rest may be shown. */
    Changes listing(
            List<Moved> listedRanks,
            List<Step> listedSteps,
            List<Regrouped> listedRegrouped,
            List<KeptWays.Way> listedGone,
            List<KeptWays.Way> listedCame,
            int leftOut) {
        return new Changes(
                network,
                programBefore,
                programAfter,
                sameResult,
                personsBefore,
                personsAfter,
                tiesBefore,
                tiesAfter,
                listedRanks,
                listedSteps,
                listedRegrouped,
                listedGone,
                listedCame,
                amounts,
                leftOut);
    }

    /** All that it names. */
    public Stream<String> named() {
        return Stream.of(
                        ranks.stream().map(Moved::id),
                        steps.stream()
                                .flatMap(s -> Stream.concat(
                                        Stream.ofNullable(s.removedBefore()), Stream.ofNullable(s.removedAfter()))),
                        regrouped.stream().map(Regrouped::id),
                        Stream.concat(gone.stream(), came.stream()).flatMap(KeptWays.Way::ends))
                .flatMap(ids -> ids)
                .distinct();
    }

    private static Map<String, KeptWays.Way> ways(KeptResult result) {
        var byWords = new LinkedHashMap<String, KeptWays.Way>();
        var ways = result.ways();
        if (ways != null) {
            ways.ways().forEach(way -> byWords.putIfAbsent(way.inWords(), way));
        }
        return byWords;
    }

    private static List<KeptWays.Way> without(Map<String, KeptWays.Way> some, Map<String, KeptWays.Way> others) {
        var left = new LinkedHashMap<>(some);
        left.keySet().removeAll(others.keySet());
        return List.copyOf(left.values());
    }

    private static List<Amounts> amounts(@Nullable KeptWays before, @Nullable KeptWays after) {
        Map<String, KeptWays.Amount> was = byUnit(before);
        Map<String, KeptWays.Amount> is = byUnit(after);
        var units = new TreeSet<>(was.keySet());
        units.addAll(is.keySet());
        return units.stream()
                .map(unit -> {
                    var one = was.get(unit);
                    var other = is.get(unit);
                    return new Amounts(
                            unit,
                            one == null ? null : one.atLeast(),
                            other == null ? null : other.atLeast(),
                            one == null ? null : one.atMost(),
                            other == null ? null : other.atMost());
                })
                .toList();
    }

    private static Map<String, KeptWays.Amount> byUnit(@Nullable KeptWays ways) {
        Map<String, KeptWays.Amount> byUnit = new HashMap<>();
        if (ways != null) {
            ways.amounts().forEach(amount -> byUnit.put(amount.unit(), amount));
        }
        return byUnit;
    }

    private static List<Moved> ranks(List<KeptResult.KeptBroker> before, List<KeptResult.KeptBroker> after) {
        Map<String, KeptResult.KeptBroker> was = new HashMap<>();
        Map<String, KeptResult.KeptBroker> is = new HashMap<>();
        before.forEach(broker -> was.put(broker.id(), broker));
        after.forEach(broker -> is.put(broker.id(), broker));
        var all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        List<Moved> moved = new ArrayList<>();
        for (String id : all) {
            var one = was.get(id);
            var other = is.get(id);
            var here = new Moved(
                    id,
                    one == null ? null : one.rank(),
                    other == null ? null : other.rank(),
                    one == null ? null : one.betweenness(),
                    other == null ? null : other.betweenness(),
                    one == null ? null : one.brokerClass(),
                    other == null ? null : other.brokerClass());
            boolean same = one != null
                    && other != null
                    && one.rank() == other.rank()
                    && one.betweenness() == other.betweenness()
                    && one.brokerClass().equals(other.brokerClass());
            if (!same) {
                moved.add(here);
            }
        }
        moved.sort(Comparator.comparingInt((Moved m) -> -m.distance()));
        return moved;
    }

    private static List<Step> steps(List<KeptResult.KeptStep> before, List<KeptResult.KeptStep> after) {
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < Math.max(before.size(), after.size()); k++) {
            var one = k < before.size() ? before.get(k) : null;
            var other = k < after.size() ? after.get(k) : null;
            steps.add(new Step(
                    k + 1,
                    one == null ? null : one.removed(),
                    other == null ? null : other.removed(),
                    one == null ? null : one.pairsLeft(),
                    other == null ? null : other.pairsLeft()));
        }
        return steps;
    }
}
