package org.jejak.pack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.SourceKinds;
import org.jejak.network.VisibleRecord;

/**
 * Turns rows into what may leave: nothing that identifies somebody protected, and everything else. On rows that name one
 * of them, everything that is not a code, a number or the strength of a tie goes, and times keep only their month. On
 * other rows a cell goes if it mentions one of them. What goes is listed, with why. A row that would be none without a cell
 * that goes says {@value Cells#WITHHELD} there, or the pseudonym.
 */
final class VictimSafe {

    /** Fewer people than this must not share a combination of attributes (k-anonymity). */
    private static final int FEWEST_ALIKE = 5;

    private static final Pattern FINER_THAN_A_MONTH = Pattern.compile("(\\d{4}-\\d{2})-\\d{2}.*");

    private final Set<Key> guarded;
    private final Set<Key> speaking;
    private final Set<Key> confiding;
    private final Mentions mentions;
    private final Pseudonyms pseudonyms;
    private final Set<Key> children = new HashSet<>();
    private final Map<Key, String> missing = new HashMap<>();
    private final Set<Key> posts = new HashSet<>();
    private final List<PackContent.Withheld> withheld = new ArrayList<>();

    /** As a pack leaves: free text goes with every source that says anything of somebody protected. */
    VictimSafe(Set<Key> guarded, Set<Key> speaking, Predicate<String> mentions, Pseudonyms pseudonyms) {
        this(guarded, speaking, speaking, new Mentions(mentions, cell -> false, guarded), pseudonyms);
    }

    /**
     * @param speaking sources that say anything of somebody protected
     * @param confiding those of them whose free text goes even where it says something of somebody else
     */
    VictimSafe(Set<Key> guarded, Set<Key> speaking, Set<Key> confiding, Mentions mentions, Pseudonyms pseudonyms) {
        this.guarded = guarded;
        this.speaking = speaking;
        this.confiding = confiding;
        this.mentions = mentions;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Whoever receives the rows must protect whom they are about, without the days by which one could be picked out.
     *
     * @param theChildren protected people who were children
     * @param theMissing those who are missing, and since which year
     */
    VictimSafe sayingOf(Set<Key> theChildren, Map<Key, String> theMissing) {
        children.addAll(theChildren);
        missing.putAll(theMissing);
        return this;
    }

    /** Whether a row needs another key because its own would let two packs be joined. */
    static boolean needsAnotherKey(VisibleRecord record, Set<Key> guarded, Set<Key> speaking) {
        return Ends.touches(record, guarded)
                || record.file().equals("sources") && speaking.contains(record.key()) && isPersonal(record);
    }

    /** Whether a source is what one person said. */
    static boolean isPersonal(VisibleRecord source) {
        return SourceKinds.SAID_BY_SOMEBODY.contains(source.cell("kind"));
    }

    /** All the rows as they may leave, in the same order. */
    List<VisibleRecord> of(List<VisibleRecord> records) {
        return of(records, record -> Set.of());
    }

    /** @param closed which cells of a row did not even come here, because they identify somebody protected */
    List<VisibleRecord> of(List<VisibleRecord> records, Function<VisibleRecord, Set<String>> closed) {
        var alike = records.stream()
                .filter(r -> guarded.contains(r.key()))
                .collect(Collectors.groupingBy(VictimSafe::attributes, Collectors.counting()));
        return records.stream()
                .flatMap(r -> safe(r, closed.apply(r), alike.getOrDefault(attributes(r), 0L) >= FEWEST_ALIKE).stream())
                .toList();
    }

    List<PackContent.Withheld> withheld() {
        return withheld;
    }

    private static String attributes(VisibleRecord person) {
        return person.file() + " " + person.cell("sex") + " " + person.cell("nationality") + " "
                + person.cell("undocumented");
    }

    private Optional<VisibleRecord> safe(VisibleRecord record, Set<String> closed, boolean enoughAlike) {
        boolean touched = pseudonyms.replaces(record.key()) || needsAnotherKey(record, guarded, speaking);
        boolean oneself = guarded.contains(record.key());
        var key = pseudonyms.key(record.key());
        var cells = new TreeMap<String, String>();
        var gone = new EnumMap<Why, TreeSet<String>>(Why.class);
        if (touched) {
            closed.forEach(name -> note(gone, oneself ? Why.ABOUT : Why.NAMES, name));
        }
        record.cells().forEach((name, cell) -> {
            var type = Cells.type(record.file(), name);
            if (name.equals("id") && touched) {
                return;
            }
            if (type.filter(t -> t instanceof ColumnType.Reference || t instanceof ColumnType.RowReference)
                    .isPresent()) {
                cells.put(name, references(record, name));
                return;
            }
            var why = !touched
                    ? whyOfOther(record, name, cell)
                    : oneself ? whyOfProtected(record, name, cell, enoughAlike) : whyOfNaming(record, name, cell, type);
            if (why.isPresent()) {
                note(gone, why.get(), name);
                return;
            }
            String leaves = touched && type.filter(Cells::isTime).isPresent() ? coarse(cell) : cell;
            if (!leaves.equals(cell)) {
                note(gone, Why.DAY, name);
            }
            cells.put(name, leaves);
        });
        if (touched && record.recordFile().isEmpty()) {
            cells.put("id", key.local().substring(key.local().indexOf('/') + 1));
        }
        if (oneself && record.file().equals(RecordFile.PERSONS.fileName())) {
            if (children.contains(record.key())) {
                cells.put("thought_child", "true");
            }
            if (missing.containsKey(record.key())) {
                cells.put("missing_since", missing.get(record.key()));
            }
        }
        if (isLost(record, key, cells, gone)) {
            return Optional.empty();
        }
        fill(record, cells, gone);
        list(record, key, oneself, gone);
        return Optional.of(new VisibleRecord(
                key,
                record.file(),
                cells,
                record.statements().stream()
                        .map(s -> new VisibleRecord.Statement(pseudonyms.key(s.source()), s.grade(), s.handling()))
                        .toList(),
                record.cases(),
                record.zone(),
                record.delivered(),
                record.recorded()));
    }

    private static void note(Map<Why, TreeSet<String>> gone, Why why, String column) {
        gone.computeIfAbsent(why, any -> new TreeSet<>()).add(column);
    }

    /** Of a row that describes somebody protected, or a thing that identifies one. */
    private static Optional<Why> whyOfProtected(VisibleRecord row, String name, String cell, boolean enoughAlike) {
        var column = Cells.column(row.file(), name);
        boolean open = Cells.isOpen(row.file(), name, cell);
        if (name.startsWith("grade") || open && Cells.isRequired(row.file(), name)) {
            return Optional.empty();
        }
        if (!open || column.map(Column::type).filter(Cells::isWhere).isPresent()) {
            return Optional.of(Why.ABOUT);
        }
        if (row.file().equals(RecordFile.PERSONS.fileName())) {
            return enoughAlike || saysByItselfThatTheyAreProtected(row, name) ? Optional.empty() : Optional.of(Why.FEW);
        }
        boolean code = column.map(Column::type)
                .filter(ColumnType.Closed.class::isInstance)
                .isPresent();
        return code ? Optional.empty() : Optional.of(Why.ABOUT);
    }

    /** That must leave, or whoever gets it would rank them. */
    private static boolean saysByItselfThatTheyAreProtected(VisibleRecord row, String name) {
        return row.isTrue(name) && Guarded.protects(with(row, Map.of(name, row.cell(name))));
    }

    private static VisibleRecord with(VisibleRecord row, Map<String, String> cells) {
        return new VisibleRecord(
                row.key(),
                row.file(),
                cells,
                row.statements(),
                row.cases(),
                row.zone(),
                row.delivered(),
                row.recorded());
    }

    /** Of a row that names somebody protected, and of what they said. */
    private Optional<Why> whyOfNaming(VisibleRecord row, String name, String cell, Optional<ColumnType> type) {
        boolean open = Cells.isOpen(row.file(), name, cell);
        boolean word =
                Cells.isRequired(row.file(), name) && type.filter(Cells::isWord).isPresent();
        boolean stays = open && type.filter(Cells::isWhere).isEmpty() || word && !mentions.in(row, name, cell);
        boolean says = cell.equals("true") && Guarded.protects(row);
        if (stays || says) {
            return Optional.empty();
        }
        return Optional.of(row.file().equals("sources") ? Why.SPEAKS : Why.NAMES);
    }

    /** Of a row that names nobody protected. */
    private Optional<Why> whyOfOther(VisibleRecord row, String name, String cell) {
        boolean freeText = Cells.isFreeText(row.file(), name, cell);
        if (row.file().equals("sources") && freeText && speaking.contains(row.key())) {
            boolean whatItSays = confiding.contains(row.key()) || name.equals("text") || name.equals("file");
            if (whatItSays) {
                return Optional.of(Why.SPEAKS);
            }
        }
        if (Cells.isOpen(row.file(), name, cell)) {
            return Optional.empty();
        }
        boolean statement = row.file().equals("statements") && name.equals("value");
        if (freeText && !statement && row.statements().stream().anyMatch(s -> confiding.contains(s.source()))) {
            return Optional.of(Why.CONFIDED);
        }
        if (!mentions.in(row, name, cell)) {
            return Optional.empty();
        }
        return Optional.of(Cells.isName(row.file(), name, row.cells()) ? Why.CALLED : Why.MENTIONS);
    }

    private String references(VisibleRecord record, String column) {
        return record.references(column).stream()
                .map(k -> pseudonyms.key(k).value())
                .collect(Collectors.joining("|"));
    }

    /** A statement that may not say what it says, and a post that would stand under the key of another. */
    private boolean isLost(VisibleRecord record, Key key, Map<String, String> cells, Map<Why, TreeSet<String>> gone) {
        if (record.file().equals(RecordFile.STATEMENTS.fileName())
                && !cells.containsKey("value")
                && !Cells.takesAnyText(record.cell("property"))) {
            gone.forEach((why, names) -> {
                if (names.contains("value")) {
                    withheld.add(new PackContent.Withheld("the row " + key, why.text(), ""));
                }
            });
            return true;
        }
        if (record.file().equals(RecordFile.OFFICIALS.fileName())
                && pseudonyms.replaces(record.key())
                && !posts.add(key)) {
            withheld.add(new PackContent.Withheld("a row " + key, Why.SAME.text(), ""));
            return true;
        }
        return false;
    }

    /** What must not be empty and went says that it went, so that the row still loads. */
    private void fill(VisibleRecord record, Map<String, String> cells, Map<Why, TreeSet<String>> gone) {
        var names = new HashSet<String>();
        gone.values().forEach(names::addAll);
        for (String name : names) {
            if (Cells.isRequired(record.file(), name) && !cells.containsKey(name)) {
                boolean called = name.equals("name") || record.cell("property").equals("name");
                Key whom = record.reference("entity").orElse(record.key());
                cells.put(
                        name,
                        called
                                ? pseudonyms.name(whom).orElse(Cells.WITHHELD)
                                : pseudonyms.name(whom).isPresent()
                                                && record.recordFile().isPresent()
                                        ? pseudonyms.key(whom).value()
                                        : Cells.WITHHELD);
            }
        }
        boolean numberless = record.file().equals(RecordFile.PHONES.fileName())
                && !cells.containsKey("number")
                && !cells.containsKey("imei");
        if (numberless && (names.contains("number") || names.contains("imei"))) {
            cells.put(
                    "imei",
                    pseudonyms.replaces(record.key())
                            ? pseudonyms.key(record.key()).value()
                            : Cells.WITHHELD);
        }
    }

    static String coarse(String time) {
        var m = FINER_THAN_A_MONTH.matcher(time);
        return m.matches() ? m.group(1) : time;
    }

    private void list(VisibleRecord record, Key key, boolean oneself, Map<Why, TreeSet<String>> gone) {
        if (oneself) {
            var about = gone.getOrDefault(Why.ABOUT, new TreeSet<>());
            String which = about.isEmpty() ? "" : ": " + String.join(", ", about);
            withheld.add(new PackContent.Withheld(
                    "what identifies " + key + which, Why.ABOUT.text(), pseudonyms.commitment(record.key())));
        }
        var rest = new HashMap<>(gone);
        if (oneself) {
            rest.remove(Why.ABOUT);
        }
        rest.forEach((why, names) -> withheld.add(new PackContent.Withheld(
                (why == Why.DAY ? "the day of " : "") + String.join(", ", names) + " of " + key,
                why.text(),
                names.contains("file") ? record.cell("sha256") : "")));
    }
}
