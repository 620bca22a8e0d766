package org.jejak.integrity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.analysis.chance.DiscreteFalseDiscovery;
import org.jejak.analysis.chance.SmallestOfChannels;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;

/**
 * All that the channels said, brought together: for each official the smallest of their exact p-values, and the
 * false-discovery rate at which they would be named. Documents lie beside it and weigh nothing.
 */
final class Assessment {

    private final SortedMap<Key, List<Findings.Test>> tests;
    private final Map<Key, List<Findings.Document>> documents = new HashMap<>();
    private final Map<Key, SortedSet<Key>> groups = new HashMap<>();
    private final Map<Key, Double> q = new HashMap<>();
    private final double level;

    Assessment(Findings findings, double level) {
        this(byOfficial(findings.tests()), level);
        findings.documents()
                .forEach(d -> documents
                        .computeIfAbsent(d.official(), k -> new ArrayList<>())
                        .add(d));
        findings.groups().forEach(this::unite);
    }

    private Assessment(SortedMap<Key, List<Findings.Test>> tests, double level) {
        this.tests = tests;
        this.level = level;
        var tested = new ArrayList<Key>();
        var bounds = new ArrayList<SmallestOfChannels>();
        tests.forEach((official, his) -> {
            var testable = his.stream().filter(Findings.Test::isTestable).toList();
            if (!testable.isEmpty()) {
                tested.add(official);
                bounds.add(new SmallestOfChannels(
                        testable.stream().map(t -> t.chance().attainable()).toList()));
            }
        });
        double[] smallest = tested.stream().mapToDouble(this::smallestP).toArray();
        double[] found = new DiscreteFalseDiscovery(level).on(bounds, smallest);
        for (int i = 0; i < found.length; i++) {
            q.put(tested.get(i), found[i]);
        }
    }

    private static SortedMap<Key, List<Findings.Test>> byOfficial(List<Findings.Test> tests) {
        var map = new TreeMap<Key, List<Findings.Test>>();
        tests.forEach(
                t -> map.computeIfAbsent(t.official(), k -> new ArrayList<>()).add(t));
        map.values()
                .forEach(l -> l.sort(Comparator.comparing((Findings.Test t) -> !t.isTestable())
                        .thenComparing(Findings.Test::p)
                        .thenComparing(Findings.Test::channel)
                        .thenComparing(Findings.Test::where)));
        return map;
    }

    /** The same with other tests for these officials, everybody else's unchanged. */
    Assessment with(Set<Key> officials, List<Findings.Test> others) {
        var changed = new TreeMap<>(tests);
        officials.forEach(changed::remove);
        byOfficial(others.stream().filter(t -> officials.contains(t.official())).toList())
                .forEach(changed::put);
        return new Assessment(changed, level);
    }

    private void unite(SortedSet<Key> group) {
        var united = new TreeSet<>(group);
        group.forEach(member -> united.addAll(groups.getOrDefault(member, new TreeSet<>())));
        united.forEach(member -> groups.put(member, united));
    }

    List<Findings.Test> tests(Key official) {
        return tests.getOrDefault(official, List.of());
    }

    List<Findings.Test> allTests() {
        return tests.values().stream().flatMap(List::stream).toList();
    }

    List<Findings.Document> documents(Key official) {
        return documents.getOrDefault(official, List.of());
    }

    /** Who the records cannot tell from this official, them included. */
    SortedSet<Key> group(Key official) {
        return groups.getOrDefault(official, new TreeSet<>(Set.of(official)));
    }

    /** Null where nothing could be tested. */
    @Nullable
    Double q(Key official) {
        return q.get(official);
    }

    boolean isNamed(Key official, double at) {
        var his = q.get(official);
        return his != null && his <= at;
    }

    int tested() {
        return q.size();
    }

    /** The smallest exact p among what could be tested; 1 where nothing could. */
    double smallestP(Key official) {
        return tests(official).stream()
                .filter(Findings.Test::isTestable)
                .mapToDouble(Findings.Test::p)
                .min()
                .orElse(1);
    }
}
