package org.jejak.store;

/** Another process holds the home, or it cannot be written; the message says which and what to do. */
public final class HomeInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HomeInUse(String message) {
        super(message);
    }

    public HomeInUse(String message, Throwable cause) {
        super(message, cause);
    }
}
