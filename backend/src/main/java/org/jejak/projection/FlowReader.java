package org.jejak.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.flow.FlowTie;
import org.jejak.analysis.paths.Rates;
import org.jejak.analysis.paths.TimedStep;
import org.jejak.network.ActorId;
import org.jejak.network.Holdings;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.PlaceKinds;
import org.jejak.network.RecordFile;
import org.jejak.network.Relations;
import org.jejak.network.Span;
import org.jejak.network.VisibleRecord;

/** Which rows say that something passed from one to another, under one question. */
final class FlowReader {

    private final NetworkQuestion question;
    private final RowsByFile rows;

    FlowReader(NetworkQuestion question, RowsByFile rows) {
        this.question = question;
        this.rows = rows;
    }

    Flows.Timed money(Things things) {
        var holdings = things.heldByAnybody(rows.of(RecordFile.LINKS));
        var steps = new ArrayList<TimedStep>();
        int undated = 0;
        for (VisibleRecord payment : rows.of(RecordFile.PAYMENTS)) {
            undated += payment.time("time").isEmpty() ? 1 : 0;
            payment.time("time").filter(question::hasBegun).ifPresent(time -> {
                for (Key payer : parties(payment, "payer", time, holdings)) {
                    for (Key payee : parties(payment, "payee", time, holdings)) {
                        if (!payer.equals(payee)) {
                            steps.add(TimedStep.payment(
                                    payer,
                                    payee,
                                    time.from(),
                                    time.until(),
                                    List.of(payment.key()),
                                    amount(payment),
                                    payment.cell("currency")));
                        }
                    }
                }
            });
        }
        return new Flows.Timed(steps, undated, rates());
    }

    private Rates rates() {
        var rates = new ArrayList<Rates.Rate>();
        for (VisibleRecord row : rows.of(RecordFile.RATES)) {
            row.time("date")
                    .filter(question::hasBegun)
                    .ifPresent(date -> rates.add(new Rates.Rate(
                            row.key(),
                            row.cell("currency"),
                            row.cell("into"),
                            Double.parseDouble(row.cell("rate")),
                            date.from())));
        }
        return new Rates(rates);
    }

    /** Who paid or was paid; an account of nobody stands for itself. */
    private static Set<Key> parties(
            VisibleRecord payment, String column, PartialTime time, Holdings<VisibleRecord> holdings) {
        var party = payment.reference(column);
        if (party.isEmpty()) {
            return Set.of();
        }
        var behind = holdings.behind(party.get(), Span.of(time));
        return behind.isEmpty() ? Set.of(party.get()) : behind;
    }

    private static OptionalDouble amount(VisibleRecord payment) {
        String written = payment.cell("amount");
        return written.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(written));
    }

    /** Cash or hawala nobody recorded: from one who received to one they know, who soon paid as much. */
    static List<TimedStep> inferred(
            NetworkSnapshot snapshot, List<TimedStep> stated, Duration window, double tolerance) {
        var paidBy = new HashMap<Key, List<TimedStep>>();
        stated.forEach(
                s -> paidBy.computeIfAbsent(s.from(), any -> new ArrayList<>()).add(s));
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
                                OptionalInt.empty(),
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

    /** @param shelters whether journeys to and from shelters are among them */
    Flows.Timed people(boolean shelters) {
        var steps = new ArrayList<TimedStep>();
        int undated = 0;
        for (VisibleRecord movement : movements(shelters)) {
            var departed = movement.time("departed").or(() -> movement.time("arrived"));
            var arrived = movement.time("arrived").or(() -> movement.time("departed"));
            if (departed.isEmpty() || arrived.isEmpty()) {
                undated++;
            } else {
                steps.add(new TimedStep(
                        movement.reference("origin").orElseThrow(),
                        movement.reference("destination").orElseThrow(),
                        departed.get().from(),
                        departed.get().until(),
                        arrived.get().from(),
                        arrived.get().until(),
                        List.of(movement.key()),
                        OptionalDouble.empty(),
                        "",
                        Set.copyOf(movement.references("persons")),
                        heads(movement),
                        false));
            }
        }
        return new Flows.Timed(steps, undated, Rates.NONE);
    }

    private static OptionalInt heads(VisibleRecord movement) {
        String written = movement.cell("head_count");
        return written.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(written));
    }

    /**
     * @param guarded protected persons, who carry nobody; they, their homes and shelters are never taken away
     * @param shelters whether journeys to and from shelters are among them
     */
    Flows.Ways ways(Set<Key> guarded, boolean shelters) {
        var ties = new ArrayList<FlowTie>();
        var recruiting = new TreeSet<Key>();
        var exploiting = new TreeSet<Key>();
        var kinds = new TreeMap<Key, String>();
        for (VisibleRecord movement : movements(shelters)) {
            Key origin = movement.reference("origin").orElseThrow();
            Key destination = movement.reference("destination").orElseThrow();
            if (movement.cell("stage").equals("recruitment")) {
                recruiting.add(origin);
            }
            if (movement.cell("stage").equals("exploitation")) {
                exploiting.add(destination);
            }
            var carriers = new TreeSet<>(movement.references("persons"));
            carriers.removeAll(guarded);
            var records = List.of(movement.key());
            if (carriers.isEmpty()) {
                ties.add(new FlowTie(origin, destination, false, records));
            }
            for (Key carrier : carriers) {
                ties.add(new FlowTie(origin, carrier, false, records));
                ties.add(new FlowTie(carrier, destination, false, records));
            }
        }
        rows.of(RecordFile.PLACES).forEach(place -> kinds.put(place.key(), place.cell("kind")));
        var spared = new TreeSet<>(guarded);
        spared.addAll(shelters());
        spared.addAll(homes(guarded, kinds));
        return new Flows.Ways(ties, kinds, recruiting, exploiting, spared);
    }

    /** Those that lead somewhere else and may have begun by the date asked. */
    private List<VisibleRecord> movements(boolean shelters) {
        var closed = shelters ? Set.<Key>of() : shelters();
        return rows.of(RecordFile.MOVEMENTS).stream()
                .filter(m -> m.reference("origin").isPresent()
                        && m.reference("destination").isPresent()
                        && !m.reference("origin").equals(m.reference("destination")))
                .filter(m -> m.time("departed")
                        .or(() -> m.time("arrived"))
                        .map(question::hasBegun)
                        .orElse(true))
                .filter(m -> m.reference("origin").filter(closed::contains).isEmpty()
                        && m.reference("destination").filter(closed::contains).isEmpty())
                .toList();
    }

    private Set<Key> shelters() {
        return rows.of(RecordFile.PLACES).stream()
                .filter(place -> place.cell("kind").equals(PlaceKinds.SHELTER))
                .map(VisibleRecord::key)
                .collect(Collectors.toSet());
    }

    private Set<Key> homes(Set<Key> guarded, Map<Key, String> kinds) {
        return rows.of(RecordFile.LINKS).stream()
                .filter(link -> link.cell("relation").equals(Relations.LIVES_AT)
                        && link.reference("subject").filter(guarded::contains).isPresent())
                .flatMap(link -> link.reference("object").stream())
                .filter(place -> PlaceKinds.mayBeAHome(kinds.getOrDefault(place, "")))
                .collect(Collectors.toSet());
    }
}
