package org.jejak.analysis;

import java.util.Comparator;
import java.util.Objects;
import org.jejak.network.ActorId;
import org.jejak.network.Key;

/**
 * That one record ties two actors. Ties have no direction here: {@code a} is always the smaller id, whichever way round
 * they were given.
 *
 * @param record the record that says so; one record makes at most one tie for each pair it names
 * @param strength positive; 1 where records do not speak of strength. A weighted path pays {@code 1 / strength}
 * @param event what gathered the two, where several people are gathered: a journey, a shared place; else the record. A
 *     null model moves people between such events
 */
public record Tie(ActorId a, ActorId b, TieKind kind, Key record, double strength, Key event)
        implements Comparable<Tie> {

    private static final Comparator<Tie> ORDER = Comparator.comparing(Tie::a)
            .thenComparing(Tie::b)
            .thenComparing(Tie::record)
            .thenComparing(Tie::kind)
            .thenComparingDouble(Tie::strength)
            .thenComparing(Tie::event);

    public Tie {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(record);
        Objects.requireNonNull(event);
        if (!(strength > 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("strength is a positive number, not " + strength);
        }
        if (a.compareTo(b) > 0) {
            ActorId smaller = b;
            b = a;
            a = smaller;
        }
    }

    public Tie(ActorId a, ActorId b, TieKind kind, Key record, double strength) {
        this(a, b, kind, record, strength, record);
    }

    public Tie(ActorId a, ActorId b, TieKind kind, Key record) {
        this(a, b, kind, record, 1);
    }

    public boolean isLoop() {
        return a.equals(b);
    }

    @Override
    public int compareTo(Tie other) {
        return ORDER.compare(this, other);
    }
}
