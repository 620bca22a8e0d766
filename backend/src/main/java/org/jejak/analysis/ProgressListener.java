package org.jejak.analysis;

/** Hears how far a long computation has come. May be called from several threads; must return at once. */
@FunctionalInterface
public interface ProgressListener {

    ProgressListener NONE = (step, share) -> {};

    /**
     * @param step what is being computed, in plain words
     * @param share how much of it is done, 0 to 1
     */
    void advanced(String step, double share);
}
