package org.jejak.pack;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jejak.network.PartialTime;

/** Times as FollowTheMoney reads them: an hour is one of UTC, written without saying so, to the second at most. */
final class FtmTime {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private FtmTime() {}

    /**
     * @param cell one of the contract's forms; a day, month or year stays as it is
     * @param zone of times without an offset
     */
    static String of(String cell, ZoneId zone) {
        if (cell.indexOf('T') < 0) {
            return cell;
        }
        try {
            var time = PartialTime.parse(cell, zone);
            boolean minute = time.precision() == PartialTime.Precision.MINUTE;
            return (minute ? MINUTES : SECONDS).format(time.from());
        } catch (DateTimeException noTimeOfTheContract) {
            return cell;
        }
    }
}
