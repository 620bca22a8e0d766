package org.jejak.identity;

/** What was sealed can never be opened again: somebody it names was erased. */
public final class KeyDestroyed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyDestroyed(long slot) {
        super("the key in slot " + slot + " was destroyed");
    }
}
