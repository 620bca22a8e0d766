package org.jejak.ingest.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.ingest.edges.EdgeListSource;
import org.jejak.ingest.edges.GraphFileSource;
import org.jejak.ingest.ftm.FtmCorrections;
import org.jejak.ingest.ftm.FtmSource;
import org.jejak.ingest.htcds.HtcdsSource;
import org.jejak.ingest.mapping.MappedSource;
import org.jejak.ingest.mapping.MappingReader;
import org.jejak.ingest.translation.Workbook;

/** A format in which records may come. */
public enum Format {
    /** A folder or zip with {@code bundle.json} and CSV files. */
    BUNDLE,
    /** CSV {@code source,target[,weight][,relation][,time]}. */
    EDGES,
    /** FollowTheMoney entities, one JSON object a line. */
    FTM,
    /** A CSV whose columns are fields of IOM's Human Trafficking Case Data Standard 2.0. */
    HTCDS,
    /** A graph in GraphML. */
    GRAPHML,
    /** A graph in GEXF, as Gephi writes it. */
    GEXF;

    /**
     * What a format that does not say it itself needs to be told.
     *
     * @param namespace who numbers the records; the case where it is empty
     * @param caseRef the case they belong to
     * @param nodes the node table of an edge list
     * @param mapping which column of a table is what
     */
    public record Told(
            Optional<String> namespace, Optional<String> caseRef, Optional<Path> nodes, Optional<Path> mapping) {

        public static final Told NOTHING =
                new Told(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** Of a format that says nothing of case and namespace itself. */
        public static Told of(Delivery delivery) {
            return new Told(
                    Optional.of(delivery.namespace()),
                    Optional.of(delivery.caseRef()),
                    Optional.empty(),
                    Optional.empty());
        }

        private Delivery delivery(Path path) {
            String ref = caseRef.orElseThrow(() -> new IllegalArgumentException(path
                    + " does not say which case it belongs to; name one with --case (only bundles have a header)"));
            return Delivery.of(namespace.orElse(ref), ref).withTitle(String.valueOf(path.getFileName()));
        }
    }

    /**
     * Opens what lies at {@code path}, by its mapping where one is told, else in the format that is named, else in the
     * one it is recognised to be.
     *
     * @param ids for what has none
     * @throws UnreadableDelivery if it is not of that format
     * @throws IllegalArgumentException if it does not say its case and {@code told} does not either
     */
    public static RowSource open(Path path, Optional<Format> named, Told told, MadeIds ids) throws IOException {
        if (told.mapping().isEmpty()) {
            return named.orElseGet(() -> recognise(path)).open(path, told, ids);
        }
        if (named.isPresent()) {
            throw new IllegalArgumentException("a mapping says itself how the table is to be read; leave out --format");
        }
        return MappedSource.open(there(path), MappingReader.read(told.mapping().get()), told.delivery(path), ids);
    }

    /**
     * The format of what lies at {@code path}, by its content.
     *
     * @throws UnreadableDelivery if it is none of them
     */
    public static Format recognise(Path path) {
        if (Files.isDirectory(there(path)) || isZip(path) && !Workbook.isZipOf(path)) {
            return BUNDLE;
        }
        Workbook.requireKnown(path);
        if (FtmSource.looksLike(path)) {
            return FTM;
        }
        if (GraphFileSource.looksLikeGraphml(path)) {
            return GRAPHML;
        }
        if (GraphFileSource.looksLikeGexf(path)) {
            return GEXF;
        }
        if (EdgeListSource.looksLike(path)) {
            return EDGES;
        }
        if (HtcdsSource.looksLike(path)) {
            return HTCDS;
        }
        throw new UnreadableDelivery(Unrecognised.say(path));
    }

    private static boolean isZip(Path path) {
        try (var in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 || start[2] == 5);
        } catch (IOException unreadable) {
            throw new UnreadableDelivery("cannot read " + path, unreadable);
        }
    }

    private static Path there(Path path) {
        if (!Files.exists(path)) {
            throw new UnreadableDelivery("there is nothing at " + path);
        }
        return path;
    }

    /**
     * Opens what lies at {@code path} in this format.
     *
     * @param ids for what has none
     * @throws UnreadableDelivery if it is not of this format
     * @throws IllegalArgumentException if it does not say its case and {@code told} does not either
     */
    public RowSource open(Path path, Told told, MadeIds ids) throws IOException {
        return switch (this) {
            case BUNDLE -> FtmCorrections.in(BundleSource.open(there(path)), ids);
            case EDGES -> EdgeListSource.open(there(path), told.nodes(), told.delivery(path));
            case FTM -> FtmSource.open(there(path), told.delivery(path), ids);
            case HTCDS -> HtcdsSource.open(there(path), told.delivery(path), ids);
            case GRAPHML -> GraphFileSource.graphml(there(path), told.delivery(path));
            case GEXF -> GraphFileSource.gexf(there(path), told.delivery(path));
        };
    }
}
