package org.jejak.ingest.translation;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a sheet mean. A sheet holds days as numbers too, and only the format of the cell tells: they are
 * written as ISO 8601 has them, with the precision that the format shows or the value has. Other numbers are written out
 * with all their digits. A whole number of more than fifteen has lost the ones behind (Excel keeps no more), and is
 * written so that this can be seen.
 */
final class SheetNumbers {

    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final BigDecimal LONGEST_WHOLE = BigDecimal.TEN.pow(15);
    private static final int MOST_STYLES = 1 << 17;

    private final boolean from1904;
    private final List<String> formats;

    private SheetNumbers(boolean from1904, List<String> formats) {
        this.from1904 = from1904;
        this.formats = formats;
    }

    /** @param styles of the workbook; null where it has none */
    static SheetNumbers read(@Nullable InputStream styles, boolean from1904) throws XMLStreamException {
        var own = new HashMap<Integer, String>();
        var formats = new ArrayList<String>();
        if (styles == null) {
            return new SheetNumbers(from1904, formats);
        }
        XMLStreamReader xml = SheetXml.reader(styles);
        boolean ofCells = false;
        while (xml.hasNext()) {
            xml.next();
            if (SheetXml.begins(xml, "numFmt")) {
                own.put(
                        number(xml, "numFmtId"),
                        Optional.ofNullable(xml.getAttributeValue(null, "formatCode"))
                                .orElse(""));
            }
            ofCells = SheetXml.begins(xml, "cellXfs") || ofCells && !SheetXml.ends(xml, "cellXfs");
            if (ofCells && SheetXml.begins(xml, "xf") && formats.size() < MOST_STYLES) {
                formats.add(format(own, number(xml, "numFmtId")));
            }
        }
        return new SheetNumbers(from1904, formats);
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }

    private static String format(Map<Integer, String> own, int id) {
        String format = own.get(id);
        if (format == null) {
            format = BuiltinFormats.getBuiltinFormat(id);
        }
        // days of the East Asian and Thai editions, which have numbers but no text
        boolean localDay = format == null && (id >= 27 && id <= 36 || id >= 50 && id <= 58 || id >= 71 && id <= 81);
        return localDay ? "yyyy-mm-dd" : format == null ? "General" : format;
    }

    /** @param style the number of the cell's style, where it has one */
    String written(String value, @Nullable String style) {
        String format = style == null ? "General" : format(Integer.parseInt(style));
        BigDecimal exact = new BigDecimal(value.strip());
        // the number of a format of one's own only has to be one that is no built-in's
        if (DateUtil.isADateFormat(200, format)) {
            return time(exact, shown(format));
        }
        if (format.matches("0{2,}") && exact.signum() >= 0 && isWhole(exact)) {
            String digits = exact.toBigInteger().toString();
            return "0".repeat(Math.max(0, format.length() - digits.length())) + digits;
        }
        return format.contains("%") && !format.contains("\"") ? plain(exact.movePointRight(2)) + "%" : plain(exact);
    }

    private String format(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : "General";
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.compareTo(LONGEST_WHOLE) < 0;
    }

    private static String plain(BigDecimal exact) {
        BigDecimal kept = exact.round(KEPT);
        if (kept.abs().compareTo(LONGEST_WHOLE) >= 0) {
            String digits = kept.unscaledValue().abs().toString();
            int exponent = digits.length() - 1 - kept.scale();
            return (kept.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + digits.substring(1) + "0E+" + exponent;
        }
        return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
    }

    /** What of a time the format shows, without its texts, colours and languages. */
    private static String shown(String format) {
        return format.replaceAll("\"[^\"]*\"|\\\\.|\\[(?![hms]+\\])[^\\]]*\\]|_.", "")
                .toLowerCase(Locale.ROOT);
    }

    private String time(BigDecimal value, String shown) {
        if (shown.contains("[")) {
            return lasting(value, shown);
        }
        LocalDateTime at = value.signum() < 0 ? null : DateUtil.getLocalDateTime(value.doubleValue(), from1904, false);
        if (at == null) {
            return "########";
        }
        boolean fraction = shown.contains(".0");
        at = fraction
                ? at.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS)
                : at.plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
        boolean day = shown.contains("d");
        boolean year = shown.contains("y") || shown.contains("e") || shown.contains("b");
        boolean hour = shown.contains("h");
        if (!day && !year && hour && value.compareTo(BigDecimal.ONE) < 0) {
            return clock(at.toLocalTime(), shown);
        }
        String date = at.toLocalDate().toString();
        boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        if (hour || !midnight) {
            return date + "T" + clock(at.toLocalTime(), shown);
        }
        if (year && !day && at.getDayOfMonth() == 1) {
            boolean month = shown.contains("m");
            return month || at.getMonthValue() > 1 ? date.substring(0, 7) : date.substring(0, 4);
        }
        return date;
    }

    private static String clock(LocalTime time, String shown) {
        boolean seconds = shown.contains("s") || time.getSecond() != 0;
        String pattern = shown.contains(".0") ? "HH:mm:ss.SSS" : seconds ? "HH:mm:ss" : "HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
    }

    /** A length of time: hours may be more than a day has. */
    private static String lasting(BigDecimal days, String shown) {
        long seconds = days.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        if (shown.contains("[s")) {
            return Long.toString(seconds);
        }
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
