package org.jejak.safeguard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jejak.audit.AuditLog;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.ValidTime;
import org.jejak.network.Viewer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Service;

/**
 * What stands around a thing, for drawing: how much of what before anything is fetched, then a page of it, then the rows
 * that tie what is drawn. Counts are exact and only of what the viewer may see.
 */
@Service
public class Surroundings {

    private final Driver driver;
    private final CypherLibrary cypher;
    private final StoreState state;
    private final AuditLog audit;

    /** So many things of a kind, by so many rows of a file. */
    public record Count(EntityKind kind, String file, long things, long rows) {}

    /** One thing near another, and how many rows name both. */
    public record Neighbour(Key key, long rows) {}

    /**
     * One row that names two things.
     *
     * @param aAs column in which it names {@code a}, in capitals; {@code DESCRIBES} where the row is about it
     * @param relation of a link, else the empty string
     * @param time when what the row says was true
     */
    public record Between(
            Key a, String aAs, Key b, String bAs, Key row, String file, String relation, ValidTime time) {}

    Surroundings(Driver driver, CypherLibrary cypher, StoreState state, AuditLog audit) {
        this.driver = driver;
        this.cypher = cypher;
        this.state = state;
        this.audit = audit;
    }

    /** What stands one row away from {@code thing}. */
    public List<Count> count(Viewer viewer, Key thing) {
        var counts = new ArrayList<Count>();
        if (visible(viewer, List.of(thing)).isEmpty()) {
            return counts;
        }
        run(
                Queries.COUNT_NEIGHBOURS,
                viewer,
                Map.of("key", thing.value()),
                r -> counts.add(new Count(
                        kind(r.get("kind").asString()),
                        r.get("file").asString(),
                        r.get("things").asLong(),
                        r.get("rows").asLong())));
        audit.record(viewer, "count around", List.of(thing.value()), counts.size());
        return counts;
    }

    /** How many different things of each kind stand one row away from {@code thing}, whatever the rows. */
    public SortedMap<EntityKind, Long> countByKind(Viewer viewer, Key thing) {
        var counts = new TreeMap<EntityKind, Long>();
        if (visible(viewer, List.of(thing)).isEmpty()) {
            return counts;
        }
        run(
                Queries.COUNT_NEIGHBOURS_BY_KIND,
                viewer,
                Map.of("key", thing.value()),
                r -> counts.put(kind(r.get("kind").asString()), r.get("things").asLong()));
        audit.record(viewer, "count around", List.of(thing.value()), counts.size());
        return counts;
    }

    /**
     * A page of the things one row away, those with most rows first.
     *
     * @param files of the rows that count; empty for every file
     */
    public List<Neighbour> neighbours(
            Viewer viewer, Key thing, Set<EntityKind> kinds, Set<String> files, int skip, int limit) {
        var found = new ArrayList<Neighbour>();
        if (visible(viewer, List.of(thing)).isEmpty()) {
            return found;
        }
        var asked = Map.<String, Object>of(
                "key", thing.value(),
                "kinds", kinds.stream().map(EntityKind::label).toList(),
                "files", List.copyOf(files),
                "skip", skip,
                "limit", limit);
        run(
                Queries.FIND_NEIGHBOURS,
                viewer,
                asked,
                r -> found.add(new Neighbour(
                        new Key(r.get("key").asString()), r.get("rows").asLong())));
        audit.record(viewer, "expand", List.of(thing.value()), found.size());
        return found;
    }

    /** Every row that names two of {@code things}; things the viewer may not see are dropped without a word. */
    public List<Between> between(Viewer viewer, Collection<Key> things) {
        var rows = new ArrayList<Between>();
        var keys = visible(viewer, things).stream().map(Key::value).toList();
        run(
                Queries.FIND_ROWS_BETWEEN,
                viewer,
                Map.of("keys", keys),
                r -> rows.add(new Between(
                        new Key(r.get("a").asString()),
                        r.get("aAs").asString(),
                        new Key(r.get("b").asString()),
                        r.get("bAs").asString(),
                        new Key(r.get("row").asString()),
                        r.get("file").asString(),
                        r.get("relation").asString(""),
                        time(r))));
        audit.record(viewer, "draw", List.of(), rows.size());
        return rows;
    }

    /** When what each of {@code rows} says was true; rows the viewer may not see are dropped without a word. */
    public Map<Key, ValidTime> times(Viewer viewer, Collection<Key> rows) {
        var times = new HashMap<Key, ValidTime>();
        var keys = rows.stream().map(Key::value).distinct().toList();
        run(
                Queries.READ_TIMES,
                viewer,
                Map.of("keys", keys),
                r -> times.put(new Key(r.get("row").asString()), time(r)));
        audit.record(viewer, "read times", List.of(), times.size());
        return times;
    }

    private static ValidTime time(Record row) {
        var times = row.get("times");
        return ValidTime.of(
                row.get("file").asString(), column -> times.get(column).asString(""));
    }

    /** Which of {@code things} the viewer may see. */
    public Set<Key> visible(Viewer viewer, Collection<Key> things) {
        var visible = new HashSet<Key>();
        var keys = things.stream().map(Key::value).distinct().toList();
        run(
                Queries.FIND_VISIBLE,
                viewer,
                Map.of("keys", keys),
                r -> visible.add(new Key(r.get("key").asString())));
        return visible;
    }

    private static EntityKind kind(String label) {
        for (EntityKind kind : EntityKind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalStateException("no kind has the label " + label);
    }

    private void run(String query, Viewer viewer, Map<String, Object> asked, Consumer<Record> each) {
        var parameters = new HashMap<>(asked);
        parameters.put("doors", viewer.keys());
        parameters.put("without", ReadingDoor.leftOut(viewer));
        parameters.put("through", state.now().through());
        try (var session = driver.session()) {
            session.run(cypher.text(query), parameters).forEachRemaining(each);
        }
    }
}
