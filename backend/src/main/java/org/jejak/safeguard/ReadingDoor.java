package org.jejak.safeguard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jejak.audit.AuditLog;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.ColumnType;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Service;

/**
 * The one door for reading case data. It knows the viewer, their cases and their clearance; what they may not see does
 * not come through, is not counted, and cannot be told from what does not exist. Every passage is audited before its
 * answer leaves, and refused if it cannot be.
 */
@Service
public class ReadingDoor {

    private final Driver driver;
    private final CypherLibrary cypher;
    private final RowReader rows;
    private final Masks masks;
    private final StoreState state;
    private final AuditLog audit;

    ReadingDoor(Driver driver, CypherLibrary cypher, RowReader rows, Masks masks, StoreState state, AuditLog audit) {
        this.driver = driver;
        this.cypher = cypher;
        this.rows = rows;
        this.masks = masks;
        this.state = state;
        this.audit = audit;
    }

    /** Passes every visible row that {@code reading} asks for to {@code each}, in no particular order. */
    public void stream(Viewer viewer, Reading reading, Consumer<VisibleRecord> each) {
        var passage = new Passage(viewer, each);
        if (reading.known().isPresent()) {
            asKnown(viewer, reading, reading.known().get(), passage);
        } else {
            var mask = masks.of(viewer, reading.unsealed());
            run(
                    Queries.READ_RECORDS,
                    parameters(viewer, reading, Map.of("files", reading.files())),
                    record -> rows.read(viewer, record, mask, reading).ifPresent(passage));
        }
        passage.audit("read", reading.files());
    }

    /** The same as a list. */
    public List<VisibleRecord> records(Viewer viewer, Reading reading) {
        var found = new ArrayList<VisibleRecord>();
        stream(viewer, reading, found::add);
        return found;
    }

    /** The current rows of these keys, with names, numbers and text as far as the viewer may see them. */
    public List<VisibleRecord> byKey(Viewer viewer, Collection<Key> keys) {
        var found = new ArrayList<VisibleRecord>();
        var passage = new Passage(viewer, found::add);
        var reading = Reading.everything().unseal();
        var mask = masks.of(viewer, true);
        var names = keys.stream().map(Key::value).distinct().toList();
        run(
                Queries.READ_RECORDS_BY_KEY,
                parameters(viewer, reading, Map.of("keys", names)),
                record -> rows.read(viewer, record, mask, reading).ifPresent(passage));
        passage.audit("read", names);
        return found;
    }

    public Optional<VisibleRecord> byKey(Viewer viewer, Key key) {
        return byKey(viewer, List.of(key)).stream().findFirst();
    }

    /** The current rows that name or describe {@code thing}. */
    public List<VisibleRecord> naming(Viewer viewer, Key thing, Reading reading) {
        return naming(viewer, List.of(thing), reading);
    }

    /** The current rows that name or describe any of {@code things}, each once. */
    public List<VisibleRecord> naming(Viewer viewer, Collection<Key> things, Reading reading) {
        var found = new ArrayList<VisibleRecord>();
        var passage = new Passage(viewer, found::add);
        var mask = masks.of(viewer, reading.unsealed());
        var names = things.stream().map(Key::value).distinct().toList();
        var asked = Map.<String, Object>of("keys", names, "files", reading.files());
        run(
                Queries.READ_RECORDS_NAMING,
                parameters(viewer, reading, asked),
                record -> rows.read(viewer, record, mask, reading).ifPresent(passage));
        passage.audit("read", names);
        return found;
    }

    /** The deliveries into a case, in the order of loading. */
    public List<Delivered> deliveries(Viewer viewer, String caseRef) {
        var within = viewer.within(Set.of(caseRef));
        var found = new ArrayList<Delivered>();
        var asked = new HashMap<>(parameters(within));
        asked.put("case", caseRef);
        asked.put("user", viewer.user());
        asked.put("cleared", viewer.isClearedForEverything());
        run(
                Queries.LIST_DELIVERIES,
                asked,
                r -> found.add(new Delivered(
                        r.get("load").asString(),
                        r.get("namespace").asString(),
                        Instant.ofEpochMilli(r.get("delivered").asLong()),
                        r.get("sequence").asLong(),
                        Handling.parse(r.get("handling").asString()).orElse(Handling.AMBER),
                        ZoneId.of(r.get("zone").asString()),
                        r.get("country").asString())));
        audit.record(viewer, "deliveries", List.of(caseRef), found.size());
        return found;
    }

    /** What one delivery brought, superseded and withdrawn versions too, by file and line. */
    public List<VisibleRecord> delivered(Viewer viewer, Delivered delivery) {
        var found = new ArrayList<VisibleRecord>();
        var passage = new Passage(viewer, found::add);
        var reading = Reading.everything().unseal();
        var mask = masks.of(viewer, true);
        run(
                Queries.READ_DELIVERED,
                Map.of("doors", viewer.keys(), "load", delivery.load()),
                record -> rows.read(viewer, record, mask, reading).ifPresent(passage));
        passage.audit("read", List.of(delivery.load()));
        return found;
    }

    /**
     * What of one delivery still waits, by file and line: for who loaded it, and who is cleared for everything. What a
     * source is worth is not known while its row waits too, so no grade counts but the row's own.
     */
    public List<VisibleRecord> held(Viewer viewer, Delivered delivery) {
        var found = new ArrayList<VisibleRecord>();
        var passage = new Passage(viewer, found::add);
        var mask = masks.of(viewer, true);
        run(
                Queries.READ_HELD,
                askHeld(viewer, delivery),
                record ->
                        rows.readHeld(viewer, record.get("row"), delivery, mask).ifPresent(passage));
        passage.audit("read", List.of(delivery.load()));
        return found;
    }

    /** {@link #records} with what of each row stays closed to the viewer. */
    public List<PartlyOpen> recordsPartly(Viewer viewer, Reading reading) {
        var mask = masks.of(viewer, reading.unsealed());
        return partly(
                viewer,
                Queries.READ_RECORDS,
                parameters(viewer, reading, Map.of("files", reading.files())),
                reading.files(),
                record -> rows.read(viewer, record, mask, reading));
    }

    /** {@link #delivered} with what of each row stays closed to the viewer. */
    public List<PartlyOpen> deliveredPartly(Viewer viewer, Delivered delivery) {
        var reading = Reading.everything().unseal();
        var mask = masks.of(viewer, true);
        return partly(
                viewer,
                Queries.READ_DELIVERED,
                Map.of("doors", viewer.keys(), "load", delivery.load()),
                List.of(delivery.load()),
                record -> rows.read(viewer, record, mask, reading));
    }

    /** {@link #held} with what of each row stays closed to the viewer. */
    public List<PartlyOpen> heldPartly(Viewer viewer, Delivered delivery) {
        var mask = masks.of(viewer, true);
        return partly(
                viewer,
                Queries.READ_HELD,
                askHeld(viewer, delivery),
                List.of(delivery.load()),
                record -> rows.readHeld(viewer, record.get("row"), delivery, mask));
    }

    private List<PartlyOpen> partly(
            Viewer viewer,
            String query,
            Map<String, @Nullable Object> parameters,
            List<String> objects,
            Function<Record, Optional<VisibleRecord>> read) {
        var found = new ArrayList<PartlyOpen>();
        run(
                query,
                parameters,
                record -> read.apply(record).ifPresent(row -> {
                    var closed =
                            new TreeSet<>(rows.sealedCells(record.get("row")).keySet());
                    closed.removeAll(row.cells().keySet());
                    found.add(new PartlyOpen(row, closed));
                }));
        audit.record(viewer, "read", objects, found.size());
        return found;
    }

    /** What the query for held rows asks. */
    static Map<String, @Nullable Object> askHeld(Viewer viewer, Delivered delivery) {
        return Map.of(
                "load",
                delivery.load(),
                "doors",
                viewer.keys(),
                "user",
                viewer.user(),
                "cleared",
                viewer.isClearedForEverything());
    }

    /** How many current rows name or describe {@code thing}, by file. */
    public SortedMap<String, Long> countNaming(Viewer viewer, Key thing) {
        return count(viewer, Queries.COUNT_RECORDS_NAMING, Map.of("key", thing.value()));
    }

    /** How many current rows the viewer may see, by file. */
    public SortedMap<String, Long> count(Viewer viewer) {
        return count(viewer, Queries.COUNT_RECORDS, Map.of());
    }

    /** How many current rows rest on each source, by file; a source on which none rests is not in the answer. */
    public Map<Key, SortedMap<String, Long>> countBySource(Viewer viewer) {
        var counts = new HashMap<Key, SortedMap<String, Long>>();
        run(
                Queries.COUNT_RECORDS_BY_SOURCE,
                parameters(viewer),
                r -> counts.computeIfAbsent(new Key(r.get("source").asString()), any -> new TreeMap<>())
                        .put(r.get("file").asString(), r.get("n").asLong()));
        audit.record(viewer, "count", List.of(), counts.size());
        return counts;
    }

    /** A page of the current rows that rest on {@code source}, by file and key. */
    public List<VisibleRecord> statedBy(Viewer viewer, Key source, int skip, int limit) {
        return page(viewer, Queries.READ_RECORDS_STATED_BY, Map.of("key", source.value()), source.value(), skip, limit);
    }

    /** A page of the current rows of a file, one that the contract does not know too, by key. */
    public List<VisibleRecord> ofFile(Viewer viewer, String file, int skip, int limit) {
        return page(viewer, Queries.READ_RECORDS_PAGE, Map.of("file", file), file, skip, limit);
    }

    private List<VisibleRecord> page(
            Viewer viewer, String query, Map<String, Object> asked, String what, int skip, int limit) {
        var found = new ArrayList<VisibleRecord>();
        var passage = new Passage(viewer, found::add);
        var reading = Reading.everything().unseal();
        var mask = masks.of(viewer, true);
        var wanted = new HashMap<>(asked);
        wanted.put("skip", skip);
        wanted.put("limit", limit);
        run(
                query,
                parameters(viewer, reading, wanted),
                record -> rows.read(viewer, record, mask, reading).ifPresent(passage));
        passage.audit("read", List.of(what));
        return found;
    }

    private SortedMap<String, Long> count(Viewer viewer, String query, Map<String, Object> asked) {
        var counts = new TreeMap<String, Long>();
        var parameters = new HashMap<>(asked);
        parameters.putAll(parameters(viewer));
        run(
                query,
                parameters,
                r -> counts.put(r.get("file").asString(), r.get("n").asLong()));
        audit.record(viewer, "count", List.of(), counts.size());
        return counts;
    }

    /** Which visible things carry which normalised identifiers: equal hash, same number, plate or account. */
    public Map<Key, List<String>> identifiers(Viewer viewer) {
        return identifiers(viewer, Queries.READ_IDENTIFIERS, List.of());
    }

    /** The same for {@code things} and whatever carries one of their identifiers, and only of identifiers that these share. */
    public Map<Key, List<String>> carriers(Viewer viewer, Collection<Key> things) {
        return identifiers(
                viewer,
                Queries.FIND_CARRIERS,
                things.stream().map(Key::value).distinct().toList());
    }

    private Map<Key, List<String>> identifiers(Viewer viewer, String query, List<String> keys) {
        var found = new HashMap<Key, List<String>>();
        var parameters = new HashMap<String, @Nullable Object>(parameters(viewer));
        parameters.put("keys", keys);
        run(
                query,
                parameters,
                r -> found.put(
                        new Key(r.get("key").asString()), r.get("identifiers").asList(v -> v.asString())));
        audit.record(viewer, "identifiers", keys, found.size());
        return found;
    }

    /**
     * The persons of {@code cases}: whom a visible row delivered under them describes or names, as far as the viewer may
     * see the person's own row, there or elsewhere.
     */
    public Set<Key> persons(Viewer viewer, Set<String> cases, Reading reading) {
        var within = viewer.within(cases);
        var found = new HashSet<Key>();
        if (reading.known().isPresent()) {
            stream(viewer.withoutSources(Set.of()), Reading.everything().knownBy(reading.known()), r -> {
                if (r.file().equals(RecordFile.PERSONS.fileName())) {
                    found.add(r.key());
                }
            });
            var named = new HashSet<Key>();
            var asked = Reading.everything().knownBy(reading.known()).atLeast(reading.minimum());
            stream(
                    within,
                    asked,
                    r -> r.recordFile().ifPresent(file -> {
                        named.add(r.key());
                        file.columns().stream()
                                .filter(c -> c.type() instanceof ColumnType.Reference)
                                .forEach(c -> named.addAll(r.references(c.name())));
                    }));
            found.retainAll(named);
        } else {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.putAll(parameters(within));
            parameters.put("seen", viewer.keys());
            parameters.put("grades", reading.minimum().map(Grade::passing).orElse(null));
            run(
                    Queries.READ_PERSONS,
                    parameters,
                    r -> found.add(new Key(r.get("key").asString())));
        }
        audit.record(viewer, "persons", List.of(), found.size());
        return found;
    }

    /** Changes whenever a load ends or is undone; what was computed under another state is old. */
    public String state() {
        return state.now().mark();
    }

    private void asKnown(Viewer viewer, Reading reading, Instant known, Passage passage) {
        long through = Math.min(known.toEpochMilli(), state.now().through());
        var history = new History(rows);
        run(Queries.READ_RECORDS_KNOWN, Map.of("doors", viewer.keys(), "known", through), history::add);
        var files = Set.copyOf(reading.files());
        history.current(viewer, masks.of(viewer, reading.unsealed()), reading)
                .filter(r -> files.contains(r.file()))
                .forEach(passage);
    }

    /** The viewer's keys, and up to where the store may be read: a load under way is there for nobody. */
    private Map<String, Object> parameters(Viewer viewer) {
        return Map.of("doors", viewer.keys(), "through", state.now().through(), "without", leftOut(viewer));
    }

    static List<String> leftOut(Viewer viewer) {
        return viewer.without().stream().map(Key::value).toList();
    }

    private Map<String, Object> parameters(Viewer viewer, Reading reading, Map<String, Object> asked) {
        var parameters = new HashMap<>(asked);
        parameters.putAll(parameters(viewer));
        parameters.put("unseal", reading.unsealed());
        return parameters;
    }

    private void run(String query, Map<String, @Nullable Object> parameters, Consumer<Record> each) {
        try (var session = driver.session()) {
            session.run(cypher.text(query), parameters).forEachRemaining(each);
        }
    }

    /** Counts what passes, and digests its keys, so that the log can say later whether this row was among them. */
    private final class Passage implements Consumer<VisibleRecord> {

        private final Viewer viewer;
        private final Consumer<VisibleRecord> receiver;
        private int count;

        Passage(Viewer viewer, Consumer<VisibleRecord> receiver) {
            this.viewer = viewer;
            this.receiver = receiver;
        }

        @Override
        public void accept(VisibleRecord record) {
            count++;
            receiver.accept(record);
        }

        void audit(String action, List<String> objects) {
            audit.record(viewer, action, objects, count);
        }
    }
}
