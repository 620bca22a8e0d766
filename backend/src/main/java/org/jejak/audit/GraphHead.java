package org.jejak.audit;

import java.util.Map;
import java.util.Optional;
import org.jejak.cypher.CypherLibrary;
import org.neo4j.driver.Driver;
import org.springframework.stereotype.Component;

/** The head in the graph: one node that only ever moves forward. */
@Component
final class GraphHead implements HeadKeeper {

    private final Driver driver;
    private final CypherLibrary cypher;

    GraphHead(Driver driver, CypherLibrary cypher) {
        this.driver = driver;
        this.cypher = cypher;
    }

    @Override
    public Optional<Head> last() {
        try (var session = driver.session()) {
            return session.run(cypher.text(Queries.READ_HEAD)).list().stream()
                    .map(r -> new Head(r.get("seq").asLong(), r.get("hash").asString()))
                    .findFirst();
        }
    }

    @Override
    public void keep(Head head) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(transaction -> transaction
                    .run(cypher.text(Queries.KEEP_HEAD), Map.of("seq", head.seq(), "hash", head.hash()))
                    .consume());
        }
    }
}
