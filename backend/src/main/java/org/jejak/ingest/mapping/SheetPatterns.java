package org.jejak.ingest.mapping;

import java.util.ArrayList;
import java.util.List;

/** What a pattern becomes where a workbook holds the day, or the hour, as such and only the other as a text. */
final class SheetPatterns {

    private static final String OF_DAY = "yuMLdE";
    private static final String OF_HOUR = "HkhKmsSa";

    private SheetPatterns() {}

    static List<String> of(String pattern) {
        int[] day = span(pattern, OF_DAY);
        int[] hour = span(pattern, OF_HOUR);
        var patterns = new ArrayList<String>();
        boolean apart = day[1] <= hour[0] || hour[1] <= day[0];
        if (day[1] > day[0] && hour[1] > hour[0] && apart) {
            patterns.add(replaced(pattern, day, "yyyy-MM-dd"));
            patterns.add(replaced(pattern, hour, "HH:mm[:ss]"));
        }
        return patterns;
    }

    /** From the first of these letters to behind the last. */
    private static int[] span(String pattern, String letters) {
        int first = pattern.length();
        int behind = 0;
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            quoted ^= pattern.charAt(i) == '\'';
            if (!quoted && letters.indexOf(pattern.charAt(i)) >= 0) {
                first = Math.min(first, i);
                behind = i + 1;
            }
        }
        return new int[] {first, behind};
    }

    private static String replaced(String pattern, int[] span, String by) {
        return pattern.substring(0, span[0]) + by + pattern.substring(span[1]);
    }
}
