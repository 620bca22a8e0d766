package org.jejak.network;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.SortedMap;

/** SHA-256 of the non-empty cells of a row. Two deliveries of a row are the same version exactly if these are equal. */
public final class CellDigest {

    private CellDigest() {}

    /** @param file name of the row's file without {@code .csv} */
    public static byte[] of(String file, SortedMap<String, String> cells) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(file.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> cell : cells.entrySet()) {
                sha256.update((byte) 0x1E);
                sha256.update(cell.getKey().getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0x1F);
                sha256.update(cell.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
