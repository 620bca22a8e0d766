package org.jejak.safeguard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
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
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jejak.network.Key;
import org.jejak.network.Viewer;

/**
 * Names and numbers of one state of the store, in memory. What a viewer may not see takes part in nothing: hits are
 * filtered by the viewer's doors first, carry no score that others' rows could bend, and come in the order of how well they
 * match and of their keys, one after the other for as long as somebody takes them.
 */
final class SearchIndex {

    private static final int PAGE = 400;

    private final IndexSearcher searcher;

    /** Takes one row after the other, and makes the index of them. */
    static final class Writer implements AutoCloseable {

        private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
        private final IndexWriter writer;

        Writer(Analyzer indexed) throws IOException {
            this.writer = new IndexWriter(directory, new IndexWriterConfig(indexed));
        }

        void add(FindableRow row) throws IOException {
            String thing = row.thing().value();
            var document = new Document();
            document.add(new StringField("key", thing, Field.Store.YES));
            document.add(new SortedDocValuesField("order", new BytesRef(thing)));
            row.doors().forEach(door -> document.add(new StringField("door", door, Field.Store.NO)));
            for (FindableRow.Cell cell : row.cells()) {
                document.add(new TextField("words", cell.value(), Field.Store.NO));
                document.add(new StringField("compact", SearchText.compact(cell.value()), Field.Store.NO));
            }
            writer.addDocument(document);
        }

        SearchIndex finish() throws IOException {
            writer.close();
            return new SearchIndex(new IndexSearcher(DirectoryReader.open(directory)));
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    private SearchIndex(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * Hands the things that match to {@code taking} in pages, each thing once, until it wants no more: those of which a
     * whole value matches, then those that have every word, then those of which a value begins so.
     *
     * @param words as typed, folded
     * @param compact all that was typed, letters and digits alone; not empty
     * @param except things that are passed over
     */
    void find(Viewer viewer, List<String> words, String compact, Set<Key> except, Predicate<List<Key>> taking) {
        var seen = new LinkedHashSet<Key>();
        var filters = new BooleanQuery.Builder().add(terms("door", viewer.keys()), BooleanClause.Occur.FILTER);
        if (!except.isEmpty()) {
            filters.add(terms("key", except.stream().map(Key::value).toList()), BooleanClause.Occur.MUST_NOT);
        }
        for (Query tier : tiers(words, compact)) {
            var query = filters.build().clauses().stream()
                    .collect(BooleanQuery.Builder::new, BooleanQuery.Builder::add, (a, b) -> {})
                    .add(tier, BooleanClause.Occur.FILTER)
                    .build();
            if (!hand(query, seen, taking)) {
                return;
            }
        }
    }

    private static List<Query> tiers(List<String> words, String compact) {
        var tiers = new ArrayList<Query>();
        tiers.add(new TermQuery(new Term("compact", compact)));
        if (!words.isEmpty()) {
            var all = new BooleanQuery.Builder();
            for (String word : words) {
                String cut = word.substring(0, Math.min(word.length(), SearchText.LONGEST_PREFIX));
                all.add(new TermQuery(new Term("words", cut)), BooleanClause.Occur.FILTER);
            }
            tiers.add(all.build());
        }
        tiers.add(new PrefixQuery(new Term("compact", compact)));
        return tiers;
    }

    private static Query terms(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private boolean hand(Query query, Set<Key> seen, Predicate<List<Key>> taking) {
        var order = new Sort(new SortField("order", SortField.Type.STRING), SortField.FIELD_DOC);
        ScoreDoc last = null;
        try {
            while (true) {
                var page = searcher.searchAfter(last, query, PAGE, order).scoreDocs;
                var keys = new ArrayList<Key>();
                for (ScoreDoc hit : page) {
                    var key = new Key(searcher.storedFields().document(hit.doc).get("key"));
                    if (seen.add(key)) {
                        keys.add(key);
                    }
                }
                if (!keys.isEmpty() && !taking.test(keys)) {
                    return false;
                }
                if (page.length < PAGE) {
                    return true;
                }
                last = page[page.length - 1];
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
