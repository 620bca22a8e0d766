package org.jejak.ingest;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jejak.network.RecordFile;

/**
 * Brings identifiers to one spelling, so that two agencies that write one number differently meet. What cannot be
 * brought to one is kept as given and shares no node; nothing is ever refused here.
 *
 * <ul>
 *   <li>telephone: E.164, a national number completed by the bundle's country, if its length is possible there; without
 *       its area code it is not one number but one in each area
 *   <li>IMEI: the 14 digits before the check digit (3GPP TS 23.003); with a wrong check digit all 15
 *   <li>plate and country, document number and country: letters and digits only, upper case, digits of any script alike; a
 *       plate without a country takes the bundle's
 *   <li>account number and institution: the same, the institution's name in capitals
 *   <li>IBAN: ISO 13616, if its check digits are right; IMO number: its seven digits; MMSI: its nine
 *   <li>handle and platform: without the leading {@code @}, lower case; an address of an e-mail, a URL or a chain needs no
 *       platform
 * </ul>
 */
final class Identifiers {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{10,30}");
    private static final char BETWEEN = '\u001F';

    private final Optional<String> country;

    /** @param country of the bundle; completes national numbers and plates */
    Identifiers(Optional<String> country) {
        this.country = country;
    }

    List<Identifier> of(CheckedRow row) {
        RecordFile file = row.recordFile().orElse(null);
        if (file == null) {
            return List.of();
        }
        var found = new ArrayList<Identifier>(2);
        switch (file) {
            case PHONES -> {
                add(found, Identifier.Kind.PHONE, phone(row.cell("number")));
                add(found, Identifier.Kind.IMEI, imei(row.cell("imei")));
            }
            case VEHICLES -> {
                String of = row.cell("country").isEmpty() ? country.orElse("") : row.cell("country");
                String plate = row.cell("registration");
                add(found, Identifier.Kind.PLATE, pair(of, isNoNumber(plate) ? "" : compact(plate)));
                add(found, Identifier.Kind.IMO, digits(row.cell("imo").replaceFirst("(?i)^\\s*imo", ""), 7));
                add(found, Identifier.Kind.MMSI, digits(row.cell("mmsi"), 9));
            }
            case ACCOUNTS -> {
                add(found, Identifier.Kind.ACCOUNT, account(row));
                add(found, Identifier.Kind.IBAN, iban(row.cell("iban")));
            }
            case DOCUMENTS -> {
                String number = row.cell("number");
                String spelled = isNoNumber(number) ? "" : compact(SpreadsheetCells.withoutFraction(number.strip()));
                add(found, Identifier.Kind.DOCUMENT, pair(row.cell("country"), spelled));
            }
            case HANDLES -> add(found, Identifier.Kind.HANDLE, handle(row));
            default -> {}
        }
        return found;
    }

    private static void add(List<Identifier> found, Identifier.Kind kind, Optional<String> value) {
        value.ifPresent(v -> found.add(new Identifier(kind, v)));
    }

    Optional<String> phone(String number) {
        if (number.isBlank() || number.length() > 60 || isNoNumber(number)) {
            return Optional.empty();
        }
        try {
            var parsed = PHONES.parse(SpreadsheetCells.withoutFraction(number.strip()), country.orElse("ZZ"));
            return PHONES.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(PHONES.format(parsed, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException kept) {
            return Optional.empty();
        }
    }

    /** A word that says nobody knows it, or digits of which the last are gone: many have it, and none is known by it. */
    private static boolean isNoNumber(String text) {
        return Nobody.isNoNumber(text) || SpreadsheetCells.hasLostDigits(text.strip());
    }

    static Optional<String> imei(String imei) {
        String digits = SpreadsheetCells.withoutFraction(imei.strip()).replaceAll("[ ./-]", "");
        if (!digits.matches("[0-9]{14,16}")) {
            return Optional.empty();
        }
        boolean wrongCheckDigit = digits.length() == 15 && !luhn(digits);
        return Optional.of(wrongCheckDigit ? digits : digits.substring(0, 14));
    }

    /** Luhn's check over all digits, the last being the check digit (ISO/IEC 7812-1, annex B). */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? d : 2 * d;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    static Optional<String> iban(String iban) {
        String compact = iban.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        if (!IBAN.matcher(compact).matches()) {
            return Optional.empty();
        }
        var digits = new StringBuilder();
        for (char c : (compact.substring(4) + compact.substring(0, 4)).toCharArray()) {
            digits.append(Character.digit(c, 36));
        }
        boolean right =
                new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
        return right ? Optional.of(compact) : Optional.empty();
    }

    private static Optional<String> account(CheckedRow row) {
        String number = row.cell("number");
        if (isNoNumber(number)) {
            return Optional.empty();
        }
        String spelled = row.cell("kind").equals("crypto")
                ? number.strip()
                : compact(SpreadsheetCells.withoutFraction(number.strip()));
        String institution = compact(row.cell("institution"));
        return pair(institution, spelled);
    }

    private static Optional<String> handle(CheckedRow row) {
        String kind = row.cell("kind");
        if (Nobody.is(row.cell("value"))) {
            return Optional.empty();
        }
        String value =
                Normalizer.normalize(row.cell("value"), Normalizer.Form.NFKC).strip();
        boolean needsNoPlatform = kind.equals("email") || kind.equals("url") || kind.equals("crypto_address");
        String platform = needsNoPlatform ? kind : row.cell("platform").strip().toLowerCase(Locale.ROOT);
        String spelled = switch (kind) {
            case "crypto_address" -> value;
            case "url" -> value.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/+$", "");
            default -> value.replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        };
        return pair(platform, spelled);
    }

    private static Optional<String> digits(String text, int wanted) {
        String digits = text.replaceAll("[ .-]", "");
        return digits.matches("[0-9]{" + wanted + "}") ? Optional.of(digits) : Optional.empty();
    }

    private static Optional<String> pair(String of, String value) {
        return of.isBlank() || value.isBlank() ? Optional.empty() : Optional.of(of + BETWEEN + value);
    }

    /**
     * Letters with their marks and digits only, in capitals: {@code wxy 12-34} is {@code WXY1234}. Thai and Burmese write
     * vowels as marks; without them different names would be one. Digits of any script are those of ours.
     */
    private static String compact(String text) {
        String kept = NOT_ALPHANUMERIC
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return DIGIT.matcher(kept)
                .replaceAll(
                        digit -> Integer.toString(Character.digit(digit.group().codePointAt(0), 10)));
    }
}
