package org.jejak.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.analysis.flow.FlowTie;
import org.jejak.analysis.paths.Rates;
import org.jejak.analysis.paths.TimedStep;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Role;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.springframework.stereotype.Service;

/** What passed from one to another, as far as a viewer may read it: money between holders, people between places. */
@Service
public class Flows {

    /** In which way the digests of what passes are counted; see {@link org.jejak.analysis.NetworkSnapshot#DIGEST_WAY}. */
    public static final int DIGEST_WAY = FlowDigest.WAY;

    private final ReadingDoor door;
    private final ActorNetworks networks;
    private final Protection protection;

    public Flows(ReadingDoor door, ActorNetworks networks, Protection protection) {
        this.door = door;
        this.networks = networks;
        this.protection = protection;
    }

    /**
     * @param undated rows that say that something passed but not when: in no step
     * @param rates at which amounts of two currencies may be compared
     */
    public record Timed(List<TimedStep> steps, int undated, Rates rates) {
        public Timed {
            steps = List.copyOf(steps);
        }

        /** Of all steps and rates. */
        public String digestWithRates() {
            return rates.all().isEmpty() ? digest() : FlowDigest.of(digest(), rates);
        }

        /** Of all steps, in whatever order they were read. */
        public String digest() {
            return FlowDigest.ofSteps(steps);
        }
    }

    /**
     * The ways between places.
     *
     * @param ties from the origin of a movement through everybody who took part in it without being a victim or witness,
     *     to its destination; straight from place to place where nobody is known to have
     * @param kinds of the places the viewer may see
     * @param recruiting origins of movements whose stage is recruitment
     * @param exploiting destinations of movements whose stage is exploitation
     * @param guarded victims and witnesses
     */
    public record Ways(
            List<FlowTie> ties, Map<Key, String> kinds, Set<Key> recruiting, Set<Key> exploiting, Set<Key> guarded) {
        public Ways {
            ties = List.copyOf(ties);
            kinds = Map.copyOf(kinds);
            recruiting = Set.copyOf(recruiting);
            exploiting = Set.copyOf(exploiting);
            guarded = Set.copyOf(guarded);
        }

        /** Of the ways and of what decides where they begin, end, and may be cut. */
        public String digest() {
            return FlowDigest.of(this);
        }
    }

    /**
     * Every dated payment, from each who may have held the payer's account to each who may have held the payee's; an
     * account of nobody stands for itself, and so does a company, whoever owns it.
     *
     * @param gap how long money may have lain between two who are tied, where one received and the other paid as much:
     *     such steps are inferred; empty for none
     * @param tolerance share by which the two amounts may differ
     */
    public Timed money(Viewer viewer, NetworkQuestion question, Optional<Duration> gap, double tolerance) {
        var asker = question.askedBy(viewer);
        var rows = rows(viewer, question, RecordFile.PAYMENTS, RecordFile.LINKS, RecordFile.RATES);
        var things = new Things(
                new SharedIdentifiers(door.identifiers(asker)), KindsOfThings.of(rows, door, asker, question));
        var stated = new FlowReader(question, rows).money(things);
        if (gap.isEmpty()) {
            return stated;
        }
        var steps = new ArrayList<>(stated.steps());
        steps.addAll(
                FlowReader.inferred(networks.of(viewer, question).snapshot(), stated.steps(), gap.get(), tolerance));
        return new Timed(steps, stated.undated(), stated.rates());
    }

    /**
     * Every movement with at least one dated end, from its place of origin to its destination. Journeys to or from a
     * shelter are on nobody's way but victim care's.
     */
    public Timed people(Viewer viewer, NetworkQuestion question) {
        return read(viewer, question, RecordFile.MOVEMENTS, RecordFile.PLACES).people(seesShelters(viewer));
    }

    public Ways ways(Viewer viewer, NetworkQuestion question) {
        return read(viewer, question, RecordFile.MOVEMENTS, RecordFile.PLACES, RecordFile.LINKS)
                .ways(protection.guarded(viewer).persons(), seesShelters(viewer));
    }

    private static boolean seesShelters(Viewer viewer) {
        return viewer.has(Role.VICTIM_CARE) && !viewer.isOperator();
    }

    private FlowReader read(Viewer viewer, NetworkQuestion question, RecordFile... files) {
        return new FlowReader(question, rows(viewer, question, files));
    }

    private RowsByFile rows(Viewer viewer, NetworkQuestion question, RecordFile... files) {
        var rows = new RowsByFile();
        var reading = Reading.of(files).knownBy(question.known()).atLeast(question.minimum());
        door.stream(question.askedBy(viewer).within(question.cases()), reading, rows::add);
        return rows;
    }
}
