package org.jejak.pack;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;

/**
 * {@code entities.csv} and {@code links.csv} with the headers Gephi and Excel look for. A cell that a spreadsheet would
 * run as a formula gets an apostrophe in front: what is loaded comes from people with something to lose.
 */
final class Tables {

    private static final String RUN = "=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*([eE][+-]?\\d+)?|\\+\\d+( \\d+)*");

    private Tables() {}

    static byte[] entities(PackContent content) {
        return csv(csv -> {
            csv.writeRecord("Id", "Label", "Kind", "Roles", "Pseudonym", "Records");
            for (var entity : content.entities()) {
                row(
                        csv,
                        entity.key().value(),
                        entity.name(),
                        entity.kind().label(),
                        String.join(" | ", entity.roles()),
                        String.valueOf(entity.pseudonym()),
                        entity.records().stream().map(Key::value).collect(Collectors.joining(" | ")));
            }
        });
    }

    static byte[] links(PackContent content) {
        Map<Key, VisibleRecord> records = byKey(content);
        return csv(csv -> {
            csv.writeRecord(
                    "Source", "Target", "Type", "Id", "Label", "Weight", "Kind", "From", "To", "Record", "Sources",
                    "Grades");
            int number = 0;
            for (var link : content.links()) {
                var record = records.get(link.record());
                var statements =
                        record == null ? java.util.List.<VisibleRecord.Statement>of() : GraphJson.statementsOf(record);
                row(
                        csv,
                        link.a().value(),
                        link.b().value(),
                        "Directed",
                        "L" + ++number,
                        link.relation(),
                        "1",
                        link.file(),
                        link.from(),
                        link.to(),
                        link.record().value(),
                        statements.stream().map(s -> s.source().value()).collect(Collectors.joining(" | ")),
                        statements.stream().map(s -> s.grade().toString()).collect(Collectors.joining(" | ")));
            }
        });
    }

    static Map<Key, VisibleRecord> byKey(PackContent content) {
        var records = new TreeMap<Key, VisibleRecord>();
        content.records().forEach(r -> records.put(r.key(), r));
        return records;
    }

    private static byte[] csv(java.util.function.Consumer<CsvWriter> rows) {
        var text = new StringWriter();
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        rows.accept(csv);
        return text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void row(CsvWriter csv, String... cells) {
        var safe = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            safe[i] = neutral(cells[i]);
        }
        csv.writeRecord(safe);
    }

    /**
     * The cell as a spreadsheet will only show it; the wide forms of the signs are run by some, too, and blanks in front
     * hide a sign from a person only. A number is no formula, nor is a phone number in groups of digits: an apostrophe
     * would make another value of it. {@code +60-12-345} is one, and would be subtracted.
     */
    static String neutral(String cell) {
        String seen = cell.stripLeading();
        boolean runs = !cell.isEmpty() && RUN.indexOf(cell.charAt(0)) >= 0
                || !seen.isEmpty() && RUN.indexOf(seen.charAt(0)) >= 0;
        return runs && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
