package org.jejak.ingest;

import java.util.regex.Pattern;

/** What spreadsheets put around a cell so that nothing happens to it, and what they write where nothing can be shown. */
public final class SpreadsheetCells {

    private static final Pattern AS_TEXT = Pattern.compile("=\"((?:[^\"]|\"\")*)\"");
    private static final Pattern NUMBER_AS_TEXT = Pattern.compile("['\u2019]\\+?\\d[\\d ()-]*");
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE]\\+\\d{1,3}|[+-]?\\d+[.,]\\d+[eE]\\d{1,3}");
    private static final Pattern WHOLE_AS_FRACTION = Pattern.compile("(\\+?\\d{5,})\\.0");
    private static final Pattern ERROR = Pattern.compile(
            "#(?:N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA|CONNECT!|BLOCKED!|UNKNOWN!)|#{3,}");
    private static final Pattern FORMULA = Pattern.compile("=[\\p{L}\\d(+$'-].*", Pattern.DOTALL);

    private SpreadsheetCells() {}

    /** Without blanks of any kind at the ends, and without the marks that nobody sees. */
    public static String stripped(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isNothing(cell.charAt(from))) {
            from++;
        }
        while (to > from && isNothing(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isNothing(char c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\uFEFF'
                || c >= '\u200B' && c <= '\u200F' && c != '\u200D' && c != '\u200C'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u2069';
    }

    /** The text itself where it was wrapped: {@code ="0166"} and {@code '0166} are {@code 0166}. */
    public static String unwrapped(String given) {
        String cell = stripped(given);
        if (cell.startsWith("=")) {
            var text = AS_TEXT.matcher(cell);
            return text.matches() ? stripped(text.group(1).replace("\"\"", "\"")) : cell;
        }
        return NUMBER_AS_TEXT.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** Whether it is a number of which only the first digits are left, like {@code 6.01234E+10}. */
    public static boolean hasLostDigits(String cell) {
        return SCIENTIFIC.matcher(cell).matches();
    }

    /** A long number that passed through a program which makes fractions of all: {@code 60123456789.0}. */
    public static String withoutFraction(String cell) {
        var whole = WHOLE_AS_FRACTION.matcher(cell);
        return whole.matches() ? whole.group(1) : cell;
    }

    /** Whether the spreadsheet says that it has no value here: an error, a column too narrow, a formula not reckoned. */
    public static boolean isNoValue(String cell) {
        return ERROR.matcher(cell).matches() || FORMULA.matcher(cell).matches();
    }
}
