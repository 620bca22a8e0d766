package org.jejak.ingest;

/** Hears how far a load has come. */
@FunctionalInterface
public interface LoadProgress {

    /**
     * @param file name of the file that is being loaded
     * @param rows rows of the whole delivery that are done
     * @param of rows of the whole delivery; negative where that is not known
     */
    void at(String file, long rows, long of);
}
