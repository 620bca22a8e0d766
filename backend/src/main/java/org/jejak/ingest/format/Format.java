package org.jejak.ingest.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.ingest.edges.EdgeListSource;
import org.jejak.ingest.ftm.FtmSource;

/** A format in which records may come. */
public enum Format {
    /** A folder or zip with {@code bundle.json} and CSV files. */
    BUNDLE,
    /** CSV {@code source,target[,weight][,relation][,time]}. */
    EDGES,
    /** FollowTheMoney entities, one JSON object a line. */
    FTM;

    /**
     * What a format that does not say it itself needs to be told.
     *
     * @param namespace who numbers the records; the case where it is empty
     * @param caseRef the case they belong to
     * @param nodes the node table of an edge list
     */
    public record Told(Optional<String> namespace, Optional<String> caseRef, Optional<Path> nodes) {

        public static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), Optional.empty());

        private Delivery delivery(Path path, Format format) {
            String ref = caseRef.orElseThrow(() ->
                    new IllegalArgumentException(path + " does not say which case it belongs to; name one with --case"
                            + " (" + format.name().toLowerCase(Locale.ROOT) + " files have no header)"));
            return Delivery.of(namespace.orElse(ref), ref).withTitle(String.valueOf(path.getFileName()));
        }
    }

    /**
     * The format of what lies at {@code path}, by its content.
     *
     * @throws UnreadableDelivery if it is none of them
     */
    public static Format recognise(Path path) {
        if (!Files.exists(path)) {
            throw new UnreadableDelivery("there is nothing at " + path);
        }
        if (Files.isDirectory(path) || isZip(path)) {
            return BUNDLE;
        }
        if (FtmSource.looksLike(path)) {
            return FTM;
        }
        if (EdgeListSource.looksLike(path)) {
            return EDGES;
        }
        throw new UnreadableDelivery(
                path + " is no bundle (a folder or zip with bundle.json), no edge list (a CSV whose"
                        + " header has source and target) and no FollowTheMoney stream; name its format with --format");
    }

    private static boolean isZip(Path path) {
        try (var in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 || start[2] == 5);
        } catch (IOException unreadable) {
            throw new UnreadableDelivery("cannot read " + path, unreadable);
        }
    }

    /**
     * Opens what lies at {@code path}.
     *
     * @throws UnreadableDelivery if it is not of this format
     * @throws IllegalArgumentException if it does not say its case and {@code told} does not either
     */
    public RowSource open(Path path, Told told) throws IOException {
        if (!Files.exists(path)) {
            throw new UnreadableDelivery("there is nothing at " + path);
        }
        return switch (this) {
            case BUNDLE -> BundleSource.open(path);
            case EDGES -> EdgeListSource.open(path, told.nodes(), told.delivery(path, this));
            case FTM -> FtmSource.open(path, told.delivery(path, this));
        };
    }
}
