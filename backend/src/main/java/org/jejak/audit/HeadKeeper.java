package org.jejak.audit;

import java.util.Optional;

/** Keeps the log's last head somewhere else than the log, so that a log cut short can be told from a whole one. */
public interface HeadKeeper {

    /** What was kept last; empty if nothing ever was. */
    Optional<Head> last();

    /** Keeps {@code head} unless a later one is kept already. */
    void keep(Head head);
}
