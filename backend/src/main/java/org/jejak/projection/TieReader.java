package org.jejak.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.network.ActorId;
import org.jejak.network.Holdings;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.RecordFile;
import org.jejak.network.Relations;
import org.jejak.network.Span;
import org.jejak.network.Strength;
import org.jejak.network.VisibleRecord;

/** Which rows tie which persons, under one question. */
final class TieReader {

    /** Passages of one direction at one place this close together are a convoy. */
    private static final Duration CONVOY_GAP = Duration.ofMinutes(10);

    private final NetworkQuestion question;
    private final Set<Key> persons;
    private final RowsByFile rows;
    private final Things things;
    private final Holdings<VisibleRecord> holdings;
    private final List<Tie> ties = new ArrayList<>();
    private int undated;
    private int explained;

    TieReader(NetworkQuestion question, Set<Key> persons, RowsByFile rows, Things things) {
        this.question = question;
        this.persons = persons;
        this.rows = rows;
        this.things = things;
        this.holdings = things.held(valid(rows.of(RecordFile.LINKS)), persons::contains);
    }

    /** The relations of links to things by which people may be tied: what they hold, and where they are if that ties. */
    static Set<String> relations(Set<TieKind> ties) {
        var relations = new HashSet<>(Relations.HOLDING);
        if (ties.contains(TieKind.SHARED_PLACE)) {
            relations.addAll(Relations.BEING_AT_A_PLACE);
        }
        if (ties.contains(TieKind.SHARED_ORGANIZATION)) {
            relations.addAll(Relations.WORKING_IN_AN_ORGANIZATION);
        }
        return relations;
    }

    List<Tie> read() {
        for (TieKind kind : question.ties()) {
            switch (kind) {
                case LINK -> links();
                case CONTACT -> contacts();
                case PAYMENT -> payments();
                case MOVEMENT -> movements();
                case SHARED_PLACE -> shared(kind, Relations.BEING_AT_A_PLACE, RecordFile.PLACES);
                case SHARED_ORGANIZATION ->
                    shared(kind, Relations.WORKING_IN_AN_ORGANIZATION, RecordFile.ORGANIZATIONS);
                case SHARED_VEHICLE -> shared(kind, Relations.HOLDING, RecordFile.VEHICLES);
                case SHARED_IDENTIFIER ->
                    shared(kind, Relations.HOLDING, RecordFile.PHONES, RecordFile.ACCOUNTS, RecordFile.HANDLES);
                case CONVOY -> convoys();
            }
        }
        return ties;
    }

    int undated() {
        return undated;
    }

    int explained() {
        return explained;
    }

    private List<VisibleRecord> valid(Collection<VisibleRecord> links) {
        return question.at()
                .map(Span::of)
                .map(then -> links.stream()
                        .filter(l -> l.validity().mayOverlap(then))
                        .toList())
                .orElseGet(() -> List.copyOf(links));
    }

    /** Whether an event had begun by the date asked; one without a time stays in and is counted. */
    private boolean begun(Optional<PartialTime> time) {
        if (question.at().isEmpty()) {
            return true;
        }
        if (time.isEmpty()) {
            undated++;
            return true;
        }
        return question.hasBegun(time.get());
    }

    private void links() {
        for (VisibleRecord link : valid(rows.of(RecordFile.LINKS))) {
            if (question.at().isPresent()
                    && link.time("from").isEmpty()
                    && link.time("to").isEmpty()) {
                undated++;
            }
            tie(single(link, "subject"), single(link, "object"), TieKind.LINK, link);
        }
    }

    private void contacts() {
        var duties = things.explaining(rows.of(RecordFile.DUTIES), holdings);
        boolean leftOut = question.explained() == ExplainedContacts.LEFT_OUT;
        for (VisibleRecord contact : rows.of(RecordFile.CONTACTS)) {
            var time = contact.time("time");
            if (begun(time)) {
                if (leftOut && Things.explaining(contact, time, duties).isPresent()) {
                    explained++;
                } else if (!isOneThing(contact.reference("a"), contact.reference("b"))) {
                    tie(ends(contact, "a", time), ends(contact, "b", time), TieKind.CONTACT, contact);
                }
            }
        }
    }

    private void payments() {
        for (VisibleRecord payment : rows.of(RecordFile.PAYMENTS)) {
            var time = payment.time("time");
            if (begun(time) && !isOneThing(payment.reference("payer"), payment.reference("payee"))) {
                tie(ends(payment, "payer", time), ends(payment, "payee", time), TieKind.PAYMENT, payment);
            }
        }
    }

    private void movements() {
        for (VisibleRecord movement : rows.of(RecordFile.MOVEMENTS)) {
            var time = movement.time("departed").or(() -> movement.time("arrived"));
            if (begun(time)) {
                var aboard = new HashSet<>(movement.references("persons"));
                aboard.retainAll(persons);
                tie(aboard, aboard, TieKind.MOVEMENT, movement);
            }
        }
    }

    /** Persons whom links of these relations tie to one and the same thing at times that may agree. */
    private void shared(TieKind kind, Set<String> relations, RecordFile... things) {
        var wanted = new HashSet<Key>();
        for (RecordFile file : things) {
            rows.of(file).forEach(r -> wanted.add(r.key()));
        }
        var byThing = new TreeMap<Key, List<VisibleRecord>>();
        for (VisibleRecord link : valid(rows.of(RecordFile.LINKS))) {
            var object = link.reference("object").filter(wanted::contains);
            if (relations.contains(link.cell("relation"))
                    && object.isPresent()
                    && link.reference("subject").filter(persons::contains).isPresent()) {
                for (Key thing : holdings.same().sameThing(object.get())) {
                    byThing.computeIfAbsent(thing, any -> new ArrayList<>()).add(link);
                }
            }
        }
        byThing.forEach((thing, links) -> gather(kind, thing, links));
    }

    private void gather(TieKind kind, Key thing, List<VisibleRecord> links) {
        var bySubject = new TreeMap<Key, List<VisibleRecord>>();
        for (VisibleRecord link : links) {
            link.reference("subject")
                    .ifPresent(who -> bySubject
                            .computeIfAbsent(who, any -> new ArrayList<>())
                            .add(link));
        }
        var when = new HashMap<Key, Span>();
        links.forEach(link -> when.put(link.key(), link.validity()));
        double strength = question.weights().strength(bySubject.size());
        bySubject.forEach((a, ofA) -> bySubject.tailMap(a, false).forEach((b, ofB) -> {
            var first = agreeing(ofA, ofB, when);
            if (!first.isEmpty()) {
                var second = agreeing(ofB, ofA, when);
                ties.add(Tie.meeting(new ActorId(a), first, new ActorId(b), second, kind, strength, thing));
            }
        }));
    }

    /** Those of {@code some} whose time may be that of one of the others. */
    private static List<Key> agreeing(List<VisibleRecord> some, List<VisibleRecord> others, Map<Key, Span> when) {
        return some.stream()
                .map(VisibleRecord::key)
                .filter(one -> others.stream()
                        .anyMatch(other -> when.getOrDefault(one, Span.ALWAYS)
                                .mayOverlap(when.getOrDefault(other.key(), Span.ALWAYS))))
                .sorted()
                .toList();
    }

    private void convoys() {
        var byGate = new HashMap<String, List<VisibleRecord>>();
        for (VisibleRecord passage : rows.of(RecordFile.PASSAGES)) {
            boolean timed = passage.time("time")
                    .filter(t -> t.isAtLeast(PartialTime.Precision.MINUTE))
                    .isPresent();
            if (timed && begun(passage.time("time"))) {
                byGate.computeIfAbsent(passage.cell("place") + " " + passage.cell("direction"), g -> new ArrayList<>())
                        .add(passage);
            }
        }
        for (List<VisibleRecord> gate : byGate.values()) {
            gate.sort(Comparator.comparing(
                            (VisibleRecord passage) -> passage.time("time").orElseThrow())
                    .thenComparing(VisibleRecord::key));
            for (int i = 0; i < gate.size(); i++) {
                var lead = gate.get(i).time("time").orElseThrow();
                for (int j = i + 1; j < gate.size(); j++) {
                    var next = gate.get(j).time("time").orElseThrow();
                    if (Duration.between(lead.from(), next.from()).compareTo(CONVOY_GAP) > 0) {
                        break;
                    }
                    convoy(gate.get(i), gate.get(j), lead, next);
                }
            }
        }
    }

    private void convoy(VisibleRecord lead, VisibleRecord next, PartialTime first, PartialTime then) {
        if (isOneThing(lead.reference("subject"), next.reference("subject"))) {
            return;
        }
        Set<Key> some = ends(lead, "subject", Optional.of(first));
        Set<Key> others = ends(next, "subject", Optional.of(then));
        double strength = question.weights().strength(gathered(some, others));
        for (Key a : some) {
            for (Key b : others) {
                if (!a.equals(b)) {
                    ties.add(Tie.meeting(
                            new ActorId(a),
                            List.of(lead.key()),
                            new ActorId(b),
                            List.of(next.key()),
                            TieKind.CONVOY,
                            strength,
                            next.key()));
                }
            }
        }
    }

    /** A vehicle is no convoy with itself, and a call from a shared phone to itself ties nobody. */
    private boolean isOneThing(Optional<Key> one, Optional<Key> other) {
        return one.isPresent() && other.isPresent() && holdings.same().areOne(one.get(), other.get());
    }

    private Set<Key> single(VisibleRecord record, String column) {
        return record.reference(column).filter(persons::contains).map(Set::of).orElse(Set.of());
    }

    /** The person at one end of an event, or all who may have held the phone, handle, account or vehicle then. */
    private Set<Key> ends(VisibleRecord record, String column, Optional<PartialTime> when) {
        var end = record.reference(column);
        if (end.isEmpty()) {
            return Set.of();
        }
        var behind = holdings.behind(end.get(), Span.of(when));
        boolean isACompany = behind.contains(end.get()) && !persons.contains(end.get());
        return isACompany ? Set.of() : behind;
    }

    private void tie(Set<Key> some, Set<Key> others, TieKind kind, VisibleRecord record) {
        double said =
                kind == TieKind.LINK ? Strength.of(record.cell(Strength.COLUMN)).orElse(1) : 1;
        double strength = question.weights().strength(gathered(some, others)) * said;
        for (Key a : some) {
            for (Key b : others) {
                if (!a.equals(b)) {
                    ties.add(new Tie(new ActorId(a), new ActorId(b), kind, record.key(), strength));
                }
            }
        }
    }

    private static int gathered(Set<Key> some, Set<Key> others) {
        var gathered = new HashSet<>(some);
        gathered.addAll(others);
        return gathered.size();
    }
}
