package org.jejak.ingest.htcds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.Table;
import org.jejak.ingest.translation.TranslatedSource;
import org.jspecify.annotations.Nullable;

/**
 * A table of HTCDS 2.0 as rows of the contract: one line for each case of a victim with everything about it, or one
 * table of the standard (organisations, persons, historic events, …) a file. Several values in a cell are separated by
 * {@code ;}. One source is made of the file's name and digest.
 */
public final class HtcdsSource {

    private HtcdsSource() {}

    /** @throws UnreadableDelivery if no column of it is a field of the standard */
    public static RowSource open(Path path, Delivery delivery, MadeIds ids) throws IOException {
        var file = DeliveredFile.of(path);
        List<String> columns = columns(file);
        if (columns.stream().noneMatch(HtcdsFields::isField)) {
            String named = String.join(", ", columns);
            throw new UnreadableDelivery(
                    file.name() + " is no HTCDS table: its first line names none of the standard's fields, such as"
                            + " prs_FirstName or vic_TypeOfExploitation. It names: "
                            + (named.length() <= 200 ? named : named.substring(0, 200) + "…"));
        }
        return new TranslatedSource(delivery, file.name(), file.sha256(), () -> new Lines(file, ids));
    }

    /** Whether the first line of this file names fields of the standard. */
    public static boolean looksLike(Path path) {
        try {
            return columns(DeliveredFile.of(path)).stream().anyMatch(HtcdsFields::isField);
        } catch (IOException | UnreadableDelivery none) {
            return false;
        }
    }

    private static Table table(DeliveredFile file) throws IOException {
        return new Table(file, Table.Writing.PLAIN, HtcdsFields::standard);
    }

    private static List<String> columns(DeliveredFile file) throws IOException {
        try (var table = table(file)) {
            return table.columns();
        }
    }

    private static final class Lines implements TranslatedSource.Items {

        private final DeliveredFile file;
        private final Table table;
        private final HtcdsTranslator translator;
        private boolean begun;

        Lines(DeliveredFile file, MadeIds ids) throws IOException {
            this.file = file;
            this.table = table(file);
            this.translator = new HtcdsTranslator(file, ids);
        }

        @Override
        public @Nullable FileRows next() {
            if (!begun) {
                begun = true;
                var source = new FileRows();
                var about = new LinkedHashMap<>(file.sourceRow());
                about.putAll(table.about());
                source.add("sources", new RawRow(1, about));
                return source;
            }
            Table.Line line = table.next();
            if (line == null) {
                return null;
            }
            var rows = translator.rows(line);
            if (!line.complete() && rows.all().isEmpty()) {
                boolean organisation = table.columns().stream().noneMatch(c -> c.startsWith("prs_"));
                rows.add(organisation ? "organizations" : "persons", line.number(), line.cells());
            }
            return line.complete() ? rows : rows.allFlawed(line.flaw());
        }

        @Override
        public void close() throws IOException {
            table.close();
        }
    }
}
