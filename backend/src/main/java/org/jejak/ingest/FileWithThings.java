package org.jejak.ingest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;

/**
 * A file of a folder of corrected rows, and behind its rows the things that corrected rows of other files name.
 *
 * @param folder empty where the folder has no such file
 */
record FileWithThings(String name, Optional<RowFile> folder, Collection<RawRow> things) implements RowFile {

    FileWithThings {
        things = List.copyOf(things);
    }

    @Override
    public List<String> columns() {
        var columns = new LinkedHashSet<String>();
        folder.ifPresentOrElse(
                file -> columns.addAll(file.columns()),
                () -> RecordFile.named(name).ifPresent(f -> f.columns().forEach(c -> columns.add(c.name()))));
        things.forEach(row -> columns.addAll(row.cells().keySet()));
        return List.copyOf(columns);
    }

    @Override
    public long rowCount() throws IOException {
        long rows = folder.isPresent() ? folder.get().rowCount() : 0;
        return rows < 0 ? rows : rows + things.size();
    }

    @Override
    public Optional<String> refusal() throws IOException {
        return folder.isPresent() ? folder.get().refusal() : Optional.empty();
    }

    @Override
    public boolean isCorrected() throws IOException {
        return folder.isPresent() && folder.get().isCorrected();
    }

    @Override
    public Rows open() throws IOException {
        var behind = new ArrayDeque<RawRow>(things);
        Rows first = folder.isPresent() ? folder.get().open() : null;
        return new Rows() {
            @Override
            public @Nullable RawRow next() throws IOException {
                RawRow row = first == null ? null : first.next();
                return row == null ? behind.poll() : row;
            }

            @Override
            public void close() throws IOException {
                if (first != null) {
                    first.close();
                }
            }
        };
    }
}
