package org.jejak.ui.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.RowTraits;
import org.jejak.network.ValidTime;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Surroundings;
import org.jejak.ui.canvas.Appearance;
import org.jejak.ui.canvas.NodeKind;
import org.jejak.ui.canvas.Topology;

/**
 * A sheet as it is drawn: its things under the names this viewer may see, and the lines between them with the rows
 * behind each.
 *
 * @param sheet what was asked for
 * @param shown by key, only what the viewer may see
 * @param lines by the id the canvas gives back
 * @param leftOut what the sources are called without which it is drawn
 * @param hidden things of kinds that are not shown
 * @param undated lines that no time is known of; they stay, whatever the time filter says
 * @param setAside lines that the time filter hides
 */
record Picture(
        Sheet sheet,
        Map<Key, Names.Shown> shown,
        Map<String, Line> lines,
        Set<Key> officials,
        Map<Key, Names.Shown> leftOut,
        int hidden,
        int undated,
        int setAside) {

    static final Picture BLANK = new Picture(Sheet.BLANK, Map.of(), Map.of(), Set.of(), Map.of(), 0, 0, 0);

    /** One line: whom it ties, what it says, and the rows it stands on. */
    record Line(String id, Key from, Key to, String words, boolean directed, List<Key> rows, ValidTime time) {}

    static Picture of(Standpoint from, Viewer viewer, Sheet sheet) {
        var shown = new LinkedHashMap<Key, Names.Shown>();
        var there = from.names(viewer, sheet.things());
        there.forEach((key, thing) -> {
            if (!sheet.hidden().contains(thing.kind())) {
                shown.put(key, thing);
            }
        });
        var all = new ArrayList<Line>();
        for (Surroundings.Between between : from.between(viewer, shown.keySet())) {
            var line = line(between);
            if (shown.containsKey(line.from()) && shown.containsKey(line.to())) {
                all.add(line);
            }
        }
        if (sheet.peopleTies()) {
            all.addAll(peopleLines(from, viewer, sheet, others(from.ties(viewer, sheet, people(shown)), all)));
        }
        var lines = new LinkedHashMap<String, Line>();
        var counts = new int[2];
        for (Line line : all) {
            if (passes(sheet, line, counts)) {
                lines.put(line.id(), line);
            }
        }
        int hidden = there.size() - shown.size();
        return new Picture(
                sheet, shown, lines, from.officials(), from.namesOfLeftOut(viewer), hidden, counts[0], counts[1]);
    }

    private static Line line(Surroundings.Between between) {
        var traits = RecordFile.named(between.file()).map(RecordFile::traits);
        boolean turned = leadsFrom(traits, between.bAs()) && !leadsFrom(traits, between.aAs());
        Key from = turned ? between.b() : between.a();
        Key to = turned ? between.a() : between.b();
        String words = between.relation().isEmpty()
                ? between.file()
                : between.relation().replace('_', ' ');
        String id = between.row() + "|" + from + "|" + to;
        boolean directed =
                traits.filter(RowTraits::directed).isPresent() && !between.aAs().equals(between.bAs());
        return new Line(id, from, to, words, directed, List.of(between.row()), between.time());
    }

    /** @param column in capitals, as the store names what it refers to */
    private static boolean leadsFrom(Optional<RowTraits> traits, String column) {
        return traits.filter(t -> t.from().contains(column.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private static boolean passes(Sheet sheet, Line line, int[] counts) {
        if (!line.time().isKnown()) {
            counts[0]++;
            return true;
        }
        boolean passes = line.time().mayHoldBetween(sheet.from(), sheet.until());
        if (!passes) {
            counts[1]++;
        }
        return passes;
    }

    private static Set<Key> people(Map<Key, Names.Shown> shown) {
        return shown.values().stream()
                .filter(thing -> thing.kind() == EntityKind.PERSON)
                .map(Names.Shown::key)
                .collect(Collectors.toSet());
    }

    /** Ties of people through what they use, unless a line stands on the same row already. */
    private static List<Tie> others(List<Tie> ties, List<Line> lines) {
        var there = new HashSet<String>();
        lines.forEach(line -> line.rows().forEach(row -> there.add(pair(line.from(), line.to()) + row)));
        return ties.stream()
                .filter(tie -> !there.contains(pair(tie.a().key(), tie.b().key()) + tie.record()))
                .toList();
    }

    /** One line for all rows of a kind between two; only a limit asks when each of them was true. */
    private static List<Line> peopleLines(Standpoint from, Viewer viewer, Sheet sheet, List<Tie> ties) {
        Map<Key, ValidTime> times = sheet.from().isEmpty() && sheet.until().isEmpty()
                ? Map.of()
                : from.times(viewer, ties.stream().map(Tie::record).toList());
        var byLine = new TreeMap<String, List<Tie>>();
        ties.forEach(tie -> byLine.computeIfAbsent(
                        words(tie.kind()) + "|" + tie.a().key() + "|" + tie.b().key(), any -> new ArrayList<>())
                .add(tie));
        return byLine.entrySet().stream()
                .map(line -> peopleLine(line.getKey(), line.getValue(), times, sheet))
                .toList();
    }

    /** Stands on those of its rows that pass; where none does, on one that does not, and so passes neither. */
    private static Line peopleLine(String id, List<Tie> ties, Map<Key, ValidTime> times, Sheet sheet) {
        var rows = ties.stream().map(Tie::record).distinct().sorted().toList();
        var passing = rows.stream()
                .filter(row -> times.getOrDefault(row, ValidTime.UNKNOWN).mayHoldBetween(sheet.from(), sheet.until()))
                .toList();
        var stands = passing.isEmpty() ? rows.subList(0, 1) : passing;
        var time = stands.stream()
                .map(row -> times.getOrDefault(row, ValidTime.UNKNOWN))
                .reduce(ValidTime.UNKNOWN, ValidTime::spanning);
        var tie = ties.getFirst();
        return new Line(id, tie.a().key(), tie.b().key(), words(tie.kind()), false, stands, time);
    }

    private static String words(TieKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String pair(Key a, Key b) {
        return a.compareTo(b) < 0 ? a + "|" + b + "|" : b + "|" + a + "|";
    }

    Topology topology() {
        return new Topology(
                shown.values().stream()
                        .map(thing -> new Topology.Node(thing.key().value(), kind(thing)))
                        .toList(),
                lines.values().stream()
                        .map(line -> new Topology.Tie(
                                line.id(),
                                line.from().value(),
                                line.to().value(),
                                line.words(),
                                line.directed(),
                                line.rows().size()))
                        .toList());
    }

    /** Things that were asked for and are not there for this viewer, or were not yet known then. */
    int gone() {
        return sheet.things().size() - shown.size() - hidden;
    }

    /** @param marked what stands out while the rest is dimmed; empty for nothing */
    Appearance appearance(Appearance.Parallel parallel, boolean tieNames, Set<Key> marked) {
        var degrees = degrees();
        var looks = new HashMap<String, Appearance.Look>();
        shown.values().forEach(thing -> {
            int degree = degrees.getOrDefault(thing.key(), 0);
            boolean dimmed = !marked.isEmpty() && !marked.contains(thing.key());
            looks.put(
                    thing.key().value(),
                    new Appearance.Look(
                            thing.name(),
                            degree,
                            dimmed ? Appearance.Emphasis.DIMMED : Appearance.Emphasis.NORMAL,
                            -1,
                            words(thing)));
        });
        return new Appearance(looks, Map.of(), parallel, tieNames);
    }

    Map<Key, Integer> degrees() {
        var degrees = new HashMap<Key, Integer>();
        lines.values().forEach(line -> {
            degrees.merge(line.from(), 1, Integer::sum);
            degrees.merge(line.to(), 1, Integer::sum);
        });
        return degrees;
    }

    String words(Names.Shown thing) {
        return Words.kind(kind(thing))
                + (thing.subKind().isEmpty() ? "" : " · " + thing.subKind().replace('_', ' '));
    }

    NodeKind kind(Names.Shown thing) {
        if (thing.kind() == EntityKind.PERSON) {
            return thing.guarded()
                    ? NodeKind.PROTECTED
                    : officials.contains(thing.key()) ? NodeKind.OFFICIAL : NodeKind.PERSON;
        }
        return switch (thing.kind()) {
            case PERSON -> NodeKind.PERSON;
            case ORGANIZATION -> NodeKind.ORGANIZATION;
            case PLACE -> NodeKind.PLACE;
            case VEHICLE -> NodeKind.VEHICLE;
            case PHONE -> NodeKind.PHONE;
            case ACCOUNT -> NodeKind.ACCOUNT;
            case HANDLE -> NodeKind.HANDLE;
            case DOCUMENT, SOURCE, RAID, OPERATION, COMMITMENT -> NodeKind.DOCUMENT;
        };
    }
}
