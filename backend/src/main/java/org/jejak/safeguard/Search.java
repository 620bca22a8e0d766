package org.jejak.safeguard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.jejak.audit.AuditLog;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.springframework.stereotype.Service;

/**
 * Finds things by name, alias, number, plate or address, in any script, as it is typed.
 *
 * <p>The graph holds none of these in clear, so the index over them lives in memory, of this process, and is made anew
 * when what may be read has changed. It is asked with the viewer's keys, and each hit is read again through the door: what
 * the viewer can read of it must still match. Protected people are found by their pseudonym, and by their name only by who
 * may open identities, who learn which pseudonym it is and nothing else.
 */
@Service
public class Search {

    private final Driver driver;
    private final CypherLibrary cypher;
    private final RowReader rows;
    private final ReadingDoor door;
    private final Names names;
    private final StoreState state;
    private final AuditLog audit;
    private final Analyzer typed = SearchText.typed();
    private final Analyzer indexed = SearchText.indexed();
    private @Nullable Kept current;

    private record Kept(String mark, SearchIndex index) {}

    /** A thing that matches, and the cell that does: {@code aliases: Pak Long}. */
    public record Hit(Names.Shown thing, String column, String value) {}

    Search(
            Driver driver,
            CypherLibrary cypher,
            RowReader rows,
            ReadingDoor door,
            Names names,
            StoreState state,
            AuditLog audit) {
        this.driver = driver;
        this.cypher = cypher;
        this.rows = rows;
        this.door = door;
        this.names = names;
        this.state = state;
        this.audit = audit;
    }

    /** What was typed, as it is compared. */
    private record Typed(List<String> words, String compact) {}

    /**
     * The first {@code limit} things that have every typed word, or a number or plate that begins as typed; those that
     * match as a whole first.
     *
     * @param kinds only things of these kinds; all if empty
     */
    public List<Hit> find(Viewer viewer, String text, Set<EntityKind> kinds, int limit) {
        var typing = new Typed(SearchText.words(typed, text), SearchText.compact(text));
        if (typing.compact().isEmpty() || limit < 1) {
            return List.of();
        }
        var found = new ArrayList<Hit>();
        var guarded = names.guarded(viewer);
        byPseudonym(viewer, guarded, typing, kinds, limit, found);
        boolean opens = Identities.mayOpen(viewer);
        index().find(viewer, typing.words(), typing.compact(), opens ? Set.of() : guarded, page -> {
            take(viewer, page, guarded, typing, kinds, limit, found);
            return found.size() < limit;
        });
        audit.record(
                viewer,
                "search",
                found.stream().map(h -> h.thing().key().value()).toList(),
                found.size());
        return found;
    }

    private void byPseudonym(
            Viewer viewer, Set<Key> guarded, Typed typing, Set<EntityKind> kinds, int limit, List<Hit> found) {
        var called = new TreeMap<String, Key>();
        for (Key key : guarded) {
            names.pseudonyms(key).stream()
                    .filter(name -> SearchText.compact(name).startsWith(typing.compact()))
                    .forEach(name -> called.put(name, key));
        }
        for (var hit : names.of(viewer, called.values()).values()) {
            boolean wanted = kinds.isEmpty() || kinds.contains(hit.kind());
            if (found.size() < limit && wanted && called.containsKey(hit.name())) {
                found.add(new Hit(hit, "pseudonym", hit.name()));
            }
        }
    }

    private void take(
            Viewer viewer,
            Collection<Key> page,
            Set<Key> guarded,
            Typed typing,
            Set<EntityKind> kinds,
            int limit,
            List<Hit> found) {
        Map<Key, Names.Shown> shown = names.of(viewer, page);
        var own = new HashMap<Key, VisibleRecord>();
        door.byKey(viewer, page).forEach(record -> own.put(record.key(), record));
        var there = new HashSet<Key>();
        found.forEach(hit -> there.add(hit.thing().key()));
        for (Key key : page) {
            var thing = shown.get(key);
            if (thing == null || found.size() >= limit || !kinds.isEmpty() && !kinds.contains(thing.kind())) {
                continue;
            }
            if (guarded.contains(key)) {
                if (there.add(key)) {
                    found.add(new Hit(thing, "pseudonym", thing.name()));
                }
                continue;
            }
            Optional.ofNullable(own.get(key))
                    .flatMap(record -> match(thing, record, typing))
                    .or(() -> aside(viewer, thing, typing))
                    .ifPresent(found::add);
        }
    }

    /** What rows beside its own say of a thing; asked only where its own does not match, for each asking is a query. */
    private Optional<Hit> aside(Viewer viewer, Names.Shown thing, Typed typing) {
        var beside = FindableRow.FILES.stream()
                .filter(f -> f.traits().says().isPresent())
                .toArray(RecordFile[]::new);
        return door.naming(viewer, thing.key(), Reading.of(beside).unseal()).stream()
                .filter(row -> thing.key().equals(FindableRow.thing(row.recordFile(), row.key(), row::cell)))
                .flatMap(row -> match(thing, row, typing).stream())
                .findFirst();
    }

    private Optional<Hit> match(Names.Shown thing, VisibleRecord record, Typed typing) {
        for (var cell : record.cells().entrySet()) {
            if (FindableRow.kind(record.file(), cell.getKey(), record.cell("property"))
                    .isPresent()) {
                for (String value : cell.getValue().split("\\|")) {
                    var beginnings = Set.copyOf(SearchText.words(indexed, value));
                    if (SearchText.compact(value).startsWith(typing.compact())
                            || !typing.words().isEmpty() && beginnings.containsAll(typing.words())) {
                        return Optional.of(new Hit(thing, cell.getKey(), value));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private synchronized SearchIndex index() {
        var now = state.now();
        if (current == null || !current.mark().equals(now.mark()) || !now.steady()) {
            try {
                current = new Kept(now.mark(), read());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return current.index();
    }

    private SearchIndex read() throws IOException {
        var files = FindableRow.FILES.stream().map(RecordFile::fileName).toList();
        try (var writer = new SearchIndex.Writer(indexed);
                var session = driver.session()) {
            var found = session.run(cypher.text(Queries.READ_SEARCHABLE), Map.of("files", files));
            while (found.hasNext()) {
                var row = found.next().get("row");
                var findable = FindableRow.of(row, rows.sealedCells(row));
                if (findable.isPresent()) {
                    writer.add(findable.get());
                }
            }
            return writer.finish();
        }
    }
}
