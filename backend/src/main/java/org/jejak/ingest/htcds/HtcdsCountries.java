package org.jejak.ingest.htcds;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Countries by their codes and by their names, in English or another language, as the locale data of the JDK have them. */
final class HtcdsCountries {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    /** What is written where somebody is of no country, or of none that is known; no name of one. */
    private static final Set<String> OF_NONE =
            Set.of("", "unknown", "notknown", "notspecified", "na", "none", "nil", "stateless", "undetermined");

    private HtcdsCountries() {}

    static boolean isNone(String text) {
        return OF_NONE.contains(HtcdsWords.plain(text));
    }

    /** ISO 3166-1 alpha-2. */
    static Optional<String> code(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (CODES.contains(upper)) {
            return Optional.of(upper);
        }
        String plain = HtcdsWords.plain(text);
        return Optional.ofNullable(English.NAMES.get(plain)).or(() -> Optional.ofNullable(Everywhere.NAMES.get(plain)));
    }

    private static void add(Map<String, String> names, Set<String> ambiguous, Locale language) {
        for (String code : CODES) {
            Locale country = Locale.of("", code);
            String name = country.getDisplayCountry(language);
            put(names, ambiguous, name, code);
            // Myanmar (Burma) is known by either
            int bracket = name.indexOf('(');
            if (bracket > 0 && name.endsWith(")")) {
                put(names, ambiguous, name.substring(0, bracket), code);
                put(names, ambiguous, name.substring(bracket + 1, name.length() - 1), code);
            }
        }
    }

    private static void put(Map<String, String> names, Set<String> ambiguous, String name, String code) {
        String plain = HtcdsWords.plain(name);
        String before = plain.isEmpty() || ambiguous.contains(plain) ? null : names.putIfAbsent(plain, code);
        if (before != null && !before.equals(code)) {
            names.remove(plain);
            ambiguous.add(plain);
        }
    }

    private static final class English {
        private static final Map<String, String> NAMES = new HashMap<>();

        static {
            add(NAMES, new HashSet<>(), Locale.ENGLISH);
            CODES.forEach(code ->
                    NAMES.putIfAbsent(Locale.of("", code).getISO3Country().toLowerCase(Locale.ROOT), code));
        }
    }

    /** In every language there is; a name that two countries share in two of them is none. */
    private static final class Everywhere {
        private static final Map<String, String> NAMES = new HashMap<>();

        static {
            var languages = new HashSet<String>();
            var ambiguous = new HashSet<String>();
            for (Locale locale : Locale.getAvailableLocales()) {
                if (languages.add(locale.getLanguage() + locale.getScript())) {
                    add(NAMES, ambiguous, locale);
                }
            }
        }
    }
}
