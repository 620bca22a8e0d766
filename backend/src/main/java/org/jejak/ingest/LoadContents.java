package org.jejak.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.audit.AuditLog;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.springframework.stereotype.Service;

/** What a load brought in: the rows of it that still wait, and what would go with it. */
@Service
public class LoadContents {

    private final Driver driver;
    private final CypherLibrary cypher;
    private final AuditLog audit;

    /**
     * A row that waits.
     *
     * @param file name with {@code .csv}
     * @param missing what it names and Jejak does not know, or the loader may not see
     */
    public record HeldRow(String load, String file, long line, Key key, List<Key> missing) {
        public HeldRow {
            missing = List.copyOf(missing);
        }
    }

    /**
     * What taking a load back would do, in versions of rows by file.
     *
     * @param going brought by this load alone: they go
     * @param staying brought by another load as well: they stay
     * @param waiting still held, brought by this load alone: they go
     */
    public record Undoing(
            SortedMap<String, Long> going, SortedMap<String, Long> staying, SortedMap<String, Long> waiting) {

        static long sum(SortedMap<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        public long allGoing() {
            return sum(going);
        }

        public long allStaying() {
            return sum(staying);
        }

        public long allWaiting() {
            return sum(waiting);
        }
    }

    LoadContents(Driver driver, CypherLibrary cypher, AuditLog audit) {
        this.driver = driver;
        this.cypher = cypher;
        this.audit = audit;
    }

    /**
     * A page of the rows that wait, latest load first. What handling they have is known only once they no longer wait:
     * so beside who loaded them, only who is cleared for everything is told of them.
     *
     * @param load only of this load; empty for all
     */
    public List<HeldRow> held(Viewer viewer, Optional<String> load, int skip, int limit) {
        var parameters = parameters(viewer, load);
        parameters.put("skip", skip);
        parameters.put("limit", limit);
        List<HeldRow> found;
        try (var session = driver.session()) {
            found = session.executeRead(tx -> tx.run(cypher.text(Queries.LIST_HELD), parameters)
                    .list(r -> new HeldRow(
                            r.get("load").asString(),
                            r.get("file").asString() + ".csv",
                            r.get("line").asLong(),
                            new Key(r.get("key").asString()),
                            r.get("missing").asList(k -> new Key(k.asString())))));
        }
        audit.record(viewer, "held", load.stream().toList(), found.size());
        return found;
    }

    /** How many there are in all. */
    public long countHeld(Viewer viewer, Optional<String> load) {
        long count;
        try (var session = driver.session()) {
            count = session.executeRead(tx -> tx.run(cypher.text(Queries.COUNT_HELD), parameters(viewer, load))
                    .single()
                    .get("n")
                    .asLong());
        }
        audit.record(viewer, "count", load.stream().toList(), count);
        return count;
    }

    /** What {@link Loads#undo} of this load would take; nothing, if there is no such load that the viewer may see. */
    public Undoing undoing(Viewer viewer, String load) {
        var going = new TreeMap<String, Long>();
        var staying = new TreeMap<String, Long>();
        var waiting = new TreeMap<String, Long>();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("id", load);
        parameters.put("cases", viewer.isOperator() ? null : List.copyOf(viewer.cases()));
        try (var session = driver.session()) {
            var brought = session.executeRead(tx ->
                    tx.run(cypher.text(Queries.COUNT_DELIVERED), parameters).list());
            for (var row : brought) {
                boolean alone = row.get("alone").asBoolean();
                var counts = !alone ? staying : row.get("held").asBoolean() ? waiting : going;
                counts.merge(row.get("file").asString(), row.get("n").asLong(), Long::sum);
            }
        }
        audit.record(viewer, "count", List.of(load), going.size());
        return new Undoing(going, staying, waiting);
    }

    private static Map<String, @Nullable Object> parameters(Viewer viewer, Optional<String> load) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("cases", viewer.isOperator() ? null : List.copyOf(viewer.cases()));
        parameters.put("user", viewer.user());
        parameters.put("cleared", viewer.isClearedForEverything());
        parameters.put("load", load.orElse(null));
        return parameters;
    }
}
