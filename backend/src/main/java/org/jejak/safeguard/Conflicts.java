package org.jejak.safeguard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.Badge;
import org.jejak.identity.Vault;
import org.jejak.network.Key;
import org.jejak.network.Relations;
import org.jejak.network.Viewer;
import org.neo4j.driver.Driver;
import org.springframework.stereotype.Component;

/**
 * Whom a viewer must learn nothing about because they are that person, or one of their family. Judged on all current
 * records whatever their case and handling, each time anew: what a viewer may read does not decide who they are, and a
 * user may be added before the official's row arrives or after.
 */
@Component
public class Conflicts {

    private final Driver driver;
    private final CypherLibrary cypher;
    private final RowReader rows;
    private final Vault vault;

    Conflicts(Driver driver, CypherLibrary cypher, RowReader rows, Vault vault) {
        this.driver = driver;
        this.cypher = cypher;
        this.rows = rows;
        this.vault = vault;
    }

    /** The persons this viewer is by a badge of theirs, and those a family link joins with these; mostly nobody. */
    public Set<Key> of(Viewer viewer) {
        if (viewer.badges().isEmpty()) {
            return Set.of();
        }
        var persons = new TreeSet<Key>();
        try (var session = driver.session()) {
            session.run(cypher.text(Queries.READ_BADGES)).forEachRemaining(r -> {
                String badge = rows.sealedCells(r.get("row")).getOrDefault("badge", "");
                if (Badge.isBadge(badge)
                        && viewer.badges()
                                .contains(new Badge(new Key(r.get("agency").asString()), badge).mark(vault))) {
                    persons.add(new Key(r.get("person").asString()));
                }
            });
            if (!persons.isEmpty()) {
                List<String> named = persons.stream().map(Key::value).toList();
                session.run(cypher.text(Queries.READ_FAMILY), Map.of("persons", named, "relation", Relations.FAMILY))
                        .forEachRemaining(
                                r -> persons.add(new Key(r.get("person").asString())));
            }
        }
        return persons;
    }
}
