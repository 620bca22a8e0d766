package org.jejak.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Tie;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.springframework.stereotype.Service;

/**
 * Who of a few people is tied to whom: the ties that the whole network has among them, read from what lies around them.
 * Drawing five people of half a million must not take as long as ranking all.
 */
@Service
public class TiesAmong {

    private final ReadingDoor door;

    public TiesAmong(ReadingDoor door) {
        this.door = door;
    }

    /**
     * The ties among {@code some} that {@link ActorNetworks#of} has for the same viewer and question of today.
     *
     * @throws IllegalArgumentException if the question is about what was known earlier: that is read as a whole
     */
    public List<Tie> of(Viewer viewer, NetworkQuestion question, Set<Key> some) {
        if (question.known().isPresent()) {
            throw new IllegalArgumentException("what was known earlier is not read in parts");
        }
        if (some.size() < 2) {
            return List.of();
        }
        var around = new Around(viewer, question);
        var persons = around.read(some);
        var ties = new TieReader(question, persons, around.rows(), around.things()).read();
        ties.removeIf(
                tie -> !some.contains(tie.a().key()) || !some.contains(tie.b().key()));
        persons.retainAll(some);
        return NetworkSnapshot.of(persons.stream().map(ActorId::new).collect(Collectors.toSet()), ties, question.fold())
                .ties();
    }

    /** The rows from which the ties among a few people follow, found from those people outwards. */
    private final class Around {

        private final Viewer viewer;
        private final Viewer within;
        private final NetworkQuestion question;
        private final Map<Key, VisibleRecord> found = new HashMap<>();
        private final Map<Key, Set<String>> identifiers = new HashMap<>();

        Around(Viewer viewer, NetworkQuestion question) {
            this.viewer = question.askedBy(viewer);
            this.within = this.viewer.within(question.cases());
            this.question = question;
        }

        /** Returns who of those met counts as a person. */
        Set<Key> read(Set<Key> some) {
            var wanted = ActorNetworks.wanted(question);
            naming(some, wanted);
            // A contact of a phone is one of everything with its number, and of everything that has another number of
            // these.
            var held = same(same(objects(some)));
            naming(held, wanted);
            var holders = holders(held);
            holders.addAll(some);
            // Whether a duty explains a contact depends on all who may have held the phones, and on what else these
            // hold.
            if (!naming(holders, RecordFile.DUTIES).isEmpty()) {
                naming(holders, RecordFile.LINKS);
                var more = same(objects(holders));
                naming(more, RecordFile.LINKS);
                holders.addAll(holders(more));
            }
            holders.addAll(aboard());
            return persons(holders);
        }

        RowsByFile rows() {
            var rows = new RowsByFile();
            found.values().forEach(rows::add);
            return rows;
        }

        private List<VisibleRecord> naming(Collection<Key> things, RecordFile... files) {
            if (things.isEmpty()) {
                return List.of();
            }
            var rows = door.naming(within, things, Reading.of(files).atLeast(question.minimum()));
            rows.forEach(row -> found.put(row.key(), row));
            return rows;
        }

        /** What these people hold, and where they meet if that is asked. */
        private Set<Key> objects(Set<Key> people) {
            var relations = TieReader.relations(question.ties());
            var things = new HashSet<Key>();
            links().stream()
                    .filter(l -> relations.contains(l.cell("relation")))
                    .filter(l -> l.reference("subject").filter(people::contains).isPresent())
                    .forEach(l -> l.reference("object").ifPresent(things::add));
            return things;
        }

        private Set<Key> holders(Set<Key> things) {
            var holders = new HashSet<Key>();
            links().stream()
                    .filter(l -> l.reference("object").filter(things::contains).isPresent())
                    .forEach(l -> l.reference("subject").ifPresent(holders::add));
            return holders;
        }

        private List<VisibleRecord> links() {
            return found.values().stream()
                    .filter(row -> row.file().equals(RecordFile.LINKS.fileName()))
                    .toList();
        }

        private Set<Key> aboard() {
            var aboard = new HashSet<Key>();
            found.values().stream()
                    .filter(row -> row.file().equals(RecordFile.MOVEMENTS.fileName()))
                    .forEach(row -> aboard.addAll(row.references("persons")));
            return aboard;
        }

        /** These and what carries an identifier of theirs. */
        private Set<Key> same(Set<Key> things) {
            var all = new HashSet<>(things);
            if (!things.isEmpty()) {
                door.carriers(viewer, things).forEach((carrier, hashes) -> {
                    all.add(carrier);
                    identifiers.computeIfAbsent(carrier, any -> new TreeSet<>()).addAll(hashes);
                });
            }
            return all;
        }

        Things things() {
            return new Things(new SharedIdentifiers(identifiers), KindsOfThings.of(rows(), door, viewer, question));
        }

        /** Who of these is a person for the viewer, whatever sources are left out: without them they are only nameless. */
        private Set<Key> persons(Set<Key> keys) {
            var persons = new HashSet<Key>();
            door.naming(viewer.withoutSources(Set.of()), keys, Reading.of(RecordFile.PERSONS))
                    .forEach(row -> persons.add(row.key()));
            return persons;
        }
    }
}
