package org.jejak.ingest.ftm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RowFile;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.Rows;
import org.jejak.ingest.translation.TranslatedSource;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder of refused rows in which lines of a stream lie that were no entities. No column of the contract can hold such
 * a line, so it lies there whole; corrected, it is read as it would have been in its stream. All other rows are the
 * folder's own.
 */
public final class FtmCorrections implements RowSource {

    private final RowSource folder;
    private final RowFile lines;
    private final RowSource entities;

    private FtmCorrections(RowSource folder, RowFile lines, RowSource entities) {
        this.folder = folder;
        this.lines = lines;
        this.entities = entities;
    }

    /** The bundle, with what it has of corrected lines as rows; the same where it has none. */
    public static RowSource in(RowSource bundle, MadeIds ids) throws IOException {
        for (RowFile file : bundle.files()) {
            if (file.name().equals(FtmSource.KEPT_FILE)
                    && file.isCorrected()
                    && file.columns().contains(FtmLine.TEXT)) {
                String source = source(file);
                var stream = new FtmStream(bundle.name(), () -> new Lines(file.open()));
                var entities = new TranslatedSource(
                        bundle.delivery(),
                        bundle.name(),
                        bundle.digest(),
                        () -> new FtmEntities(Optional.empty(), source, stream, ids));
                return new FtmCorrections(bundle, file, entities);
            }
        }
        return bundle;
    }

    private static boolean isLine(RawRow row) {
        return row.cell("id").isEmpty() && !row.cell(FtmLine.TEXT).isEmpty();
    }

    private static String source(RowFile file) throws IOException {
        try (Rows rows = file.open()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                if (isLine(row)) {
                    return row.cell("source");
                }
            }
        }
        return "";
    }

    private static final class Lines implements FtmItems {

        private final Rows rows;
        private final ArrayDeque<FtmLine> ready = new ArrayDeque<>();

        Lines(Rows rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable FtmLine next() throws IOException {
            while (ready.isEmpty()) {
                RawRow row = rows.next();
                if (row == null) {
                    return null;
                }
                if (isLine(row)) {
                    ready.addAll(FtmLine.all(row.line(), row.cell(FtmLine.TEXT).getBytes(StandardCharsets.UTF_8)));
                }
            }
            return ready.poll();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    @Override
    public Delivery delivery() {
        return folder.delivery();
    }

    @Override
    public String name() {
        return folder.name();
    }

    @Override
    public String digest() throws IOException {
        return folder.digest();
    }

    @Override
    public Optional<InputStream> attachment(String path) throws IOException {
        return folder.attachment(path);
    }

    @Override
    public List<String> othersThan(Set<String> named) throws IOException {
        return folder.othersThan(named);
    }

    @Override
    public List<String> notes() {
        return folder.notes();
    }

    @Override
    public List<RowFile> files() {
        var byName = new LinkedHashMap<String, List<RowFile>>();
        for (RowSource source : List.of(folder, entities)) {
            for (RowFile file : source.files()) {
                byName.computeIfAbsent(file.name(), n -> new ArrayList<>()).add(file);
            }
        }
        var files = new ArrayList<RowFile>();
        byName.forEach((name, some) -> files.add(new Joined(name, some)));
        files.sort(Comparator.<RowFile>comparingInt(
                        f -> RecordFile.named(f.name()).map(Enum::ordinal).orElse(Integer.MAX_VALUE))
                .thenComparing(RowFile::name));
        return files;
    }

    /** The folder's rows of a file without the lines, and those that the lines became. */
    private final class Joined implements RowFile {

        private final String name;
        private final List<RowFile> parts;

        Joined(String name, List<RowFile> parts) {
            this.name = name;
            this.parts = parts;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> columns() {
            var columns = new LinkedHashSet<String>();
            parts.forEach(part -> columns.addAll(part.columns()));
            return List.copyOf(columns);
        }

        @Override
        public long rowCount() throws IOException {
            if (name.equals(FtmSource.KEPT_FILE)) {
                return -1;
            }
            long rows = 0;
            for (RowFile part : parts) {
                rows += part.rowCount();
            }
            return rows;
        }

        @Override
        public Optional<String> refusal() throws IOException {
            for (RowFile part : parts) {
                if (part.refusal().isPresent()) {
                    return part.refusal();
                }
            }
            return Optional.empty();
        }

        @Override
        public boolean isCorrected() throws IOException {
            return parts.getFirst().isCorrected();
        }

        @Override
        public Rows open() throws IOException {
            var left = new ArrayDeque<RowFile>(parts);
            return new Rows() {

                private @Nullable Rows open;

                @Override
                public @Nullable RawRow next() throws IOException {
                    while (true) {
                        Rows now = open;
                        RawRow row = now == null ? null : now.next();
                        if (row == null) {
                            close();
                            RowFile part = left.poll();
                            if (part == null) {
                                return null;
                            }
                            boolean isFolder = part.name().equals(lines.name()) && part == parts.getFirst();
                            open = isFolder ? withoutLines(part.open()) : part.open();
                        } else {
                            return row;
                        }
                    }
                }

                @Override
                public void close() throws IOException {
                    Rows now = open;
                    if (now != null) {
                        open = null;
                        now.close();
                    }
                }
            };
        }
    }

    private static Rows withoutLines(Rows all) {
        return new Rows() {
            @Override
            public @Nullable RawRow next() throws IOException {
                RawRow row = all.next();
                while (row != null && isLine(row)) {
                    row = all.next();
                }
                return row;
            }

            @Override
            public void close() throws IOException {
                all.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
