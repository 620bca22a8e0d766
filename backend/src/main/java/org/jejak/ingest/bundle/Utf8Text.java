package org.jejak.ingest.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Strict UTF-8 that does not stop at a malformed byte: it gives {@link #NO_TEXT} for it and goes on, so that the row it
 * stands in can be refused alone. A byte order mark at the beginning is skipped.
 */
final class Utf8Text implements Closeable {

    /** Stands for bytes that are no UTF-8. Unicode reserves it: it is no character and may not be interchanged. */
    static final char NO_TEXT = '\uFFFF';

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final CharBuffer chars = CharBuffer.allocate(1 << 16).flip();
    private boolean ended;
    private boolean begun;

    Utf8Text(InputStream in) {
        this.in = in;
    }

    /** The next UTF-16 unit, or -1 at the end. */
    int read() throws IOException {
        if (!chars.hasRemaining() && !fill()) {
            return -1;
        }
        return chars.get();
    }

    private boolean fill() throws IOException {
        chars.clear();
        while (chars.position() == 0) {
            if (!ended && bytes.remaining() < 8) {
                bytes.compact();
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = n < 0;
                bytes.position(bytes.position() + Math.max(n, 0));
                bytes.flip();
            }
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isMalformed() || result.isUnmappable()) {
                bytes.position(bytes.position() + result.length());
                if (!chars.hasRemaining()) {
                    break;
                }
                chars.put(NO_TEXT);
            } else if (ended && !bytes.hasRemaining()) {
                break;
            }
        }
        chars.flip();
        if (!begun && chars.hasRemaining()) {
            begun = true;
            if (chars.get(chars.position()) == '\uFEFF') {
                chars.get();
                return chars.hasRemaining() || fill();
            }
        }
        return chars.hasRemaining();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
