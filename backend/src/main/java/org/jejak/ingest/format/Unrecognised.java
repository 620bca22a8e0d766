package org.jejak.ingest.format;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jejak.ingest.edges.EdgeListSource;
import org.jejak.ingest.edges.GraphFileSource;
import org.jejak.ingest.ftm.FtmSource;

/** What is said of a file that is of no format: the one it comes nearest to, and what it lacks to be of it. */
final class Unrecognised {

    private static final String FORMATS =
            "Jejak reads a bundle (a folder or zip with bundle.json), an edge list (a CSV whose"
                    + " header has source and target, or from and to), an HTCDS table (a CSV with columns such as prs_FirstName), a"
                    + " FollowTheMoney stream, GraphML and GEXF.";

    private static final String ADVICE =
            " Name its format with --format, or say with --mapping which column of it is what";

    private Unrecognised() {}

    static String say(Path path) {
        return nearest(path)
                .map(nearest -> nearest + ". " + FORMATS + ADVICE)
                .orElse("This is none of the formats that Jejak knows. " + FORMATS + ADVICE);
    }

    private static Optional<String> nearest(Path path) {
        Optional<String> entities = FtmSource.nearly(path);
        if (entities.isPresent()) {
            return entities.map(lacks -> "It is nearest to FollowTheMoney, but " + withoutStop(lacks));
        }
        Optional<String> broken = GraphFileSource.nearly(path);
        if (broken.isPresent()) {
            return broken;
        }
        Optional<String> edges = EdgeListSource.nearly(path);
        if (edges.isPresent()) {
            return edges;
        }
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".graphml") || name.endsWith(".gexf") || name.endsWith(".xml")) {
            return Optional.of("It is called " + path.getFileName() + ", but does not begin like XML");
        }
        return EdgeListSource.columnsOf(path)
                .map(columns ->
                        "It looks like a table, but none of its columns says what it is of. They are: " + columns);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
