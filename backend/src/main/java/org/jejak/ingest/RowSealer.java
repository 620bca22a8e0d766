package org.jejak.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jejak.identity.KeyDestroyed;
import org.jejak.identity.Vault;
import org.jejak.network.EntityKind;
import org.jejak.network.Protecting;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the cells of a row into what the graph may hold: open ones as properties, everything that may identify somebody
 * sealed; and back.
 */
final class RowSealer {

    private static final TypeReference<TreeMap<String, String>> CELLS = new TypeReference<>() {};
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    RowSealer(Vault vault) {
        this.vault = vault;
    }

    /** The same for the same cells of the same row, and nothing to anybody without the vault. */
    String commitment(CheckedRow row) {
        byte[] key = row.key().value().getBytes(StandardCharsets.UTF_8);
        byte[] digest = row.digest();
        byte[] both = new byte[key.length + digest.length];
        System.arraycopy(key, 0, both, 0, key.length);
        System.arraycopy(digest, 0, both, key.length, digest.length);
        return BASE64.encodeToString(vault.hmac("version", both));
    }

    /** The node that equal identifiers share. */
    String hmac(Identifier identifier) {
        return BASE64.encodeToString(vault.hmac(
                "identifier:" + identifier.kind().word(), identifier.value().getBytes(StandardCharsets.UTF_8)));
    }

    String hmac(String purpose, String value) {
        return BASE64.encodeToString(vault.hmac(purpose, value.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Whom the sealed cells of a row concern: the persons it describes or names, else what it describes, else the first
     * thing it names.
     *
     * @param things what its references name; null where one is not known
     * @param described slot of what the row describes; null if it describes nothing
     * @return empty if it concerns nothing that has a slot
     */
    static long[] slots(CheckedRow row, Function<String, @Nullable Thing> things, @Nullable Long described) {
        Set<Long> persons = new LinkedHashSet<>();
        Long first = described;
        boolean describesPerson =
                row.recordFile().flatMap(RecordFile::describes).equals(java.util.Optional.of(EntityKind.PERSON));
        if (describesPerson && described != null) {
            persons.add(described);
        }
        Long source = null;
        for (CheckedRow.Reference reference : row.references()) {
            Thing thing = things.apply(reference.to().value());
            if (thing == null) {
                continue;
            }
            if (thing.kind() == EntityKind.PERSON) {
                persons.add(thing.slot());
            }
            if (thing.kind() == EntityKind.SOURCE) {
                source = source == null ? thing.slot() : source;
            } else {
                first = first == null ? thing.slot() : first;
            }
        }
        if (!persons.isEmpty()) {
            return persons.stream().mapToLong(Long::longValue).sorted().toArray();
        }
        Long only = first == null ? source : first;
        return only == null ? new long[0] : new long[] {only};
    }

    /** Whether any cell of the row must be sealed. */
    static boolean hasSealed(CheckedRow row) {
        return row.cells().entrySet().stream()
                .anyMatch(c -> !isOpen(row.recordFile().orElse(null), c.getKey(), c.getValue()));
    }

    private static boolean isOpen(@Nullable RecordFile file, String column, String cell) {
        return file != null && file.isOpen(column, cell);
    }

    /** The properties that the cells become, {@code _sealed} and {@code _slots} among them. */
    Map<String, Object> properties(CheckedRow row, long[] slots) {
        RecordFile file = row.recordFile().orElse(null);
        var properties = new HashMap<String, Object>();
        var sealed = new TreeMap<String, String>();
        row.cells().forEach((column, cell) -> {
            if (isOpen(file, column, cell)) {
                properties.put(column, cell);
            } else {
                sealed.put(column, cell);
            }
        });
        if (!sealed.isEmpty()) {
            properties.put("_slots", slots);
            properties.put(
                    "_sealed",
                    vault.seal(slots, json.writeValueAsBytes(sealed), row.key().value()));
        }
        properties.put("_key", row.key().value());
        properties.put("_file", row.file());
        if (file != null && !Protecting.claims(file, row.key(), row::cell).isEmpty()) {
            properties.put("_protects", true);
        }
        target(row, properties);
        return properties;
    }

    /** All properties but the id's cells sealed as well: what is only held shows nothing. */
    Map<String, Object> heldProperties(CheckedRow row, long[] slots) {
        var properties = new HashMap<String, Object>();
        properties.put("_slots", slots);
        properties.put(
                "_sealed",
                vault.seal(slots, json.writeValueAsBytes(row.cells()), row.key().value()));
        properties.put("_key", row.key().value());
        properties.put("_file", row.file());
        target(row, properties);
        return properties;
    }

    private static void target(CheckedRow row, Map<String, Object> properties) {
        row.target().ifPresent(t -> {
            properties.put("_target", t.value());
            properties.put("_targetFile", row.targetFile());
        });
    }

    /**
     * The cells of a stored row, open and sealed.
     *
     * @throws KeyDestroyed if somebody it concerns was erased
     */
    SortedMap<String, String> cells(Value row) {
        var cells = new TreeMap<String, String>();
        for (String name : row.keys()) {
            if (!name.startsWith("_")) {
                cells.put(name, row.get(name).asString());
            }
        }
        if (!row.get("_sealed").isNull()) {
            cells.putAll(json.readValue(
                    vault.open(
                            slots(row),
                            row.get("_sealed").asByteArray(),
                            row.get("_key").asString()),
                    CELLS));
        }
        return cells;
    }

    /**
     * The sealed cells of a held row, sealed for all its slots but some.
     *
     * @throws KeyDestroyed if one of them was destroyed before
     */
    Map<String, Object> sealedWithout(Value row, Collection<Long> gone) {
        String key = row.get("_key").asString();
        byte[] plain = vault.open(slots(row), row.get("_sealed").asByteArray(), key);
        long[] left =
                Arrays.stream(slots(row)).filter(slot -> !gone.contains(slot)).toArray();
        return Map.of(
                "key",
                key,
                "commitment",
                row.get("_commitment").asString(),
                "slots",
                left,
                "sealed",
                vault.seal(left, plain, key));
    }

    static long[] slots(Value row) {
        Value slots = row.get("_slots");
        return slots.isNull()
                ? new long[0]
                : slots.asList(Values.ofLong()).stream()
                        .mapToLong(Long::longValue)
                        .toArray();
    }

    /** A stored row as it was checked when it came. */
    CheckedRow checked(Value row) {
        return CheckedRow.stored(
                row.get("_key").asString(),
                row.get("_file").asString(),
                cells(row),
                row.get("_target").asString(""));
    }
}
