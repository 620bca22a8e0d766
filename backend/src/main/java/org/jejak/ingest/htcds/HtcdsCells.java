package org.jejak.ingest.htcds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The cells of a line while they are being placed: what is left in the end is kept, so nothing is lost by forgetting. */
final class HtcdsCells {

    private static final Set<String> YES = Set.of("true", "1", "yes", "y", "x");
    private static final Set<String> NO = Set.of("false", "0", "no", "n", "");

    private final Map<String, String> left;

    HtcdsCells(Map<String, String> cells) {
        this.left = new LinkedHashMap<>(cells);
    }

    boolean has(String prefix) {
        return left.keySet().stream().anyMatch(c -> c.startsWith(prefix + "_"));
    }

    String peek(String field) {
        return left.getOrDefault(field, "");
    }

    List<String> peekAll(String field) {
        return HtcdsFields.members(peek(field));
    }

    Optional<String> take(String field) {
        return Optional.ofNullable(left.remove(field));
    }

    /** Taken out if it is one. */
    Optional<String> takeIf(String field, Predicate<String> fit) {
        String value = left.get(field);
        if (value == null || !fit.test(value)) {
            return Optional.empty();
        }
        left.remove(field);
        return Optional.of(value);
    }

    /** What is left of the fields that begin so and go on. */
    Map<String, String> fields(String beginning) {
        var found = new LinkedHashMap<String, String>();
        left.forEach((column, cell) -> {
            if (column.startsWith(beginning) && !column.equals(beginning)) {
                found.put(column, cell);
            }
        });
        return found;
    }

    /** What is left of these tables, taken out. */
    Map<String, String> rest(String... prefixes) {
        var rest = new LinkedHashMap<String, String>();
        for (String prefix : prefixes) {
            left.forEach((column, cell) -> {
                if (column.startsWith(prefix + "_")) {
                    rest.put(column, cell);
                }
            });
        }
        left.keySet().removeAll(rest.keySet());
        return rest;
    }

    /** What is left of all, taken out. */
    Map<String, String> rest() {
        var rest = new LinkedHashMap<>(left);
        left.clear();
        return rest;
    }

    static boolean isRaised(String flag) {
        return YES.contains(flag.toLowerCase(Locale.ROOT));
    }

    static boolean isFlag(String cell) {
        return isRaised(cell) || NO.contains(cell.toLowerCase(Locale.ROOT));
    }
}
