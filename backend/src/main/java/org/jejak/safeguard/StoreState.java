package org.jejak.safeguard;

import java.util.Map;
import org.jejak.cypher.CypherLibrary;
import org.neo4j.driver.Driver;
import org.springframework.stereotype.Component;

/** Whether the store is still the one that something was computed from. */
@Component
final class StoreState {

    private final Driver driver;
    private final CypherLibrary cypher;

    /**
     * One state of the store.
     *
     * @param mark equal for equal contents, different after every load and every undo; one that nobody may read yet does
     *     not change it
     * @param settled whether no load is under way
     * @param steady whether what may be read stays as it is while nothing but such loads is under way
     * @param through rows recorded later belong to a load that is not whole yet; epoch milliseconds
     */
    record Now(String mark, boolean settled, boolean steady, long through) {}

    StoreState(Driver driver, CypherLibrary cypher) {
        this.driver = driver;
        this.cypher = cypher;
    }

    Now now() {
        try (var session = driver.session()) {
            var row = session.run(cypher.text(Queries.READ_STATE), Map.of()).single();
            long loads = row.get("loads").asLong();
            long done = row.get("done").asLong();
            boolean steady = loads == done;
            return new Now(
                    loads + "/" + done + "/" + row.get("latest").asLong(),
                    steady && row.get("open").asLong() == 0,
                    steady,
                    row.get("through").asLong());
        }
    }
}
