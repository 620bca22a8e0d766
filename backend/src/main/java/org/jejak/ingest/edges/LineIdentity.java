package org.jejak.ingest.edges;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.MadeId.Part;

/**
 * Ids of ties, by what each line is known by: the table's own id together with its ends, or where it has none its ends,
 * its relation and its time, and the how-manieth line alike in these it is. So every line counts once, and the same line
 * delivered again has the same id whatever else stands at it. {@code E-} and 32 hexadecimal digits of SHA-256 over the
 * parts, each behind its length: joining them by a sign would make one of two, for the sign may stand in them.
 *
 * <p>The table's own id alone would not do: each file of a program numbers its edges from nought, and some number them
 * anew for each pair. Memory grows by a number or two for each line.
 */
public final class LineIdentity {

    /** How the id of a tie begins. */
    static final String BEGINNING = "E-";

    private static final String KIND = "E";

    private static final int HEX_BYTES = 16;
    private static final Pattern UNKNOWN = Pattern.compile("E-[0-9a-f]{32}#(source|target)");

    private final Long2IntOpenHashMap alike = new Long2IntOpenHashMap();
    private final Long2IntOpenHashMap told = new Long2IntOpenHashMap();

    /**
     * What a line is known by.
     *
     * @param own the table's own id; empty where it has none
     * @param source as an id of the contract; empty where it is nobody known
     * @param target alike
     * @param relation empty where the line says none
     * @param from when it begins, empty where nobody says
     */
    public record Known(String own, String source, String target, String relation, String from) {

        /** The id of the how-manieth line that is known by this. */
        public String id(int ordinal) {
            return made(ordinal, parts().stream().map(Part::fixed).toList()).id();
        }

        /**
         * The same, with what it is made of.
         *
         * @param ends the two ends, each with the column of the row that corrects it
         * @param related the relation, alike
         * @param begun when it begins, alike
         */
        MadeId made(int ordinal, List<Part> ends, Part related, Part begun) {
            var parts = new ArrayList<Part>();
            parts.add(Part.fixed(own.isEmpty() ? "line" : "id"));
            if (!own.isEmpty()) {
                parts.add(Part.fixed(own));
            }
            parts.addAll(ends);
            if (own.isEmpty()) {
                parts.add(related);
            }
            parts.add(begun);
            return made(ordinal, parts);
        }

        private static MadeId made(int ordinal, List<Part> parts) {
            var all = new ArrayList<>(parts);
            all.add(Part.fixed(Integer.toString(ordinal)));
            return MadeId.digested(KIND, all);
        }

        private List<String> parts() {
            return own.isEmpty()
                    ? List.of("line", source, target, relation, from)
                    : List.of("id", own, source, target, from);
        }
    }

    /**
     * The how-manieth of those known by this the next line is. A line with an id of its own that says nothing else than an
     * earlier one of that id is that line once more.
     *
     * @param cells all it says
     */
    int next(Known known, SortedMap<String, String> cells) {
        long base = bits(digest(known.parts()));
        if (known.own().isEmpty()) {
            return alike.addTo(base, 1) + 1;
        }
        var all = new ArrayList<String>();
        cells.forEach((column, cell) -> all.addAll(List.of(column, cell)));
        long whole = base * 31 + bits(digest(all));
        int before = told.get(whole);
        int ordinal = before > 0 ? before : alike.addTo(base, 1) + 1;
        told.put(whole, ordinal);
        return ordinal;
    }

    /** The id of somebody whom nobody knows: of one end of one line, so that it goes with the line's where that is corrected. */
    static String unknown(String tie, String end) {
        return tie + "#" + end;
    }

    /** Whether an id is one of those. */
    static boolean isUnknown(String id) {
        return UNKNOWN.matcher(id).matches();
    }

    /** The id of a value that somebody had for a time. */
    static String statement(SequencedMap<String, String> cells) {
        return "S-" + hex(List.copyOf(cells.values()), "");
    }

    private static String hex(List<String> parts, String last) {
        var all = new ArrayList<>(parts);
        all.add(last);
        return HexFormat.of().formatHex(digest(all), 0, HEX_BYTES);
    }

    private static long bits(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }

    private static byte[] digest(List<String> parts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                sha256.update(bytes);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
