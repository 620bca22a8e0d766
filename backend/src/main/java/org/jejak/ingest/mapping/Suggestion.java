package org.jejak.ingest.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What somebody may have meant. */
final class Suggestion {

    private static final int MOST_WRONG = 3;

    private Suggestion() {}

    /** Words to go behind a message: the nearest name, and all there are. */
    static String among(Collection<String> known, String given) {
        String all = String.join(", ", known);
        String shown = all.length() <= 300 ? all : all.substring(0, 300) + "…";
        return known.stream()
                .filter(name -> apart(name, given) <= MOST_WRONG)
                .min(Comparator.comparingInt(name -> apart(name, given)))
                .map(name -> "; is " + name + " meant? ")
                .orElse("; ")
                .concat("There are: " + (shown.isEmpty() ? "none" : shown));
    }

    /** Letters to change, add or drop (Levenshtein), whatever their case. */
    private static int apart(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > MOST_WRONG) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
