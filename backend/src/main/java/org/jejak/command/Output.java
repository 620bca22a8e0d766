package org.jejak.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How results are printed. */
final class Output {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(names = "--json", description = "Print the result as JSON on standard output, and nothing else there.")
    boolean json;

    private final PrintStream out = System.out;

    /** Prints {@code result} as JSON, or lets {@code words} say it to a person. */
    void print(Object result, Runnable words) {
        if (json) {
            // JSON is UTF-8 (RFC 8259), whatever letters the terminal knows; println would turn others into question
            // marks
            out.writeBytes((JSON.writeValueAsString(result) + "\n").getBytes(StandardCharsets.UTF_8));
        } else {
            words.run();
        }
        out.flush();
    }

    void line(String text) {
        out.println(text);
    }

    /** Rows under a heading, columns as wide as their widest cell. */
    void table(List<String> heading, List<List<@Nullable Object>> rows) {
        var lines = new ArrayList<List<String>>();
        lines.add(heading);
        for (var row : rows) {
            lines.add(row.stream().map(Output::cell).toList());
        }
        int[] widths = new int[heading.size()];
        for (var line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (var line : lines) {
            var text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(line.get(i)).repeat(" ", widths[i] - line.get(i).length() + 2);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Double number -> String.format(java.util.Locale.ROOT, "%.4f", number);
            case java.util.Optional<?> maybe -> maybe.map(String::valueOf).orElse("–");
            default -> value.toString();
        };
    }

    /** Whether a person reads standard output; the launcher knows, Java before 22 does not. */
    static boolean toTerminal() {
        return Boolean.getBoolean("jejak.terminal");
    }

    /** Progress and notes; never on standard output. */
    static void note(String text) {
        System.err.println(text);
    }
}
