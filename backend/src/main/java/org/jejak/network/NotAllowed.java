package org.jejak.network;

/**
 * Somebody asked for what they may not have, or for what is not there: the two get the same words, so that an answer
 * never says that something hidden exists. The command line ends with exit code 4, the REST API answers 404.
 */
public final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAllowed(String message) {
        super(message);
    }

    /** For a case that does not exist and for one that the viewer is not assigned to. */
    public static NotAllowed noCase(String caseRef) {
        return new NotAllowed("there is no case " + caseRef + " that you may see");
    }
}
