package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    private final Identifiers malaysian = new Identifiers(Optional.of("MY"));

    private List<Identifier> of(String file, String... cells) {
        var byColumn = new LinkedHashMap<String, String>();
        byColumn.put("id", "x");
        byColumn.put("source", "s");
        for (int i = 0; i < cells.length; i += 2) {
            byColumn.put(cells[i], cells[i + 1]);
        }
        var outcome = new RowCheck(Delivery.of("T", "C")).check(file, new RawRow(2, byColumn));
        return malaysian.of(((RowOutcome.Accepted) outcome).row());
    }

    @Test
    void completesANationalNumberByTheCountry() {
        assertThat(of("phones", "number", "012-345 6789")).isEqualTo(of("phones", "number", "+60 12 345 6789"));
        assertThat(of("phones", "number", "012-345 6789"))
                .containsExactly(new Identifier(Identifier.Kind.PHONE, "+60123456789"));
    }

    @Test
    void sharesNoNodeForWhatIsNoNumber() {
        assertThat(of("phones", "number", "red Nokia")).isEmpty();
        assertThat(of("phones", "number", "12")).isEmpty();
    }

    @Test
    void anAreaHasItsLocalNumberForItself() {
        assertThat(of("phones", "number", "227 4123")).isEmpty();
        assertThat(of("phones", "number", "04-227 4123"))
                .containsExactly(new Identifier(Identifier.Kind.PHONE, "+6042274123"));
    }

    @Test
    void namesThatDifferInAVowelMarkAreTwoAndDigitsOfAnyScriptAreOne() {
        assertThat(of("accounts", "kind", "bank", "number", "1003", "institution", "\u0E01\u0E34"))
                .isNotEqualTo(of("accounts", "kind", "bank", "number", "1003", "institution", "\u0E01\u0E38"));
        assertThat(of("vehicles", "kind", "car", "registration", "\u0E01\u0E01 \u0E51\u0E52\u0E53", "country", "TH"))
                .isEqualTo(of("vehicles", "kind", "car", "registration", "\u0E01\u0E01-123", "country", "TH"));
    }

    @Test
    void takesAnImeiWithAndWithoutItsCheckDigitAsOne() {
        assertThat(of("phones", "imei", "49-015420-323751-8")).isEqualTo(of("phones", "imei", "49015420323751"));
        assertThat(of("phones", "imei", "490154203237519")).isNotEqualTo(of("phones", "imei", "49015420323751"));
    }

    @Test
    void completesAPlateByTheCountry() {
        assertThat(of("vehicles", "kind", "car", "registration", "wxy 1234"))
                .isEqualTo(of("vehicles", "kind", "car", "registration", "WXY-1234", "country", "MY"))
                .isNotEqualTo(of("vehicles", "kind", "car", "registration", "WXY-1234", "country", "TH"));
    }

    @Test
    void checksAnIban() {
        assertThat(of("accounts", "kind", "bank", "iban", "GB82 WEST 1234 5698 7654 32"))
                .containsExactly(new Identifier(Identifier.Kind.IBAN, "GB82WEST12345698765432"));
        assertThat(of("accounts", "kind", "bank", "iban", "GB83 WEST 1234 5698 7654 32"))
                .isEmpty();
    }

    @Test
    void needsAnInstitutionForAnAccountNumberAndACountryForADocument() {
        assertThat(of("accounts", "kind", "bank", "number", "1003")).isEmpty();
        assertThat(of("accounts", "kind", "bank", "number", "10-03", "institution", "bank"))
                .isEqualTo(of("accounts", "kind", "bank", "number", "1003", "institution", "Bank"));
        assertThat(of("documents", "kind", "passport", "number", "A1")).isEmpty();
        assertThat(of("documents", "kind", "passport", "number", "a 1", "country", "TH"))
                .hasSize(1);
    }

    @Test
    void readsHandlesWithoutTheirAt() {
        assertThat(of("handles", "kind", "social", "value", "@Boss", "platform", "Telegram"))
                .isEqualTo(of("handles", "kind", "social", "value", "boss", "platform", "telegram"));
        assertThat(of("handles", "kind", "social", "value", "@Boss")).isEmpty();
        assertThat(of("handles", "kind", "email", "value", "A@b.org")).hasSize(1);
        assertThat(of("vehicles", "kind", "ship", "imo", "IMO 9074729", "mmsi", "533 000 001"))
                .hasSize(2);
    }

    @Test
    void sharesNothingForAWordThatSaysNobodyNorForDigitsThatAreGone() {
        for (String none : List.of("Private", "UNKNOWN", "n/a", "0000 000", "6.01234E+10")) {
            assertThat(of("phones", "number", none)).as(none).isEmpty();
            assertThat(of("documents", "kind", "passport", "number", none, "country", "MM"))
                    .as(none)
                    .isEmpty();
            assertThat(of("accounts", "kind", "bank", "number", none, "institution", "Bank"))
                    .as(none)
                    .isEmpty();
            assertThat(of("vehicles", "kind", "car", "registration", none))
                    .as(none)
                    .isEmpty();
        }
        assertThat(of("handles", "kind", "social", "value", "Unknown", "platform", "Telegram"))
                .isEmpty();
    }

    @Test
    void findsATelephoneHoweverItsNumberIsWritten() {
        for (String written : List.of(
                "+60 12-345 6789",
                "0060123456789",
                "60123456789",
                "(012) 345 6789",
                "+60 (0)12 345 6789",
                "tel:+60-12-345-6789",
                "\u202A+60\u00A012\u2011345\u20116789\u202C",
                "123456789",
                "60123456789.0",
                "\u0E50\u0E51\u0E52-\u0E53\u0E54\u0E55 \u0E56\u0E57\u0E58\u0E59")) {
            assertThat(of("phones", "number", written))
                    .as(written)
                    .containsExactly(new Identifier(Identifier.Kind.PHONE, "+60123456789"));
        }
    }
}
