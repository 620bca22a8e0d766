package org.jejak.ingest.mapping;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What months, days of the week and the halves of the day are called, short and long, with and without the dot of an
 * abbreviation: in the language of the table and in English, as the Unicode CLDR has them.
 *
 * @param months from 1
 * @param weekdays from 1, which is Monday
 * @param halves 0 before noon, 1 behind it
 */
record CalendarNames(Map<String, Integer> months, Map<String, Integer> weekdays, Map<String, Integer> halves) {

    CalendarNames {
        months = Map.copyOf(months);
        weekdays = Map.copyOf(weekdays);
        halves = Map.copyOf(halves);
    }

    static CalendarNames of(WrittenCalendar calendar, List<String> languages) {
        var months = new HashMap<String, Integer>();
        var weekdays = new HashMap<String, Integer>();
        var halves = new HashMap<String, Integer>();
        for (String tag : languages) {
            ULocale language = ULocale.forLanguageTag(tag);
            var symbols = new DateFormatSymbols(calendar.in(language), language);
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    put(months, symbols.getMonths(context, width), 0, 1);
                    put(weekdays, symbols.getWeekdays(context, width), 1, 0);
                }
            }
            put(halves, symbols.getAmPmStrings(), 0, 0);
        }
        months.remove("");
        months.putIfAbsent("sept", 9);
        put(halves, new String[] {"am", "pm"}, 0, 0);
        var fromMonday = new TreeMap<String, Integer>();
        weekdays.forEach((name, sundayFirst) -> fromMonday.put(name, sundayFirst == 1 ? 7 : sundayFirst - 1));
        return new CalendarNames(months, fromMonday, halves);
    }

    private static void put(Map<String, Integer> known, String[] names, int from, int add) {
        for (int i = from; i < names.length; i++) {
            String name = plain(names[i]);
            if (!name.isEmpty()) {
                known.putIfAbsent(name, i + add);
            }
        }
    }

    /** The languages of a mapping: the one it names, or else those of its country; English beside. */
    static List<String> languages(Optional<String> language, Optional<String> country) {
        Optional<String> likely = country.map(
                code -> ULocale.addLikelySubtags(new ULocale("und_" + code)).getLanguage());
        String first = language.or(() -> likely).orElse("en");
        return first.equals("en") ? List.of("en") : List.of(first, "en");
    }

    /** One spelling for text and names: signs of one kind, small letters, no dots. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace(".", "")
                .strip();
    }

    /** A pattern that finds any of the names; the longer ones are tried first. */
    static String any(Map<String, Integer> names) {
        return names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(CalendarNames::withDots)
                .collect(Collectors.joining("|"));
    }

    private static String withDots(String name) {
        return name.codePoints()
                .mapToObj(c -> Pattern.quote(Character.toString(c)) + "\\.?")
                .collect(Collectors.joining());
    }
}
