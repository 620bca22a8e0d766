package org.jejak.ingest.bundle;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.identity.OwnerOnly;
import org.jejak.ingest.BundleHeader;
import org.jejak.ingest.Delivery;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.RecordFile;

/**
 * Writes the bundle a newcomer begins with: every file of the contract with its header and one example row. It loads as
 * it is; the examples refer to each other.
 */
public final class NewBundle {

    private static final Delivery EXAMPLE = new Delivery(
            "MY-AGENCY",
            "MY-CASE",
            Optional.empty(),
            0,
            Optional.of("An empty bundle with one example row in each file"),
            Optional.of("My agency"),
            Optional.of("MY"),
            java.time.ZoneId.of("Asia/Kuala_Lumpur"),
            Handling.AMBER);

    /** Examples that do not follow from the column's type. */
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("sources.language", "ms"),
            Map.entry("sources.file", ""),
            Map.entry("sources.sha256", ""),
            Map.entry("persons.name", "Ani Example"),
            Map.entry("persons.aliases", "Kak Ani|Ani the second"),
            Map.entry("persons.died", ""),
            Map.entry("persons.missing_since", ""),
            Map.entry("persons.birth_date", "1990"),
            Map.entry("officials.supervisor", ""),
            Map.entry("places.lat", "6.72"),
            Map.entry("places.lon", "100.15"),
            Map.entry("places.part_of", ""),
            Map.entry("vehicles.registration", "WXY 1234"),
            Map.entry("vehicles.imo", ""),
            Map.entry("vehicles.mmsi", ""),
            Map.entry("phones.number", "+60123456789"),
            Map.entry("phones.imei", "490154203237518"),
            Map.entry("accounts.number", "1003 2004 5"),
            Map.entry("accounts.institution", "Example Bank"),
            Map.entry("accounts.iban", ""),
            Map.entry("documents.number", "A1234567"),
            Map.entry("handles.value", "ani@example.org"),
            Map.entry("statements.property", "name"),
            Map.entry("statements.value", "Ani binti Example"),
            Map.entry("links.relation", "works_for"),
            Map.entry("payments.amount", "1200.50"),
            Map.entry("rates.into", "USD"),
            Map.entry("rates.rate", "0.2366"),
            Map.entry("contacts.group", ""),
            Map.entry("traffic.hour", "2015-03-07T21:00"),
            Map.entry("screenings.indicators", ""),
            Map.entry("withdrawals.file", "rates"),
            Map.entry("withdrawals.row", "rates1"));

    private static final List<String> ENDS =
            List.of("to", "until", "end", "arrived", "out", "accepted", "decided", "held_until", "as_of", "expires");

    private NewBundle() {}

    /**
     * Writes it into {@code folder}, which must not exist or be empty.
     *
     * @throws FileAlreadyExistsException if there is something in the folder
     */
    public static void write(Path folder, Instant now) throws IOException {
        if (Files.exists(folder)) {
            try (var there = Files.newDirectoryStream(folder)) {
                if (there.iterator().hasNext()) {
                    throw new FileAlreadyExistsException(folder.toString(), null, "the folder is not empty");
                }
            }
        }
        OwnerOnly.directory(folder);
        Files.write(OwnerOnly.file(folder.resolve("bundle.json")), BundleHeader.write(EXAMPLE, now));
        for (RecordFile file : RecordFile.values()) {
            Path csv = OwnerOnly.file(folder.resolve(file.fileName() + ".csv"));
            try (var writer = CsvWriter.builder().build(Files.newBufferedWriter(csv, StandardCharsets.UTF_8))) {
                writer.writeRecord(file.columns().stream().map(Column::name).toList());
                writer.writeRecord(
                        file.columns().stream().map(c -> example(file, c)).toList());
            }
        }
    }

    private static String example(RecordFile file, Column column) {
        String special = SPECIAL.get(file.fileName() + "." + column.name());
        if (special != null) {
            return special;
        }
        boolean isEnd = ENDS.contains(column.name());
        return switch (column.type()) {
            case ColumnType.Id i -> file.fileName() + "1";
            case ColumnType.Text t -> "an example";
            case ColumnType.Texts t -> "an example";
            case ColumnType.Code c -> column.name().equals("grade_scheme") ? "admiralty" : "A1";
            case ColumnType.PersonalDate d -> "1990-05-17";
            case ColumnType.Closed c -> c.values().get(0);
            case ColumnType.Relation r -> "associate";
            case ColumnType.Reference r -> RecordFile.describing(first(r)).fileName() + "1";
            case ColumnType.RowReference r -> "";
            case ColumnType.Time t -> isEnd ? "2015-03-07T22:40" : "2015-03-07T21:10";
            case ColumnType.From f -> "2015-03-07";
            case ColumnType.To t -> "open";
            case ColumnType.Decimal d -> "100";
            case ColumnType.Count c -> "3";
            case ColumnType.Bool b -> "false";
            case ColumnType.Country c -> "MY";
            case ColumnType.Currency c -> "MYR";
            case ColumnType.GradeText g -> "B2";
            case ColumnType.Reliability r -> "B";
            case ColumnType.Credibility c -> "2";
            case ColumnType.HandlingCode h -> Handling.AMBER.label();
            case ColumnType.Sha256 s -> "";
        };
    }

    private static EntityKind first(ColumnType.Reference reference) {
        return reference.kinds().stream()
                .min(java.util.Comparator.naturalOrder())
                .orElseThrow();
    }
}
