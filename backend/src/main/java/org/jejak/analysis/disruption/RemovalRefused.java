package org.jejak.analysis.disruption;

/** Somebody was to be removed who must not be a target, or is not in the network. */
public final class RemovalRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RemovalRefused(String message) {
        super(message);
    }
}
