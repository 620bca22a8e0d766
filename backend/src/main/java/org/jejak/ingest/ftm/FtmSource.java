package org.jejak.ingest.ftm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.TranslatedSource;
import org.jspecify.annotations.Nullable;

/**
 * A FollowTheMoney stream as rows of the contract. Ids are percent-encoded, one source is made of the file's name and
 * digest. The file is gone through once for each kind of row it yields; between rows only its ids are in memory, and the
 * entities that come in fragments.
 */
public final class FtmSource {

    /** The file of what has no place: unknown to the contract, so its rows are kept, shown and counted. */
    static final String KEPT_FILE = "ftm";

    private FtmSource() {}

    /** @throws UnreadableDelivery if no line of the file is an entity */
    public static RowSource open(Path path, Delivery delivery, MadeIds ids) throws IOException {
        var file = DeliveredFile.of(path);
        var stream = new FtmStream(file);
        if (stream.isEmpty()) {
            throw new UnreadableDelivery(file.name()
                    + " is no FollowTheMoney stream: no line of it is a JSON object with" + " an id and a schema.");
        }
        return new TranslatedSource(delivery, file.name(), file.sha256(), () -> new Entities(file, stream, ids));
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

    /** The entities as rows, the file's own source first. Numbers and addresses used by many come once. */
    private static final class Entities implements TranslatedSource.Items {

        private final DeliveredFile file;
        private final FtmStream.Entities entities;
        private final FtmTranslator translator;
        private final Set<String> shared = new HashSet<>();
        private boolean begun;

        Entities(DeliveredFile file, FtmStream stream, MadeIds ids) throws IOException {
            this.file = file;
            this.entities = stream.open();
            this.translator = new FtmTranslator(stream, file.sourceId(), ids);
        }

        @Override
        public @Nullable FileRows next() throws IOException {
            var rows = new FileRows();
            if (!begun) {
                begun = true;
                rows.add("sources", new RawRow(1, file.sourceRow()));
                return rows;
            }
            return switch (entities.next()) {
                case null -> null;
                case FtmLine.Flawed flawed -> {
                    rows.add(KEPT_FILE, flawed.row());
                    yield rows;
                }
                case FtmLine.Fragment fragment -> once(translator.rows(fragment.entity()));
            };
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
}
