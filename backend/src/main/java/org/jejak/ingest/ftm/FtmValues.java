package org.jejak.ingest.ftm;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import org.jejak.ingest.UnreadableDelivery;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON array of objects, or objects one behind the other, over as many lines as they take; read value by value. */
final class FtmValues implements FtmItems {

    /** Behind a value the next one follows. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final JsonParser parser;
    private final ArrayDeque<FtmLine> ready = new ArrayDeque<>();
    private long begun;

    FtmValues(String name, InputStream in) {
        this.name = name;
        this.parser = JSON.createParser(in);
    }

    @Override
    public @Nullable FtmLine next() {
        while (ready.isEmpty()) {
            JsonNode json = json();
            if (json == null) {
                return null;
            }
            ready.addAll(new FtmNesting(begun).of(json));
        }
        return ready.poll();
    }

    /** The next value, arrays opened; null behind the last. */
    @Nullable
    JsonNode json() {
        try {
            JsonToken token = parser.nextToken();
            while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
                token = parser.nextToken();
            }
            if (token == null) {
                return null;
            }
            begun = parser.currentTokenLocation().getLineNr();
            return JSON.readTree(parser);
        } catch (JacksonException broken) {
            throw new UnreadableDelivery(
                    name + " cannot be read as JSON behind line "
                            + parser.currentLocation().getLineNr() + ", column "
                            + parser.currentLocation().getColumnNr()
                            + "; is a bracket or a quote never closed? Nothing of it was loaded",
                    broken);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
