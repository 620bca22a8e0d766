package org.jejak.pack.verify;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The zip around a pack, read from front to back and never by its directory: each member's header must be the one form
 * that can stand there, and the directory at the end must be, byte for byte, the one that the members call for. Since
 * members are stored there is nothing to inflate, so nothing can blow up; a compressed member is refused at its header.
 */
final class Container implements AutoCloseable {

    /** A member and its digests; {@code name} without the top folder. */
    record Member(String name, long offset, long size, String sha256, String sha512) {}

    /** The container is not of the canonical form; the message says where. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    private static final int HEADER = 30;
    private static final int BUFFER = 1 << 16;

    private final RandomAccessFile file;
    private final long length;
    private final List<Member> members = new ArrayList<>();
    private String top = "";

    private Container(RandomAccessFile file) throws IOException {
        this.file = file;
        this.length = file.length();
    }

    /** Opens what may be a zip: one that begins or ends like one. */
    static Container open(Path path) throws IOException {
        var file = new RandomAccessFile(path.toFile(), "r");
        try {
            var container = new Container(file);
            if (!container.looksLikeAZip()) {
                throw new NotAPack("not a zip file: " + path);
            }
            return container;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private boolean looksLikeAZip() throws IOException {
        byte[] start = new byte[4];
        if (length < start.length) {
            return false;
        }
        readAt(0, start, start.length);
        if (intAt(start, 0) == PackFormat.LOCAL_HEADER) {
            return true;
        }
        byte[] end = new byte[(int) Math.min(length, 22)];
        readAt(length - end.length, end, end.length);
        return intAt(end, 0) == PackFormat.END_OF_CENTRAL;
    }

    /** The members in order. */
    List<Member> members() {
        return List.copyOf(members);
    }

    String top() {
        return top;
    }

    /** Reads every member, rebuilds the directory and compares. */
    void read() throws IOException, Broken {
        if (length > PackFormat.LARGEST_PACK) {
            throw new Broken("larger than a pack can be");
        }
        var directory = new ByteArrayOutputStream();
        long at = 0;
        String previous = "";
        byte[] header = new byte[HEADER];
        while (true) {
            if (length - at < 4) {
                throw new Broken("cut short at byte " + at);
            }
            readAt(at, header, 4);
            if (intAt(header, 0) != PackFormat.LOCAL_HEADER) {
                break;
            }
            if (length - at < HEADER) {
                throw new Broken("cut short at byte " + at);
            }
            readAt(at, header, HEADER);
            var fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            long size = fields.getInt(22) & 0xFFFF_FFFFL;
            int nameLength = fields.getShort(26) & 0xFFFF;
            if (nameLength == 0 || size > length - at - HEADER - nameLength) {
                throw new Broken("the member at byte " + at + " reaches behind the end of the file");
            }
            byte[] nameBytes = new byte[nameLength];
            readAt(at + HEADER, nameBytes, nameLength);
            String name = new String(nameBytes, StandardCharsets.ISO_8859_1);
            if (members.size() == PackFormat.MOST_MEMBERS) {
                throw new Broken("more members than a pack can have");
            }
            if (name.compareTo(previous) <= 0) {
                throw new Broken("members are not sorted, or one stands twice, at byte " + at);
            }
            var digests = digest(at + HEADER + nameLength, size);
            byte[] expected = localHeader(digests.crc, size, nameLength);
            if (!Arrays.equals(expected, header)) {
                throw new Broken("the header at byte " + at + " is not in canonical form");
            }
            add(name, at + HEADER + nameLength, size, digests);
            directory.writeBytes(centralHeader(digests.crc, size, nameLength, at));
            directory.writeBytes(nameBytes);
            previous = name;
            at += HEADER + nameLength + size;
        }
        directory.writeBytes(endOfDirectory(members.size(), directory.size(), at));
        compareTail(at, directory.toByteArray());
    }

    private void add(String name, long offset, long size, Digests digests) throws Broken {
        int slash = name.indexOf('/');
        String folder = slash < 0 ? "" : name.substring(0, slash);
        if (members.isEmpty()) {
            top = folder;
        }
        if (slash < 0 || !folder.equals(top)) {
            throw new Broken("not all members stand in one top folder");
        }
        for (String segment : name.split("/", -1)) {
            if (!PackFormat.SEGMENT.matcher(segment).matches()) {
                throw new Broken("a member's path is not one a pack may have");
            }
        }
        members.add(new Member(name.substring(slash + 1), offset, size, digests.sha256, digests.sha512));
    }

    private void compareTail(long at, byte[] expected) throws IOException, Broken {
        if (length - at < expected.length) {
            throw new Broken("cut short: the directory at the end is incomplete");
        }
        if (length - at > expected.length) {
            throw new Broken("there is something behind the end of the directory, or the directory has more entries");
        }
        byte[] actual = new byte[expected.length];
        readAt(at, actual, actual.length);
        int difference = Arrays.mismatch(actual, expected);
        if (difference >= 0) {
            throw new Broken("the directory differs from what the members call for at byte " + (at + difference));
        }
    }

    private record Digests(int crc, String sha256, String sha512) {}

    private Digests digest(long offset, long size) throws IOException {
        var crc = new CRC32();
        var sha256 = digest("SHA-256");
        var sha512 = digest("SHA-512");
        byte[] buffer = new byte[BUFFER];
        file.seek(offset);
        long left = size;
        while (left > 0) {
            int n = file.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                throw new EOFException();
            }
            crc.update(buffer, 0, n);
            sha256.update(buffer, 0, n);
            sha512.update(buffer, 0, n);
            left -= n;
        }
        var hex = HexFormat.of();
        return new Digests((int) crc.getValue(), hex.formatHex(sha256.digest()), hex.formatHex(sha512.digest()));
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** A member's bytes; refused if there are more than {@code most}. */
    byte[] content(Member member, int most) throws IOException, Broken {
        if (member.size() > most) {
            throw new Broken(member.name() + " is larger than it can be");
        }
        byte[] bytes = new byte[(int) member.size()];
        readAt(member.offset(), bytes, bytes.length);
        return bytes;
    }

    private static byte[] localHeader(int crc, long size, int nameLength) {
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(PackFormat.LOCAL_HEADER);
        common(header, crc, size, nameLength);
        return header.array();
    }

    private static byte[] centralHeader(int crc, long size, int nameLength, long offset) {
        var header = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(PackFormat.CENTRAL_HEADER).putShort((short) PackFormat.ZIP_VERSION);
        common(header, crc, size, nameLength);
        header.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) offset);
        return header.array();
    }

    /** Version, no flags, stored, midnight, the first day, checksum, size twice, length of the name, no extra field. */
    private static void common(ByteBuffer header, int crc, long size, int nameLength) {
        header.putShort((short) PackFormat.ZIP_VERSION).putShort((short) 0).putShort((short) 0);
        header.putShort((short) 0).putShort((short) PackFormat.ZIP_DATE).putInt(crc);
        header.putInt((int) size)
                .putInt((int) size)
                .putShort((short) nameLength)
                .putShort((short) 0);
    }

    private static byte[] endOfDirectory(int members, int size, long offset) {
        var end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(PackFormat.END_OF_CENTRAL).putShort((short) 0).putShort((short) 0);
        end.putShort((short) members).putShort((short) members);
        end.putInt(size).putInt((int) offset).putShort((short) 0);
        return end.array();
    }

    private void readAt(long offset, byte[] into, int count) throws IOException {
        file.seek(offset);
        file.readFully(into, 0, count);
    }

    private static int intAt(byte[] bytes, int index) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(index);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
