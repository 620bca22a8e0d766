package org.jejak.integrity;

import java.util.List;
import java.util.Set;
import org.jejak.network.Holdings;
import org.jejak.network.Key;
import org.jejak.network.Span;

/** Whose phone, handle or account it was, of a case: the rule is {@link Holdings}. */
final class Holders {

    private final Holdings<Basis> holdings;

    Holders(OfficialsCase in) {
        holdings = new Holdings<>(
                in.same(), thing -> Holdings.actsForItself(in.kinds().get(thing)));
        in.links().forEach(l -> holdings.add(l.subject(), l.relation(), l.object(), l.span(), l.basis()));
    }

    /** A person stands for themselves; an organization too. */
    Set<Key> of(Key party, Span when) {
        return holdings.behind(party, when);
    }

    /** The rows that say who holds it. */
    List<Basis> basesOf(Key thing) {
        return holdings.saying(thing);
    }

    Holdings<Basis> holdings() {
        return holdings;
    }
}
