package org.jejak.ingest.translation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jejak.ingest.UnreadableDelivery;

/** A part of a workbook that has to fit into memory, and is refused where it would not. */
final class Limited extends FilterInputStream {

    private final String name;
    private long left;

    Limited(InputStream in, long most, String name) {
        super(in);
        this.left = most;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = in.read(into, from, length);
        left -= Math.max(n, 0);
        if (left < 0) {
            throw new UnreadableDelivery(
                    name + " holds more text than can be held at once; save the sheet as CSV UTF-8 and load that.");
        }
        return n;
    }
}
