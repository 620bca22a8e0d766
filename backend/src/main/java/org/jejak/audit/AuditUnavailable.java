package org.jejak.audit;

/** The log cannot be written or read, so what was to be logged must not be done. */
public final class AuditUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
