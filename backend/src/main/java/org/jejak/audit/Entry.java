package org.jejak.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of the log.
 *
 * @param actor user on whose behalf it was done
 * @param action what was done, in a word or two
 * @param objects ids and names of files; empty where there were more than {@value #MOST_OBJECTS}
 * @param objectsSha256 where {@code objects} had to be left out, the digest of all of them, sorted, one a line: with it
 *     one can say later whether a given set was read
 * @param count how many things were read or changed
 */
public record Entry(
        long seq,
        Instant at,
        String actor,
        String action,
        List<String> objects,
        String objectsSha256,
        long count,
        String prevHash) {

    static final int MOST_OBJECTS = 64;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Entry {
        objects = List.copyOf(objects);
    }

    /** What happened, before it has its place in the log. */
    static Entry unplaced(Instant at, String actor, String action, Collection<String> objects, long count) {
        boolean few = objects.size() <= MOST_OBJECTS;
        return new Entry(
                0,
                at,
                actor,
                action,
                few ? List.copyOf(objects) : List.of(),
                few
                        ? ""
                        : digest(String.join("\n", objects.stream().sorted().toList())
                                .getBytes(StandardCharsets.UTF_8)),
                count,
                "");
    }

    Entry after(Head head) {
        return new Entry(head.seq() + 1, at, actor, action, objects, objectsSha256, count, head.hash());
    }

    /** The line without its end: canonical JSON (RFC 8785). */
    byte[] line() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seq", seq);
        json.put("at", at.toString());
        json.put("actor", actor);
        json.put("action", action);
        json.put("objects", objects);
        if (!objectsSha256.isEmpty()) {
            json.put("objectsSha256", objectsSha256);
        }
        json.put("count", count);
        json.put("prevHash", prevHash);
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(json)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entry a line says; empty if it is none, or not in the one form an entry has. */
    static Optional<Entry> parse(byte[] line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.isObject()
                    || !json.path("seq").isIntegralNumber()
                    || !json.path("objects").isArray()) {
                return Optional.empty();
            }
            var entry = new Entry(
                    json.path("seq").asLong(),
                    Instant.parse(json.path("at").asString()),
                    json.path("actor").asString(),
                    json.path("action").asString(),
                    json.path("objects").valueStream().map(JsonNode::asString).toList(),
                    json.path("objectsSha256").asString(""),
                    json.path("count").asLong(),
                    json.path("prevHash").asString());
            return java.util.Arrays.equals(entry.line(), line) ? Optional.of(entry) : Optional.empty();
        } catch (JacksonException | java.time.DateTimeException notAnEntry) {
            return Optional.empty();
        }
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
