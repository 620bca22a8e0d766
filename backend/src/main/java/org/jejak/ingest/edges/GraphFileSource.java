package org.jejak.ingest.edges;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;

/**
 * A graph in GraphML or GEXF, as yEd, Cytoscape, Gephi, igraph, networkx and Neo4j write it: persons, undirected ties, one
 * source, as from an edge list.
 *
 * <p>A node is named by its label, else its {@code name}, else the first label that yEd draws at it, else its id; one
 * that is labelled as a telephone, a place, an organization, … is that. A tie's relation is what the file calls {@code
 * relation}, {@code kind}, {@code interaction}, {@code Edge Label}, {@code label} or {@code type}, its time {@code time}
 * or {@code start}, its end {@code end}, where those are times of the contract; an edge that is there at several times is
 * a row for each, and so is one that weighs otherwise at other times. All else stays with its row. Which line is which
 * says {@link LineIdentity}, whose ids are whose {@link NetworkSource}. Memory grows with the nodes, and by a number or two
 * for each edge.
 */
public final class GraphFileSource {

    private GraphFileSource() {}

    /** @throws UnreadableDelivery if it is no GraphML, or not well-formed */
    public static RowSource graphml(Path path, Delivery delivery) throws IOException {
        var file = checked(path, "graphml", "GraphML");
        GraphRows.Roster roster;
        try (var reader = new GraphmlReader(file)) {
            roster = GraphRows.Roster.of(reader);
        }
        return source(
                delivery,
                file,
                (apart, remarks) -> new GraphRows(file, new GraphmlReader(file), time -> true, roster, apart, remarks));
    }

    /** @throws UnreadableDelivery if it is no GEXF, or not well-formed */
    public static RowSource gexf(Path path, Delivery delivery) throws IOException {
        var file = checked(path, "gexf", "GEXF");
        GraphRows.Roster roster;
        try (var reader = new GexfReader(file)) {
            roster = GraphRows.Roster.of(reader);
        }
        return source(delivery, file, (apart, remarks) -> {
            var reader = new GexfReader(file);
            return new GraphRows(file, reader, reader::isCalendar, roster, apart, remarks);
        });
    }

    public static boolean looksLikeGraphml(Path path) {
        return root(path).equals("graphml");
    }

    public static boolean looksLikeGexf(Path path) {
        return root(path).equals("gexf");
    }

    /** What an XML file is that is neither, in a sentence; empty where it is no XML. */
    public static Optional<String> nearly(Path path) {
        String root = root(path);
        return root.isEmpty()
                ? Optional.empty()
                : Optional.of("It is XML, but its outermost element is <" + root
                        + ">, and not <graphml> or <gexf>; export it as one of these");
    }

    private static RowSource source(Delivery delivery, DeliveredFile file, NetworkSource.Making making)
            throws IOException {
        var about = new NetworkSource.About(delivery, file.name(), file.sha256(), false, true);
        return new NetworkSource(about, making);
    }

    private static DeliveredFile checked(Path path, String element, String format) throws IOException {
        var file = DeliveredFile.of(path);
        try (var xml = new XmlPull(file.name(), file.open())) {
            if (!xml.advance() || !xml.element().equals(element)) {
                throw new UnreadableDelivery(file.name() + " is no " + format + ": its outermost element must be <"
                        + element + ">. It is <" + xml.element() + ">.");
            }
        }
        return file;
    }

    /** The name of the outermost element; empty if it is no XML. */
    private static String root(Path path) {
        try (var xml = new XmlPull(path.toString(), DeliveredFile.open(path))) {
            return xml.advance() ? xml.element() : "";
        } catch (IOException | UnreadableDelivery none) {
            return "";
        }
    }
}
