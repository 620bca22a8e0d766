package org.jejak.ingest.ftm;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.TranslatedSource;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;

/** The entities of a stream as rows, its source first. Numbers and addresses used by many come once. */
final class FtmEntities implements TranslatedSource.Items {

    private final Optional<Map<String, String>> sourceRow;
    private final String sourceId;
    private final FtmStream.Entities entities;
    private final FtmStream stream;
    private final FtmTranslator translator;
    private final Set<String> shared = new HashSet<>();
    private boolean begun;

    /**
     * @param sourceRow the row of the source they all rest on, where it is to come with them
     * @param sourceId its id
     */
    FtmEntities(Optional<Map<String, String>> sourceRow, String sourceId, FtmStream stream, MadeIds ids)
            throws IOException {
        this.sourceRow = sourceRow;
        this.sourceId = sourceId;
        this.stream = stream;
        this.entities = stream.open();
        this.translator = new FtmTranslator(stream, sourceId, ids);
        this.begun = sourceRow.isEmpty();
    }

    @Override
    public @Nullable FileRows next() throws IOException {
        var rows = new FileRows();
        if (!begun) {
            begun = true;
            rows.add("sources", new RawRow(1, sourceRow.orElseThrow()));
            return rows;
        }
        return switch (entities.next()) {
            case null -> null;
            case FtmLine.Flawed flawed -> {
                var cells = new LinkedHashMap<>(flawed.row().cells());
                cells.put("source", sourceId);
                rows.add(FtmSource.KEPT_FILE, flawed.row().withCells(cells));
                yield rows;
            }
            case FtmLine.Deleted deleted -> {
                rows.add("withdrawals", withdrawal(deleted));
                yield rows;
            }
            case FtmLine.Fragment fragment -> once(translator.rows(fragment.entity()));
        };
    }

    /** That a list has an entity no longer is a reason for nothing: who knows why says so, and it is withdrawn. */
    private RawRow withdrawal(FtmLine.Deleted deleted) {
        String id = DeliveredFile.id(deleted.id());
        var cells = new LinkedHashMap<String, String>();
        cells.put("id", DeliveredFile.fitted(id + "#deleted"));
        cells.put("file", fileOf(deleted));
        cells.put("row", id);
        var flaw = new RawRow.Flaw(
                "reason",
                "",
                "DEL says that " + deleted.id()
                        + " is in the list no longer, and not why; what was loaded of it stays."
                        + " To withdraw it, write the file of its row and the reason: error, retracted,"
                        + " consent_withdrawn or court_order");
        return new RawRow(deleted.line(), cells, Optional.of(flaw));
    }

    private String fileOf(FtmLine.Deleted deleted) {
        return Schemata.kind(deleted.schema())
                .or(() -> stream.kind(deleted.id()))
                .map(kind -> RecordFile.describing(kind).fileName())
                .orElse("");
    }

    private FileRows once(FileRows rows) {
        var kept = new FileRows();
        rows.all()
                .forEach((name, some) -> some.forEach(row -> {
                    boolean made = row.cell("id").startsWith("~");
                    if (!made || shared.add(row.cell("id"))) {
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
