package org.jejak.pack.verify;

import java.io.IOException;

/** There is nothing that can be verified: no file, or one that is no zip at all. */
public final class NotAPack extends IOException {

    private static final long serialVersionUID = 1L;

    public NotAPack(String message) {
        super(message);
    }
}
