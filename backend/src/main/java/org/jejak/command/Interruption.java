package org.jejak.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C, or a request to end, while something is under way that must not stop half done: it is asked to take itself
 * back, and then the process ends as it was told to. Asked twice it ends at once; what is left half done is taken back
 * by whoever opens the home next.
 */
final class Interruption implements AutoCloseable {

    /** What a shell adds to the number of the signal that ended a process. */
    private static final int ENDED_BY_SIGNAL = 128;

    private final Map<Signal, SignalHandler> before = new HashMap<>();
    private final String told;
    private volatile int number;

    /** @param told what is said when it is asked for the first time */
    Interruption(String told) {
        this.told = told;
        for (String name : List.of("INT", "TERM")) {
            try {
                var signal = new Signal(name);
                before.put(signal, Signal.handle(signal, this::handle));
            } catch (IllegalArgumentException thisSystemHasNone) {
                // then the process ends at once, and the next start takes back
            }
        }
    }

    private void handle(Signal signal) {
        if (asked()) {
            Runtime.getRuntime().halt(ENDED_BY_SIGNAL + signal.getNumber());
        }
        number = signal.getNumber();
        Output.note(told);
    }

    /** Whether to stop. */
    boolean asked() {
        return number != 0;
    }

    /** What the process is to end with. */
    int code() {
        return ENDED_BY_SIGNAL + number;
    }

    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
