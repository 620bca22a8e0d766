package org.jejak.ingest.edges;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jejak.ingest.Spelling;

/** The ids of a table of nodes that was given beside a table of ties, and who is meant by an end that is not among them. */
final class NodeTable {

    private static final Pattern WITH_NOUGHTS = Pattern.compile("(\\d+)\\.0+");
    private static final Pattern WHOLE = Pattern.compile("\\d+");

    private final Set<String> ids = new HashSet<>();

    void add(String id) {
        ids.add(Spelling.seen(id));
    }

    boolean has(String id) {
        return ids.contains(Spelling.seen(id));
    }

    /** The id of the table that is the same number: a program that knows no empty whole numbers writes 1.0 for 1. */
    Optional<String> sameNumber(String id) {
        String seen = Spelling.seen(id);
        var noughts = WITH_NOUGHTS.matcher(seen);
        if (noughts.matches()) {
            return Optional.of(noughts.group(1)).filter(ids::contains);
        }
        return WHOLE.matcher(seen).matches() ? Optional.of(seen + ".0").filter(ids::contains) : Optional.empty();
    }
}
