package org.jejak.safeguard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jejak.audit.AuditLog;
import org.jejak.network.EntityColumns;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.Origin;
import org.jejak.network.RecordFile;
import org.jejak.network.ValidTime;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;

/**
 * All that one viewer may see as Jejak had recorded it by an instant, read once and asked many times. It answers what
 * {@link Names}, {@link Surroundings} and {@link Dossiers} answer of today. Who is protected today is protected here too.
 */
public final class AsKnown {

    /** In which column a row names a thing; as {@link Surroundings.Between} has it. */
    private record Mention(Key thing, String as) {}

    private static final String DESCRIBES = "DESCRIBES";

    private final Viewer viewer;
    private final Names names;
    private final AuditLog audit;
    private final Map<Key, VisibleRecord> rows = new HashMap<>();
    private final Map<Key, Set<Key>> naming = new HashMap<>();

    AsKnown(Viewer viewer, Names names, AuditLog audit) {
        this.viewer = viewer;
        this.names = names;
        this.audit = audit;
    }

    void add(VisibleRecord row) {
        rows.put(row.key(), row);
        mentions(row)
                .forEach(m -> naming.computeIfAbsent(m.thing(), any -> new TreeSet<>())
                        .add(row.key()));
    }

    /** A thing whose own row is left out, while others still name it: it was there, and nothing else is known of it. */
    void addNameless(VisibleRecord own) {
        boolean named = naming.containsKey(own.key());
        boolean describes = own.recordFile()
                .flatMap(RecordFile::describes)
                .filter(EntityKind::isEntity)
                .isPresent();
        if (named && describes) {
            rows.putIfAbsent(own.key(), Names.nameless(own));
        }
    }

    private static Stream<Mention> mentions(VisibleRecord row) {
        return row.recordFile().stream().flatMap(file -> {
            var own = file.describes().filter(EntityKind::isEntity).stream()
                    .map(any -> new Mention(row.key(), DESCRIBES));
            var others = EntityColumns.of(row.file()).stream()
                    .flatMap(c -> row.references(c.name()).stream()
                            .map(k -> new Mention(k, c.name().toUpperCase(Locale.ROOT))));
            return Stream.concat(own, others);
        });
    }

    /** Whether there was such a thing for this viewer. */
    private boolean isThere(Key thing) {
        return Optional.ofNullable(rows.get(thing))
                .flatMap(VisibleRecord::recordFile)
                .flatMap(RecordFile::describes)
                .isPresent();
    }

    /** How each of {@code keys} was known; what was not there yet is not in the answer. */
    public Map<Key, Names.Shown> names(Collection<Key> keys) {
        var shown = new LinkedHashMap<Key, Names.Shown>();
        for (Key key : keys) {
            Optional.ofNullable(rows.get(key))
                    .flatMap(row -> names.of(viewer, row))
                    .ifPresent(s -> shown.put(key, s));
        }
        audit.record(viewer, "read as known", keys.stream().map(Key::value).toList(), shown.size());
        return shown;
    }

    /** Everybody who was an official. */
    public Set<Key> officials() {
        var officials = new HashSet<Key>();
        rows.values().stream()
                .filter(row -> row.file().equals(RecordFile.OFFICIALS.fileName()))
                .forEach(row -> row.reference("person").ifPresent(officials::add));
        return officials;
    }

    /** The rows of these keys, as they were. */
    public List<VisibleRecord> byKey(Collection<Key> keys) {
        var found = keys.stream()
                .distinct()
                .map(rows::get)
                .filter(java.util.Objects::nonNull)
                .toList();
        audit.record(
                viewer,
                "read as known",
                keys.stream().map(Key::value).distinct().toList(),
                found.size());
        return found;
    }

    /** The rows of one file that named or described {@code thing}. */
    public List<VisibleRecord> naming(Key thing, String file) {
        var found = around(thing).filter(row -> row.file().equals(file)).toList();
        audit.record(viewer, "read as known", List.of(thing.value()), found.size());
        return found;
    }

    private Stream<VisibleRecord> around(Key thing) {
        return naming.getOrDefault(thing, Set.of()).stream().map(rows::get).filter(java.util.Objects::nonNull);
    }

    /** See {@link Surroundings#between}. */
    public List<Surroundings.Between> between(Collection<Key> things) {
        var wanted = new HashSet<>(things);
        wanted.removeIf(thing -> !isThere(thing));
        var tying = new TreeSet<Key>();
        wanted.forEach(thing -> tying.addAll(naming.getOrDefault(thing, Set.of())));
        var found = new ArrayList<Surroundings.Between>();
        for (Key key : tying) {
            var row = java.util.Objects.requireNonNull(rows.get(key));
            var named = mentions(row).filter(m -> wanted.contains(m.thing())).toList();
            for (Mention a : named) {
                for (Mention b : named) {
                    if (a.thing().compareTo(b.thing()) < 0) {
                        found.add(new Surroundings.Between(
                                a.thing(),
                                a.as(),
                                b.thing(),
                                b.as(),
                                key,
                                row.file(),
                                row.cell("relation"),
                                time(row)));
                    }
                }
            }
        }
        audit.record(viewer, "draw as known", List.of(), found.size());
        return found;
    }

    /** See {@link Surroundings#times}. */
    public Map<Key, ValidTime> times(Collection<Key> keys) {
        var times = new HashMap<Key, ValidTime>();
        for (Key key : keys) {
            Optional.ofNullable(rows.get(key)).ifPresent(row -> times.put(key, time(row)));
        }
        audit.record(viewer, "read times as known", List.of(), times.size());
        return times;
    }

    private static ValidTime time(VisibleRecord row) {
        return ValidTime.of(row.file(), row::cell);
    }

    /** See {@link Surroundings#countByKind}. */
    public SortedMap<EntityKind, Long> countByKind(Key thing) {
        var counts = new TreeMap<EntityKind, Long>();
        neighbours(thing).keySet().forEach(near -> kind(near).ifPresent(kind -> counts.merge(kind, 1L, Long::sum)));
        audit.record(viewer, "count around as known", List.of(thing.value()), counts.size());
        return counts;
    }

    /** See {@link Surroundings#neighbours}. */
    public List<Key> neighbours(Key thing, Set<EntityKind> kinds, int skip, int limit) {
        var found = neighbours(thing).entrySet().stream()
                .filter(near -> kind(near.getKey()).filter(kinds::contains).isPresent())
                .sorted(Map.Entry.<Key, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .skip(skip)
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        audit.record(viewer, "expand as known", List.of(thing.value()), found.size());
        return found;
    }

    private Map<Key, Integer> neighbours(Key thing) {
        var near = new HashMap<Key, Integer>();
        if (isThere(thing)) {
            around(thing).forEach(row -> {
                var others = new LinkedHashSet<Key>();
                mentions(row).map(Mention::thing).filter(k -> !k.equals(thing)).forEach(others::add);
                others.stream().filter(this::isThere).forEach(k -> near.merge(k, 1, Integer::sum));
            });
        }
        return near;
    }

    private Optional<EntityKind> kind(Key thing) {
        return Optional.ofNullable(rows.get(thing))
                .flatMap(VisibleRecord::recordFile)
                .flatMap(RecordFile::describes);
    }

    /** See {@link Dossiers#of}. */
    public Optional<Dossiers.Dossier> dossier(Key thing) {
        var own = Optional.ofNullable(rows.get(thing));
        var shown = own.flatMap(row -> names.of(viewer, row));
        if (own.isEmpty() || shown.isEmpty()) {
            return Optional.empty();
        }
        var counts = new TreeMap<String, Long>();
        around(thing).forEach(row -> counts.merge(row.file(), 1L, Long::sum));
        audit.record(viewer, "read as known", List.of(thing.value()), 1);
        return Optional.of(Dossiers.dossier(shown.get(), own, around(thing).toList(), counts, this::origin));
    }

    private String origin(Key source) {
        var row = rows.get(source);
        return row == null ? Origin.of(source, "") : Origin.of(row);
    }
}
