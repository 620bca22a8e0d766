package org.jejak.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.KeyDestroyed;
import org.jejak.network.RecordFile;
import org.jejak.safeguard.DeliveryOrder;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * Which shared identifiers a version carries, as far as its deliveries decide it: the country that completes a national
 * number or a plate is that of the bundle which delivered it last. So it does not matter which of two bundles was loaded
 * first, and a country that is added later completes what was delivered without.
 */
final class CarriedIdentifiers {

    private static final Set<RecordFile> COMPLETED = Set.of(RecordFile.PHONES, RecordFile.VEHICLES);

    /** Of two deliveries at one instant the one with the greater code, so that there is always an answer. */
    private static final Comparator<Value> LATER = Comparator.comparing(DeliveryOrder::of)
            .thenComparing(d -> d.get("country").asString(""));

    private final CypherLibrary cypher;
    private final RowSealer sealer;

    CarriedIdentifiers(CypherLibrary cypher, RowSealer sealer) {
        this.cypher = cypher;
        this.sealer = sealer;
    }

    /** @param versions as {@code read-standing} returns them */
    void settle(TransactionContext tx, Collection<Record> versions) {
        var rows = new ArrayList<Map<String, Object>>();
        for (Record version : versions) {
            Value row = version.get("row");
            if (RecordFile.named(row.get("_file").asString())
                    .filter(COMPLETED::contains)
                    .isPresent()) {
                carried(version)
                        .ifPresent(identifiers -> rows.add(Map.of(
                                "key", row.get("_key").asString(),
                                "commitment", row.get("_commitment").asString(),
                                "identifiers", identifiers)));
            }
        }
        if (!rows.isEmpty()) {
            tx.run(cypher.text(Queries.WRITE_IDENTIFIERS), Map.of("rows", rows)).consume();
        }
    }

    /** Empty where nobody can read the row any more; what it carried stays. */
    private Optional<List<Map<String, String>>> carried(Record version) {
        Optional<String> country = version.get("deliveries").asList(d -> d).stream()
                .max(LATER)
                .map(d -> d.get("country").asString(""))
                .filter(c -> !c.isEmpty());
        try {
            CheckedRow row = sealer.checked(version.get("row"));
            return Optional.of(new Identifiers(country)
                    .of(row).stream()
                            .map(i -> Map.of("kind", i.kind().word(), "hmac", sealer.hmac(i)))
                            .toList());
        } catch (KeyDestroyed erased) {
            return Optional.empty();
        }
    }
}
