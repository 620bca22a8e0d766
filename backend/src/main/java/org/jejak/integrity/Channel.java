package org.jejak.integrity;

import java.util.function.Predicate;
import org.jejak.network.Key;

/**
 * One question about officials, with its records and its null model. Each says in its Javadoc how it answers three
 * traps: who is rostered together, how the network became known, and who is watched.
 */
interface Channel {

    /** The name it goes by in reports. */
    String name();

    /**
     * What it finds about at least those asked for, and about everybody whose answer hangs together with theirs (the
     * same place, the same unit).
     */
    Findings about(Predicate<Key> asked, CaseView view);
}
