package org.jejak.ingest;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Which rows this load has taken already, 16 bytes a row: a hash of the key and one of the cells, both with a random
 * salt, so that nobody can make two rows collide. Two of two million rows collide by chance once in ten million loads.
 */
final class SeenRows {

    /** What came before under the same key. */
    enum Before {
        NOTHING,
        SAME,
        OTHER
    }

    private final Long2LongOpenHashMap cellsByKey = new Long2LongOpenHashMap();
    private final byte[] salt = new byte[16];

    SeenRows() {
        new SecureRandom().nextBytes(salt);
    }

    Before look(String key, String commitment) {
        long hash = hash(key);
        if (!cellsByKey.containsKey(hash)) {
            return Before.NOTHING;
        }
        return cellsByKey.get(hash) == beginning(commitment) ? Before.SAME : Before.OTHER;
    }

    void add(String key, String commitment) {
        cellsByKey.put(hash(key), beginning(commitment));
    }

    /** A commitment is a keyed hash already. */
    private static long beginning(String commitment) {
        long bits = 0;
        for (int i = 0; i < 12 && i < commitment.length(); i++) {
            bits = bits * 67 + commitment.charAt(i);
        }
        return bits;
    }

    private long hash(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
