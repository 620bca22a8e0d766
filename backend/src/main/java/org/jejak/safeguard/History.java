package org.jejak.safeguard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jejak.network.CellDigest;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
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

        Optional<RecordFile> file() {
            return RecordFile.named(text("_file"));
        }

        List<String> members(String column) {
            String cell = text(column);
            return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\|"));
        }
    }

    void add(Record record) {
        var deliveries = new ArrayList<Standing.Delivered>();
        for (Value d : record.get("deliveries").values()) {
            deliveries.add(new Standing.Delivered(
                    d.get("case").asString(),
                    d.get("delivered").asLong(),
                    d.get("sequence").asLong(),
                    d.get("recorded").asLong(),
                    Handling.parse(d.get("handling").asString()).orElse(Handling.AMBER),
                    d.get("zone").asString()));
        }
        var best = deliveries.stream().reduce(Standing::later).orElseThrow();
        var version = new Version(record, deliveries, best);
        versions.computeIfAbsent(version.key(), k -> new ArrayList<>(1)).add(version);
    }

    Stream<VisibleRecord> current(Viewer viewer, Mask mask, Reading reading) {
        var current = new HashMap<String, Version>();
        versions.forEach((key, all) ->
                current.put(key, all.stream().reduce(this::laterVersion).orElseThrow()));
        var withdrawn = withdrawn(current);
        var keys = Set.copyOf(viewer.keys());
        return current.values().stream()
                .filter(v -> v.record().get("open").asBoolean() && !withdrawn.contains(v.key()))
                .filter(v -> named(v).noneMatch(withdrawn::contains))
                .map(v -> read(viewer, v, current, withdrawn, keys, mask, reading))
                .flatMap(Optional::stream);
    }

    private Version laterVersion(Version a, Version b) {
        int c = Standing.Delivered.RANK.compare(a.best(), b.best());
        if (c == 0) {
            c = Arrays.compareUnsigned(digest(a), digest(b));
        }
        return c >= 0 ? a : b;
    }

    private byte[] digest(Version version) {
        var cells = new TreeMap<String, String>(rows.sealedCells(version.row()));
        cells.putAll(RowReader.openCells(version.row()));
        return CellDigest.of(version.text("_file"), cells);
    }

    /** Latest first, so that a withdrawal which a later one withdraws has been seen through before it could count. */
    private static Set<String> withdrawn(Map<String, Version> current) {
        var latestFirst = Comparator.comparing((Version v) -> v.best(), Standing.Delivered.RANK)
                .thenComparing(Version::key)
                .reversed();
        var standing = new HashMap<String, Version>();
        var withdrawn = new HashSet<String>();
        current.values().stream()
                .filter(v -> v.file().equals(Optional.of(RecordFile.WITHDRAWALS)))
                .sorted(latestFirst)
                .forEach(w -> {
                    if (standing.containsKey(w.key())) {
                        withdrawn.add(w.key());
                    } else if (isOfItsFile(w, current.get(w.text("_target")))) {
                        standing.putIfAbsent(w.text("_target"), w);
                    }
                });
        standing.forEach((target, w) -> {
            Version row = current.get(target);
            boolean isWithdrawal = row != null && row.file().equals(Optional.of(RecordFile.WITHDRAWALS));
            if (row != null && !isWithdrawal && Standing.Delivered.RANK.compare(w.best(), row.best()) >= 0) {
                withdrawn.add(target);
            }
        });
        return withdrawn;
    }

    /** Entities of several files share their ids: a withdrawal of a phone does not reach the person who has its id. */
    private static boolean isOfItsFile(Version withdrawal, @Nullable Version row) {
        return row == null
                || withdrawal
                        .row()
                        .get("_targetFile")
                        .asString(row.text("_file"))
                        .equals(row.text("_file"));
    }

    /** The entities that a row names; what it rests on is another matter. */
    private static Stream<String> named(Version version) {
        return version.file().map(RecordFile::columns).orElse(List.of()).stream()
                .filter(c -> c.type() instanceof ColumnType.Reference r
                        && r.kinds().stream().allMatch(EntityKind::isEntity))
                .flatMap(c -> version.members(c.name()).stream());
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
        boolean sourced = version.file().map(RecordFile::isSourced).orElse(false);
        var seen = Standing.seen(
                version.deliveries(),
                cases,
                version.file().equals(Optional.of(RecordFile.SOURCES))
                        ? Handling.parse(version.text("handling")).orElse(null)
                        : null,
                sourced ? sources(version, current, withdrawn) : null,
                version.members("grade"));
        if (!seen.stated() || seen.doors().stream().noneMatch(keys::contains)) {
            return Optional.empty();
        }
        var openToday = new HashSet<String>();
        var ofAnotherScheme = new HashSet<String>();
        for (Value stated : version.record().get("stated").values()) {
            if (stated.get(1).asBoolean()) {
                openToday.add(stated.get(0).asString());
            }
            if (!stated.get(2).asString("admiralty").equals("admiralty")) {
                ofAnotherScheme.add(stated.get(0).asString());
            }
        }
        var statements = seen.statements().stream()
                .filter(s ->
                        openToday.contains(s.source()) && s.doors().stream().anyMatch(keys::contains))
                .map(s -> ofAnotherScheme.contains(s.source())
                        ? new Standing.Stated(s.source(), s.doors(), Grade.CANNOT_BE_JUDGED.toString())
                        : s)
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
                        Instant.ofEpochMilli(version.deliveries().stream()
                                .mapToLong(Standing.Delivered::recorded)
                                .min()
                                .orElseThrow())));
    }

    private static Map<String, Standing.Source> sources(
            Version version, Map<String, Version> current, Set<String> withdrawn) {
        var sources = new LinkedHashMap<String, Standing.Source>();
        for (String key : version.members("source")) {
            Version source = current.get(key);
            sources.put(key, source == null ? Standing.Source.GONE : source(source, withdrawn.contains(key)));
        }
        return sources;
    }

    private static Standing.Source source(Version source, boolean withdrawn) {
        @Nullable Handling handling = Handling.parse(source.text("handling")).orElse(null);
        var unjudged = Grade.CANNOT_BE_JUDGED.toString();
        String reliability = source.text("reliability");
        String credibility = source.text("credibility");
        return new Standing.Source(
                withdrawn,
                Optional.ofNullable(handling),
                (reliability.isEmpty() ? unjudged.substring(0, 1) : reliability)
                        + (credibility.isEmpty() ? unjudged.substring(1) : credibility));
    }
}
