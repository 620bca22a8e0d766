package org.jejak.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.jejak.pack.verify.PackFormat;

/** The files of a bag, their manifests, and the canonical zip around them. */
final class Bag {

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    void put(String name, byte[] content) {
        for (String segment : name.split("/", -1)) {
            if (!PackFormat.SEGMENT.matcher(segment).matches()) {
                throw new IllegalArgumentException("no path of a pack: " + name);
            }
        }
        if (files.put(name, content) != null) {
            throw new IllegalArgumentException("twice in one pack: " + name);
        }
    }

    void put(String name, String content) {
        put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    byte[] get(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalArgumentException("not in the pack: " + name);
        }
        return content;
    }

    Map<String, byte[]> payload() {
        return files.subMap(PackFormat.PAYLOAD, PackFormat.PAYLOAD + Character.MAX_VALUE);
    }

    /** One line a file of the payload. */
    String manifest(String algorithm) {
        return manifest(algorithm, name -> name.startsWith(PackFormat.PAYLOAD));
    }

    /** One line for each other file there is by now; the tag manifests themselves come after. */
    String tagManifest(String algorithm) {
        return manifest(algorithm, name -> !name.startsWith(PackFormat.PAYLOAD));
    }

    private String manifest(String algorithm, Predicate<String> belongs) {
        var lines = new StringBuilder();
        files.forEach((name, content) -> {
            if (belongs.test(name)) {
                lines.append(digest(algorithm, content))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
        });
        return lines.toString();
    }

    static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is part of every JDK", e);
        }
    }

    /** The zip: members stored, sorted, all of one date, under one top folder. */
    byte[] zip(String top) {
        long total = 22;
        for (var file : files.entrySet()) {
            total += 76 + 2L * (top.length() + 1 + file.getKey().length()) + file.getValue().length;
        }
        if (total > Integer.MAX_VALUE - 16 || files.size() > PackFormat.MOST_MEMBERS) {
            throw new PackTooLarge("a pack holds at most 2 GiB and " + PackFormat.MOST_MEMBERS + " files");
        }
        var zip = new ByteArrayOutputStream((int) total);
        var directory = new ByteArrayOutputStream();
        files.forEach((file, content) -> {
            byte[] name = (top + "/" + file).getBytes(StandardCharsets.US_ASCII);
            var crc = new CRC32();
            crc.update(content);
            int offset = zip.size();
            var local = header(30, PackFormat.LOCAL_HEADER);
            describe(local, (int) crc.getValue(), content.length, name.length);
            zip.writeBytes(local.array());
            zip.writeBytes(name);
            zip.writeBytes(content);
            var central = header(46, PackFormat.CENTRAL_HEADER).putShort((short) PackFormat.ZIP_VERSION);
            describe(central, (int) crc.getValue(), content.length, name.length);
            central.putInt(42, offset);
            directory.writeBytes(central.array());
            directory.writeBytes(name);
        });
        int start = zip.size();
        zip.writeBytes(directory.toByteArray());
        var end = header(22, PackFormat.END_OF_CENTRAL);
        end.putShort(8, (short) files.size()).putShort(10, (short) files.size());
        end.putInt(12, directory.size()).putInt(16, start);
        zip.writeBytes(end.array());
        return zip.toByteArray();
    }

    private static ByteBuffer header(int size, int signature) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(signature);
    }

    private static void describe(ByteBuffer header, int crc, int size, int name) {
        header.putShort((short) PackFormat.ZIP_VERSION).putShort((short) 0).putShort((short) 0);
        header.putShort((short) 0).putShort((short) PackFormat.ZIP_DATE);
        header.putInt(crc).putInt(size).putInt(size).putShort((short) name);
    }
}
