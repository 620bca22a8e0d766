package org.jejak.analysis;

/** Asked again and again by a long computation; the first yes ends it with {@link MeasureStopped}. */
@FunctionalInterface
public interface StopSignal {

    StopSignal NEVER = () -> false;

    boolean isStopped();

    default void check() {
        if (isStopped()) {
            throw new MeasureStopped();
        }
    }
}
