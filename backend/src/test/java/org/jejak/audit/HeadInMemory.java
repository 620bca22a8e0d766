package org.jejak.audit;

import java.util.Optional;

/** The last head, for as long as a test runs; the latest of those that come out of order. */
public final class HeadInMemory implements HeadKeeper {

    private Head kept = Head.NONE;

    @Override
    public synchronized Optional<Head> last() {
        return kept.seq() == 0 ? Optional.empty() : Optional.of(kept);
    }

    @Override
    public synchronized void keep(Head head) {
        kept = head.seq() > kept.seq() ? head : kept;
    }
}
