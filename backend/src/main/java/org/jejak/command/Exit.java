package org.jejak.command;

import java.io.IOException;
import org.jejak.audit.AuditUnavailable;
import org.jejak.identity.KeysUnusable;
import org.jejak.ingest.LoadBusy;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.network.NotAllowed;
import org.jejak.store.HomeInUse;
import org.jejak.store.StoreUnusable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.security.core.AuthenticationException;

/** What a command ends with; where several apply, the highest. */
final class Exit {

    /** Done, held rows included. */
    static final int DONE = 0;
    /** The answer is no: verification failed, rows refused, checks broken; or something nobody foresaw. */
    static final int NO = 1;
    /** Wrong usage. */
    static final int USAGE = 2;
    /** There is nothing that can be read. */
    static final int UNREADABLE = 3;
    /** Not allowed, not there, or in use. */
    static final int REFUSED = 4;

    private Exit() {}

    /** How a failure ends, and the one sentence that says it. */
    record Failure(int code, String message, boolean foreseen) {

        /** What a person is told: one line, and of what nobody foresaw where the rest of it is. */
        String line(Throwable thrown) {
            String told = message.strip().replaceAll("\\s*\\R\\s*", " ");
            return foreseen
                    ? told
                    : told
                            + Mishap.written(thrown)
                                    .map(file -> "; what a developer needs to know is in " + file)
                                    .orElse("");
        }
    }

    /** Looks through the wrappings that Spring and others put around what happened. */
    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            int code = switch (cause) {
                case UnreadableDelivery u -> UNREADABLE;
                case NotAllowed n -> REFUSED;
                case HomeInUse h -> REFUSED;
                case KeysUnusable k -> REFUSED;
                case StoreUnusable s -> UNREADABLE;
                case AuditUnavailable a -> REFUSED;
                case LoadBusy l -> REFUSED;
                case PortInUseException p -> REFUSED;
                case AuthenticationException a -> REFUSED;
                case java.nio.file.FileSystemException f -> REFUSED;
                case IOException i -> UNREADABLE;
                case IllegalArgumentException i when !isWrapping(i) -> USAGE;
                default -> -1;
            };
            if (code >= 0) {
                return new Failure(code, message(cause), true);
            }
        }
        return new Failure(NO, "something nobody foresaw went wrong" + because(thrown), false);
    }

    /** Spring reports a class it cannot bind or find as an illegal argument; that is no mistake of who typed. */
    private static boolean isWrapping(IllegalArgumentException thrown) {
        return thrown.getStackTrace().length == 0
                || !thrown.getStackTrace()[0].getClassName().startsWith("org.jejak.");
    }

    private static String because(Throwable thrown) {
        return thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    }

    private static String message(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return switch (cause) {
            case AuditUnavailable a
            when a.getCause() instanceof java.nio.file.FileSystemException f -> said + ": " + message(f);
            case java.nio.file.AccessDeniedException a -> a.getFile() + " cannot be opened: not allowed";
            case java.nio.file.FileAlreadyExistsException f ->
                f.getFile() + " is there already" + (f.getReason() == null ? "" : " (" + f.getReason() + ")");
            case java.nio.file.NoSuchFileException f -> "there is no " + f.getFile();
            case java.nio.file.FileSystemException f ->
                f.getFile() + " cannot be used" + (f.getReason() == null ? "" : ": " + f.getReason());
            case PortInUseException p -> "port " + p.getPort() + " is taken; name another with --port";
            case java.io.EOFException e -> "what is read ends too soon";
            case IOException i -> "it cannot be read or written" + because(i);
            default -> said;
        };
    }
}
