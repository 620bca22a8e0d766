package org.jejak.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedNumbersTest {

    @TempDir
    Path folder;

    private String amount(String how, String cell) {
        return MappedTables.cell(folder, "payments", "amount", how, "", cell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            2.480,75        ! 2480.75
            2,480.75        ! 2480.75
            1.002.480,75    ! 1002480.75
            1,002,480       ! 1002480
            7,5             ! 7.5
            7,00            ! 7.00
            7.5             ! 7.5
            2480            ! 2480
            2480,755        ! 2480.755
            0,750           ! 0.750
            2 480,75        ! 2480.75
            2'480.75        ! 2480.75
            2\u00A0480,75   ! 2480.75
            ๒,๔๘๐.๗๕        ! 2480.75
            -0,00           ! 0.00
            """)
    void whatCanBeReadInOneWayIsReadSo(String written, String amount) {
        assertThat(amount("", written.strip())).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            2.480     ! 2.480 or 2480
            2,480     ! 2480 or 2.480
            24.80,755.1 ! three digits
            24,80,755 ! three digits
            2,480.75,1 ! three digits
            RM 2480   ! no currency
            2.4E+3    ! first digits
            -2480,75  ! below zero
            (2480.75) ! below zero
            2480,75-  ! below zero
            2480,     ! three digits
            """)
    void whatCannotIsRefusedWithAWord(String written, String why) {
        assertThat(amount("", written)).startsWith("! X: ").contains(why);
    }

    @Test
    void theSignThatTheMappingNamesDecidesForACellOrForTheWholeTable() {
        assertThat(amount("decimal: \",\"", "2.480")).isEqualTo("2480");
        assertThat(amount("decimal: \".\"", "2.480")).isEqualTo("2.480");
        assertThat(amount("decimal: \",\"", "2,480.75")).startsWith("! ").contains("1.355,90");
        assertThat(amount("decimal: \".\"", "2,48")).startsWith("! ");
        assertThat(MappedTables.cell(folder, "payments", "amount", "", "decimal: \",\"\n", "2.480"))
                .isEqualTo("2480");
    }

    @Test
    void countsAreWholeHoweverTheyAreGrouped() {
        assertThat(MappedTables.cell(folder, "traffic", "cleared", "", "", "1.250"))
                .isEqualTo("1250");
        assertThat(MappedTables.cell(folder, "traffic", "cleared", "", "", "35.0"))
                .isEqualTo("35");
        assertThat(MappedTables.cell(folder, "traffic", "cleared", "", "", "35.5"))
                .contains("no whole number");
        assertThat(MappedTables.cell(folder, "traffic", "cleared", "", "", "2.000"))
                .contains("2 or 2000");
    }

    @Test
    void aLengthOfTimeInHoursMinutesAndSecondsIsSeconds() {
        var read = MappedTables.read(
                folder,
                "Id,Day,Took\n1,2015-03-07,01:05:12\n2,2015-03-07,5:12\n",
                "rows:\n- file: contacts\n  columns: {id: Id, a: {text: p}, b: {text: q}, time: Day, duration_s: Took}\n");
        assertThat(read.rows("contacts"))
                .singleElement()
                .satisfies(row -> assertThat(row.cell("duration_s")).isEqualTo("3912"));
        assertThat(read.refused())
                .singleElement()
                .satisfies(row -> assertThat(row.value()).isEqualTo("5:12"));
    }

    @Test
    void aRefusedNumberStandsInTheRefusedRowAsItWasWritten() throws IOException {
        String mapping =
                "rows:\n- file: payments\n  columns: {id: Id, payer: {text: p}, payee: {text: q}, amount: {column: Sum,"
                        + " decimal: \",\"}, currency: {text: THB}}\n";
        assertThat(MappedTables.raw(folder, "Id;Sum\n1;2,480.75\n", mapping, "payments"))
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsEntry("amount", "2,480.75"));
        assertThat(MappedTables.read(folder, "Id;Sum\n1;2,480.75\n", mapping).refused())
                .singleElement()
                .satisfies(refusal ->
                        assertThat(refusal.column() + refusal.value()).isEqualTo("amount2,480.75"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            lat ! 6.7012            ! 6.7012
            lat ! 6,701             ! 6.701
            lat ! -6.7012           ! -6.7012
            lat ! 6°41'12.5"N       ! 6.6868056
            lat ! 6° 41′ 12,5″ S    ! -6.6868056
            lat ! S 6°41.25'        ! -6.6875
            lon ! 100°10'30"E       ! 100.175
            lon ! 100 10 30 W       ! -100.175
            lon ! 100.175°E         ! 100.175
            lon ! 0°0'0"            ! 0
            """)
    void coordinatesAreReadAsMapsAndReceiversWriteThem(String column, String written, String degrees) {
        assertThat(MappedTables.cell(folder, "places", column, "", "", written)).isEqualTo(degrees);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            lat ! 100.1812     ! exchanged
            lon ! 200°1'1"E    ! between -180 and 180
            lat ! 6°61'12"N    ! no latitude
            lat ! 6°41'12"E    ! no latitude
            lat ! -6°41'12"S   ! no latitude
            lat ! near the hill ! no latitude
            lon ! 47N 545123   ! no longitude
            """)
    void whatIsNoPlaceOnEarthIsRefused(String column, String written, String why) {
        assertThat(MappedTables.cell(folder, "places", column, "", "", written))
                .startsWith("! X: ")
                .contains(why);
    }

    @Test
    void aDecimalSignForWhatIsNoNumberIsWrongInTheMapping() {
        assertThatThrownBy(() -> MappedTables.mapping(
                        "rows:\n- file: persons\n  columns:\n    name: {column: X, decimal: \",\"}\n"))
                .hasMessageContaining("line 5")
                .hasMessageContaining("no number");
    }
}
