package org.jejak.ingest;

import java.util.List;
import java.util.Map;
import org.jejak.cypher.CypherLibrary;
import org.neo4j.driver.Session;

/** Settles the rows that rest on a source which changed, or name a thing that was withdrawn or is there again. */
final class Dependents {

    private Dependents() {}

    static void settle(Session session, CypherLibrary cypher, Settling settling, String key) {
        List<String> dependents =
                session.executeRead(tx -> tx.run(cypher.text(Queries.FIND_DEPENDENTS), Map.of("key", key))
                        .list(r -> r.get("key").asString()));
        for (List<String> page : Settling.pages(dependents)) {
            session.executeWrite(tx -> settling.settle(tx, page));
        }
    }
}
