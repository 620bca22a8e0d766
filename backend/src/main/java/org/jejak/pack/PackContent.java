package org.jejak.pack;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;

/**
 * Everything a pack says, finished: whoever made it has already decided what may leave and under which names. Lists are
 * sorted here, so that one content has one order and hence one form.
 *
 * @param exhibit number the exhibit has in court
 * @param handling strictest code among what is inside
 * @param why purpose of the export, in the exporter's words
 * @param who user who exports
 * @param legalBasis present exactly if victims and witnesses stand here under their own names
 * @param entities persons and things, the selected ones
 * @param links what connects two of them; each rests on one record
 * @param records rows that entities and links rest on, sources included, as they may leave
 * @param method what was computed and how; JSON of strings, numbers, booleans, lists and maps
 * @param custody who did what with the selection, oldest first, the export itself last
 * @param withheld what the viewer could read and the pack does not hold
 * @param leftOut records outside the selection that speak against or explain what is inside
 * @param sourceFiles files of sources by their hexadecimal SHA-256
 * @param auditHead the last entry of the audit log when the pack was made, as {@code number:hash}
 * @param release random name of this export; pseudonyms and commitments are made for it and for no other
 */
public record PackContent(
        String caseRef,
        String exhibit,
        Handling handling,
        String why,
        String who,
        Instant when,
        Optional<String> legalBasis,
        List<Entity> entities,
        List<Link> links,
        List<VisibleRecord> records,
        Map<String, Object> method,
        List<Custody> custody,
        List<Withheld> withheld,
        List<LeftOut> leftOut,
        SortedMap<String, byte[]> sourceFiles,
        String auditHead,
        String release) {

    /**
     * @param name as it may be shown: a pseudonym for a victim or witness
     * @param pseudonym whether key and name mean nothing outside this pack
     * @param commitment of a pseudonym, else empty: SHA-256 over a secret salt, a blank and the true key; who is told
     *     the salt can confirm who it is, and nobody else can find out
     */
    public record Entity(
            Key key,
            EntityKind kind,
            String name,
            boolean pseudonym,
            String commitment,
            List<String> roles,
            List<Key> records) {
        public Entity {
            roles = roles.stream().distinct().sorted().toList();
            records = records.stream().distinct().sorted().toList();
        }
    }

    /**
     * @param relation the row's own word where it has one, else its file and column
     * @param from when it began, as written; empty if unknown
     * @param to when it ended, as written
     */
    public record Link(Key record, String file, Key a, Key b, String relation, String from, String to) {

        static final Comparator<Link> ORDER =
                Comparator.comparing(Link::record).thenComparing(Link::a).thenComparing(Link::b);
    }

    /** One act in the life of the evidence. */
    public record Custody(Instant at, String actor, String action, String object, String reason) {}

    /**
     * @param what the kind of thing, and of which record where that is no secret
     * @param sha256 digest of what is withheld, in hexadecimal, or empty: with it the original can be recognised later
     */
    public record Withheld(String what, String why, String sha256) {}

    /** A record outside the selection that a court should know of: {@code why} it matters, and for which record inside. */
    public record LeftOut(Key record, String why, List<Key> about) {
        public LeftOut {
            about = about.stream().distinct().sorted().toList();
        }
    }

    public PackContent {
        if (exhibit.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException("a pack needs an exhibit number and a reason");
        }
        if (custody.isEmpty()) {
            throw new IllegalArgumentException("a pack says who made it");
        }
        entities = entities.stream().sorted(Comparator.comparing(Entity::key)).toList();
        links = links.stream().sorted(Link.ORDER).toList();
        records = records.stream()
                .sorted(Comparator.comparing(VisibleRecord::key))
                .toList();
        method = Map.copyOf(method);
        custody = List.copyOf(custody);
        withheld = withheld.stream()
                .sorted(Comparator.comparing(Withheld::what).thenComparing(Withheld::sha256))
                .toList();
        leftOut = leftOut.stream().sorted(Comparator.comparing(LeftOut::record)).toList();
        sourceFiles = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sourceFiles));
    }

    public boolean identified() {
        return legalBasis.isPresent();
    }
}
