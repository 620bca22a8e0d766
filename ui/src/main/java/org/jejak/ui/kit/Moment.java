package org.jejak.ui.kit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** An instant as all pages write it: the same for every reader, whatever their computer believes. */
public final class Moment {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Moment() {}

    public static String words(Instant instant) {
        return WRITTEN.format(instant);
    }
}
