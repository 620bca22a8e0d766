package org.jejak.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Reads the log's lines from either end, without moving the channel's own position. */
final class LogLines {

    private static final int BLOCK = 1 << 16;

    /** Longer lines are no entries; the rest of one is passed over. */
    private static final int LONGEST = 1 << 20;

    interface Receiver {
        /**
         * @param number counted from 1
         * @param complete whether a line end follows
         */
        void line(long number, byte[] line, boolean complete);
    }

    /**
     * The end of the log.
     *
     * @param end behind the last complete line
     * @param torn what stands behind it: the beginning of a line whose writer died
     */
    record Tail(Head head, long end, byte[] torn) {}

    private LogLines() {}

    static void each(FileChannel log, long size, Receiver receiver) throws IOException {
        var line = new ByteArrayOutputStream();
        var block = ByteBuffer.allocate(BLOCK);
        long at = 0;
        long number = 1;
        while (at < size) {
            block.clear().limit((int) Math.min(BLOCK, size - at));
            int n = log.read(block, at);
            if (n < 0) {
                break;
            }
            for (int i = 0; i < n; i++) {
                byte b = block.get(i);
                if (b == '\n') {
                    receiver.line(number++, line.toByteArray(), true);
                    line.reset();
                } else if (line.size() < LONGEST) {
                    line.write(b);
                }
            }
            at += n;
        }
        if (line.size() > 0) {
            receiver.line(number, line.toByteArray(), false);
        }
    }

    /** Reads backwards to the last line that ends. */
    static Tail last(FileChannel log, long size) throws IOException {
        int window = BLOCK;
        while (true) {
            int length = (int) Math.min(window, size);
            byte[] bytes = read(log, size - length, length);
            int lastEnd = lastIndexOf(bytes, length - 1);
            int before = lastEnd < 0 ? -1 : lastIndexOf(bytes, lastEnd - 1);
            if (before >= 0 || length == size) {
                byte[] torn = Arrays.copyOfRange(bytes, lastEnd + 1, length);
                if (lastEnd < 0) {
                    return new Tail(Head.NONE, 0, torn);
                }
                byte[] line = Arrays.copyOfRange(bytes, before + 1, lastEnd);
                long seq = Entry.parse(line)
                        .map(Entry::seq)
                        .orElseThrow(() -> new IOException("the last line of the audit log is no entry"));
                return new Tail(new Head(seq, Entry.digest(line)), size - length + lastEnd + 1, torn);
            }
            if (window > LONGEST * 2) {
                throw new IOException("the last line of the audit log does not begin");
            }
            window *= 4;
        }
    }

    private static int lastIndexOf(byte[] bytes, int from) {
        for (int i = from; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static byte[] read(FileChannel log, long at, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (log.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("the audit log became shorter while it was read");
            }
        }
        return buffer.array();
    }
}
