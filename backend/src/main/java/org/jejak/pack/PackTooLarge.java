package org.jejak.pack;

/** The selection does not fit into one pack. */
public final class PackTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PackTooLarge(String message) {
        super(message);
    }
}
