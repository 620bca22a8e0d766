package org.jejak.ingest.ftm;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jejak.ingest.RawRow;
import org.jspecify.annotations.Nullable;

/** A file with one JSON object on each line; empty lines are passed over, and a broken one breaks no other. */
final class FtmLines implements FtmItems {

    /** Longest line that is read; a text of that length is no entity. */
    private static final int LONGEST_LINE = 1 << 26;

    private final InputStream in;
    private final ArrayDeque<FtmLine> ready = new ArrayDeque<>();
    private long number;
    private boolean ended;

    FtmLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    @Override
    public @Nullable FtmLine next() throws IOException {
        while (ready.isEmpty() && !ended) {
            read();
        }
        return ready.poll();
    }

    private void read() throws IOException {
        var bytes = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        int c;
        while ((c = in.read()) >= 0 && c != '\n') {
            if (bytes.size() < LONGEST_LINE) {
                bytes.write(c);
            } else {
                tooLong = true;
            }
        }
        ended = c < 0;
        number++;
        byte[] line = withoutMark(bytes.toByteArray());
        if (tooLong) {
            ready.add(new FtmLine.Flawed(new RawRow(
                    number, Map.of(), Optional.of(new RawRow.Flaw("text", "", "the line is longer than 64 MiB")))));
        } else if (!isBlank(line)) {
            ready.addAll(FtmLine.all(number, line));
        }
    }

    private byte[] withoutMark(byte[] line) {
        boolean marked = number == 1
                && line.length >= 3
                && line[0] == (byte) 0xEF
                && line[1] == (byte) 0xBB
                && line[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(line, 3, line.length) : line;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
