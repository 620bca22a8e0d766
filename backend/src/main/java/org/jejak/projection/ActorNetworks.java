package org.jejak.projection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.TieKind;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.network.Origin;
import org.jejak.network.RecordFile;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.springframework.stereotype.Service;

/** Answers a {@link NetworkQuestion} with the network that this viewer may see. */
@Service
public class ActorNetworks {

    private final ReadingDoor door;
    private final Protection protection;

    public ActorNetworks(ReadingDoor door, Protection protection) {
        this.door = door;
        this.protection = protection;
    }

    /**
     * The network of the question's cases for {@code viewer}. A case they may not see adds nothing, as one that does not
     * exist.
     */
    public ActorNetwork of(Viewer viewer, NetworkQuestion question) {
        return read(question.askedBy(viewer), question).network();
    }

    /** The same, with what it takes to say what would be left of it without one origin. */
    public StatedNetwork stated(Viewer viewer, NetworkQuestion question) {
        var asker = question.askedBy(viewer);
        var read = read(asker, question);
        return new StatedNetwork(
                read.network(), read.persons(), read.rows(), read.things(), origins(asker, read.rows()));
    }

    private record Read(ActorNetwork network, Set<Key> persons, RowsByFile rows, Things things) {}

    private Read read(Viewer viewer, NetworkQuestion question) {
        var reading = Reading.of(wanted(question)).knownBy(question.known()).atLeast(question.minimum());
        Set<Key> persons = door.persons(viewer, question.cases(), reading);
        var rows = new RowsByFile();
        door.stream(viewer.within(question.cases()), reading, rows::add);
        var things = new Things(
                new SharedIdentifiers(door.identifiers(viewer)), KindsOfThings.of(rows, door, viewer, question));
        var ties = new TieReader(question, persons, rows, things);
        var snapshot = NetworkSnapshot.of(
                persons.stream().map(ActorId::new).collect(Collectors.toSet()), ties.read(), question.fold());
        var guarded = protection.guarded(viewer);
        var network = new ActorNetwork(
                question,
                Eyes.of(viewer),
                snapshot,
                among(persons, guarded.persons()),
                among(persons, guarded.coerced()),
                among(persons, guarded.roleless()),
                ties.undated(),
                ties.explained());
        return new Read(network, persons, rows, things);
    }

    /** Sources of one origin together; a source whose origin the viewer does not see stands for itself. */
    private List<List<Key>> origins(Viewer viewer, RowsByFile rows) {
        Set<Key> sources = rows.sources();
        Map<Key, String> said = new HashMap<>();
        door.byKey(viewer, sources).forEach(source -> said.put(source.key(), Origin.of(source)));
        Map<String, List<Key>> together = new LinkedHashMap<>();
        for (Key source : sources) {
            String origin = said.getOrDefault(source, Origin.of(source, ""));
            together.computeIfAbsent(origin, any -> new ArrayList<>()).add(source);
        }
        return List.copyOf(together.values());
    }

    /** Files of the rows that decide over the ties. */
    static RecordFile[] wanted(NetworkQuestion question) {
        var files = EnumSet.of(
                RecordFile.LINKS, RecordFile.CONTACTS, RecordFile.PAYMENTS, RecordFile.MOVEMENTS, RecordFile.DUTIES);
        for (TieKind tie : question.ties()) {
            switch (tie) {
                case CONVOY -> files.add(RecordFile.PASSAGES);
                case SHARED_PLACE -> files.add(RecordFile.PLACES);
                case SHARED_ORGANIZATION -> files.add(RecordFile.ORGANIZATIONS);
                case SHARED_VEHICLE -> files.add(RecordFile.VEHICLES);
                case SHARED_IDENTIFIER ->
                    files.addAll(EnumSet.of(RecordFile.PHONES, RecordFile.ACCOUNTS, RecordFile.HANDLES));
                case LINK, CONTACT, PAYMENT, MOVEMENT -> {}
            }
        }
        return files.toArray(RecordFile[]::new);
    }

    private static Set<ActorId> among(Set<Key> persons, Set<Key> some) {
        var both = new HashSet<>(persons);
        both.retainAll(some);
        return both.stream().map(ActorId::new).collect(Collectors.toSet());
    }
}
