package org.jejak.ingest.mapping;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.translation.Table;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.RecordFile;

/** Reads a mapping from its YAML file, and refuses with line and column whatever cannot be meant. */
public final class MappingReader {

    static final String FORMAT = "jejak-mapping/1";

    private static final Set<String> TOP = ordered(
            "format",
            "encoding",
            "separator",
            "sheet",
            "skip",
            "header",
            "calendar",
            "language",
            "decimal",
            "country",
            "timezone",
            "handling",
            "source",
            "leave-out",
            "rows");
    private static final Set<String> SOURCE =
            ordered("kind", "title", "date", "origin", "reliability", "credibility", "handling", "language");
    private static final Set<String> BLOCK = ordered("file", "only", "columns");
    private static final Set<String> CELL = ordered(
            "column",
            "columns",
            "join",
            "text",
            "made-from",
            "split",
            "time",
            "calendar",
            "values",
            "decimal",
            "makes",
            "kind",
            "refers-to",
            "namespace");

    private MappingReader() {}

    /** @throws UnreadableDelivery if it is no mapping; its message says where and how to mend it */
    public static Mapping read(Path path) throws IOException {
        return mapping(String.valueOf(path.getFileName()), MarkedYaml.read(path));
    }

    /** The same from a text. */
    public static Mapping of(String name, String text) {
        return mapping(name, MarkedYaml.of(name, text));
    }

    private static Set<String> ordered(String... words) {
        return new LinkedHashSet<>(Arrays.asList(words));
    }

    private static Mapping mapping(String name, MarkedYaml yaml) {
        if (!yaml.text("format").orElse("").equals(FORMAT)) {
            throw yaml.wrong("format", "a mapping begins with format: " + FORMAT);
        }
        yaml.only(TOP);
        if (!yaml.has("rows")) {
            throw yaml.wrong("a mapping says under rows what each line becomes");
        }
        var blocks = yaml.maps("rows").stream().map(MappingReader::block).toList();
        if (blocks.isEmpty()) {
            throw yaml.wrong("rows", "there is nothing under rows");
        }
        return new Mapping(
                name,
                new Table.Writing(encoding(yaml), separator(yaml), yaml.text("sheet"), skip(yaml)),
                new Conventions(calendar(yaml).orElse(WrittenCalendar.GREGORIAN), language(yaml), decimal(yaml)),
                country(yaml),
                zone(yaml),
                handling(yaml),
                source(yaml),
                new LinkedHashSet<>(yaml.texts("leave-out")),
                blocks);
    }

    private static Optional<Charset> encoding(MarkedYaml yaml) {
        return yaml.text("encoding").map(name -> {
            try {
                return Charset.forName(name);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                throw yaml.wrong("encoding", name + " is no encoding known here; UTF-8 and windows-1252 are");
            }
        });
    }

    /** How many lines stand above the header; {@code header} names its own line instead. */
    private static int skip(MarkedYaml yaml) {
        if (yaml.has("skip") && yaml.has("header")) {
            throw yaml.wrong("header", "say either how many lines to skip, or which line is the header");
        }
        boolean byHeader = yaml.has("header");
        String key = byHeader ? "header" : "skip";
        String given = yaml.text(key).orElse("0");
        if (!given.matches("\\d{1,6}") || byHeader && Integer.parseInt(given) < 1) {
            throw yaml.wrong(
                    key,
                    byHeader
                            ? "the header is on a line with a number, the first line being 1"
                            : "this is a number of lines, like 4");
        }
        return byHeader ? Integer.parseInt(given) - 1 : Integer.parseInt(given);
    }

    private static Optional<WrittenCalendar> calendar(MarkedYaml yaml) {
        return yaml.text("calendar")
                .map(word -> WrittenCalendar.named(word).orElseThrow(() -> {
                    List<String> known = Arrays.stream(WrittenCalendar.values())
                            .map(WrittenCalendar::word)
                            .toList();
                    return yaml.wrong("calendar", "there is no calendar " + word + Suggestion.among(known, word));
                }));
    }

    private static Optional<String> language(MarkedYaml yaml) {
        return yaml.text("language").map(tag -> {
            if (!List.of(java.util.Locale.getISOLanguages())
                    .contains(java.util.Locale.forLanguageTag(tag).getLanguage())) {
                throw yaml.wrong("language", tag + " is no language; they are called like ms, th or en");
            }
            return tag;
        });
    }

    private static Optional<Character> decimal(MarkedYaml yaml) {
        return yaml.text("decimal").map(sign -> {
            if (!sign.equals(",") && !sign.equals(".")) {
                throw yaml.wrong("decimal", "before the fraction stands \",\" or \".\"");
            }
            return sign.charAt(0);
        });
    }

    private static Optional<Character> separator(MarkedYaml yaml) {
        return yaml.text("separator").map(given -> {
            String sign = given.equals("tab") || given.equals("\\t") ? "\t" : given;
            if (sign.length() != 1) {
                throw yaml.wrong("separator", "a separator is one sign, like \";\", or the word tab");
            }
            return sign.charAt(0);
        });
    }

    private static Optional<String> country(MarkedYaml yaml) {
        return yaml.text("country").map(code -> {
            if (!Set.of(java.util.Locale.getISOCountries()).contains(code)) {
                throw yaml.wrong("country", code + " is no country of ISO 3166-1; two capitals, like MY");
            }
            return code;
        });
    }

    private static Optional<ZoneId> zone(MarkedYaml yaml) {
        return yaml.text("timezone").map(zone -> {
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                throw yaml.wrong("timezone", zone + " is no time zone; they are called like Asia/Kuala_Lumpur");
            }
        });
    }

    private static Optional<Handling> handling(MarkedYaml yaml) {
        return yaml.text("handling")
                .map(label -> Arrays.stream(Handling.values())
                        .filter(h -> h.label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> yaml.wrong("handling", label + " is no handling, like \"TLP:AMBER\"")));
    }

    private static Map<String, String> source(MarkedYaml yaml) {
        var source = new LinkedHashMap<String, String>();
        yaml.map("source").ifPresent(given -> {
            given.only(SOURCE);
            given.keys().forEach(key -> source.put(key, given.text(key).orElse("")));
        });
        return source;
    }

    private static Mapping.Block block(MarkedYaml yaml) {
        yaml.only(BLOCK);
        String name = yaml.text("file").orElseThrow(() -> yaml.wrong("file: says which rows a line becomes"));
        RecordFile file = file(yaml, "file", name);
        MarkedYaml columns =
                yaml.map("columns").orElseThrow(() -> yaml.wrong("columns: says which column of the table is what"));
        columns.only(
                new LinkedHashSet<>(file.columns().stream().map(Column::name).toList()));
        var cells = new LinkedHashMap<String, Mapping.Cell>();
        for (String column : columns.keys()) {
            cells.put(column, cell(columns, file, file.column(column).orElseThrow()));
        }
        for (Column column : file.columns()) {
            boolean filled = column.name().equals("id") || column.name().equals("source");
            if (column.required() && !filled && !cells.containsKey(column.name())) {
                throw yaml.wrong("columns", file.fileName() + " needs " + column.name() + "; say where it comes from");
            }
        }
        if (file == RecordFile.PHONES && !cells.containsKey("number") && !cells.containsKey("imei")) {
            throw yaml.wrong("columns", "phones need number or imei; say where it comes from");
        }
        var only = new LinkedHashMap<String, Set<String>>();
        yaml.map("only")
                .ifPresent(given ->
                        given.keys().forEach(column -> only.put(column, new LinkedHashSet<>(given.texts(column)))));
        return new Mapping.Block(file, cells, only, yaml.where());
    }

    private static RecordFile file(MarkedYaml yaml, String key, String name) {
        return RecordFile.named(name)
                .orElseThrow(() -> yaml.wrong(
                        key,
                        "there is no file " + name
                                + Suggestion.among(
                                        Arrays.stream(RecordFile.values())
                                                .map(RecordFile::fileName)
                                                .toList(),
                                        name)));
    }

    private static Mapping.Cell cell(MarkedYaml columns, RecordFile file, Column column) {
        String key = column.name();
        if (!columns.isMap(key)) {
            List<String> from = columns.texts(key);
            return new Mapping.Cell(
                    new Mapping.Columns(from, " "),
                    Optional.empty(),
                    new Mapping.AsItIs(),
                    new Mapping.Here(),
                    columns.where(key));
        }
        MarkedYaml yaml = columns.map(key).orElseThrow();
        yaml.only(CELL);
        return new Mapping.Cell(
                from(yaml, file, column),
                yaml.text("split"),
                reading(yaml, column),
                target(yaml, column),
                columns.where(key));
    }

    private static Mapping.From from(MarkedYaml yaml, RecordFile file, Column column) {
        var ways = List.of("column", "columns", "text", "made-from").stream()
                .filter(yaml::has)
                .toList();
        if (ways.size() != 1) {
            throw yaml.wrong("say one of column, columns, text or made-from");
        }
        return switch (ways.getFirst()) {
            case "text" -> new Mapping.Text(yaml.text("text").orElse(""));
            case "made-from" -> {
                if (!(column.type() instanceof ColumnType.Id)) {
                    throw yaml.wrong(
                            "made-from",
                            "only an id is made; " + column.name() + " of " + file.fileName() + " comes from a column");
                }
                yield new Mapping.MadeFrom(yaml.texts("made-from"));
            }
            default ->
                new Mapping.Columns(
                        yaml.texts(ways.getFirst()), yaml.text("join").orElse(" "));
        };
    }

    private static Mapping.Reading reading(MarkedYaml yaml, Column column) {
        if (yaml.has("time") || yaml.has("calendar")) {
            if (!ColumnMeaning.isTime(column)) {
                throw yaml.wrong(yaml.has("time") ? "time" : "calendar", column.name() + " is no time");
            }
            return new Mapping.Times(patterns(yaml), calendar(yaml));
        }
        if (yaml.has("values")) {
            var words = new LinkedHashMap<String, String>();
            MarkedYaml given = yaml.map("values").orElseThrow();
            given.keys().forEach(word -> words.put(word, given.text(word).orElse("")));
            return new Mapping.Words(words);
        }
        Optional<Character> sign = decimal(yaml);
        if (sign.isPresent() && !ColumnMeaning.isQuantity(column)) {
            throw yaml.wrong("decimal", column.name() + " is no number to reckon with");
        }
        return sign.<Mapping.Reading>map(Mapping.Number::new).orElseGet(Mapping.AsItIs::new);
    }

    private static List<String> patterns(MarkedYaml yaml) {
        List<String> patterns = yaml.texts("time");
        CalendarNames english = CalendarNames.of(WrittenCalendar.GREGORIAN, List.of("en"));
        for (String pattern : patterns) {
            try {
                TimePattern.of(pattern, english);
            } catch (IllegalArgumentException wrong) {
                throw yaml.wrong(
                        "time", pattern + " is no pattern of a time, like dd/MM/yyyy HH:mm: " + wrong.getMessage());
            }
        }
        return patterns;
    }

    private static Mapping.Target target(MarkedYaml yaml, Column column) {
        for (String key : List.of("makes", "refers-to", "namespace")) {
            if (yaml.has(key) && !(column.type() instanceof ColumnType.Reference)) {
                throw yaml.wrong(key, column.name() + " names nothing else, so it cannot lead anywhere");
            }
        }
        if (yaml.has("makes")) {
            RecordFile made = file(yaml, "makes", yaml.text("makes").orElse(""));
            fits(yaml, "makes", column, made);
            if (Mapping.knownBy(made).isEmpty()) {
                throw yaml.wrong("makes", "no row of " + made.fileName() + " can be made of one cell");
            }
            return new Mapping.Makes(made, yaml.text("kind"));
        }
        if (yaml.has("refers-to")) {
            RecordFile to = file(yaml, "refers-to", yaml.text("refers-to").orElse(""));
            fits(yaml, "refers-to", column, to);
            return new Mapping.RefersTo(to);
        }
        return yaml.text("namespace").<Mapping.Target>map(Mapping.In::new).orElseGet(Mapping.Here::new);
    }

    private static void fits(MarkedYaml yaml, String key, Column column, RecordFile file) {
        Optional<EntityKind> kind = file.describes();
        boolean fits = column.type() instanceof ColumnType.Reference reference
                && kind.filter(reference.kinds()::contains).isPresent();
        if (!fits) {
            throw yaml.wrong(key, column.name() + " takes nothing that is described in " + file.fileName());
        }
    }
}
