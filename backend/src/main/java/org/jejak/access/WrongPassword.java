package org.jejak.access;

/** Whoever wants to do something in a user's name does not know the user's password. */
public final class WrongPassword extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public WrongPassword(String message) {
        super(message);
    }
}
