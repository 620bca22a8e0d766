package org.jejak.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.KeyDestroyed;
import org.jejak.network.Column;
import org.jejak.network.Handling;
import org.jejak.network.RecordFile;
import org.jejak.safeguard.Standing;
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
            return deliveries.stream().reduce(Standing::later).orElseThrow();
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
            Version current = of.stream().reduce(this::laterVersion).orElseThrow();
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
        tx.run(cypher.text(Queries.WRITE_STANDING), Map.of("versions", written)).consume();
        carried.settle(tx, read);
        if (!withdrawn.isEmpty()) {
            tx.run(cypher.text(Queries.WRITE_WITHDRAWN), Map.of("things", withdrawn))
                    .consume();
        }
        things.forget(changedThings);
        return targets;
    }

    private static Version version(Record found) {
        var deliveries = new ArrayList<Standing.Delivered>();
        for (Value d : found.get("deliveries").values()) {
            deliveries.add(new Standing.Delivered(
                    d.get("case").asString(),
                    d.get("delivered").asLong(),
                    d.get("sequence").asLong(),
                    d.get("recorded").asLong(),
                    Handling.parse(d.get("handling").asString()).orElse(Handling.AMBER),
                    d.get("zone").asString()));
        }
        return new Version(found.get("row"), deliveries);
    }

    /** The later delivered; of two delivered at once the one whose cells have the greater SHA-256. */
    private Version laterVersion(Version a, Version b) {
        int c = Standing.Delivered.RANK.compare(a.best(), b.best());
        if (c == 0) {
            c = Arrays.compareUnsigned(digest(a), digest(b));
        }
        return c >= 0 ? a : b;
    }

    private byte[] digest(Version version) {
        try {
            return CheckedRow.digest(version.text("_file"), sealer.cells(version.row()));
        } catch (KeyDestroyed erased) {
            return new byte[0];
        }
    }

    /**
     * A withdrawal holds against every version of its file delivered no later than itself. Of withdrawals that withdraw each other
     * the later one holds, at one instant the one with the greater key, so that there is always an answer.
     */
    private static boolean isWithdrawn(String key, Version current, @Nullable Value withdrawals) {
        if (withdrawals == null) {
            return false;
        }
        boolean isWithdrawal = current.text("_file").equals(RecordFile.WITHDRAWALS.fileName());
        Standing.Delivered best = current.best();
        for (Value w : withdrawals.values()) {
            if (!w.get("file").asString(current.text("_file")).equals(current.text("_file"))) {
                continue;
            }
            int later = Long.compare(w.get("delivered").asLong(), best.delivered());
            if (later == 0) {
                later = Long.compare(w.get("sequence").asLong(), best.sequence());
            }
            if (later == 0 && isWithdrawal) {
                later = w.get("key").asString().compareTo(key) > 0 ? 1 : -1;
            }
            if (later >= 0 && w.get("live").asBoolean(false)) {
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
                keys.addAll(members(version.text("source")));
                keys.addAll(named(version));
            }
        }
        return keys;
    }

    private static Set<String> named(Version version) {
        var keys = new LinkedHashSet<String>();
        for (Column column :
                RecordFile.named(version.text("_file")).map(RowSealer::naming).orElse(List.of())) {
            keys.addAll(members(version.text(column.name())));
        }
        return keys;
    }

    private static List<String> members(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\|"));
    }

    private static Map<String, Object> write(
            String key,
            Version version,
            boolean current,
            boolean withdrawn,
            Set<String> rowCases,
            Map<String, Thing> known) {
        Optional<RecordFile> file = RecordFile.named(version.text("_file"));
        Map<String, Standing.Source> sources = null;
        if (file.filter(RecordFile::isSourced).isPresent()) {
            sources = new LinkedHashMap<>();
            for (String source : members(version.text("source"))) {
                Thing thing = known.get(source);
                sources.put(source, thing == null ? Standing.Source.GONE : thing.asSource());
            }
        }
        Handling own = file.equals(Optional.of(RecordFile.SOURCES))
                ? Handling.parse(version.text("handling")).orElse(null)
                : null;
        var seen = Standing.seen(version.deliveries(), rowCases, own, sources, members(version.text("grade")));
        boolean namesWithdrawn = named(version).stream().map(known::get).anyMatch(t -> t != null && t.withdrawn());
        var best = version.best();
        var properties = new HashMap<String, Object>();
        properties.put("_current", current);
        properties.put("_withdrawn", current && withdrawn);
        properties.put("_live", current && !withdrawn && seen.stated() && !namesWithdrawn);
        properties.put("_doors", seen.doors());
        properties.put("_cases", List.copyOf(rowCases));
        properties.put("_delivered", best.delivered());
        properties.put("_sequence", best.sequence());
        properties.put("_zone", best.zone());
        properties.put(
                "_recorded",
                version.deliveries().stream()
                        .mapToLong(Standing.Delivered::recorded)
                        .min()
                        .orElseThrow());
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
