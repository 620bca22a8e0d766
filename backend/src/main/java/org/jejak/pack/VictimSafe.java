package org.jejak.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;

/**
 * Turns rows into what may leave: nothing that identifies a victim or witness. On rows that name one of them, everything
 * that is not a code goes, and times keep only their month. Free text anywhere goes if its source says anything of one of
 * them or if it mentions one. What goes is listed.
 */
final class VictimSafe {

    /** Columns in which people write sentences; a name can stand in any of them. */
    private static final Set<String> FREE_TEXT =
            Set.of("note", "text", "title", "origin", "file", "purpose", "refused_reason", "lessons", "aims", "sector");

    /** Whose very title, origin and key point to one person. */
    private static final Set<String> PERSONAL_SOURCES = Set.of("testimony", "interview", "hotline");

    /** Fewer people than this must not share a combination of attributes (k-anonymity). */
    private static final int FEWEST_ALIKE = 5;

    private static final Pattern FINER_THAN_A_MONTH = Pattern.compile("(\\d{4}-\\d{2})-\\d{2}.*");

    private final Set<Key> guarded;
    private final Set<Key> sourcesOfGuarded;
    private final Predicate<String> mentions;
    private final Pseudonyms pseudonyms;
    private final List<PackContent.Withheld> withheld = new ArrayList<>();

    VictimSafe(Set<Key> guarded, Set<Key> sourcesOfGuarded, Predicate<String> mentions, Pseudonyms pseudonyms) {
        this.guarded = guarded;
        this.sourcesOfGuarded = sourcesOfGuarded;
        this.mentions = mentions;
        this.pseudonyms = pseudonyms;
    }

    /** Whether a row needs another key because its own would let two packs be joined. */
    static boolean needsAnotherKey(VisibleRecord record, Set<Key> guarded, Set<Key> sourcesOfGuarded) {
        return Ends.touches(record, guarded)
                || record.file().equals("sources")
                        && sourcesOfGuarded.contains(record.key())
                        && PERSONAL_SOURCES.contains(record.cell("kind"));
    }

    /** All the rows as they may leave, in the same order. */
    List<VisibleRecord> of(List<VisibleRecord> records) {
        var alike = records.stream()
                .filter(r -> guarded.contains(r.key()))
                .collect(Collectors.groupingBy(VictimSafe::attributes, Collectors.counting()));
        return records.stream()
                .map(r -> safe(r, alike.getOrDefault(attributes(r), 0L) >= FEWEST_ALIKE))
                .toList();
    }

    List<PackContent.Withheld> withheld() {
        return withheld;
    }

    private static String attributes(VisibleRecord person) {
        return person.cell("sex") + " " + person.cell("nationality") + " " + person.cell("undocumented") + " "
                + person.cell("remains");
    }

    private VisibleRecord safe(VisibleRecord record, boolean enoughAlike) {
        boolean touches = needsAnotherKey(record, guarded, sourcesOfGuarded);
        boolean oneself = guarded.contains(record.key());
        var key = pseudonyms.key(record.key());
        var cells = new HashMap<String, String>();
        var gone = new ArrayList<String>();
        record.cells().forEach((name, cell) -> {
            var column = record.recordFile().flatMap(f -> f.column(name));
            var type = column.map(Column::type);
            if (name.equals("source") || name.equals("id") && touches) {
                return;
            }
            if (type.filter(t -> t instanceof ColumnType.Reference).isPresent()) {
                cells.put(name, references(record, name));
            } else if (touches && type.filter(t -> t.isOpen(cell)).isEmpty()
                    || isFreeText(record.file(), name) && mustGo(record, cell)
                    || type.isEmpty()) {
                gone.add(name);
            } else if (oneself && !enoughAlike && !name.startsWith("grade")) {
                gone.add(name);
            } else if (touches && isTime(type.get())) {
                cells.put(name, coarse(cell));
            } else {
                cells.put(name, cell);
            }
        });
        list(record, key, touches, gone);
        return new VisibleRecord(
                key,
                record.file(),
                cells,
                record.statements().stream()
                        .map(s -> new VisibleRecord.Statement(pseudonyms.key(s.source()), s.grade(), s.handling()))
                        .toList(),
                record.cases(),
                record.zone(),
                record.delivered(),
                record.recorded());
    }

    private static boolean isFreeText(String file, String column) {
        return FREE_TEXT.contains(column) || file.equals("statements") && column.equals("value");
    }

    private boolean mustGo(VisibleRecord record, String cell) {
        boolean speaksOfThem = sourcesOfGuarded.contains(record.key())
                || record.statements().stream().anyMatch(s -> sourcesOfGuarded.contains(s.source()));
        return speaksOfThem && !record.file().equals("statements") || mentions.test(cell);
    }

    private String references(VisibleRecord record, String column) {
        return record.references(column).stream()
                .map(k -> pseudonyms.key(k).value())
                .collect(Collectors.joining("|"));
    }

    private static boolean isTime(ColumnType type) {
        return type instanceof ColumnType.Time || type instanceof ColumnType.From || type instanceof ColumnType.To;
    }

    static String coarse(String time) {
        var m = FINER_THAN_A_MONTH.matcher(time);
        return m.matches() ? m.group(1) : time;
    }

    private void list(VisibleRecord record, Key key, boolean touches, List<String> gone) {
        if (guarded.contains(record.key())) {
            withheld.add(new PackContent.Withheld(
                    "everything that identifies " + key,
                    "a victim or witness, or what identifies one",
                    pseudonyms.commitment(record.key())));
            return;
        }
        if (gone.isEmpty()) {
            return;
        }
        String why = touches
                ? "names or comes from a victim or witness"
                : "free text whose source speaks of a victim or witness, or that mentions one";
        withheld.add(new PackContent.Withheld(
                gone.stream().sorted().collect(Collectors.joining(", ")) + " of " + key,
                why,
                gone.contains("file") ? record.cells().getOrDefault("sha256", "") : ""));
    }
}
