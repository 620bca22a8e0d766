package org.jejak.ingest.translation;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RowFile;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.Rows;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;

/**
 * A foreign file as rows of the contract. It is gone through once to learn what kinds of row it yields, which columns
 * they have and how many there are, and once for each kind; between rows nothing is in memory but what the translator
 * itself remembers. A file that breaks half way is therefore known to be broken before anything is written.
 */
public final class TranslatedSource implements RowSource {

    /** The items of the file, in order, already as rows. */
    public interface Items extends Closeable {

        /** What the next item became, or null behind the last. */
        @Nullable
        FileRows next() throws IOException;
    }

    /** Opens the items from the first on; they must be the same each time. */
    public interface Opening {
        Items open() throws IOException;
    }

    private final Delivery delivery;
    private final String name;
    private final String digest;
    private final Opening opening;
    private final WholeLines lines;
    private final Map<String, Survey> surveys = new TreeMap<>();

    /** What one kind of row amounts to. */
    private static final class Survey {
        private final Set<String> columns = new LinkedHashSet<>();
        private long rows;
    }

    /**
     * @param name what people call the file
     * @param digest lower-case hexadecimal SHA-256 of all that was handed over
     */
    public TranslatedSource(Delivery delivery, String name, String digest, Opening opening) throws IOException {
        this.delivery = delivery;
        this.name = name;
        this.digest = digest;
        this.opening = opening;
        this.lines = new WholeLines(delivery);
        try (Items items = opening.open()) {
            for (FileRows rows = whole(items); rows != null; rows = whole(items)) {
                rows.all().forEach((file, some) -> {
                    var survey = surveys.computeIfAbsent(file, f -> new Survey());
                    survey.rows += some.size();
                    some.forEach(row -> survey.columns.addAll(row.cells().keySet()));
                });
            }
        }
    }

    private @Nullable FileRows whole(Items items) throws IOException {
        FileRows next = items.next();
        return next == null ? null : lines.of(next);
    }

    @Override
    public Delivery delivery() {
        return delivery;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public List<RowFile> files() {
        var files = new ArrayList<RowFile>();
        surveys.forEach((file, survey) -> files.add(new Kind(file, survey)));
        files.sort(Comparator.<RowFile>comparingInt(
                        f -> RecordFile.named(f.name()).map(Enum::ordinal).orElse(Integer.MAX_VALUE))
                .thenComparing(RowFile::name));
        return files;
    }

    private final class Kind implements RowFile {

        private final String file;
        private final Survey survey;

        Kind(String file, Survey survey) {
            this.file = file;
            this.survey = survey;
        }

        @Override
        public String name() {
            return file;
        }

        /** All the contract has for it, whether or not a row uses it, and whatever was kept beside. */
        @Override
        public List<String> columns() {
            var columns = new LinkedHashSet<String>();
            RecordFile.named(file).ifPresent(f -> f.columns().forEach(c -> columns.add(c.name())));
            columns.addAll(survey.columns);
            return List.copyOf(columns);
        }

        @Override
        public long rowCount() {
            return survey.rows;
        }

        @Override
        public Rows open() throws IOException {
            return new Reading(file);
        }
    }

    /** Goes through the items and hands out the rows of one file. */
    private final class Reading implements Rows {

        private final String wanted;
        private final Items items;
        private final ArrayDeque<RawRow> waiting = new ArrayDeque<>();

        Reading(String wanted) throws IOException {
            this.wanted = wanted;
            this.items = opening.open();
        }

        @Override
        public @Nullable RawRow next() throws IOException {
            while (waiting.isEmpty()) {
                FileRows rows = whole(items);
                if (rows == null) {
                    return null;
                }
                waiting.addAll(rows.of(wanted));
            }
            return waiting.poll();
        }

        @Override
        public void close() throws IOException {
            items.close();
        }
    }
}
