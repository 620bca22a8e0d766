package org.jejak.investigation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Questions and results as text. Fields stand in the order in which the records declare them, so equal is equal. */
final class KeptJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What is sealed of an investigation.
     *
     * @param guarded ids of whoever was protected when it was asked; null where it was kept before that was written down
     */
    record Content(
            String title,
            KeptQuestion question,
            KeptResult result,
            @Nullable List<String> guarded) {}

    private KeptJson() {}

    static String text(Object record) {
        return JSON.writeValueAsString(record);
    }

    static Content content(byte[] text) {
        return JSON.readValue(text, Content.class);
    }

    /** Of a result together with the question it answers. */
    static String digest(KeptQuestion question, KeptResult result) {
        return digest(text(question) + "\n" + text(result));
    }

    private static String digest(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
