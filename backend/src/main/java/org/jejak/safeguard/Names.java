package org.jejak.safeguard;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.springframework.stereotype.Service;

/**
 * By which name a thing is shown to a viewer: its own, "Unknown man 3" where nobody knows it, or a pseudonym where the
 * person is protected. A pseudonym is the same for everybody in every session, and says nothing about its person.
 */
@Service
public class Names {

    private static final Pattern DIGITS = Pattern.compile("\\d+$");

    private static final Set<EntityKind> GUARDED_KINDS =
            EnumSet.of(EntityKind.PERSON, EntityKind.PHONE, EntityKind.ACCOUNT, EntityKind.DOCUMENT, EntityKind.HANDLE);

    private final ReadingDoor door;
    private final Protection protection;
    private final Pseudonym pseudonym;

    /**
     * How one thing is shown.
     *
     * @param name what stands on the screen
     * @param kind what it is
     * @param subKind the {@code kind} cell of its row ({@code camp}, {@code bank} …), or empty
     * @param guarded whether it is a protected person or identifies one
     */
    public record Shown(Key key, String name, EntityKind kind, String subKind, boolean guarded) {}

    Names(ReadingDoor door, Protection protection, Pseudonym pseudonym) {
        this.door = door;
        this.protection = protection;
        this.pseudonym = pseudonym;
    }

    /** How each of {@code keys} is shown; what the viewer may not see is not in the answer. */
    public Map<Key, Shown> of(Viewer viewer, Collection<Key> keys) {
        var guarded = protection.guarded(viewer);
        var shown = new LinkedHashMap<Key, Shown>();
        var found = new HashMap<Key, VisibleRecord>();
        door.byKey(viewer, keys).forEach(r -> found.put(r.key(), r));
        if (!viewer.without().isEmpty()) {
            nameless(viewer, keys, found);
        }
        for (Key key : keys) {
            var record = found.get(key);
            if (record != null) {
                shown(record, guarded).ifPresent(s -> shown.put(key, s));
            }
        }
        return shown;
    }

    /** How each of {@code keys} is shown, read page by page as somebody asks for it. */
    public NameBook book(Viewer viewer, Collection<Key> keys) {
        return new NameBook(keys.stream().distinct().toList(), page -> of(viewer, page));
    }

    /** Things whose own rows are left out, while others still name them: they are there, and nothing else is known of them. */
    private void nameless(Viewer viewer, Collection<Key> keys, Map<Key, VisibleRecord> found) {
        var gone = keys.stream().filter(k -> !found.containsKey(k)).toList();
        for (var own : door.byKey(viewer.withoutSources(Set.of()), gone)) {
            if (!viewer.without().contains(own.key())
                    && !door.countNaming(viewer, own.key()).isEmpty()) {
                found.put(own.key(), nameless(own));
            }
        }
    }

    /** That there is such a thing, and nothing that its own row says of it. */
    static VisibleRecord nameless(VisibleRecord own) {
        return new VisibleRecord(
                own.key(), own.file(), Map.of(), List.of(), own.cases(), own.zone(), own.delivered(), own.recorded());
    }

    /** How the thing that {@code record} describes is shown; empty for a row that describes none. */
    public Optional<Shown> of(Viewer viewer, VisibleRecord record) {
        return shown(record, protection.guarded(viewer));
    }

    private Optional<Shown> shown(VisibleRecord record, Protection.Guarded guarded) {
        return record.recordFile().flatMap(RecordFile::describes).map(kind -> {
            boolean person = guarded.persons().contains(record.key());
            boolean thing = guarded.things().contains(record.key());
            String name = person || thing
                    ? pseudonym.of(person ? "Protected person" : "Protected " + word(kind), record.key())
                    : name(record, kind);
            return new Shown(record.key(), name, kind, record.cell("kind"), person || thing);
        });
    }

    private String name(VisibleRecord record, EntityKind kind) {
        String own = switch (kind) {
            case PERSON, ORGANIZATION, PLACE, OPERATION -> record.cell("name");
            case VEHICLE -> first(record, "registration", "imo", "mmsi");
            case PHONE -> first(record, "number", "imei");
            case ACCOUNT -> first(record, "iban", "number");
            case DOCUMENT -> record.cell("number");
            case HANDLE -> record.cell("value");
            case SOURCE -> record.cell("title");
            case RAID -> record.cell("time");
            case COMMITMENT -> record.cell("text");
        };
        if (!own.isEmpty()) {
            return own;
        }
        String ordinal = ordinal(record.key());
        return switch (kind) {
            case PERSON ->
                switch (record.cell("sex")) {
                    case "male" -> "Unknown man " + ordinal;
                    case "female" -> "Unknown woman " + ordinal;
                    default -> "Unknown person " + ordinal;
                };
            default -> word(kind) + " " + record.key().local();
        };
    }

    private static String first(VisibleRecord record, String... columns) {
        for (String column : columns) {
            if (!record.cell(column).isEmpty()) {
                return record.cell(column);
            }
        }
        return "";
    }

    private static String word(EntityKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The number that tells unnamed people apart: the digits their own id ends with, else four of a keyed hash. */
    private String ordinal(Key key) {
        var digits = DIGITS.matcher(key.local());
        return digits.find() ? digits.group() : pseudonym.code(key);
    }

    /** Keys of everything that is shown by a pseudonym. */
    Set<Key> guarded(Viewer viewer) {
        var guarded = protection.guarded(viewer);
        var all = new HashSet<>(guarded.persons());
        all.addAll(guarded.things());
        return all;
    }

    /** What a protected person or thing may be called; which of these it is depends on its kind. */
    List<String> pseudonyms(Key key) {
        return GUARDED_KINDS.stream()
                .map(kind -> pseudonym.of("Protected " + word(kind), key))
                .toList();
    }

    /** Those of them who are protected only because they testified or informed. */
    public Set<Key> onlyByTestimony(Viewer viewer) {
        return protection.onlyByTestimony(viewer);
    }

    /** Keys of protected persons as far as {@code viewer}'s cases say so. */
    public Set<Key> protectedPersons(Viewer viewer) {
        return protection.guarded(viewer).persons();
    }
}
