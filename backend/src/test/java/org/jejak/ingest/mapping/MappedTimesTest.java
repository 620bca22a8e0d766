package org.jejak.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedTimesTest {

    @TempDir
    Path folder;

    private String born(String how, String top, String cell) {
        return MappedTables.cell(folder, "persons", "birth_date", how, top, cell);
    }

    private String called(String pattern, String top, String cell) {
        return MappedTables.cell(
                folder, "contacts", "time", pattern.isEmpty() ? "" : "time: \"" + pattern + "\"", top, cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17-AUG-2015 09:04:30 PM",
                "17-aug-2015 9:04:30 pm",
                "17-Aug.-2015 09:04:30 p.m.",
                "17-August-2015 09:04:30PM",
                "17-Aug-2015 09:04:30 PM\u00A0",
                "17-Ogo-2015 9:04:30 PTG",
                "๑๗-Ogos-๒๐๑๕ ๙:๐๔:๓๐ PM",
            })
    void namesOfMonthsAndHalvesOfTheDayAreTakenInAnyCaseAndInTheLanguageOfTheCountry(String written) {
        assertThat(called("dd-MMM-yyyy hh:mm:ss a", "country: MY\n", written)).isEqualTo("2015-08-17T21:04:30");
    }

    @Test
    void aLanguageMayBeNamed() {
        assertThat(called("d MMM yyyy", "language: th\n", "7 มี.ค. 2015")).isEqualTo("2015-03-07");
        assertThat(called("d MMMM yyyy", "language: th\n", "7 มีนาคม 2015")).isEqualTo("2015-03-07");
        assertThat(called("d MMM yyyy", "", "7 Mac 2015")).startsWith("! ").contains("d MMM yyyy");
        assertThat(called("EEE d MMM yyyy", "", "Sat 7 Mar 2015")).isEqualTo("2015-03-07");
        assertThat(called("EEE d MMM yyyy", "", "Sun 7 Mar 2015")).contains("that day is a Saturday");
        assertThatThrownBy(
                        () -> MappedTables.mapping("language: klingon\nrows: [{file: persons, columns: {name: X}}]\n"))
                .hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            12:00:00 AM ! T00:00:00
            12:30:00 PM ! T12:30:00
            1:05:09 am  ! T01:05:09
            00:05:09 AM ! T00:05:09
            """)
    void noonAndMidnightAreWhereTheClockHasThem(String clock, String time) {
        assertThat(called("d/M/yyyy h:mm:ss a", "", "7/3/2015 " + clock)).isEqualTo("2015-03-07" + time);
    }

    @Test
    void theEndOfADayIsTheBeginningOfTheNext() {
        assertThat(called("dd/MM/yyyy HH:mm:ss", "", "31/12/2015 24:00:00")).isEqualTo("2016-01-01T00:00:00");
        assertThat(called("dd/MM/yyyy HH:mm", "", "28/02/2015 24:00")).isEqualTo("2015-03-01T00:00");
        assertThat(called("dd/MM/yyyy HH:mm", "", "28/02/2015 24:01")).startsWith("! ");
        assertThat(called("dd/MM/yyyy hh:mm a", "", "28/02/2015 13:01 PM")).startsWith("! ");
    }

    @Test
    void patternsAreTriedInTheirOrderAndAYearHasTheDigitsThatThePatternHas() {
        String patterns = "time: [dd-MMM-yyyy, dd-MMM-yy, yyyyMMdd, \"yyyy-MM-dd'T'HH:mm[:ss]\"]";
        assertThat(born(patterns, "", "08-Mar-15")).isEqualTo("2015-03-08");
        assertThat(born(patterns, "", "20150308")).isEqualTo("2015-03-08");
        assertThat(MappedTables.cell(folder, "contacts", "time", patterns, "", "2015-03-08T07:30"))
                .isEqualTo("2015-03-08T07:30");
        assertThat(born("time: dd/MM/yy", "", "08/03/2015")).startsWith("! ");
    }

    @Test
    void asTheContractWritesItIsReadWithoutAPatternAlsoWithABlankBeforeTheHour() {
        assertThat(called("", "", "2015-03-07T21:10:05.25+08:00")).isEqualTo("2015-03-07T21:10:05.25+08:00");
        assertThat(called("", "", "2015-03-07 21:10:05")).isEqualTo("2015-03-07T21:10:05");
        assertThat(called("", "", "2015-03")).isEqualTo("2015-03");
        assertThat(called("", "", "07.03.2015")).startsWith("! ").contains("time: dd/MM/yyyy HH:mm");
        assertThat(called("", "", "2015-02-30")).startsWith("! ").contains("no such time");
    }

    @Test
    void twoDigitsAreTheLastSuchYearBeforeTheDelivery() {
        assertThat(born("time: dd/MM/yy", "", "12/08/67")).isEqualTo("1967-08-12");
        assertThat(born("time: dd/MM/yy", "", "12/08/25")).isEqualTo("2025-08-12");
        assertThat(born("time: dd/MM/yy", "", "31/12/26")).isEqualTo("1926-12-31");
        assertThat(called("dd/MM/yy", "", "01/02/99")).isEqualTo("1999-02-01");
        assertThat(MappedTables.cell(folder, "documents", "expires", "time: dd/MM/yy", "", "12/08/31"))
                .isEqualTo("2031-08-12");
    }

    @Test
    void aBirthOrEventAfterTheDeliveryIsRefusedAndTheCalendarSaidThatMayBeMeant() {
        assertThat(born("time: dd/MM/yyyy", "", "12/08/2510"))
                .startsWith("! X: it would be 2510-08-12")
                .contains("calendar: buddhist");
        assertThat(called("", "", "2026-11-30T11:00Z")).isEqualTo("2026-11-30T11:00Z");
        assertThat(called("", "", "2026-12-01")).startsWith("! ").contains("delivery of 2026-11-29");
        assertThat(called("", "", "2062-03-07")).startsWith("! ").doesNotContain("buddhist");
        assertThat(MappedTables.cell(folder, "documents", "expires", "", "", "2031"))
                .isEqualTo("2031");
        assertThat(MappedTables.cell(folder, "documents", "expires", "", "", "2574"))
                .contains("calendar: buddhist");
        assertThat(MappedTables.cell(folder, "links", "to", "", "", "OPEN")).isEqualTo("open");
        assertThat(MappedTables.cell(folder, "links", "to", "", "", "2030-01")).isEqualTo("2030-01");
        assertThat(MappedTables.cell(folder, "links", "from", "", "", "2030-01"))
                .startsWith("! ");
    }

    @Test
    void aYearFromBeforeAllThatIsRecordedIsRefused() {
        assertThat(called("yyyy/MM/dd", "", "1436/05/17"))
                .startsWith("! X: it would be 1436-05-17")
                .contains("calendar: hijri", "calendar: persian");
        assertThat(born("", "", "1849")).startsWith("! ").doesNotContain("hijri");
        assertThat(born("", "", "1850")).isEqualTo("1850");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            buddhist  ! 12/08/2510 ! 1967-08-12
            buddhist  ! 29/02/2559 ! 2016-02-29
            hijri     ! 17/05/1436 ! 2015-03-08
            persian   ! 16/12/1393 ! 2015-03-07
            persian   ! 31/02/1394 ! 2015-05-21
            gregorian ! 07/03/2015 ! 2015-03-07
            """)
    void daysOfANamedCalendarAreDaysOfOurs(String calendar, String written, String day) {
        assertThat(born("time: dd/MM/yyyy", "calendar: " + calendar + "\n", written))
                .isEqualTo(day);
        assertThat(born("time: dd/MM/yyyy, calendar: " + calendar, "calendar: persian\n", written))
                .isEqualTo(day);
    }

    @Test
    void theCalendarHoldsForEveryWayOfWriting() {
        assertThat(called("", "calendar: buddhist\n", "2558-03-07T21:10")).isEqualTo("2015-03-07T21:10");
        assertThat(called("d MMM yyyy", "calendar: buddhist\ncountry: TH\n", "7 มี.ค. 2558"))
                .isEqualTo("2015-03-07");
        assertThat(born("time: dd/MM/yy", "calendar: buddhist\n", "12/08/67")).isEqualTo("2024-08-12");
        assertThat(born("time: dd/MM/yy", "calendar: buddhist\n", "12/08/70")).isEqualTo("1927-08-12");
        assertThat(born("", "calendar: buddhist\n", "2510")).isEqualTo("1967");
        assertThat(born("", "calendar: buddhist\n", "2510-08")).isEqualTo("1967-08");
        assertThat(born("", "calendar: buddhist\n", "1967")).startsWith("! ");
        assertThat(born("", "calendar: buddhist\n", "2470-02-03")).contains("began in April");
    }

    @Test
    void aMonthOfAnotherCalendarIsTheYearInWhichAllOfItLies() {
        assertThat(called("yyyy-MM", "calendar: hijri\n", "1436-05")).isEqualTo("2015");
        assertThat(called("yyyy", "calendar: hijri\n", "1436")).startsWith("! ").contains("only a day");
        assertThat(called("d MMMM yyyy", "calendar: hijri\n", "17 Jumada I 1436"))
                .isEqualTo("2015-03-08");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            dd/mm/yyyy          ! the month is MM
            DD/MM/yyyy          ! dd
            dd/MM/YYYY          ! yyyy
            dd/MM               ! no year
            dd/MM/yyyy hh:mm    ! needs a
            dd/MM/yyyy QQ       ! Q stands for nothing
            dd/MM/yyyy 'at HH   ! never closed
            dd/MM/yyyy dd       ! twice
            """)
    void aPatternThatCannotBeMeantIsSaidWhereItStands(String pattern, String why) {
        assertThatThrownBy(() -> called(pattern, "", "x"))
                .hasMessageContaining("line ")
                .hasMessageContaining(why);
    }
}
