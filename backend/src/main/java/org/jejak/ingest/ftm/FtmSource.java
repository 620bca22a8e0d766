package org.jejak.ingest.ftm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RowFile;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.Rows;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;

/**
 * A FollowTheMoney stream as rows of the contract. Ids are percent-encoded, one source is made of the file's name and
 * digest. The file is gone through once for each kind of row it yields; between rows only its ids are in memory, and the
 * entities that come in fragments.
 */
public final class FtmSource implements RowSource {

    /** The file of what has no place: unknown to the contract, so its rows are kept, shown and counted. */
    static final String KEPT_FILE = "ftm";

    private final Delivery delivery;
    private final DeliveredFile file;
    private final FtmStream stream;
    private final Map<String, Survey> surveys;

    /** What one kind of row amounts to. */
    private static final class Survey {
        private final Set<String> columns = new LinkedHashSet<>();
        private long rows;
    }

    private FtmSource(Delivery delivery, DeliveredFile file) throws IOException {
        this.delivery = delivery;
        this.file = file;
        this.stream = new FtmStream(file);
        if (stream.isEmpty()) {
            throw new UnreadableDelivery(file.name()
                    + " is no FollowTheMoney stream: no line of it is a JSON object with" + " an id and a schema.");
        }
        this.surveys = survey();
    }

    /** @throws UnreadableDelivery if no line of the file is an entity */
    public static FtmSource open(Path path, Delivery delivery) throws IOException {
        return new FtmSource(delivery, DeliveredFile.of(path));
    }

    /** Whether the first line of this file is a FollowTheMoney entity or statement. */
    public static boolean looksLike(Path path) {
        try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            byte[] start = in.readNBytes(1 << 20);
            String text = new String(start, StandardCharsets.UTF_8).stripLeading();
            String line = text.startsWith("\uFEFF") ? text.substring(1) : text;
            int end = line.indexOf('\n');
            byte[] first = (end < 0 ? line : line.substring(0, end)).getBytes(StandardCharsets.UTF_8);
            return FtmLine.read(1, first) instanceof FtmLine.Fragment fragment
                    && (Schemata.isKnown(fragment.entity().schema())
                            || !fragment.entity().properties().isEmpty());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Map<String, Survey> survey() throws IOException {
        var found = new TreeMap<String, Survey>();
        try (var all = new Reading("")) {
            for (var rows = all.following(); rows != null; rows = all.following()) {
                rows.all().forEach((name, some) -> {
                    var survey = found.computeIfAbsent(name, n -> new Survey());
                    survey.rows += some.size();
                    some.forEach(row -> survey.columns.addAll(row.cells().keySet()));
                });
            }
        }
        var sources = found.computeIfAbsent("sources", n -> new Survey());
        sources.rows++;
        sources.columns.addAll(file.sourceRow().keySet());
        return found;
    }

    @Override
    public Delivery delivery() {
        return delivery;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public String digest() {
        return file.sha256();
    }

    @Override
    public List<RowFile> files() {
        var files = new ArrayList<RowFile>();
        surveys.forEach((name, survey) -> files.add(new Kind(name, survey)));
        files.sort(Comparator.<RowFile>comparingInt(
                        f -> RecordFile.named(f.name()).map(Enum::ordinal).orElse(Integer.MAX_VALUE))
                .thenComparing(RowFile::name));
        return files;
    }

    private final class Kind implements RowFile {

        private final String name;
        private final Survey survey;

        Kind(String name, Survey survey) {
            this.name = name;
            this.survey = survey;
        }

        @Override
        public String name() {
            return name;
        }

        /** All the contract has for it, whether or not a row uses it, and whatever was kept beside. */
        @Override
        public List<String> columns() {
            var columns = new LinkedHashSet<String>();
            RecordFile.named(name).ifPresent(f -> f.columns().forEach(c -> columns.add(c.name())));
            columns.addAll(survey.columns);
            return List.copyOf(columns);
        }

        @Override
        public long rowCount() {
            return survey.rows;
        }

        @Override
        public Rows open() throws IOException {
            return new Reading(name);
        }
    }

    /** Goes through the stream and hands out the rows of one file. Numbers and addresses used by many come once. */
    private final class Reading implements Rows {

        private final String wanted;
        private final FtmStream.Entities entities;
        private final FtmTranslator translator = new FtmTranslator(stream, file.sourceId());
        private final Set<String> shared = new HashSet<>();
        private final ArrayDeque<RawRow> waiting = new ArrayDeque<>();

        Reading(String wanted) throws IOException {
            this.wanted = wanted;
            this.entities = stream.open();
            if (wanted.equals("sources")) {
                waiting.add(new RawRow(1, file.sourceRow()));
            }
        }

        @Override
        public @Nullable RawRow next() throws IOException {
            while (waiting.isEmpty()) {
                FtmRows rows = following();
                if (rows == null) {
                    return null;
                }
                waiting.addAll(rows.of(wanted));
            }
            return waiting.poll();
        }

        /** The rows of the next entity, or null behind the last. */
        @Nullable
        FtmRows following() throws IOException {
            FtmLine line = entities.next();
            return switch (line) {
                case null -> null;
                case FtmLine.Flawed flawed -> {
                    var rows = new FtmRows();
                    rows.add(KEPT_FILE, flawed.row());
                    yield rows;
                }
                case FtmLine.Fragment fragment -> once(translator.rows(fragment.entity()));
            };
        }

        private FtmRows once(FtmRows rows) {
            var kept = new FtmRows();
            rows.all()
                    .forEach((name, some) -> some.forEach(row -> {
                        boolean mayRepeat = name.equals("phones") || name.equals("handles");
                        if (!mayRepeat || !row.cell("id").contains("#") || shared.add(row.cell("id"))) {
                            kept.add(name, row);
                        }
                    }));
            return kept;
        }

        @Override
        public void close() throws IOException {
            entities.close();
        }
    }
}
