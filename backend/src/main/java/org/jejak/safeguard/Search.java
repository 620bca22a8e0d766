package org.jejak.safeguard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
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
 * when what may be read has changed. It knows everything; whoever asks learns only of what they may see: each hit is read again
 * through the door, and is dropped unless what the viewer can read of it still matches. So a protected person is not
 * found by the name that their pseudonym hides.
 */
@Service
public class Search {

    /** Hits that are read again for one answer; what lies behind them is found by typing more. */
    private static final int CANDIDATES = 400;

    private static final List<String> FILES = List.of(
            "persons",
            "organizations",
            "places",
            "vehicles",
            "phones",
            "accounts",
            "documents",
            "handles",
            "officials",
            "statements");

    private static final Set<String> COLUMNS = Set.of(
            "name",
            "aliases",
            "registration",
            "imo",
            "mmsi",
            "number",
            "imei",
            "iban",
            "institution",
            "value",
            "badge",
            "platform");

    private final Driver driver;
    private final CypherLibrary cypher;
    private final RowReader rows;
    private final ReadingDoor door;
    private final Names names;
    private final StoreState state;
    private final AuditLog audit;
    private final Analyzer typed = SearchText.typed();
    private final Analyzer indexed = SearchText.indexed();
    private @Nullable Index current;

    private record Index(String mark, IndexSearcher searcher) {}

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

    /**
     * The first {@code limit} things that have every typed word, or a number or plate that begins as typed.
     *
     * @param kinds only things of these kinds; all if empty
     */
    public List<Hit> find(Viewer viewer, String text, Set<EntityKind> kinds, int limit) {
        var words = SearchText.words(typed, text);
        String compact = SearchText.compact(text);
        if (compact.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Hit>();
        var candidates = candidates(words, compact);
        Map<Key, Names.Shown> shown = names.of(viewer, candidates);
        var own = new HashMap<Key, VisibleRecord>();
        door.byKey(viewer, candidates).forEach(record -> own.put(record.key(), record));
        for (Key key : candidates) {
            var thing = shown.get(key);
            if (found.size() < limit && thing != null && (kinds.isEmpty() || kinds.contains(thing.kind()))) {
                Optional.ofNullable(own.get(key))
                        .flatMap(record -> match(thing, record, words, compact))
                        .or(() -> aside(viewer, thing, words, compact))
                        .ifPresent(found::add);
            }
        }
        audit.record(
                viewer,
                "search",
                found.stream().map(h -> h.thing().key().value()).toList(),
                found.size());
        return found;
    }

    /** What rows beside its own say of a thing; asked only where its own does not match, for each asking is a query. */
    private Optional<Hit> aside(Viewer viewer, Names.Shown thing, List<String> words, String compact) {
        var aside = Reading.of(RecordFile.STATEMENTS, RecordFile.OFFICIALS).unseal();
        return door.naming(viewer, thing.key(), aside).stream()
                .filter(row -> subject(row).equals(thing.key()))
                .flatMap(row -> match(thing, row, words, compact).stream())
                .findFirst();
    }

    private static Key subject(VisibleRecord record) {
        return switch (record.file()) {
            case "statements" -> record.reference("entity").orElse(record.key());
            case "officials" -> record.reference("person").orElse(record.key());
            default -> record.key();
        };
    }

    private Optional<Hit> match(Names.Shown thing, VisibleRecord record, List<String> words, String compact) {
        if (thing.guarded() && SearchText.compact(thing.name()).startsWith(compact)) {
            return Optional.of(new Hit(thing, "pseudonym", thing.name()));
        }
        for (var cell : record.cells().entrySet()) {
            if (COLUMNS.contains(cell.getKey())) {
                for (String value : cell.getValue().split("\\|")) {
                    var beginnings = Set.copyOf(SearchText.words(indexed, value));
                    if (SearchText.compact(value).startsWith(compact)
                            || !words.isEmpty() && beginnings.containsAll(words)) {
                        return Optional.of(new Hit(thing, cell.getKey(), value));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<Key> candidates(List<String> words, String compact) {
        var query = new BooleanQuery.Builder();
        if (!words.isEmpty()) {
            var all = new BooleanQuery.Builder();
            for (String word : words) {
                String cut = word.substring(0, Math.min(word.length(), 20));
                all.add(new TermQuery(new Term("words", cut)), BooleanClause.Occur.MUST);
            }
            query.add(all.build(), BooleanClause.Occur.SHOULD);
        }
        query.add(new PrefixQuery(new Term("compact", compact)), BooleanClause.Occur.SHOULD);
        try {
            var searcher = index().searcher();
            var keys = new ArrayList<Key>();
            for (var hit : searcher.search(query.build(), CANDIDATES).scoreDocs) {
                var key = new Key(searcher.storedFields().document(hit.doc).get("key"));
                if (!keys.contains(key)) {
                    keys.add(key);
                }
            }
            return keys;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private synchronized Index index() throws IOException {
        var now = state.now();
        if (current == null || !current.mark().equals(now.mark()) || !now.steady()) {
            current = new Index(now.mark(), read());
        }
        return current;
    }

    private IndexSearcher read() throws IOException {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(indexed));
                var session = driver.session()) {
            var found = session.run(cypher.text(Queries.READ_SEARCHABLE), Map.of("files", FILES));
            while (found.hasNext()) {
                var record = found.next();
                var document = new Document();
                String subject = record.get("key").asString();
                document.add(new StringField("key", subject, Field.Store.YES));
                rows.sealedCells(record.get("row")).forEach((column, cell) -> {
                    if (COLUMNS.contains(column)) {
                        for (String value : cell.split("\\|")) {
                            document.add(new TextField("words", value, Field.Store.NO));
                            document.add(new StringField("compact", SearchText.compact(value), Field.Store.NO));
                        }
                    }
                });
                writer.addDocument(document);
            }
        }
        return new IndexSearcher(DirectoryReader.open(directory));
    }
}
