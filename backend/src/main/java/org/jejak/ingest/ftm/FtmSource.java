package org.jejak.ingest.ftm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.translation.TranslatedSource;

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
        var stream = FtmStream.of(file);
        if (stream.isEmpty()) {
            throw new UnreadableDelivery(file.name() + " is no FollowTheMoney stream: no line of it is a JSON object"
                    + " with an id and a schema"
                    + FtmForm.missing(path).map(what -> "; " + what).orElse("") + ".");
        }
        return new TranslatedSource(
                delivery,
                file.name(),
                file.sha256(),
                () -> new FtmEntities(Optional.of(file.sourceRow()), file.sourceId(), stream, ids));
    }

    /** Whether this file begins with a FollowTheMoney entity, a change to one, or a statement. */
    public static boolean looksLike(Path path) {
        return FtmForm.isIn(path);
    }

    /** What a file that is nearly one lacks; empty where it resembles none. */
    public static Optional<String> nearly(Path path) {
        return FtmForm.missing(path);
    }
}
