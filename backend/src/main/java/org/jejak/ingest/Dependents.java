package org.jejak.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jejak.cypher.CypherLibrary;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Settles the rows that rest on sources which changed, or name things that were withdrawn or are there again. */
final class Dependents {

    private static final int PAGE = 2_000;

    private final Driver driver;
    private final CypherLibrary cypher;
    private final Settling settling;

    Dependents(Driver driver, CypherLibrary cypher, Settling settling) {
        this.driver = driver;
        this.cypher = cypher;
        this.settling = settling;
    }

    /** A source may have millions of them: they are read as they are settled, a page to a transaction. */
    void settle(Session session, Collection<String> things) {
        for (List<String> some : Settling.pages(things)) {
            try (Session reading = driver.session()) {
                var rows = reading.run(cypher.text(Queries.FIND_DEPENDENTS), Map.of("keys", some));
                var page = new ArrayList<String>(PAGE);
                while (rows.hasNext()) {
                    page.add(rows.next().get("key").asString());
                    if (page.size() == PAGE || !rows.hasNext()) {
                        var keys = List.copyOf(page);
                        session.executeWrite(tx -> settling.settle(tx, keys));
                        page.clear();
                    }
                }
            }
        }
    }
}
