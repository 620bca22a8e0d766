package org.jejak.investigation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose company changed. Numbers of communities follow their sizes and say nothing from one day to another, so two
 * communities are taken for the same where they share most members, each at most once.
 *
 * @param before number of their community in the answer before; null where they were not in it
 * @param after likewise
 */
public record Regrouped(
        String id, @Nullable Integer before, @Nullable Integer after) {

    private record Shared(int before, int after, int members) {}

    static List<Regrouped> between(KeptGroups before, KeptGroups after) {
        Map<String, Integer> was = numbers(before);
        Map<String, Integer> is = numbers(after);
        Map<Integer, Integer> same = recognised(was, is);
        var everybody = new TreeSet<>(was.keySet());
        everybody.addAll(is.keySet());
        List<Regrouped> regrouped = new ArrayList<>();
        for (String id : everybody) {
            Integer one = was.get(id);
            Integer other = is.get(id);
            if (one == null || other == null || !other.equals(same.get(one))) {
                regrouped.add(new Regrouped(id, one, other));
            }
        }
        return regrouped;
    }

    private static Map<String, Integer> numbers(KeptGroups groups) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < groups.communities().size(); i++) {
            int number = i + 1;
            groups.communities().get(i).forEach(member -> numbers.put(member, number));
        }
        return numbers;
    }

    private static Map<Integer, Integer> recognised(Map<String, Integer> was, Map<String, Integer> is) {
        Map<List<Integer>, Integer> counts = new HashMap<>();
        was.forEach((id, one) -> {
            Integer other = is.get(id);
            if (other != null) {
                counts.merge(List.of(one, other), 1, Integer::sum);
            }
        });
        List<Shared> pairs = new ArrayList<>();
        counts.forEach((pair, members) -> pairs.add(new Shared(pair.getFirst(), pair.getLast(), members)));
        pairs.sort(Comparator.comparingInt((Shared s) -> -s.members())
                .thenComparingInt(Shared::before)
                .thenComparingInt(Shared::after));
        Map<Integer, Integer> same = new HashMap<>();
        for (Shared pair : pairs) {
            if (!same.containsKey(pair.before()) && !same.containsValue(pair.after())) {
                same.put(pair.before(), pair.after());
            }
        }
        return same;
    }
}
