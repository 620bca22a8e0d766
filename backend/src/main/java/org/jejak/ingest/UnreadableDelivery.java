package org.jejak.ingest;

/**
 * There is nothing here that can be read as records: not a folder or zip, no {@code bundle.json}, not the format that
 * was named. Its message is for the person who tried, and says how to mend it. The command line ends with exit code 3.
 */
public final class UnreadableDelivery extends RuntimeException {

    public UnreadableDelivery(String message) {
        super(message);
    }

    public UnreadableDelivery(String message, Throwable cause) {
        super(message, cause);
    }
}
