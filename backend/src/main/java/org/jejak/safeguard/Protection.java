package org.jejak.safeguard;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.Key;
import org.jejak.network.Protecting;
import org.jejak.network.Relations;
import org.jejak.network.Viewer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.stereotype.Component;

/**
 * Who is protected, to the letter of the record contract ({@link Protecting} holds its rules): by any current row of the
 * store, whatever its case and handling. A viewer learns that somebody must not be shown as a target, never by which row
 * they may not see.
 *
 * <p>Two things go by the viewer's own cases alone, so that nobody can probe another case by loading guesses: who is the
 * same person, and which numbers and papers identify somebody.
 */
@Component
public class Protection {

    private static final int KEPT = 32;

    private final Driver driver;
    private final CypherLibrary cypher;
    private final StoreState state;
    private final ProtectingRows rows;
    private final ProtectionRules rules;
    private final Map<String, List<ProtectedPerson>> store = kept(2);
    private final Map<String, Guarded> recent = kept(KEPT);

    /**
     * Who is guarded for a viewer.
     *
     * @param persons protected persons
     * @param coerced those of them who have an offender role that this viewer may see
     * @param things phones, accounts, handles and documents that identify one of them
     * @param roleless those of them whom, as far as this viewer may see, a role with its source would make somebody to be
     *     ranked: passengers, people held or in debt of whom nobody says what they did
     */
    public record Guarded(Set<Key> persons, Set<Key> coerced, Set<Key> things, Set<Key> roleless) {

        public Guarded(Set<Key> persons, Set<Key> coerced, Set<Key> things) {
            this(persons, coerced, things, Set.of());
        }

        public Guarded {
            persons = Set.copyOf(persons);
            coerced = Set.copyOf(coerced);
            things = Set.copyOf(things);
            roleless = Set.copyOf(roleless);
        }
    }

    Protection(Driver driver, CypherLibrary cypher, StoreState state, ProtectingRows rows, ProtectionRules rules) {
        this.driver = driver;
        this.cypher = cypher;
        this.state = state;
        this.rows = rows;
        this.rules = rules;
    }

    /** As it was judged once: to ask a kept question again, never to show an answer. */
    public Protection asJudged(Guarded then) {
        return new Protection(driver, cypher, state, rows, rules) {
            @Override
            public Guarded guarded(Viewer viewer) {
                return then;
            }
        };
    }

    /** Judged anew after every load, and on what a load under way has written: a role may have arrived a moment ago. */
    public Guarded guarded(Viewer viewer) {
        var now = state.now();
        if (!now.settled()) {
            return read(viewer, inStore(now));
        }
        String question = now.mark() + " " + viewer.clearance() + " " + new TreeSet<>(viewer.cases());
        return once(recent, question, () -> read(viewer, inStore(now)));
    }

    /**
     * Those who are protected because they were children. Their birth dates stay behind when their rows leave the house, and
     * whoever receives the rows must protect them too.
     */
    public Set<Key> children(Viewer viewer) {
        var whatever = viewer.whateverTheHandling();
        var children = new HashSet<Key>();
        inStore(state.now()).stream()
                .filter(one -> one.child() && one.holdsFor(whatever))
                .forEach(one -> children.add(one.person()));
        return children;
    }

    /** Those who are protected because they are missing, and since which year: for who receives their rows, as above. */
    public Map<Key, String> missing(Viewer viewer) {
        var whatever = viewer.whateverTheHandling();
        var missing = new HashMap<Key, String>();
        inStore(state.now()).stream()
                .filter(one -> !one.missingSince().isEmpty() && one.holdsFor(whatever))
                .forEach(one -> missing.merge(one.person(), one.missingSince(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
        return missing;
    }

    /**
     * Officials who are protected only because they testified or informed: they stay in the integrity run, where
     * protecting them would show that they did.
     */
    public Set<Key> onlyByTestimony(Viewer viewer) {
        var whatever = viewer.whateverTheHandling();
        var testimony = new HashSet<Key>();
        var otherwise = new HashSet<Key>();
        inStore(state.now()).stream()
                .filter(one -> one.holdsFor(whatever))
                .forEach(one -> (one.becauseOfTestimony() ? testimony : otherwise).add(one.person()));
        try (var session = driver.session()) {
            var same = new SamePersons(cypher, session, whatever.keys());
            testimony.addAll(same.of(testimony));
            otherwise.addAll(same.of(otherwise));
        }
        testimony.removeAll(otherwise);
        return testimony;
    }

    /** Everybody whom some row protects, for some viewers at least. */
    private List<ProtectedPerson> inStore(StoreState.Now now) {
        if (!now.steady()) {
            return rules.decide(rows.current(Long.MAX_VALUE));
        }
        var finished = once(store, now.mark(), () -> rules.decide(rows.current(now.through())));
        return now.settled()
                ? finished
                : Stream.concat(finished.stream(), rules.decide(rows.underWay()).stream())
                        .toList();
    }

    /**
     * Whom any row that waits would protect, whatever its case: for what leaves the house, beside {@link #guarded}.
     */
    public Set<Key> waiting() {
        return personsOf(rules.decide(rows.held()));
    }

    private static Set<Key> personsOf(Collection<ProtectedPerson> found) {
        var persons = new HashSet<Key>();
        found.forEach(one -> persons.add(one.person()));
        return persons;
    }

    private Guarded read(Viewer viewer, List<ProtectedPerson> inStore) {
        var whatever = viewer.whateverTheHandling();
        var persons = new HashSet<Key>();
        inStore.stream().filter(one -> one.holdsFor(whatever)).forEach(one -> persons.add(one.person()));
        try (var session = driver.session()) {
            var doors = whatever.keys();
            persons.addAll(new SamePersons(cypher, session, doors).of(persons));
            var keys = persons.stream().map(Key::value).toList();
            var things = keys(
                    session,
                    Queries.READ_GUARDED_THINGS,
                    "thing",
                    Map.of("doors", doors, "persons", keys, "relations", Relations.HOLDING));
            var coerced = keys(
                    session,
                    Queries.FIND_OFFENDERS_AMONG,
                    "person",
                    Map.of(
                            "doors",
                            viewer.keys(),
                            "through",
                            state.now().through(),
                            "persons",
                            keys,
                            "roles",
                            Protecting.OFFENDER_ROLES));
            return new Guarded(persons, coerced, things, roleless(viewer, inStore));
        }
    }

    private static Set<Key> roleless(Viewer viewer, List<ProtectedPerson> inStore) {
        var lifted = new HashSet<Key>();
        var stay = new HashSet<Key>();
        inStore.stream()
                .filter(one -> one.doors().stream().anyMatch(viewer::opens))
                .forEach(one -> (one.liftable() ? lifted : stay).add(one.person()));
        lifted.removeAll(stay);
        return lifted;
    }

    private Set<Key> keys(Session session, String query, String column, Map<String, Object> parameters) {
        var found = new HashSet<Key>();
        session.run(cypher.text(query), parameters)
                .forEachRemaining(r -> found.add(new Key(r.get(column).asString())));
        return found;
    }

    private static <T> T once(Map<String, T> kept, String question, Supplier<T> answer) {
        synchronized (kept) {
            T known = kept.get(question);
            if (known != null) {
                return known;
            }
        }
        T found = answer.get();
        synchronized (kept) {
            kept.put(question, found);
        }
        return found;
    }

    private static <T> Map<String, T> kept(int many) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > many;
            }
        };
    }
}
