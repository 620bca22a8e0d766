package org.jejak.ingest.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RowFile;
import org.jejak.ingest.Rows;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.network.Column;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;

/** One CSV file of a bundle. It is gone through once to see whether it can be read at all, and once more for its rows. */
final class BundleFile implements RowFile {

    /** A table of more columns than this is none. */
    private static final int MOST_COLUMNS = 2_000;

    private static final int BYTES_LOOKED_AT = 8_192;

    /** How many cells behind the last column are handed back with a row that has too many. */
    private static final int MOST_SURPLUS = 1_000;

    private final Parcel parcel;
    private final String path;
    private final String name;
    private @Nullable Scan scan;

    BundleFile(Parcel parcel, String path, String name) {
        this.parcel = parcel;
        this.path = path;
        this.name = name;
    }

    /** What the first going-through found. {@code header} has all columns in their order, the ignored ones too. */
    record Scan(List<String> header, long rows, Optional<String> refusal, String sha256) {}

    Scan scan() throws IOException {
        Scan done = scan;
        if (done == null) {
            done = lookThrough();
            scan = done;
        }
        return done;
    }

    private InputStream bytes() throws IOException {
        return parcel.open(path).orElseThrow(() -> new UnreadableDelivery(path + " vanished while it was read."));
    }

    private Scan lookThrough() throws IOException {
        Optional<String> binary;
        try (InputStream in = bytes()) {
            binary = binary(in.readNBytes(BYTES_LOOKED_AT));
        }
        try (var in = new DigestInputStream(bytes(), BundleSource.sha256())) {
            List<String> header = List.of();
            long rows = 0;
            Optional<String> refusal = binary;
            if (binary.isPresent()) {
                rows = Math.max(lines(in) - 1, 1);
            } else {
                var parser = new CsvParser(in, MOST_COLUMNS);
                boolean hasHeader = parser.advance();
                header = hasHeader ? parser.cells() : List.of();
                refusal = hasHeader
                        ? wrongHeader(parser)
                        : Optional.of("the file is empty; its first line must name the columns");
                while (parser.advance()) {
                    if (parser.hasUnclosedQuote()) {
                        rows += Math.max(parser.line() - parser.recordLine(), 1);
                        refusal = Optional.of(
                                "a quote is opened on line " + parser.recordLine()
                                        + " or before and never closed; close it, or double it where it is meant as a character");
                    } else {
                        rows++;
                    }
                }
            }
            return new Scan(
                    header,
                    rows,
                    refusal,
                    HexFormat.of().formatHex(in.getMessageDigest().digest()));
        }
    }

    private static Optional<String> binary(byte[] start) {
        if (start.length >= 2
                && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                        || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)) {
            return Optional.of("the file is UTF-16; save it as CSV in UTF-8");
        }
        for (byte b : start) {
            if (b == 0) {
                return Optional.of("the file is binary, not a CSV in UTF-8");
            }
        }
        return Optional.empty();
    }

    private static long lines(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long lines = 0;
        byte last = '\n';
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
                last = buffer[i];
            }
        }
        return last == '\n' ? lines : lines + 1;
    }

    private Optional<String> wrongHeader(CsvParser parser) {
        if (parser.hasUnclosedQuote()) {
            return Optional.of("a quote is opened in the header and never closed");
        }
        if (parser.isMalformed()) {
            return Optional.of("the header is not UTF-8; is this a CSV, and is it saved as UTF-8?");
        }
        if (parser.cellCount() > MOST_COLUMNS || parser.tooLongCell() >= 0) {
            return Optional.of("the header has more than " + MOST_COLUMNS + " columns or a name over 1 MiB");
        }
        var seen = new HashSet<String>();
        for (String column : parser.cells()) {
            if (!seen.add(column) && !column.isEmpty()) {
                return Optional.of("the column '" + shown(column) + "' is there twice");
            }
        }
        var missing = new ArrayList<String>();
        for (Column column : RecordFile.named(name).map(RecordFile::columns).orElse(List.of())) {
            if (column.required() && !seen.contains(column.name())) {
                missing.add(column.name());
            }
        }
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String advice = parser.cellCount() == 1 && parser.cells().get(0).matches("(?s).*[;\t].*")
                ? "; cells must be separated by commas"
                : "; found: " + shown(String.join(", ", parser.cells()));
        return Optional.of("required columns are missing: " + String.join(", ", missing) + advice);
    }

    private static String shown(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    /** Where it lies in the bundle. */
    String path() {
        return path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> columns() {
        try {
            return named(scan().header()).stream()
                    .filter(c -> !c.startsWith("_"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UnreadableDelivery(path + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Columns without a name get one from their position that no other has, so that what they hold is kept. */
    private static List<String> named(List<String> header) {
        var names = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i);
            while (header.get(i).isEmpty() && header.contains(name)) {
                name += "'";
            }
            names.add(name);
        }
        return names;
    }

    @Override
    public long rowCount() throws IOException {
        return scan().rows();
    }

    @Override
    public Optional<String> refusal() throws IOException {
        return scan().refusal();
    }

    @Override
    public boolean isCorrected() throws IOException {
        return refusal().isEmpty() && scan().header().contains(MadeId.COLUMN);
    }

    @Override
    public Rows open() throws IOException {
        List<String> header = named(scan().header());
        var parser = new CsvParser(bytes(), header.size() + MOST_SURPLUS);
        parser.advance();
        return new Rows() {
            @Override
            public @Nullable RawRow next() throws IOException {
                return parser.advance() ? row(parser, header) : null;
            }

            @Override
            public void close() throws IOException {
                parser.close();
            }
        };
    }

    private static RawRow row(CsvParser parser, List<String> header) {
        List<String> cells = parser.cells();
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
            if (!header.get(i).startsWith("_") && !cells.get(i).isEmpty()) {
                byColumn.put(header.get(i), cells.get(i));
            }
        }
        int made = header.indexOf(MadeId.COLUMN);
        return new RawRow(
                parser.recordLine(),
                byColumn,
                flaw(parser, header),
                made >= 0 && made < cells.size() ? MadeId.read(cells.get(made)) : Optional.empty());
    }

    private static Optional<RawRow.Flaw> flaw(CsvParser parser, List<String> header) {
        List<String> cells = parser.cells();
        int tooLong = parser.tooLongCell();
        if (parser.hasUnclosedQuote()) {
            return flaw("", "", "its quotes are never closed");
        }
        if (parser.hasStrayQuote()) {
            return flaw("", "", "text follows a closing quote; double a quote that is meant as a character");
        }
        if (tooLong >= 0) {
            String column = tooLong < header.size() ? header.get(tooLong) : "";
            return flaw(
                    column,
                    shown(cells.get(tooLong)),
                    "the cell is over 1 MiB; hand large texts over as a file of a source");
        }
        if (parser.cellCount() > header.size()) {
            return flaw(
                    "",
                    String.join(",", cells.subList(header.size(), cells.size())),
                    "too many cells: " + parser.cellCount() + " where the header names " + header.size()
                            + "; put a cell that holds a comma in quotes");
        }
        if (parser.cellCount() < header.size()) {
            return flaw(
                    header.get(parser.cellCount()),
                    "",
                    "too few cells: " + parser.cellCount() + " where the header names " + header.size());
        }
        if (parser.isMalformed()) {
            return flaw("", "", "it holds bytes that are not UTF-8; save the file as UTF-8");
        }
        return Optional.empty();
    }

    private static Optional<RawRow.Flaw> flaw(String column, String value, String reason) {
        return Optional.of(new RawRow.Flaw(column, value, reason));
    }
}
