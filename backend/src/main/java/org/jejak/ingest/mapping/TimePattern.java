package org.jejak.ingest.mapping;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How times are written in a table, in the letters that most spreadsheets and programs use: {@code y} the year, {@code M}
 * the month as a number or, three or more, by its name, {@code d} the day, {@code H} the hour of 24, {@code h} the hour of
 * 12 with {@code a} for its half of the day, {@code m} minutes, {@code s} seconds, {@code S} their fraction, {@code E} the
 * day of the week, {@code X} an offset, {@code VV} a zone. What stands in brackets may be missing; text stands in single
 * quotes. Unlike {@link java.time.format.DateTimeFormatter} it takes names in any case and days and hours with one digit
 * or two, and leaves it to the calendar whether there is such a day.
 */
final class TimePattern {

    /** What was written; -1 where nothing was. */
    record Read(
            int year,
            boolean shortYear,
            int month,
            int day,
            int weekday,
            int hour,
            int minute,
            int second,
            String fraction,
            String zone) {}

    private static final String NUMERIC = "yuMLdHkhKmsS";
    private static final int MOST = 200;

    private final Pattern pattern;
    private final CalendarNames names;

    /** The letters it has, with {@code Y} for a year of two digits. */
    private final Set<Character> has = new HashSet<>();

    private TimePattern(String text, CalendarNames names) {
        this.names = names;
        this.pattern = Pattern.compile(regex(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        check();
    }

    /** @throws IllegalArgumentException if it is no such pattern; the message says why */
    static TimePattern of(String text, CalendarNames names) {
        if (text.length() > MOST) {
            throw new IllegalArgumentException("it is too long");
        }
        try {
            return new TimePattern(Normalizer.normalize(text, Normalizer.Form.NFKC), names);
        } catch (java.util.regex.PatternSyntaxException broken) {
            throw new IllegalArgumentException("it has a letter twice, or a bracket without its other half", broken);
        }
    }

    private String regex(String text) {
        var regex = new StringBuilder();
        int i = 0;
        boolean numberBefore = false;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            boolean number = false;
            if (c == '\'') {
                end = quoted(text, i, regex);
            } else if (c == '[') {
                regex.append("(?:");
            } else if (c == ']') {
                regex.append(")?");
            } else if (Character.isLetter(c) && c < 0x80) {
                while (end < text.length() && text.charAt(end) == c) {
                    end++;
                }
                boolean numberBehind = end < text.length() && NUMERIC.indexOf(text.charAt(end)) >= 0;
                number = NUMERIC.indexOf(c) >= 0 && !((c == 'M' || c == 'L') && end - i > 2);
                regex.append(field(c, end - i, numberBefore || numberBehind));
            } else if (Character.isWhitespace(c)) {
                while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
                    end++;
                }
                boolean beforeHalf = end < text.length() && text.charAt(end) == 'a';
                regex.append(beforeHalf ? "\\s*" : "\\s+");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
            numberBefore = number;
            i = end;
        }
        return regex.toString();
    }

    /** The text in quotes that begins at {@code from}; two quotes are one. Returns where it ends. */
    private static int quoted(String text, int from, StringBuilder regex) {
        int end = text.indexOf('\'', from + 1);
        if (end < 0) {
            throw new IllegalArgumentException("a quote is never closed");
        }
        regex.append(Pattern.quote(end == from + 1 ? "'" : text.substring(from + 1, end)));
        return end + 1;
    }

    /** @param beside whether another number stands right beside it, so that only its width tells them apart */
    private String field(char letter, int width, boolean beside) {
        char kind = letter == 'u' ? 'y' : letter == 'L' ? 'M' : letter;
        has.add(kind);
        String digits = width == 1 && !beside ? "\\d{1,2}" : "\\d{2}";
        return "(?<" + kind + ">"
                + switch (kind) {
                    case 'y' -> {
                        if (width == 2) {
                            has.add('Y');
                        }
                        yield width == 2 ? "\\d{2}" : "\\d{4}";
                    }
                    case 'M' -> width > 2 ? CalendarNames.any(names.months()) : beside ? digits : "\\d{1,2}";
                    case 'd', 'H', 'k', 'h', 'K' -> beside ? digits : "\\d{1,2}";
                    case 'm', 's' -> digits;
                    case 'S' -> "\\d{1,9}";
                    case 'a' -> CalendarNames.any(names.halves());
                    case 'E' -> CalendarNames.any(names.weekdays());
                    case 'X', 'x', 'Z' -> "Z|[+-]\\d{2}(?::?\\d{2})?";
                    case 'V' -> "[A-Z][A-Z0-9_+-]*(?:/[A-Z0-9_+-]+)*";
                    case 'Y' -> throw new IllegalArgumentException("the year is yyyy, with small letters");
                    case 'D' -> throw new IllegalArgumentException("the day is dd, with small letters");
                    default -> throw new IllegalArgumentException(kind + " stands for nothing that is read here");
                }
                + ")";
    }

    private void check() {
        boolean twelve = has.contains('h') || has.contains('K');
        boolean hour = twelve || has.contains('H') || has.contains('k');
        if (!has.contains('y')) {
            throw new IllegalArgumentException("it has no year, yyyy");
        }
        if (has.contains('d') && !has.contains('M')) {
            throw new IllegalArgumentException("it has a day and no month; the month is MM, mm is minutes");
        }
        if (hour && !has.contains('d')) {
            throw new IllegalArgumentException("it has an hour and no day");
        }
        if (has.contains('m') && !hour || has.contains('s') && !has.contains('m')) {
            throw new IllegalArgumentException(
                    has.contains('s')
                            ? "it has seconds and no minutes, mm"
                            : "it has minutes, mm, and no hour; the month is MM");
        }
        if (twelve && !has.contains('a')) {
            throw new IllegalArgumentException("hh is the hour of twelve and needs a (am, pm); the hour of 24 is HH");
        }
    }

    /** What the text says, if it is written so. */
    Optional<Read> read(String given) {
        Matcher found = pattern.matcher(
                Digits.ours(Normalizer.normalize(given, Normalizer.Form.NFKC)).strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        int hour = hour(found);
        if (hour == IMPOSSIBLE) {
            return Optional.empty();
        }
        return Optional.of(new Read(
                number(found, 'y'),
                has.contains('Y'),
                named(found, 'M', names.months()),
                number(found, 'd'),
                named(found, 'E', names.weekdays()),
                hour,
                number(found, 'm'),
                number(found, 's'),
                text(found, 'S'),
                text(found, 'X') + text(found, 'x') + text(found, 'Z') + text(found, 'V')));
    }

    private static final int IMPOSSIBLE = -2;

    /** The hour of 24, which may be 24 itself. */
    private int hour(Matcher found) {
        int half = named(found, 'a', names.halves());
        int twelve = Math.max(number(found, 'h'), number(found, 'K'));
        if (twelve >= 0) {
            return twelve > 12 || half < 0 ? IMPOSSIBLE : twelve % 12 + 12 * half;
        }
        int hour = number(found, 'H');
        int counted = number(found, 'k');
        if (counted >= 0) {
            hour = counted == 24 ? 0 : counted;
        }
        boolean otherHalf = half >= 0 && hour >= 0 && hour / 12 != half;
        return otherHalf ? IMPOSSIBLE : hour;
    }

    private int named(Matcher found, char letter, java.util.Map<String, Integer> names) {
        String text = text(found, letter);
        return text.isEmpty() || Character.isDigit(text.charAt(0))
                ? number(found, letter)
                : names.getOrDefault(CalendarNames.plain(text), -1);
    }

    private int number(Matcher found, char letter) {
        String text = text(found, letter);
        return text.isEmpty() ? -1 : Integer.parseInt(text);
    }

    private String text(Matcher found, char letter) {
        @Nullable String group = has.contains(letter) ? found.group(String.valueOf(letter)) : null;
        return group == null ? "" : group;
    }
}
