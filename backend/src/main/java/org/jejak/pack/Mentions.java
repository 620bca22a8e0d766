package org.jejak.pack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Identities;

/**
 * Whether a cell speaks of somebody protected: by a name, by a number, or by the id under which the records know them. A
 * file or column that the contract does not know may refer to people by it.
 */
final class Mentions {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\"'|,;(){}\\[\\]<>]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{N}{1,7}");

    private final Predicate<String> inText;
    private final Predicate<String> asName;
    private final Set<String> ids = new HashSet<>();

    /** Ids that are no word and no number, so that they mean somebody wherever they stand. */
    private final Set<String> telling = new HashSet<>();

    /**
     * @param inText whether a text names one of them
     * @param asName whether a cell is a name of one of them
     */
    Mentions(Predicate<String> inText, Predicate<String> asName, Set<Key> whom) {
        this.inText = inText;
        this.asName = asName;
        for (Key key : whom) {
            for (String id : List.of(key.value(), key.local(), decoded(key.local()))) {
                ids.add(id);
                if (!WORD.matcher(id).matches()) {
                    telling.add(id);
                }
            }
        }
    }

    static Mentions of(Identities.Mentioned mentioned, Set<Key> whom) {
        return new Mentions(mentioned, mentioned::isTheirs, whom);
    }

    /** Ids from elsewhere are percent-encoded; where they stand in text they are not. */
    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            return id;
        }
    }

    boolean in(VisibleRecord row, String column, String cell) {
        if (Cells.isName(row.file(), column, row.cells())) {
            return asName.test(cell);
        }
        boolean known = Cells.isKnown(row.file(), column);
        boolean fileKnown = RecordFile.named(row.file()).isPresent();
        if (!known && Cells.isNumber(cell)) {
            return asName.test(cell) || !fileKnown && ids.contains(cell);
        }
        return inText.test(cell)
                || !known && Arrays.stream(cell.split("\\|")).anyMatch(ids::contains)
                || words(cell).anyMatch(cell.startsWith("{") ? ids::contains : telling::contains);
    }

    /** Whether a row of a file that the contract does not know speaks of one of them anywhere. */
    boolean inUnknown(VisibleRecord row) {
        return row.recordFile().isEmpty()
                && row.cells().entrySet().stream().anyMatch(c -> in(row, c.getKey(), c.getValue()));
    }

    private static Stream<String> words(String text) {
        return BETWEEN.splitAsStream(text).flatMap(word -> {
            int end = word.length();
            while (end > 0 && ".:!?".indexOf(word.charAt(end - 1)) >= 0) {
                end--;
            }
            return Stream.of(word, word.substring(0, end));
        });
    }
}
