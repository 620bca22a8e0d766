package org.jejak.ingest;

/** Another load has the turn. The command line ends with exit code 4. */
public final class LoadBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LoadBusy(String message) {
        super(message);
    }
}
