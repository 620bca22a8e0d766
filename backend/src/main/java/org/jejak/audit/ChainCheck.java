package org.jejak.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the chain line by line. After a line that does not fit it goes on from there, so that one change is one problem. */
final class ChainCheck {

    private static final int MOST_PROBLEMS = 100;

    private final Optional<Head> kept;
    private final List<Verification.Problem> problems = new ArrayList<>();
    private Head head = Head.NONE;
    private long entries;
    private long lines;
    private boolean keptSeen;

    ChainCheck(Optional<Head> kept) {
        this.kept = kept.filter(h -> h.seq() > 0);
    }

    void line(long number, byte[] line, boolean complete) {
        lines = number;
        var entry = Entry.parse(line);
        if (!complete) {
            problem(number, "the line does not end: its writer was stopped, or it was cut");
            return;
        }
        if (entry.isEmpty()) {
            problem(number, "not an entry: it was changed");
            head = new Head(head.seq() + 1, Entry.digest(line));
            return;
        }
        long seq = entry.get().seq();
        if (seq > head.seq() + 1) {
            problem(number, "entries " + (head.seq() + 1) + " to " + (seq - 1) + " are missing");
        } else if (seq <= head.seq()) {
            problem(number, "entry " + seq + " stands out of order");
        } else if (!entry.get().prevHash().equals(head.hash())) {
            problem(number, "does not follow from the entry before it: that one was changed or replaced");
        }
        entries++;
        head = new Head(seq, Entry.digest(line));
        if (kept.filter(head::equals).isPresent()) {
            keptSeen = true;
        }
    }

    Verification result() {
        if (kept.isPresent() && !keptSeen) {
            long seq = kept.get().seq();
            problem(
                    lines + 1,
                    seq > head.seq()
                            ? "cut short: the database knows entry " + seq + ", the log ends at " + head.seq()
                            : "entry " + seq + " is another than the one the database knows");
        }
        return new Verification(entries, head, kept, problems);
    }

    private void problem(long line, String text) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Verification.Problem(line, text));
        }
    }
}
