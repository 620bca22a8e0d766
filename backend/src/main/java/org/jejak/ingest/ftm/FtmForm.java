package org.jejak.ingest.ftm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.UnreadableDelivery;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The forms in which FollowTheMoney is written down, told apart by how a file begins. */
enum FtmForm {
    /** One JSON object on each line. */
    LINES,
    /** A JSON array of objects, or objects over several lines. */
    VALUES,
    /** A table with one value of one property on each line. */
    STATEMENTS;

    private static final int LOOKED_AT = 1 << 20;

    /** Items looked at before a file is none: the first may be broken. */
    private static final int FIRST = 20;

    private static final List<String> STATEMENT_COLUMNS = List.of("prop", "value", "schema");

    /** Where its lines hold whole objects they are read as such, so that a broken one breaks no other. */
    static FtmForm of(DeliveredFile file) throws IOException {
        return of(file.path());
    }

    private static FtmForm of(Path path) throws IOException {
        String start = start(path);
        if (isStatements(start)) {
            return STATEMENTS;
        }
        if (start.startsWith("[")) {
            return beginsWithValue(path) ? VALUES : LINES;
        }
        return start.startsWith("{") && !isJson(firstLine(start)) && beginsWithValue(path) ? VALUES : LINES;
    }

    FtmItems open(DeliveredFile file) throws IOException {
        return switch (this) {
            case LINES -> new FtmLines(file.open());
            case VALUES -> new FtmValues(file.name(), file.open());
            case STATEMENTS -> new FtmStatements(file);
        };
    }

    private static String start(Path path) throws IOException {
        try (InputStream in = DeliveredFile.open(path)) {
            String text = new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
        }
    }

    private static String firstLine(String start) {
        int end = start.indexOf('\n');
        return (end < 0 ? start : start.substring(0, end)).strip();
    }

    private static boolean isJson(String text) {
        try {
            return FtmLine.JSON.readTree(text).isContainer();
        } catch (JacksonException broken) {
            return false;
        }
    }

    private static boolean beginsWithValue(Path path) throws IOException {
        try (var values = new FtmValues(path.toString(), DeliveredFile.open(path))) {
            return values.next() != null;
        } catch (UnreadableDelivery broken) {
            return false;
        }
    }

    private static boolean isStatements(String start) {
        List<String> columns = columns(start);
        return columns.containsAll(STATEMENT_COLUMNS)
                && (columns.contains("canonical_id") || columns.contains("entity_id"));
    }

    private static List<String> columns(String start) {
        var columns = new ArrayList<String>();
        for (String column : firstLine(start).split("[,;\t]")) {
            columns.add(column.replace("\"", "").strip());
        }
        return columns;
    }

    /** Whether a file begins with an entity, a change to one, or a table of statements. */
    static boolean isIn(Path path) {
        try {
            String start = start(path);
            if (isStatements(start)) {
                return true;
            }
            if (!start.startsWith("{") && !start.startsWith("[")) {
                return false;
            }
            try (FtmItems items = of(path) == VALUES
                    ? new FtmValues(path.toString(), DeliveredFile.open(path))
                    : new FtmLines(DeliveredFile.open(path))) {
                FtmLine item = items.next();
                for (int i = 0; i < FIRST && item != null; i++) {
                    if (isOne(item)) {
                        return true;
                    }
                    item = items.next();
                }
                return false;
            }
        } catch (IOException | UnreadableDelivery unreadable) {
            return false;
        }
    }

    private static boolean isOne(FtmLine item) {
        return switch (item) {
            case FtmLine.Fragment fragment ->
                Schemata.isKnown(fragment.entity().schema())
                        || !fragment.entity().properties().isEmpty();
            case FtmLine.Deleted deleted -> true;
            case FtmLine.Flawed flawed -> false;
        };
    }

    /** What keeps a file that resembles FollowTheMoney from being it. */
    static Optional<String> missing(Path path) {
        try {
            String start = start(path);
            List<String> columns = columns(start);
            if (columns.contains("canonical_id") || columns.contains("entity_id")) {
                var lacking = new ArrayList<>(STATEMENT_COLUMNS);
                lacking.removeAll(columns);
                return lacking.isEmpty()
                        ? Optional.empty()
                        : Optional.of("as a table of statements it lacks the columns " + String.join(", ", lacking));
            }
            if (!start.startsWith("{") && !start.startsWith("[")) {
                return Optional.empty();
            }
            try (var values = new FtmValues(path.toString(), DeliveredFile.open(path))) {
                JsonNode json = values.json();
                return json == null ? Optional.of("it holds no JSON object") : lacks(json);
            }
        } catch (UnreadableDelivery broken) {
            return Optional.of("its JSON is broken: " + broken.getMessage());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> lacks(JsonNode json) {
        if (!json.isObject()) {
            return Optional.of("its first value is no JSON object; an entity has an id, a schema and properties");
        }
        var lacking = new ArrayList<String>();
        for (String key : List.of("id", "schema", "properties")) {
            if (!json.has(key)) {
                lacking.add(key);
            }
        }
        String names = String.join(", ", json.propertyNames());
        String shown = names.length() <= FtmLine.SHOWN ? names : names.substring(0, FtmLine.SHOWN) + "…";
        return Optional.of(
                        "its first object has no " + String.join(", no ", lacking) + "; it has: " + shown
                                + ". An entity has an id, a schema and properties; a list of entities stands in an array or one on each line")
                .filter(any -> !lacking.isEmpty());
    }
}
