package org.jejak.identity;

/** The keys are there and open nothing, or not what they should; the message says which and what to do. */
public final class KeysUnusable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public KeysUnusable(String message) {
        super(message);
    }

    public KeysUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
