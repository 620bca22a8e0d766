package org.jejak.safeguard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jejak.network.CellDigest;
import org.jejak.network.EntityColumns;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What was current at an earlier instant, decided again from the deliveries recorded by then, by the same rules by which
 * loading decides what is current now: of each row the version of the latest delivery, no longer if a withdrawal of that
 * time took it back, seen through the handling and at the grades of that time. What was closed to the viewer since stays
 * closed.
 */
final class History {

    private final RowReader rows;
    private final Map<String, List<Version>> versions = new HashMap<>();

    History(RowReader rows) {
        this.rows = rows;
    }

    private record Version(Record record, List<Standing.Delivered> deliveries, Standing.Delivered best) {

        Value row() {
            return record.get("row");
        }

        String text(String column) {
            return row().get(column).asString("");
        }

        String key() {
            return text("_key");
        }

        String file() {
            return text("_file");
        }

        Succession.Row asRow() {
            return new Succession.Row(key(), file(), best.order());
        }

        Succession.Withdrawal asWithdrawal() {
            return new Succession.Withdrawal(
                    key(),
                    text("_target"),
                    Optional.ofNullable(row().get("_targetFile").asString(null)),
                    best.order());
        }
    }

    void add(Record record) {
        var deliveries = Standing.Delivered.all(record.get("deliveries"));
        var version = new Version(record, deliveries, Standing.latest(deliveries));
        versions.computeIfAbsent(version.key(), k -> new ArrayList<>(1)).add(version);
    }

    Stream<VisibleRecord> current(Viewer viewer, Mask mask, Reading reading) {
        var current = new HashMap<String, Version>();
        versions.forEach((key, all) -> current.put(key, current(all)));
        var withdrawn = withdrawn(current);
        var keys = Set.copyOf(viewer.keys());
        return current.values().stream()
                .filter(v -> v.record().get("open").asBoolean())
                .map(v -> read(viewer, v, current, withdrawn, keys, mask, reading))
                .flatMap(Optional::stream);
    }

    private Version current(List<Version> all) {
        return all.size() == 1
                ? all.getFirst()
                : Succession.current(all.stream()
                        .map(v -> new Succession.Candidate<>(v, v.best().order(), this::digest, v.text("_commitment")))
                        .toList());
    }

    private byte[] digest(Version version) {
        var sealed = rows.sealedCells(version.row());
        if (sealed.isEmpty() && !version.row().get("_sealed").isNull()) {
            return new byte[0];
        }
        var cells = new TreeMap<String, String>(sealed);
        cells.putAll(RowReader.openCells(version.row()));
        return CellDigest.of(version.file(), cells);
    }

    private static Set<String> withdrawn(Map<String, Version> current) {
        var withdrawals = current.values().stream()
                .filter(v -> v.file().equals(RecordFile.WITHDRAWALS.fileName()))
                .map(Version::asWithdrawal)
                .toList();
        return Succession.takenBack(withdrawals, key -> {
            Version row = current.get(key);
            return row == null ? null : row.asRow();
        });
    }

    private Optional<VisibleRecord> read(
            Viewer viewer,
            Version version,
            Map<String, Version> current,
            Set<String> withdrawn,
            Set<String> keys,
            Mask mask,
            Reading reading) {
        var cases = new TreeSet<String>();
        versions.getOrDefault(version.key(), List.of())
                .forEach(v -> v.deliveries().forEach(d -> cases.add(d.caseRef())));
        var seen = Standing.seen(
                version.file(),
                version::text,
                version.deliveries(),
                cases,
                key -> source(current.get(key), withdrawn.contains(key)));
        boolean namesWithdrawn =
                EntityColumns.named(version.file(), version::text).anyMatch(withdrawn::contains);
        if (!seen.stands(withdrawn.contains(version.key()), namesWithdrawn)
                || seen.doors().stream().noneMatch(keys::contains)) {
            return Optional.empty();
        }
        var openToday = new HashSet<String>();
        var schemes = new HashMap<String, String>();
        for (Value stated : version.record().get("stated").values()) {
            if (stated.get(1).asBoolean()) {
                openToday.add(stated.get(0).asString());
            }
            schemes.put(stated.get(0).asString(), stated.get(2).asString(Grade.ADMIRALTY));
        }
        var statements = seen.statements().stream()
                .filter(s ->
                        openToday.contains(s.source()) && s.doors().stream().anyMatch(keys::contains))
                .map(s -> new Standing.Stated(
                        s.source(),
                        s.doors(),
                        Grade.judged(s.grade(), schemes.getOrDefault(s.source(), Grade.ADMIRALTY))))
                .toList();
        return rows.read(
                viewer,
                version.row(),
                statements,
                mask,
                reading,
                new RowReader.Then(
                        cases,
                        version.best().zone(),
                        Instant.ofEpochMilli(version.best().delivered()),
                        Instant.ofEpochMilli(Standing.recorded(version.deliveries()))));
    }

    private static Standing.@Nullable Source source(@Nullable Version source, boolean withdrawn) {
        return source == null
                ? null
                : new Standing.Source(
                        withdrawn,
                        Handling.parse(source.text("handling")),
                        Grade.ofSource(source.text("reliability"), source.text("credibility")));
    }
}
