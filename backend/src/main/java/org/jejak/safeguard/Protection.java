package org.jejak.safeguard;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.neo4j.driver.Driver;
import org.springframework.stereotype.Component;

/**
 * Who is protected: everybody who has at any time a current role of victim, survivor or witness, or of whom only
 * remains were found, in any of the viewer's cases and whatever the handling of the statement that says so. That
 * somebody must not be shown as a target does not depend on whether this viewer may read why.
 */
@Component
public class Protection {

    private static final int KEPT = 32;

    private static final Set<String> PROTECTED_ROLES = Set.of("victim", "survivor", "witness");

    private final Driver driver;
    private final CypherLibrary cypher;
    private final StoreState state;
    private final Map<String, Guarded> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guarded> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * Who is guarded in some cases.
     *
     * @param persons victims, survivors, witnesses and the dead
     * @param coerced those of them who have another role as well
     * @param things phones, accounts, handles and documents that identify one of them
     */
    public record Guarded(Set<Key> persons, Set<Key> coerced, Set<Key> things) {

        public Guarded {
            persons = Set.copyOf(persons);
            coerced = Set.copyOf(coerced);
            things = Set.copyOf(things);
        }
    }

    Protection(Driver driver, CypherLibrary cypher, StoreState state) {
        this.driver = driver;
        this.cypher = cypher;
        this.state = state;
    }

    /** Whom a row says is to be protected, one that still waits as well. */
    public static Optional<Key> protects(VisibleRecord row) {
        return switch (row.file()) {
            case "roles" -> row.reference("person").filter(p -> PROTECTED_ROLES.contains(row.cell("role")));
            case "persons" -> Optional.of(row.key()).filter(p -> row.isTrue("remains"));
            default -> Optional.empty();
        };
    }

    /** As it was judged once: to ask a kept question again, never to show an answer. */
    public Protection asJudged(Guarded then) {
        return new Protection(driver, cypher, state) {
            @Override
            public Guarded guarded(Viewer viewer) {
                return then;
            }
        };
    }

    /** Judged anew after every load and all the while one is under way: a role may have arrived a moment ago. */
    public Guarded guarded(Viewer viewer) {
        var now = state.now();
        if (!now.settled()) {
            return read(viewer);
        }
        String question = now.mark() + " " + new TreeSet<>(viewer.cases());
        synchronized (recent) {
            var known = recent.get(question);
            if (known != null) {
                return known;
            }
        }
        var guarded = read(viewer);
        synchronized (recent) {
            recent.put(question, guarded);
        }
        return guarded;
    }

    private Guarded read(Viewer viewer) {
        var persons = new HashSet<Key>();
        var coerced = new HashSet<Key>();
        var things = new HashSet<Key>();
        try (var session = driver.session()) {
            var parameters =
                    Map.<String, Object>of("doors", viewer.whateverTheHandling().keys());
            session.run(cypher.text(Queries.READ_PROTECTED), parameters).forEachRemaining(r -> {
                var person = new Key(r.get("person").asString());
                persons.add(person);
                if (r.get("otherRoles").asBoolean()) {
                    coerced.add(person);
                }
                r.get("things").asList(v -> v.asString()).forEach(t -> things.add(new Key(t)));
            });
        }
        return new Guarded(persons, coerced, things);
    }

    /** Keys whose identifying cells stay closed; nobody's where nothing is unsealed. */
    Set<Key> masked(Viewer viewer, boolean unsealing) {
        if (!unsealing) {
            return Set.of();
        }
        var guarded = guarded(viewer);
        var masked = new HashSet<>(guarded.persons());
        masked.addAll(guarded.things());
        return masked;
    }
}
