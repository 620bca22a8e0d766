package org.jejak.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.KeyDestroyed;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * One number for all that the graph says, whatever order it was told in: rows and their versions, what they name, who
 * may see them, things and shared identifiers. Left out is what may differ between two stores that say the same: ids of
 * loads, instants of loading, keys of the vault.
 *
 * <p>Each fact is hashed by itself and the hashes are added up (modulo 2<sup>64</sup> in four lanes), so that the order
 * does not matter and the memory is constant.
 */
final class GraphDigest {

    private static final char NEXT = '\u001E';

    private final CypherLibrary cypher;
    private final RowSealer sealer;
    private final long[] sum = new long[4];

    GraphDigest(CypherLibrary cypher, RowSealer sealer) {
        this.cypher = cypher;
        this.sealer = sealer;
    }

    String of(Driver driver) {
        try (var session = driver.session()) {
            session.executeRead(tx -> {
                Arrays.fill(sum, 0);
                add(tx);
                return sum;
            });
        }
        ByteBuffer bytes = ByteBuffer.allocate(32);
        for (long lane : sum) {
            bytes.putLong(lane);
        }
        return HexFormat.of().formatHex(bytes.array());
    }

    private void add(TransactionContext tx) {
        tx.run(cypher.text(Queries.DIGEST_RECORDS)).forEachRemaining(r -> {
            Value row = r.get("row");
            if (!r.get("held").asBoolean()) {
                addRow(row, r.get("earlier").asLong(), r.get("ties"));
            } else {
                add("held", row.get("_key").asString(), cells(row));
            }
        });
        tx.run(cypher.text(Queries.DIGEST_THINGS))
                .forEachRemaining(r -> add(
                        "thing",
                        r.get("name").asString(),
                        new TreeSet<>(r.get("labels").asList(v -> v.asString())).toString(),
                        r.get("members").asList(v -> v.asString()).stream()
                                .sorted()
                                .toList()
                                .toString()));
    }

    private void addRow(Value row, long earlier, Value ties) {
        List<String> tied = new ArrayList<>();
        for (Value tie : ties.values()) {
            tied.add(tie.get(0).asString() + " " + tie.get(1).asString() + " "
                    + (tie.get(2).isNull()
                            ? ""
                            : new TreeSet<>(tie.get(2).asList(v -> v.asString())) + " "
                                    + tie.get(3).asString("") + " " + tie.get(4).asString("")));
        }
        tied.sort(null);
        add(
                "row",
                row.get("_key").asString(),
                cells(row),
                Long.toString(earlier),
                row.get("_current") + " " + row.get("_live") + " " + row.get("_withdrawn"),
                new TreeSet<>(row.get("_doors").asList(v -> v.asString())).toString(),
                new TreeSet<>(row.get("_cases").asList(v -> v.asString())).toString(),
                row.get("_zone").asString(),
                row.get("_attachment").isNull() ? "" : "attachment",
                tied.toString());
    }

    /** By the cells themselves, so that two stores compare; of somebody who was erased by what is left. */
    private String cells(Value row) {
        try {
            return HexFormat.of().formatHex(CheckedRow.digest(row.get("_file").asString(), sealer.cells(row)));
        } catch (KeyDestroyed erased) {
            return row.get("_file").asString() + " " + row.get("_commitment").asString();
        }
    }

    private void add(String... fact) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join(String.valueOf(NEXT), fact).getBytes(StandardCharsets.UTF_8));
            ByteBuffer lanes = ByteBuffer.wrap(hash);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += lanes.getLong();
            }
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
