package org.jejak.investigation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became of an answer: two answers to the same question, beside each other.
 *
 * @param sameNetwork whether both were asked of the same network, byte for byte
 * @param ranks of a ranking: whoever's rank, class or betweenness is not the same, those who moved furthest first
 * @param steps of a what-if: whoever goes at the same step
 */
public record Changes(
        boolean sameNetwork,
        boolean sameResult,
        int personsBefore,
        int personsAfter,
        int tiesBefore,
        int tiesAfter,
        List<Moved> ranks,
        List<Step> steps) {

    public Changes {
        ranks = List.copyOf(ranks);
        steps = List.copyOf(steps);
    }

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

    static Changes of(String snapshotBefore, KeptResult before, String snapshotAfter, KeptResult after) {
        return new Changes(
                snapshotBefore.equals(snapshotAfter),
                before.equals(after),
                before.persons(),
                after.persons(),
                before.ties(),
                after.ties(),
                ranks(before.brokers(), after.brokers()),
                steps(before.steps(), after.steps()));
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
