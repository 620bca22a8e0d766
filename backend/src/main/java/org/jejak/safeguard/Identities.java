package org.jejak.safeguard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jejak.audit.AuditLog;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.RecordFile;
import org.jejak.network.Role;
import org.jejak.network.TextKind;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.neo4j.driver.Driver;
import org.springframework.stereotype.Service;

/**
 * The second lock: what identifies victims and witnesses opens only to a prosecutor or to victim care, who state what
 * for, and each opening is written down. The operator, who may do everything else, does not pass.
 */
@Service
public class Identities {

    /** Shorter names would be found in every text. */
    private static final int SHORTEST_LATIN = 4;

    private static final int SHORTEST_OTHER = 2;

    private final Driver driver;
    private final CypherLibrary cypher;
    private final RowReader rows;
    private final Protection protection;
    private final StoreState state;
    private final AuditLog audit;

    Identities(
            Driver driver,
            CypherLibrary cypher,
            RowReader rows,
            Protection protection,
            StoreState state,
            AuditLog audit) {
        this.driver = driver;
        this.cypher = cypher;
        this.rows = rows;
        this.protection = protection;
        this.state = state;
        this.audit = audit;
    }

    /**
     * The current rows of these keys with every cell open, as far as the viewer may see the rows at all.
     *
     * @param purpose why; the log keeps its digest, because what people type may name somebody
     * @throws NotAllowed without the role or without a purpose
     */
    public List<VisibleRecord> open(Viewer viewer, Collection<Key> keys, String purpose) {
        require(viewer, purpose);
        var names = keys.stream().map(Key::value).distinct().toList();
        var objects = new ArrayList<>(names);
        objects.add(0, "purpose-sha256:" + sha256(purpose));
        audit.record(viewer, "open identities", objects, names.size());
        var found = new ArrayList<VisibleRecord>();
        var reading = Reading.everything().unseal();
        try (var session = driver.session()) {
            var parameters = Map.<String, Object>of(
                    "doors", viewer.keys(), "through", state.now().through(), "keys", names, "unseal", true);
            session.run(cypher.text(Queries.READ_RECORDS_BY_KEY), parameters)
                    .forEachRemaining(
                            r -> rows.read(viewer, r, Mask.NOTHING, reading).ifPresent(found::add));
        }
        return found;
    }

    /** The same for all that one delivery brought, superseded and withdrawn versions too, by file and line. */
    public List<VisibleRecord> delivered(Viewer viewer, Delivered delivery, String purpose) {
        require(viewer, purpose);
        var objects = List.of("purpose-sha256:" + sha256(purpose), delivery.load());
        audit.record(viewer, "open identities", objects, 1);
        var found = new ArrayList<VisibleRecord>();
        var reading = Reading.everything().unseal();
        try (var session = driver.session()) {
            var parameters = Map.<String, Object>of("doors", viewer.keys(), "load", delivery.load());
            session.run(cypher.text(Queries.READ_DELIVERED), parameters)
                    .forEachRemaining(
                            r -> rows.read(viewer, r, Mask.NOTHING, reading).ifPresent(found::add));
        }
        return found;
    }

    /** The same for what of one delivery still waits. */
    public List<VisibleRecord> held(Viewer viewer, Delivered delivery, String purpose) {
        require(viewer, purpose);
        var objects = List.of("purpose-sha256:" + sha256(purpose), delivery.load());
        audit.record(viewer, "open identities", objects, 1);
        var found = new ArrayList<VisibleRecord>();
        try (var session = driver.session()) {
            session.run(cypher.text(Queries.READ_HELD), ReadingDoor.askHeld(viewer, delivery))
                    .forEachRemaining(r -> rows.readHeld(viewer, r.get("row"), delivery, Mask.NOTHING)
                            .ifPresent(found::add));
        }
        return found;
    }

    private static void require(Viewer viewer, String purpose) {
        if (!mayOpen(viewer) || purpose.isBlank()) {
            throw new NotAllowed("who victims and witnesses are is opened only to a prosecutor or to victim care,"
                    + " who say what for");
        }
    }

    /** Whether this viewer may open identities, given a purpose. */
    static boolean mayOpen(Viewer viewer) {
        return (viewer.has(Role.PROSECUTOR) || viewer.has(Role.VICTIM_CARE)) && !viewer.isOperator();
    }

    /**
     * Says of a text whether it names somebody protected or quotes a number of theirs, as far as rows of the viewer's own
     * cases say what these are: a whole name however spaced, or one word of it. Made to err on the side of yes.
     */
    public Mentioned mentions(Viewer viewer) {
        var guarded = protection.guarded(viewer);
        var all = new HashSet<>(guarded.persons());
        all.addAll(guarded.things());
        return mentions(viewer, all);
    }

    /** The same of these persons and things alone. Who asks learns a yes or a no, and no name. */
    public Mentioned mentions(Viewer viewer, Set<Key> whom) {
        var own = viewer.whateverTheHandling();
        var whole = new HashSet<String>();
        var words = new HashSet<String>();
        var files = FindableRow.FILES.stream().map(RecordFile::fileName).toList();
        try (var session = driver.session()) {
            session.run(cypher.text(Queries.READ_SEARCHABLE), Map.of("files", files))
                    .forEachRemaining(r -> FindableRow.of(r.get("row"), rows.sealedCells(r.get("row")))
                            .filter(row -> whom.contains(row.thing()))
                            .filter(row -> row.doors().stream().anyMatch(own::opens))
                            .ifPresent(row -> row.cells().stream()
                                    .filter(cell -> cell.kind().identifies())
                                    .forEach(cell -> remember(cell, whole, words))));
        }
        return new Mentioned(whole, words);
    }

    /**
     * Whether a text names somebody, or quotes a number of theirs.
     *
     * @param whole names and numbers, compacted
     * @param words of which names are made
     */
    public record Mentioned(Set<String> whole, Set<String> words) implements Predicate<String> {

        public Mentioned {
            whole = Set.copyOf(whole);
            words = Set.copyOf(words);
        }

        @Override
        public boolean test(String text) {
            return mentions(text, whole, words);
        }

        /** Whether a cell, or a member of it, is a whole name or number of theirs: two people may share one word of a name. */
        public boolean isTheirs(String cell) {
            return Arrays.stream(cell.split("\\|")).map(SearchText::compact).anyMatch(whole::contains);
        }
    }

    private static void remember(FindableRow.Cell cell, Set<String> whole, Set<String> words) {
        String compact = SearchText.compact(cell.value());
        if (isLongEnough(compact)) {
            whole.add(compact);
        }
        for (String word : words(cell.value())) {
            if (cell.kind() == TextKind.NAME && isLongEnough(word)) {
                words.add(word);
            }
        }
    }

    private static boolean mentions(String text, Set<String> whole, Set<String> words) {
        String compact = SearchText.compact(text);
        return whole.stream().anyMatch(compact::contains)
                || words(text).stream().anyMatch(words::contains);
    }

    private static boolean isLongEnough(String compact) {
        boolean latin = compact.codePoints().allMatch(c -> c < 0x250);
        return compact.codePointCount(0, compact.length()) >= (latin ? SHORTEST_LATIN : SHORTEST_OTHER);
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
