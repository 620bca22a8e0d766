package org.jejak.store;

/** The store is there and cannot be opened; the message says which, why, and where more of it stands. */
public final class StoreUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnusable(String message, Throwable cause) {
        super(message, cause);
    }

    /** What stands innermost is what happened; Neo4j puts three sentences of its own around it. */
    static StoreUnusable of(Home home, Throwable failed) {
        Throwable innermost = failed;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String why = innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
        return new StoreUnusable(
                "the store in " + home.store() + " cannot be opened: " + why + ". More stands in "
                        + home.store().resolve("logs").resolve("debug.log")
                        + "; if its files were damaged or changed, restore the home from a backup, whole",
                failed);
    }
}
