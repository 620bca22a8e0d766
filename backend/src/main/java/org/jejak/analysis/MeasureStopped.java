package org.jejak.analysis;

/** A computation ended early because someone asked it to; there is no partial result. */
public final class MeasureStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MeasureStopped() {
        super("stopped on request");
    }
}
