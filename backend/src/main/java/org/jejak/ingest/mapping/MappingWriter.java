package org.jejak.ingest.mapping;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a mapping as the YAML that {@link MappingReader} reads. */
public final class MappingWriter {

    private MappingWriter() {}

    public static String yaml(Mapping mapping) {
        var top = new LinkedHashMap<String, Object>();
        top.put("format", MappingReader.FORMAT);
        mapping.writing()
                .charset()
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .ifPresent(charset -> top.put("encoding", charset.name()));
        mapping.writing().separator().ifPresent(sign -> top.put("separator", sign == '\t' ? "tab" : sign.toString()));
        mapping.writing().sheet().ifPresent(sheet -> top.put("sheet", sheet));
        if (mapping.writing().skip() > 0) {
            top.put("skip", mapping.writing().skip());
        }
        Conventions conventions = mapping.conventions();
        if (conventions.calendar() != WrittenCalendar.GREGORIAN) {
            top.put("calendar", conventions.calendar().word());
        }
        conventions.language().ifPresent(language -> top.put("language", language));
        conventions.decimal().ifPresent(sign -> top.put("decimal", sign.toString()));
        mapping.country().ifPresent(country -> top.put("country", country));
        mapping.timezone().ifPresent(zone -> top.put("timezone", zone.getId()));
        mapping.handling().ifPresent(handling -> top.put("handling", handling.label()));
        if (!mapping.source().isEmpty()) {
            top.put("source", new LinkedHashMap<>(mapping.source()));
        }
        if (!mapping.leftOut().isEmpty()) {
            top.put("leave-out", List.copyOf(mapping.leftOut()));
        }
        top.put("rows", mapping.blocks().stream().map(MappingWriter::block).toList());
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        return new Yaml(options).dump(top);
    }

    private static Map<String, Object> block(Mapping.Block block) {
        var written = new LinkedHashMap<String, Object>();
        written.put("file", block.file().fileName());
        if (!block.only().isEmpty()) {
            var only = new LinkedHashMap<String, Object>();
            block.only().forEach((column, values) -> only.put(column, List.copyOf(values)));
            written.put("only", only);
        }
        var columns = new LinkedHashMap<String, Object>();
        block.cells().forEach((column, cell) -> columns.put(column, cell(cell)));
        written.put("columns", columns);
        return written;
    }

    private static Object cell(Mapping.Cell cell) {
        var written = new LinkedHashMap<String, Object>();
        switch (cell.from()) {
            case Mapping.Text text -> written.put("text", text.text());
            case Mapping.MadeFrom made -> written.put("made-from", made.columns());
            case Mapping.Columns of -> {
                if (of.columns().size() == 1) {
                    written.put("column", of.columns().getFirst());
                } else {
                    written.put("columns", of.columns());
                }
                if (!of.join().equals(" ")) {
                    written.put("join", of.join());
                }
            }
        }
        cell.split().ifPresent(sign -> written.put("split", sign));
        switch (cell.reading()) {
            case Mapping.AsItIs asItIs -> {}
            case Mapping.Times times -> {
                if (!times.patterns().isEmpty()) {
                    written.put(
                            "time",
                            times.patterns().size() == 1 ? times.patterns().getFirst() : times.patterns());
                }
                times.calendar().ifPresent(calendar -> written.put("calendar", calendar.word()));
            }
            case Mapping.Words words -> written.put("values", new LinkedHashMap<>(words.words()));
            case Mapping.Number number -> written.put("decimal", String.valueOf(number.sign()));
        }
        switch (cell.target()) {
            case Mapping.Here here -> {}
            case Mapping.In in -> written.put("namespace", in.namespace());
            case Mapping.RefersTo to -> written.put("refers-to", to.file().fileName());
            case Mapping.Makes makes -> {
                written.put("makes", makes.file().fileName());
                makes.kind().ifPresent(kind -> written.put("kind", kind));
            }
        }
        boolean plain = written.size() == 1 && written.containsKey("column");
        return plain ? written.getOrDefault("column", "") : written;
    }
}
