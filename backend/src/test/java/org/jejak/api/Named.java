package org.jejak.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way in which records name a person, and the person they name so: with a name, an alias, a number and a passport
 * that stand nowhere else.
 *
 * @param number tells them apart
 * @param how the records name them, in words
 * @param says what the contract says of them
 * @param rows {@code file: cells}; {@code @} is the person, {@code #} a row's own id
 */
record Named(int number, String how, Says says, List<String> rows) {

    /** What the contract says of somebody. */
    enum Says {
        /** They are ranked and named. */
        OPEN,
        /** They are ranked and named in the house, and leave it under a pseudonym: relatives and household. */
        AT_HOME,
        /** They stand under a pseudonym, and nobody ranks, lists, flags, removes, cuts or explains them. */
        PROTECTED
    }

    private static final String CONSONANTS = "bdfgklmnprstv";
    private static final String VOWELS = "aeiou";

    /** One for each kind of secret; all are as long and begin alike. */
    private static final Pattern PLANTED =
            Pattern.compile("zaq[a-z]{3}mir|hux[a-z]{3}dol|wyf[a-z]{3}jorin|17000[0-9]{4}|kq7001[0-9]{3}");

    Named {
        rows = List.copyOf(rows);
    }

    String id() {
        return "wy%03dq".formatted(number);
    }

    String key() {
        return "TEST:" + id();
    }

    /** An ordinary suspect whom nobody but this person ties to the others. */
    String beyond() {
        return "b%03d".formatted(number);
    }

    String phone() {
        return "f%03d".formatted(number);
    }

    String name() {
        return word("Zaq", "mir") + " " + word("Hux", "dol");
    }

    String alias() {
        return word("Wyf", "jorin");
    }

    String dialled() {
        return "+6017000" + (1000 + number);
    }

    String passport() {
        return "KQ" + (7001000 + number);
    }

    private String word(String begin, String end) {
        return begin
                + VOWELS.charAt(number / VOWELS.length() / CONSONANTS.length())
                + CONSONANTS.charAt(number / VOWELS.length() % CONSONANTS.length())
                + VOWELS.charAt(number % VOWELS.length())
                + end;
    }

    /** What nobody may read of who is protected, in small letters. */
    List<String> secrets() {
        return Stream.of(
                        name().split(" ")[0],
                        name().split(" ")[1],
                        alias(),
                        dialled().substring(3),
                        passport())
                .map(secret -> secret.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whatever of anybody's secrets stands in {@code text}, however it is written. */
    static Set<String> plantedIn(String text) {
        return PLANTED.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isProtected() {
        return says == Says.PROTECTED;
    }

    /** Whether a row gives them a role without force that is an offender's: only such people carry others in a journey. */
    boolean carries() {
        return rows.stream()
                .anyMatch(row -> row.matches("roles: [^,]+,@,(suspect|recruiter|transporter|guard|organiser|financier"
                        + "|document_forger|broker),,.*"));
    }

    List<String> rowsOf(String file) {
        return rows.stream()
                .filter(row -> row.startsWith(file + ": "))
                .map(row -> row.substring(file.length() + 2).replace("@", id()).replace("#", "k%03d".formatted(number)))
                .toList();
    }

    @Override
    public String toString() {
        return how;
    }
}
