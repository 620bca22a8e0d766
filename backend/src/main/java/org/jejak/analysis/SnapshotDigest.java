package org.jejak.analysis;

import java.util.List;
import org.jejak.network.ActorId;

/** The fingerprint of a snapshot's content. */
final class SnapshotDigest {

    private static final String FORMAT = "jejak-network-1";

    /**
     * The how-manieth way of counting this is. Raise it with every change by which a network gets another digest than
     * before: answers kept earlier then say that they were counted otherwise, not that their records differ.
     */
    static final int WAY = 2;

    private SnapshotDigest() {}

    static String of(List<ActorId> actors, List<Tie> ties, Fold fold) {
        Fingerprint told = new Fingerprint(FORMAT);
        told.text(fold.name());
        told.number(actors.size());
        for (ActorId actor : actors) {
            told.text(actor.key().value());
        }
        told.number(ties.size());
        for (Tie tie : ties) {
            told.text(tie.a().key().value());
            told.text(tie.b().key().value());
            told.text(tie.event().equals(tie.record()) ? tie.kind().name() : tie.kind() + " " + tie.event());
            told.text(tie.ofA().isEmpty() ? tie.record().value() : tie.ofA() + " " + tie.ofB());
            told.number(tie.strength());
        }
        return told.hexadecimal();
    }
}
