package org.jejak.ingest.ftm;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.ingest.RawRow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One item of a stream: a fragment of an entity, that one was deleted, or why it is none. */
sealed interface FtmLine {

    record Fragment(FtmEntity entity) implements FtmLine {}

    /** @param schema empty where it does not say */
    record Deleted(long line, String id, String schema) implements FtmLine {}

    record Flawed(RawRow row) implements FtmLine {}

    JsonMapper JSON = JsonMapper.builder().build();

    int SHOWN = 200;

    /** Column of what is refused because it is no entity: the whole of it, to be corrected there. */
    String TEXT = "text";

    /** What one line of a stream holds: an entity, and those nested in it behind it. */
    static List<FtmLine> all(long number, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            return List.of(flawed(number, "", "it holds bytes that are not UTF-8; save the file as UTF-8"));
        }
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JacksonException broken) {
            return List.of(flawed(number, text, "it is not JSON; a stream has one JSON object on each line"));
        }
        return new FtmNesting(number).of(json);
    }

    /** The first of them. */
    static FtmLine read(long number, byte[] bytes) {
        return all(number, bytes).getFirst();
    }

    static FtmLine flawed(long number, String text, String reason) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return new Flawed(new RawRow(
                number,
                text.isEmpty() ? Map.of() : Map.of(TEXT, text),
                Optional.of(new RawRow.Flaw(TEXT, shown, reason))));
    }
}
