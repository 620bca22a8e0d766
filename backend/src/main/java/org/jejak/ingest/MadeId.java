package org.jejak.ingest;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.chrono.Chronology;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an id was made of that no table gave: cells of the line as they were written there. A row that is refused takes it
 * along in the column {@value #COLUMN}, so that the corrected row gets the id that the corrected line has. All rows of
 * one line share it: their ids and references are this id, or begin with it and {@code #}.
 *
 * @param id as it was made of the line with its fault
 * @param maker how
 * @param kind equal parts of two kinds make two ids
 * @param parts in order
 * @param behind what tells apart lines that are alike in all of this; empty for the first of them
 * @param things which the row names, and which are made when their cells are corrected
 */
public record MadeId(String id, Maker maker, String kind, List<Part> parts, String behind, List<MadeThing> things) {

    /** Beside the columns of the contract, in folders of refused rows. */
    public static final String COLUMN = "_made";

    /** The kind of a line that is known by all of it: by the name of its file, and of each column and its cell. */
    public static final String WHOLE_LINE = "all";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Who makes an id. */
    public enum Maker {
        /** The vault, so that nobody can read the parts in the id, nor test a guess. */
        VAULT,
        /** Anybody: {@code kind}, a hyphen and 32 hexadecimal digits over the parts, each behind its length. */
        DIGEST
    }

    /**
     * One part.
     *
     * @param written as it stands in the line
     * @param column the column of the row whose correction corrects this part; empty: none does
     * @param given what stood in that column when the row was refused
     * @param spelling how the table writes what the contract writes otherwise: a pattern of times behind the name of
     *     their calendar and {@code @}, a JSON object of its words by ours, {@value #AS_ID} for ids that were encoded;
     *     empty: alike
     */
    public record Part(String written, String column, String given, String spelling) {

        public static final String AS_ID = "id";

        private static final DateTimeFormatter OURS =
                DateTimeFormatter.ofPattern("uuuu[-MM[-dd['T'HH:mm[:ss][.SSS][XXX]]]]", Locale.ROOT);

        private static final Pattern WORD = Pattern.compile("\\p{L}+");

        public static Part fixed(String written) {
            return new Part(written, "", "", "");
        }

        /** Corrected with this column of the row, which then holds what the line holds. */
        public static Part of(String column, String written) {
            return new Part(written, column, written, "");
        }

        /** The spelling of times of that calendar; empty where they cannot be spelled so. */
        public static Optional<String> timeIn(Optional<Chronology> calendar, String pattern) {
            return calendar.map(of -> of.getId() + "@" + pattern);
        }

        /** This part of the corrected row's line. */
        String corrected(RawRow row) {
            String cell = row.cell(column);
            return column.isEmpty() || cell.equals(given) ? written : spelled(cell);
        }

        private String spelled(String cell) {
            if (spelling.isEmpty()) {
                return cell;
            }
            try {
                if (spelling.equals(AS_ID)) {
                    return URLDecoder.decode(cell.replace("+", "%2B"), StandardCharsets.UTF_8);
                }
                if (spelling.startsWith("{")) {
                    return JSON.readTree(spelling).path(cell).asString(cell);
                }
                int calendar = spelling.indexOf('@');
                if (calendar < 0) {
                    return cell;
                }
                String time = DateTimeFormatter.ofPattern(spelling.substring(calendar + 1), Locale.ENGLISH)
                        .withChronology(Chronology.of(spelling.substring(0, calendar)))
                        .format(OURS.parse(cell));
                return inItsLetters(time);
            } catch (DateTimeException | IllegalArgumentException | JacksonException otherwise) {
                return cell;
            }
        }

        /** A table that writes MAR and pm writes the next month and half of the day so too. */
        private String inItsLetters(String time) {
            List<String> theirs =
                    WORD.matcher(written).results().map(MatchResult::group).toList();
            var words = WORD.matcher(time);
            if (words.results().count() != theirs.size()) {
                return time;
            }
            var spelled = new StringBuilder();
            var each = theirs.iterator();
            words.reset();
            while (words.find()) {
                String like = each.next();
                boolean upper = like.equals(like.toUpperCase(Locale.ROOT));
                boolean lower = like.equals(like.toLowerCase(Locale.ROOT));
                String word = words.group();
                words.appendReplacement(
                        spelled, upper ? word.toUpperCase(Locale.ROOT) : lower ? word.toLowerCase(Locale.ROOT) : word);
            }
            return words.appendTail(spelled).toString();
        }
    }

    public MadeId {
        parts = List.copyOf(parts);
        things = List.copyOf(things);
    }

    /** Made by the vault, and by nobody who only guesses. */
    public static MadeId byVault(MadeIds ids, String kind, List<Part> parts, String behind) {
        return made(ids, new MadeId("", Maker.VAULT, kind, parts, behind, List.of()));
    }

    /**
     * Made by anybody who has the parts.
     *
     * @param prefix before the hyphen
     */
    public static MadeId digested(String prefix, List<Part> parts) {
        return made((kind, values) -> "", new MadeId("", Maker.DIGEST, prefix, parts, "", List.of()));
    }

    private static MadeId made(MadeIds ids, MadeId raw) {
        String id = raw.of(raw.parts.stream().map(Part::written).toList(), ids);
        return new MadeId(id, raw.maker, raw.kind, raw.parts, raw.behind, List.of());
    }

    /** The id of a line with these parts. */
    String of(List<String> texts, MadeIds ids) {
        String made = switch (maker) {
            case VAULT ->
                "line-"
                        + ids.of("line-" + kind, kind.equals(WHOLE_LINE) ? told(texts) : texts)
                                .substring(1);
            case DIGEST -> kind + "-" + digest(texts);
        };
        return DeliveredFile.fitted(made + behind);
    }

    /** Without the columns in which nothing stands, behind the name of the file. */
    private static List<String> told(List<String> texts) {
        var told = new ArrayList<String>(texts.subList(0, 1));
        for (int i = 1; i + 1 < texts.size(); i += 2) {
            if (!texts.get(i + 1).isEmpty()) {
                told.addAll(texts.subList(i, i + 2));
            }
        }
        return told;
    }

    private static String digest(List<String> texts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                sha256.update(bytes);
            }
            return HexFormat.of().formatHex(sha256.digest(), 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The same, with parts that are corrected with columns of another row of the line. */
    public MadeId with(List<Part> others) {
        return new MadeId(id, maker, kind, others, behind, things);
    }

    /** The same, for a row that names these things. */
    public MadeId naming(List<MadeThing> named) {
        return new MadeId(id, maker, kind, parts, behind, named);
    }

    /** An id that the row brought, and that no correction changes, for a row that names these things. */
    public static MadeId given(String id, List<MadeThing> named) {
        return new MadeId(id, Maker.VAULT, "given", List.of(), "", named);
    }

    /** The same, for a row of the line that corrects no part of it. */
    public MadeId fixed() {
        return with(parts.stream().map(part -> Part.fixed(part.written())).toList());
    }

    /** The id as it is after the correction of this row, which may have to be corrected once more. */
    MadeId remade(String now, List<String> texts, RawRow row) {
        var corrected = new ArrayList<Part>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            corrected.add(new Part(texts.get(i), part.column(), row.cell(part.column()), part.spelling()));
        }
        return new MadeId(now, maker, kind, corrected, behind, things);
    }

    /** Whether this cell is the id, or one that was made by writing more behind it. */
    public boolean isIn(String cell) {
        return isIn(cell, id);
    }

    static boolean isIn(String cell, String id) {
        return cell.equals(id) || cell.startsWith(id) && cell.startsWith("#", id.length());
    }

    String written() {
        return JSON.writeValueAsString(this);
    }

    /** Empty for a cell that says nothing of the kind: it is then ignored, as all such columns are. */
    public static Optional<MadeId> read(String cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        try {
            MadeId read = JSON.readValue(cell, MadeId.class);
            boolean whole = read != null && read.id != null && read.maker != null && !read.id.isEmpty();
            return whole ? Optional.of(read) : Optional.empty();
        } catch (JacksonException | NullPointerException none) {
            return Optional.empty();
        }
    }

    /** The parts of the line once this row is corrected, where it corrects any; the others as they are in {@code so}. */
    List<String> corrected(RawRow row, List<String> so) {
        var texts = new ArrayList<>(so);
        for (int i = 0; i < parts.size() && i < texts.size(); i++) {
            String text = parts.get(i).corrected(row);
            if (!text.equals(parts.get(i).written())) {
                texts.set(i, text);
            }
        }
        return texts;
    }

    List<String> writtenParts() {
        return parts.stream().map(Part::written).toList();
    }
}
