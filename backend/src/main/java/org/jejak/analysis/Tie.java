package org.jejak.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jejak.network.ActorId;
import org.jejak.network.Key;

/**
 * That records tie two actors: mostly one that names both, or two that each say of one of them that they were somewhere
 * at a time. Ties have no direction here: {@code a} is always the smaller id, whichever way round they were given.
 *
 * @param record the record that says so, of several the first; it makes at most one tie for each pair it names
 * @param strength positive; 1 where records do not speak of strength. A weighted path pays {@code 1 / strength}
 * @param event what gathered the two, where several people are gathered: a journey, a shared place; else the record. A
 *     null model moves people between such events
 * @param ofA where no record names both, those of which each says enough of {@code a}; else none
 * @param ofB likewise of {@code b}: the tie stands on one of either
 */
public record Tie(
        ActorId a, ActorId b, TieKind kind, Key record, double strength, Key event, List<Key> ofA, List<Key> ofB)
        implements Comparable<Tie> {

    private static final Comparator<Tie> ORDER = Comparator.comparing(Tie::a)
            .thenComparing(Tie::b)
            .thenComparing(Tie::record)
            .thenComparing((Comparator<Tie>) Tie::byRecords)
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
        if (ofA.isEmpty() != ofB.isEmpty()) {
            throw new IllegalArgumentException("records of both, or one that names both");
        }
        ofA = List.copyOf(ofA);
        ofB = List.copyOf(ofB);
        if (a.compareTo(b) > 0) {
            ActorId smaller = b;
            b = a;
            a = smaller;
            List<Key> ofSmaller = ofB;
            ofB = ofA;
            ofA = ofSmaller;
        }
    }

    public Tie(ActorId a, ActorId b, TieKind kind, Key record, double strength, Key event) {
        this(a, b, kind, record, strength, event, List.of(), List.of());
    }

    public Tie(ActorId a, ActorId b, TieKind kind, Key record, double strength) {
        this(a, b, kind, record, strength, record);
    }

    public Tie(ActorId a, ActorId b, TieKind kind, Key record) {
        this(a, b, kind, record, 1);
    }

    /** That two were at one {@code event}, as some records say of the one and some of the other. */
    public static Tie meeting(
            ActorId a, List<Key> ofA, ActorId b, List<Key> ofB, TieKind kind, double strength, Key event) {
        Key first = Stream.concat(ofA.stream(), ofB.stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Tie(a, b, kind, first, strength, event, ofA, ofB);
    }

    public boolean isLoop() {
        return a.equals(b);
    }

    /** All it came from, by key. */
    public List<Key> records() {
        return ofA.isEmpty()
                ? List.of(record)
                : Stream.concat(ofA.stream(), ofB.stream()).distinct().sorted().toList();
    }

    /** Whether it still stands on the records that are left. */
    public boolean stands(Predicate<Key> isLeft) {
        return ofA.isEmpty()
                ? isLeft.test(record)
                : ofA.stream().anyMatch(isLeft) && ofB.stream().anyMatch(isLeft);
    }

    /** Whether both say the same of the same pair. */
    boolean repeats(Tie other) {
        return record.equals(other.record) && byRecords(this, other) == 0;
    }

    private static int byRecords(Tie one, Tie other) {
        if (one.ofA.isEmpty() && other.ofA.isEmpty()) {
            return 0;
        }
        return Arrays.compare(one.records().toArray(Key[]::new), other.records().toArray(Key[]::new));
    }

    @Override
    public int compareTo(Tie other) {
        return ORDER.compare(this, other);
    }
}
