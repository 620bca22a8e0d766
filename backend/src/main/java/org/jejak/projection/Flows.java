package org.jejak.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.analysis.flow.FlowTie;
import org.jejak.analysis.paths.TimedStep;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.springframework.stereotype.Service;

/** What passed from one to another, as far as a viewer may read it: money between holders, people between places. */
@Service
public class Flows {

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
     */
    public record Timed(List<TimedStep> steps, int undated) {}

    /**
     * Every dated payment, from each who may have held the payer's account to each who may have held the payee's; an
     * account of nobody stands for itself.
     *
     * @param gap how long money may have lain between two who are tied, where one received and the other paid as much:
     *     such steps are inferred; empty for none
     * @param tolerance share by which the two amounts may differ
     */
    public Timed money(Viewer viewer, NetworkQuestion question, Optional<Duration> gap, double tolerance) {
        var payments = new ArrayList<VisibleRecord>();
        var links = new ArrayList<VisibleRecord>();
        door.stream(
                viewer.within(question.cases()),
                reading(question, RecordFile.PAYMENTS, RecordFile.LINKS),
                row -> (row.recordFile().equals(Optional.of(RecordFile.PAYMENTS)) ? payments : links).add(row));
        var holdings = new Holdings(links, any -> true, door.identifiers(viewer));
        var steps = new ArrayList<TimedStep>();
        int undated = 0;
        for (VisibleRecord payment : payments) {
            var time = payment.time("time").filter(t -> begun(question, t));
            undated += payment.time("time").isEmpty() ? 1 : 0;
            if (time.isPresent()) {
                for (Key payer : parties(payment, "payer", time.get(), holdings)) {
                    for (Key payee : parties(payment, "payee", time.get(), holdings)) {
                        if (!payer.equals(payee)) {
                            steps.add(TimedStep.payment(
                                    payer,
                                    payee,
                                    time.get().from(),
                                    time.get().until(),
                                    List.of(payment.key()),
                                    amount(payment),
                                    payment.cell("currency")));
                        }
                    }
                }
            }
        }
        gap.ifPresent(window -> steps.addAll(inferred(networks.of(viewer, question), steps, window, tolerance)));
        return new Timed(steps, undated);
    }

    private static Set<Key> parties(VisibleRecord payment, String column, PartialTime time, Holdings holdings) {
        var party = payment.reference(column);
        if (party.isEmpty()) {
            return Set.of();
        }
        var holders = new TreeSet<>(holdings.holders(party.get(), Optional.of(time)));
        return holders.isEmpty() ? Set.of(party.get()) : holders;
    }

    private static OptionalDouble amount(VisibleRecord payment) {
        String written = payment.cell("amount");
        return written.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(written));
    }

    /** Cash or hawala nobody recorded: from one who received to one they know, who soon paid as much. */
    private static List<TimedStep> inferred(
            ActorNetwork network, List<TimedStep> stated, Duration window, double tolerance) {
        var paidBy = new HashMap<Key, List<TimedStep>>();
        stated.forEach(
                s -> paidBy.computeIfAbsent(s.from(), any -> new ArrayList<>()).add(s));
        var snapshot = network.snapshot();
        var found = new ArrayList<TimedStep>();
        for (TimedStep came : stated) {
            var holder = snapshot.indexOf(new ActorId(came.to()));
            if (holder.isEmpty() || came.amount().isEmpty()) {
                continue;
            }
            int v = holder.getAsInt();
            for (int i = 0; i < snapshot.adjacency().neighbours(v); i++) {
                var other = snapshot.actor(snapshot.adjacency().neighbour(v, i));
                for (TimedStep went : paidBy.getOrDefault(other.key(), List.of())) {
                    if (mayBeTheSame(came, went, window, tolerance)) {
                        found.add(new TimedStep(
                                came.to(),
                                other.key(),
                                came.arrivesFrom(),
                                went.leavesUntil(),
                                came.arrivesFrom(),
                                went.leavesUntil(),
                                snapshot.records(snapshot.actor(v), other),
                                came.amount(),
                                came.unit(),
                                Set.of(),
                                true));
                    }
                }
            }
        }
        return found;
    }

    private static boolean mayBeTheSame(TimedStep came, TimedStep went, Duration window, double tolerance) {
        return went.amount().isPresent()
                && went.unit().equals(came.unit())
                && !went.to().equals(came.to())
                && came.arrivesFrom().isBefore(went.leavesUntil())
                && !went.leavesFrom().isAfter(came.arrivesUntil().plus(window))
                && Math.abs(went.amount().getAsDouble() - came.amount().orElse(0))
                        <= tolerance * came.amount().orElse(0);
    }

    /** Every movement with at least one dated end, from its place of origin to its destination. */
    public Timed people(Viewer viewer, NetworkQuestion question) {
        var steps = new ArrayList<TimedStep>();
        int undated = 0;
        for (VisibleRecord movement : movements(viewer, question)) {
            var departed = movement.time("departed").or(() -> movement.time("arrived"));
            var arrived = movement.time("arrived").or(() -> movement.time("departed"));
            var origin = movement.reference("origin");
            var destination = movement.reference("destination");
            if (departed.isEmpty() || arrived.isEmpty()) {
                undated++;
            } else if (origin.isPresent()
                    && destination.isPresent()
                    && !origin.equals(destination)
                    && begun(question, departed.get())) {
                steps.add(new TimedStep(
                        origin.get(),
                        destination.get(),
                        departed.get().from(),
                        departed.get().until(),
                        arrived.get().from(),
                        arrived.get().until(),
                        List.of(movement.key()),
                        OptionalDouble.empty(),
                        "",
                        Set.copyOf(movement.references("persons")),
                        false));
            }
        }
        return new Timed(steps, undated);
    }

    /**
     * The ways between places.
     *
     * @param ties from the origin of a movement through everybody who took part in it without being a victim or witness,
     *     to its destination; straight from place to place where nobody is known to have
     * @param kinds of the places among them
     * @param recruiting origins of movements whose stage is recruitment
     * @param exploiting destinations of movements whose stage is exploitation
     * @param guarded victims and witnesses
     */
    public record Ways(
            List<FlowTie> ties, Map<Key, String> kinds, Set<Key> recruiting, Set<Key> exploiting, Set<Key> guarded) {}

    public Ways ways(Viewer viewer, NetworkQuestion question) {
        var guarded = protection.guarded(viewer).persons();
        var ties = new ArrayList<FlowTie>();
        var recruiting = new TreeSet<Key>();
        var exploiting = new TreeSet<Key>();
        var places = new TreeSet<Key>();
        for (VisibleRecord movement : movements(viewer, question)) {
            var origin = movement.reference("origin");
            var destination = movement.reference("destination");
            if (origin.isEmpty() || destination.isEmpty() || origin.equals(destination)) {
                continue;
            }
            places.add(origin.get());
            places.add(destination.get());
            if (movement.cell("stage").equals("recruitment")) {
                recruiting.add(origin.get());
            }
            if (movement.cell("stage").equals("exploitation")) {
                exploiting.add(destination.get());
            }
            var carriers = new TreeSet<>(movement.references("persons"));
            carriers.removeAll(guarded);
            var records = List.of(movement.key());
            if (carriers.isEmpty()) {
                ties.add(new FlowTie(origin.get(), destination.get(), false, records));
            }
            for (Key carrier : carriers) {
                ties.add(new FlowTie(origin.get(), carrier, false, records));
                ties.add(new FlowTie(carrier, destination.get(), false, records));
            }
        }
        var kinds = new TreeMap<Key, String>();
        door.byKey(viewer, places).forEach(place -> kinds.put(place.key(), place.cell("kind")));
        return new Ways(ties, kinds, recruiting, exploiting, new HashSet<>(guarded));
    }

    private List<VisibleRecord> movements(Viewer viewer, NetworkQuestion question) {
        var rows = new ArrayList<VisibleRecord>();
        door.stream(viewer.within(question.cases()), reading(question, RecordFile.MOVEMENTS), row -> {
            var time = row.time("departed").or(() -> row.time("arrived"));
            if (time.map(t -> begun(question, t)).orElse(true)) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static Reading reading(NetworkQuestion question, RecordFile... files) {
        return Reading.of(files)
                .knownBy(question.known())
                .atLeast(question.minimum())
                .withoutSources(question.without());
    }

    private static boolean begun(NetworkQuestion question, PartialTime time) {
        Instant end = question.at().map(PartialTime::until).orElse(Instant.MAX);
        return time.from().isBefore(end);
    }
}
