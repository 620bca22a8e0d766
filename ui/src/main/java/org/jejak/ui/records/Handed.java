package org.jejak.ui.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.ingest.edges.EdgeListSource;
import org.jejak.ingest.ftm.FtmSource;

/** A file that somebody handed over, and what it turned out to be. */
record Handed(Path file, Format format) {

    /** The formats that come in one file. */
    enum Format {
        BUNDLE,
        EDGES,
        FTM
    }

    /**
     * Looks into the file; its name decides nothing.
     *
     * @return empty if it is nothing that can be loaded
     */
    static Optional<Handed> recognised(Path file) throws IOException {
        if (startsLikeAZip(file)) {
            return Optional.of(new Handed(file, Format.BUNDLE));
        }
        if (FtmSource.looksLike(file)) {
            return Optional.of(new Handed(file, Format.FTM));
        }
        return EdgeListSource.looksLike(file) ? Optional.of(new Handed(file, Format.EDGES)) : Optional.empty();
    }

    private static boolean startsLikeAZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(2);
            return first.length == 2 && first[0] == 'P' && first[1] == 'K';
        }
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /**
     * What the bundle says of itself.
     *
     * @throws UnreadableDelivery if it is none
     */
    Delivery header() throws IOException {
        try (var bundle = BundleSource.open(file)) {
            return bundle.delivery();
        }
    }

    /** @param delivery used where the format says nothing of namespace and case itself */
    RowSource open(Delivery delivery) throws IOException {
        return switch (format) {
            case BUNDLE -> BundleSource.open(file);
            case EDGES -> EdgeListSource.open(file, Optional.empty(), delivery);
            case FTM -> FtmSource.open(file, delivery);
        };
    }
}
