package org.jejak.safeguard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jejak.network.Grade;
import org.jejak.network.Key;
import org.jejak.network.Origin;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.springframework.stereotype.Service;

/** Everything a viewer may know of one thing, each value with the sources that say it, contradictions side by side. */
@Service
public class Dossiers {

    private final ReadingDoor door;
    private final Names names;

    /**
     * One value of one property, as one row says it.
     *
     * @param row the row that says so
     * @param contradicts whether the row denies the value
     * @param span {@code from – to} as written, or empty
     * @param delivered when the row was delivered
     */
    public record Said(
            String property,
            String value,
            Key row,
            boolean contradicts,
            String span,
            List<VisibleRecord.Statement> statements,
            Instant delivered) {

        /** The best grade among the statements; cannot be judged where there is none. */
        public Grade best() {
            return statements.stream()
                    .map(VisibleRecord.Statement::grade)
                    .min(Comparator.comparing(Grade::reliability).thenComparing(Grade::credibility))
                    .orElse(Grade.CANNOT_BE_JUDGED);
        }

        /** How many say so who are independent: two sources of one origin are one voice. */
        long voices(Function<Key, String> origins) {
            return statements.stream()
                    .map(s -> origins.apply(s.source()))
                    .distinct()
                    .count();
        }
    }

    /**
     * A thing, what is said of it, and how many rows of which file name it.
     *
     * @param values by property, the shown value first: best grade, then most independent sources, then latest
     */
    public record Dossier(Names.Shown thing, SortedMap<String, List<Said>> values, SortedMap<String, Long> rows) {}

    Dossiers(ReadingDoor door, Names names) {
        this.door = door;
        this.names = names;
    }

    /** Empty if there is no such thing for this viewer. */
    public Optional<Dossier> of(Viewer viewer, Key thing) {
        var shown = Optional.ofNullable(names.of(viewer, List.of(thing)).get(thing));
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var aside = Reading.of(RecordFile.STATEMENTS, RecordFile.ROLES, RecordFile.OFFICIALS)
                .unseal();
        var own = door.byKey(viewer, thing);
        var named = door.naming(viewer, thing, aside);
        return Optional.of(
                dossier(shown.get(), own, named, door.countNaming(viewer, thing), origins(viewer, own, named)));
    }

    /** The origin of each source of these rows; one that the viewer may not see stands for itself. */
    private Function<Key, String> origins(Viewer viewer, Optional<VisibleRecord> own, List<VisibleRecord> named) {
        var sources = Stream.concat(own.stream(), named.stream())
                .flatMap(row -> row.statements().stream())
                .map(VisibleRecord.Statement::source)
                .distinct()
                .toList();
        var known = new HashMap<Key, String>();
        if (sources.size() > 1) {
            door.byKey(viewer, sources).forEach(source -> known.put(source.key(), Origin.of(source)));
        }
        return source -> known.getOrDefault(source, Origin.of(source, ""));
    }

    /**
     * @param named rows that name the thing; those that say nothing of it are passed over
     * @param origins of each source
     */
    static Dossier dossier(
            Names.Shown thing,
            Optional<VisibleRecord> own,
            List<VisibleRecord> named,
            SortedMap<String, Long> counts,
            Function<Key, String> origins) {
        var values = new TreeMap<String, List<Said>>();
        own.ifPresent(row -> describe(row, values));
        named.forEach(row -> aside(row, thing.key(), values));
        values.values().forEach(said -> said.sort(shownFirst(origins)));
        return new Dossier(thing, values, counts);
    }

    private static Comparator<Said> shownFirst(Function<Key, String> origins) {
        return Comparator.comparing(Said::contradicts)
                .thenComparing(s -> s.best().reliability())
                .thenComparing(s -> s.best().credibility())
                .thenComparing(s -> -s.voices(origins))
                .thenComparing(Said::delivered, Comparator.reverseOrder())
                .thenComparing(Said::row);
    }

    private static void describe(VisibleRecord own, SortedMap<String, List<Said>> values) {
        own.cells().forEach((column, cell) -> {
            if (!column.equals("id") && !column.equals("source") && !column.startsWith("grade")) {
                add(values, new Said(column, cell, own.key(), false, "", own.statements(), own.delivered()));
            }
        });
    }

    private static void aside(VisibleRecord row, Key thing, SortedMap<String, List<Said>> values) {
        String span = span(row);
        switch (row.file()) {
            case "statements" -> {
                if (row.reference("entity").filter(thing::equals).isPresent()) {
                    boolean denies = row.isTrue("contradicts");
                    add(
                            values,
                            new Said(
                                    row.cell("property"),
                                    row.cell("value"),
                                    row.key(),
                                    denies,
                                    span,
                                    row.statements(),
                                    row.delivered()));
                }
            }
            case "roles" -> {
                if (row.reference("person").filter(thing::equals).isPresent()) {
                    String role = row.cell("role") + (row.isTrue("coerced") ? " (coerced)" : "");
                    add(values, new Said("role", role, row.key(), false, span, row.statements(), row.delivered()));
                }
            }
            case "officials" -> {
                if (row.reference("person").filter(thing::equals).isPresent()) {
                    for (String column : List.of("agency", "rank", "badge", "unit", "supervisor")) {
                        if (!row.cell(column).isEmpty()) {
                            add(
                                    values,
                                    new Said(
                                            column,
                                            row.cell(column),
                                            row.key(),
                                            false,
                                            span,
                                            row.statements(),
                                            row.delivered()));
                        }
                    }
                }
            }
            default -> {}
        }
    }

    private static String span(VisibleRecord row) {
        String from = row.cell("from");
        String to = row.cell("to");
        return from.isEmpty() && to.isEmpty() ? "" : (from + " – " + to).strip();
    }

    private static void add(SortedMap<String, List<Said>> values, Said said) {
        values.computeIfAbsent(said.property(), any -> new ArrayList<>()).add(said);
    }
}
