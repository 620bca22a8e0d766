package org.jejak.ui.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The sheets the reader came through, to go back to and forward again. */
final class Steps {

    private static final int REMEMBERED = 100;

    private final Deque<Sheet> past = new ArrayDeque<>();
    private final Deque<Sheet> future = new ArrayDeque<>();
    private Sheet now = Sheet.BLANK;

    Sheet now() {
        return now;
    }

    void go(Sheet next) {
        if (next.equals(now)) {
            return;
        }
        past.push(now);
        if (past.size() > REMEMBERED) {
            past.removeLast();
        }
        future.clear();
        now = next;
    }

    Optional<Sheet> undo() {
        return move(past, future);
    }

    Optional<Sheet> redo() {
        return move(future, past);
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    private Optional<Sheet> move(Deque<Sheet> from, Deque<Sheet> onto) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        onto.push(now);
        now = from.pop();
        return Optional.of(now);
    }
}
