package org.jejak.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who held which phone, handle, account or vehicle, and when: whoever used, held or owned it at a time that may agree, or
 * anything that carries the same identifier; all of them where there are several. The contract says so of contacts and
 * payments, and it is the same wherever somebody is looked for behind a thing.
 *
 * <p>Persons and organizations are held by nobody: what they do they do themselves, whoever owns the company.
 *
 * @param <R> what says that somebody held something
 */
public final class Holdings<R> {

    private record Holding<R>(Key holder, Span when, R says) {}

    private final SharedIdentifiers same;
    private final Predicate<Key> actsForItself;
    private final Map<Key, List<Holding<R>>> byThing = new HashMap<>();

    /** @param actsForItself whether something is known to be a person or an organization */
    public Holdings(SharedIdentifiers same, Predicate<Key> actsForItself) {
        this.same = same;
        this.actsForItself = actsForItself;
    }

    /** Whether things of this kind act for themselves; of what is not known nothing else is assumed than that it is held. */
    public static boolean actsForItself(@Nullable EntityKind kind) {
        return kind == EntityKind.PERSON || kind == EntityKind.ORGANIZATION;
    }

    /** Takes a link in; one that says something else is passed over. */
    public void add(Key holder, String relation, Key thing, Span when, R says) {
        if (Relations.HOLDING.contains(relation) && !actsForItself.test(thing)) {
            var holding = new Holding<>(holder, when, says);
            for (Key one : same.sameThing(thing)) {
                byThing.computeIfAbsent(one, any -> new ArrayList<>(1)).add(holding);
            }
        }
    }

    /** Who acted: a person or organization themselves; of a thing, whoever may have held it then, which may be nobody. */
    public Set<Key> behind(Key end, Span when) {
        if (actsForItself.test(end)) {
            return Set.of(end);
        }
        var held = byThing.get(end);
        if (held == null) {
            return Set.of();
        }
        if (held.size() == 1) {
            var only = held.getFirst();
            return only.when.mayOverlap(when) ? Set.of(only.holder) : Set.of();
        }
        var holders = new TreeSet<Key>();
        for (Holding<R> holding : held) {
            if (holding.when.mayOverlap(when)) {
                holders.add(holding.holder);
            }
        }
        return holders;
    }

    /** Everything that says who held it, at whatever time. */
    public List<R> saying(Key thing) {
        return byThing.getOrDefault(thing, List.of()).stream()
                .map(Holding::says)
                .toList();
    }

    /** Which things are one. */
    public SharedIdentifiers same() {
        return same;
    }
}
