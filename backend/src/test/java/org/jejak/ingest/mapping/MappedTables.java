package org.jejak.ingest.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.Refusal;
import org.jejak.ingest.Translated;
import org.jejak.network.Handling;

/** Small tables read by small mappings, as of a day that does not move. */
final class MappedTables {

    static final Delivery DELIVERY = new Delivery(
            "EXCHANGE",
            "CASE-1",
            Optional.of(Instant.parse("2026-11-29T12:00:00Z")),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            java.time.ZoneOffset.UTC,
            Handling.AMBER);

    private MappedTables() {}

    /** What became of the table; {@code mapping} is what stands behind the line with the format. */
    static Translated read(Path folder, String table, String mapping) {
        try {
            Path file = Files.writeString(folder.resolve("t.csv"), table);
            return Translated.of(MappedSource.open(file, mapping(mapping), DELIVERY, Translated.IDS));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Mapping mapping(String text) {
        return MappingReader.of("m.yaml", "format: jejak-mapping/1\n" + text);
    }

    /** What one cell is read as, alone in a table with an id beside it; or why it is refused, behind an exclamation mark. */
    static String cell(Path folder, String file, String column, String how, String top, String cell) {
        String needed = Map.of(
                        "persons", "",
                        "payments", "    payer: {text: p1}\n    payee: {text: p2}\n    currency: {text: MYR}\n",
                        "contacts", "    a: {text: p1}\n    b: {text: p2}\n",
                        "traffic",
                                "    place: {text: k}\n    hour: {text: 2015-03-07T21:00}\n    inspected: {text: \"0\"}\n",
                        "places", "    name: {text: k}\n    kind: {text: camp}\n",
                        "links", "    subject: {text: p1}\n    relation: {text: uses}\n    object: {text: p2}\n",
                        "documents", "    kind: {text: visa}\n")
                .getOrDefault(file, "");
        String mapping = top + "rows:\n- file: " + file + "\n  columns:\n    id: Id\n" + needed + "    " + column
                + ": {column: X" + (how.isEmpty() ? "" : ", " + how) + "}\n";
        String quoted = "\"" + cell.replace("\"", "\"\"") + "\"";
        Translated read = read(folder, "Id,X\n1," + quoted + "\n", mapping);
        List<String> refused = read.refused().stream().map(Refusal::reason).toList();
        return refused.isEmpty()
                ? read.rows(file).getFirst().cells().getOrDefault(column, "")
                : "! " + String.join(" ", refused);
    }

    /** The rows of a file before they are checked, as those of the folder of refused rows. */
    static List<RawRow> raw(Path folder, String table, String mapping, String file) throws IOException {
        Path path = Files.writeString(folder.resolve("t.csv"), table);
        try (var rows = MappedSource.open(path, mapping(mapping), DELIVERY, Translated.IDS).files().stream()
                .filter(f -> f.name().equals(file))
                .findFirst()
                .orElseThrow()
                .open()) {
            return java.util.stream.Stream.generate(() -> {
                        try {
                            return Optional.ofNullable(rows.next());
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    })
                    .takeWhile(Optional::isPresent)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toList());
        }
    }
}
