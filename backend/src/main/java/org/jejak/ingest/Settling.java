package org.jejak.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.KeyDestroyed;
import org.jejak.network.CellList;
import org.jejak.network.EntityColumns;
import org.jejak.network.Grade;
import org.jejak.network.RecordFile;
import org.jejak.safeguard.DeliveryOrder;
import org.jejak.safeguard.Standing;
import org.jejak.safeguard.Succession;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * Decides anew which version of a row is current, whether it stands, and who may see it, from the deliveries,
 * withdrawals and sources in the store, and writes the result down. Whatever changes one of these ends here.
 */
final class Settling {

    private static final int PAGE = 2_000;

    private final CypherLibrary cypher;
    private final RowSealer sealer;
    private final Things things;
    private final CarriedIdentifiers carried;

    Settling(CypherLibrary cypher, RowSealer sealer, Things things) {
        this.cypher = cypher;
        this.sealer = sealer;
        this.things = things;
        this.carried = new CarriedIdentifiers(cypher, sealer);
    }

    /** One stored version while it is being looked at. */
    private record Version(Value row, List<Standing.Delivered> deliveries) {

        Standing.Delivered best() {
            return Standing.latest(deliveries);
        }

        String text(String property) {
            return row.get(property).asString("");
        }
    }

    /**
     * Settles the rows with these keys, and the rows that they withdraw.
     *
     * @return keys of things that rows resting on them or naming them must be settled for
     */
    Set<String> settle(TransactionContext tx, Collection<String> keys) {
        var outward = new HashSet<String>();
        var waiting = new LinkedHashSet<>(keys);
        while (!waiting.isEmpty()) {
            var page = new ArrayList<String>(PAGE);
            var next = waiting.iterator();
            while (next.hasNext() && page.size() < PAGE) {
                page.add(next.next());
                next.remove();
            }
            waiting.addAll(page(tx, page, outward));
        }
        return outward;
    }

    private Set<String> page(TransactionContext tx, List<String> keys, Set<String> outward) {
        var versions = new LinkedHashMap<String, List<Version>>();
        var withdrawals = new HashMap<String, Value>();
        List<Record> read =
                tx.run(cypher.text(Queries.READ_STANDING), Map.of("keys", keys)).list();
        read.forEach(r -> {
            String key = r.get("key").asString();
            versions.computeIfAbsent(key, k -> new ArrayList<>()).add(version(r));
            withdrawals.put(key, r.get("withdrawals"));
        });
        Map<String, Thing> known = things.among(tx, referred(versions.values()));
        var written = new ArrayList<Map<String, Object>>();
        var withdrawn = new ArrayList<Map<String, Object>>();
        var changedThings = new ArrayList<String>();
        var targets = new LinkedHashSet<String>();
        versions.forEach((key, of) -> {
            Version current = current(of);
            boolean isWithdrawn = isWithdrawn(key, current, withdrawals.get(key));
            boolean changes = changes(of, current, isWithdrawn);
            var rowCases = new TreeSet<String>();
            of.forEach(v -> v.deliveries().forEach(d -> rowCases.add(d.caseRef())));
            for (Version version : of) {
                written.add(write(key, version, version == current, isWithdrawn, rowCases, known));
            }
            Optional<RecordFile> file = RecordFile.named(current.text("_file"));
            if (file.flatMap(RecordFile::describes).isPresent()) {
                changedThings.add(key);
                if (changes) {
                    withdrawn.add(Map.of("key", key, "withdrawn", isWithdrawn));
                    Thing before = known.get(key);
                    if (isFelt(current, before != null && before.withdrawn() != isWithdrawn)) {
                        outward.add(key);
                    }
                }
            }
            if (changes && file.equals(Optional.of(RecordFile.WITHDRAWALS))) {
                of.forEach(v -> targets.add(v.text("_target")));
            }
        });
        tx.run(
                        cypher.text(Queries.WRITE_STANDING),
                        Map.of(
                                "versions",
                                written,
                                "admiralty",
                                Grade.ADMIRALTY,
                                "unjudged",
                                Grade.CANNOT_BE_JUDGED.toString()))
                .consume();
        carried.settle(tx, read);
        if (!withdrawn.isEmpty()) {
            tx.run(cypher.text(Queries.WRITE_WITHDRAWN), Map.of("things", withdrawn))
                    .consume();
        }
        things.forget(changedThings);
        return targets;
    }

    private static Version version(Record found) {
        return new Version(found.get("row"), Standing.Delivered.all(found.get("deliveries")));
    }

    private Version current(List<Version> versions) {
        return versions.size() == 1
                ? versions.getFirst()
                : Succession.current(versions.stream()
                        .map(v -> new Succession.Candidate<>(v, v.best().order(), this::digest, v.text("_commitment")))
                        .toList());
    }

    private byte[] digest(Version version) {
        try {
            return CheckedRow.digest(version.text("_file"), sealer.cells(version.row()));
        } catch (KeyDestroyed erased) {
            return new byte[0];
        }
    }

    /** Whether a withdrawal that stands itself takes the row back. */
    private static boolean isWithdrawn(String key, Version current, @Nullable Value withdrawals) {
        if (withdrawals == null) {
            return false;
        }
        var row = new Succession.Row(key, current.text("_file"), current.best().order());
        for (Value w : withdrawals.values()) {
            var withdrawal = new Succession.Withdrawal(
                    w.get("key").asString(),
                    key,
                    Optional.ofNullable(w.get("file").asString(null)),
                    DeliveryOrder.of(w));
            if (w.get("live").asBoolean(false) && withdrawal.takesBack(row)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what others rest on is another than it was: the version, its standing, or when it was delivered. */
    private static boolean changes(List<Version> versions, Version current, boolean isWithdrawn) {
        boolean wasCurrent = current.row().get("_current").asBoolean(false);
        boolean wasWithdrawn = current.row().get("_withdrawn").asBoolean(false);
        boolean wasDelivered = current.row().get("_delivered").asLong(Long.MIN_VALUE)
                        == current.best().delivered()
                && current.row().get("_sequence").asLong(Long.MIN_VALUE)
                        == current.best().sequence();
        boolean onlyOne = versions.stream()
                        .filter(v -> v.row().get("_current").asBoolean(false))
                        .count()
                == 1;
        return !wasCurrent || wasWithdrawn != isWithdrawn || !wasDelivered || !onlyOne;
    }

    /** Whether rows that rest on the thing stand otherwise now: it was withdrawn, is there again, or is another source. */
    private static boolean isFelt(Version current, boolean turned) {
        boolean otherSource = current.text("_file").equals(RecordFile.SOURCES.fileName())
                && !current.row().get("_current").asBoolean(false);
        return turned || otherSource;
    }

    private static Set<String> referred(Collection<List<Version>> all) {
        var keys = new LinkedHashSet<String>();
        for (List<Version> versions : all) {
            for (Version version : versions) {
                if (RecordFile.named(version.text("_file"))
                        .flatMap(RecordFile::describes)
                        .isPresent()) {
                    keys.add(version.text("_key"));
                }
                keys.addAll(CellList.of(version.text("source")));
                named(version).forEach(keys::add);
            }
        }
        return keys;
    }

    private static Stream<String> named(Version version) {
        return EntityColumns.named(version.text("_file"), version::text);
    }

    private static Map<String, Object> write(
            String key,
            Version version,
            boolean current,
            boolean withdrawn,
            Set<String> rowCases,
            Map<String, Thing> known) {
        var seen = Standing.seen(version.text("_file"), version::text, version.deliveries(), rowCases, source -> {
            Thing thing = known.get(source);
            return thing == null ? null : thing.asSource();
        });
        boolean namesWithdrawn = named(version).map(known::get).anyMatch(t -> t != null && t.withdrawn());
        var best = version.best();
        var properties = new HashMap<String, Object>();
        properties.put("_current", current);
        properties.put("_withdrawn", current && withdrawn);
        properties.put("_live", current && seen.stands(withdrawn, namesWithdrawn));
        properties.put("_doors", seen.doors());
        properties.put("_cases", List.copyOf(rowCases));
        properties.put("_delivered", best.delivered());
        properties.put("_sequence", best.sequence());
        properties.put("_zone", best.zone());
        properties.put("_recorded", Standing.recorded(version.deliveries()));
        return Map.of(
                "key",
                key,
                "commitment",
                version.text("_commitment"),
                "properties",
                properties,
                "statements",
                seen.statements().stream().map(Standing.Stated::toMap).toList());
    }

    /** Keys waiting to be settled outside of a batch, in pages. */
    static List<List<String>> pages(Collection<String> keys) {
        var pages = new ArrayList<List<String>>();
        var queue = new ArrayDeque<>(keys);
        while (!queue.isEmpty()) {
            var page = new ArrayList<String>(PAGE);
            while (!queue.isEmpty() && page.size() < PAGE) {
                page.add(queue.removeFirst());
            }
            pages.add(page);
        }
        return pages;
    }
}
