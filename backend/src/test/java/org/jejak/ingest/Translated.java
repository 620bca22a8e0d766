package org.jejak.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All rows of a source, looked at by the same rules as a bundle's. */
public record Translated(Map<String, List<CheckedRow>> accepted, List<Refusal> refused) {

    /** Ids that say what they were made of, so that tests can read them; the real ones do not. */
    public static final MadeIds IDS = (kind, values) -> "~" + kind + "-" + DeliveredFile.id(String.join("+", values));

    public static Translated of(RowSource source) throws IOException {
        var accepted = new TreeMap<String, List<CheckedRow>>();
        var refused = new ArrayList<Refusal>();
        var check = new RowCheck(source.delivery());
        for (RowFile file : source.files()) {
            long rows = 0;
            try (var open = file.open()) {
                for (RawRow row = open.next(); row != null; row = open.next()) {
                    rows++;
                    for (String column : row.cells().keySet()) {
                        if (row.flaw().isEmpty() && !file.columns().contains(column)) {
                            throw new AssertionError(file.name() + " does not announce " + column);
                        }
                    }
                    switch (check.check(file.name(), row)) {
                        case RowOutcome.Accepted a ->
                            accepted.computeIfAbsent(file.name(), f -> new ArrayList<>())
                                    .add(a.row());
                        case RowOutcome.Rejected r -> refused.add(r.refusal());
                    }
                }
            }
            if (file.rowCount() >= 0 && file.rowCount() != rows) {
                throw new AssertionError(file.name() + " announces " + file.rowCount() + " rows and has " + rows);
            }
        }
        return new Translated(accepted, refused);
    }

    public List<CheckedRow> rows(String file) {
        return accepted.getOrDefault(file, List.of());
    }

    public CheckedRow row(String file, String key) {
        return rows(file).stream()
                .filter(r -> r.key().value().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among "
                        + rows(file).stream().map(r -> r.key().value()).toList()));
    }

    /** A file of the real networks that may lie beside the repository; they stay where they are. */
    public static Optional<Path> real(String path) {
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            Path found = here.resolve("shared").resolve("real").resolve(path);
            if (Files.isRegularFile(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
