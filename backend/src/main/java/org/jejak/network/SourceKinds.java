package org.jejak.network;

import java.util.Set;

/** What the kind of a source says about it, beyond the word itself. */
public final class SourceKinds {

    /** Somebody said it: who, is as much a secret as the name of a witness. */
    public static final Set<String> SAID_BY_SOMEBODY = Set.of("testimony", "interview", "tip", "hotline");

    private SourceKinds() {}
}
