package org.jejak.integrity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.network.Duty;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.Origin;
import org.jejak.network.PartialTime;
import org.jejak.network.RecordFile;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.VisibleRecord;

/**
 * Turns a viewer's records into an {@link OfficialsCase}, row by row: sources first, then entities, links and roles, then
 * the rest ({@link #ORDER}). Of passages and contacts only those are kept that can matter, and enough of the others to
 * know whose records they are.
 */
final class CaseRows {

    /** Files in the order they must come in; within one group in any order. */
    static final List<List<RecordFile>> ORDER = List.of(
            List.of(RecordFile.SOURCES),
            List.of(
                    RecordFile.PERSONS,
                    RecordFile.ORGANIZATIONS,
                    RecordFile.PLACES,
                    RecordFile.VEHICLES,
                    RecordFile.PHONES,
                    RecordFile.ACCOUNTS,
                    RecordFile.HANDLES),
            List.of(RecordFile.ROLES, RecordFile.OFFICIALS, RecordFile.LINKS, RecordFile.POSTINGS, RecordFile.DUTIES),
            List.of(RecordFile.SHIFTS, RecordFile.PASSAGES),
            List.of(RecordFile.CONTACTS, RecordFile.PAYMENTS));

    /** So many rows of a source that matter to nobody are kept, to show that it is not about one party. */
    private static final int WITNESSES = 3;

    private record Speaker(String kind, String origin) {}

    private final Map<Key, Speaker> speakers = new HashMap<>();
    private final Map<List<VisibleRecord.Statement>, List<Basis.Said>> said = new HashMap<>();
    private final Map<Key, Key> keys = new HashMap<>();
    private final List<OfficialsCase.Appointment> appointments = new ArrayList<>();
    private final List<OfficialsCase.Posting> postings = new ArrayList<>();
    private final List<OfficialsCase.Shift> shifts = new ArrayList<>();
    private final List<OfficialsCase.Duty> duties = new ArrayList<>();
    private final List<OfficialsCase.RoleOf> roles = new ArrayList<>();
    private final List<OfficialsCase.Link> links = new ArrayList<>();
    private final List<OfficialsCase.Passage> passages = new ArrayList<>();
    private final List<OfficialsCase.Contact> contacts = new ArrayList<>();
    private final List<OfficialsCase.Payment> payments = new ArrayList<>();
    private final Map<Key, EntityKind> kinds = new HashMap<>();
    private final Map<Key, String> organizationKinds = new HashMap<>();
    private final Map<Key, String> names = new HashMap<>();
    private final Set<Key> officials = new HashSet<>();
    private final Set<Key> tied = new HashSet<>();
    private final Set<Key> officialsThings = new HashSet<>();
    private final Map<Object, Integer> witnesses = new HashMap<>();
    private final SharedIdentifiers same;
    private int tooCoarse;

    /** @param same which things are one */
    CaseRows(SharedIdentifiers same) {
        this.same = same;
    }

    /** How a thing is called in texts. */
    void name(Key thing, String name) {
        if (!name.isBlank()) {
            names.put(thing, name);
        }
    }

    void add(VisibleRecord row) {
        var file = row.recordFile();
        if (file.isEmpty()) {
            return;
        }
        file.get().describes().filter(EntityKind::isEntity).ifPresent(kind -> kinds.put(row.key(), kind));
        switch (file.get()) {
            case SOURCES -> speakers.put(row.key(), new Speaker(row.cell("kind"), Origin.of(row)));
            case ORGANIZATIONS -> organizationKinds.put(row.key(), row.cell("kind"));
            case ROLES -> role(row);
            case OFFICIALS -> appointment(row);
            case LINKS -> link(row);
            case POSTINGS -> posting(row);
            case DUTIES -> duty(row);
            case SHIFTS -> shift(row);
            case PASSAGES -> passage(row);
            case CONTACTS -> contact(row);
            case PAYMENTS -> payment(row);
            default -> {}
        }
    }

    OfficialsCase built(Set<Key> protectedPersons, Set<Key> onlyByTestimony) {
        return new OfficialsCase(
                appointments,
                postings,
                shifts,
                duties,
                roles,
                links,
                passages,
                contacts,
                payments,
                protectedPersons,
                onlyByTestimony,
                kinds,
                organizationKinds,
                names,
                same,
                tooCoarse);
    }

    private Basis basis(VisibleRecord row) {
        return new Basis(
                row.key(),
                said.computeIfAbsent(
                        row.statements(),
                        statements -> statements.stream()
                                .map(s -> {
                                    var speaker = speakers.getOrDefault(
                                            s.source(), new Speaker("other", Origin.of(s.source(), "")));
                                    return new Basis.Said(s.source(), speaker.kind, speaker.origin, s.grade());
                                })
                                .toList()));
    }

    private Optional<Key> key(VisibleRecord row, String column) {
        return row.reference(column).map(k -> keys.computeIfAbsent(k, one -> one));
    }

    private void role(VisibleRecord row) {
        key(row, "person").ifPresent(person -> {
            tied.add(person);
            roles.add(new OfficialsCase.RoleOf(basis(row), person, row.cell("role"), row.isTrue("coerced")));
        });
    }

    private void appointment(VisibleRecord row) {
        var agency = key(row, "agency");
        key(row, "person").filter(p -> agency.isPresent()).ifPresent(person -> {
            officials.add(person);
            appointments.add(new OfficialsCase.Appointment(
                    basis(row),
                    person,
                    agency.orElseThrow(),
                    row.cell("unit"),
                    key(row, "supervisor").orElse(null),
                    row.validity()));
        });
    }

    private void link(VisibleRecord row) {
        var object = key(row, "object");
        key(row, "subject").filter(s -> object.isPresent()).ifPresent(subject -> {
            tied.addAll(same.sameThing(object.orElseThrow()));
            links.add(new OfficialsCase.Link(
                    basis(row), subject, row.cell("relation"), object.orElseThrow(), row.validity()));
        });
    }

    private void posting(VisibleRecord row) {
        var place = key(row, "place");
        key(row, "official").filter(o -> place.isPresent()).ifPresent(official -> {
            officials.add(official);
            postings.add(new OfficialsCase.Posting(
                    basis(row), official, place.orElseThrow(), row.cell("unit"), row.validity()));
        });
    }

    private void duty(VisibleRecord row) {
        var span = Duty.span(row);
        key(row, "official").ifPresent(official -> {
            officials.add(official);
            if (span.isEmpty()) {
                tooCoarse++;
                return;
            }
            var subjects = row.references("subjects").stream()
                    .map(k -> keys.computeIfAbsent(k, one -> one))
                    .toList();
            duties.add(new OfficialsCase.Duty(basis(row), official, row.cell("kind"), subjects, span.get()));
        });
    }

    private void shift(VisibleRecord row) {
        var place = key(row, "place");
        var start = exact(row, "start");
        var end = exact(row, "end");
        key(row, "official").ifPresent(official -> {
            officials.add(official);
            if (place.isEmpty()
                    || start.isEmpty()
                    || end.isEmpty()
                    || !start.get().isBefore(end.get())) {
                tooCoarse++;
                return;
            }
            shifts.add(new OfficialsCase.Shift(
                    basis(row),
                    official,
                    place.get(),
                    start.get(),
                    end.get(),
                    !row.cell("planned").equals("false"),
                    row.zone()));
        });
    }

    private static Optional<Instant> exact(VisibleRecord row, String column) {
        return row.time(column)
                .filter(t -> t.isAtLeast(PartialTime.Precision.MINUTE))
                .map(PartialTime::from);
    }

    private void passage(VisibleRecord row) {
        var subject = key(row, "subject");
        var place = key(row, "place");
        var time = exact(row, "time");
        if (subject.isEmpty() || place.isEmpty()) {
            return;
        }
        if (time.isEmpty()) {
            tooCoarse++;
            return;
        }
        boolean matters = tied.contains(subject.get());
        if (matters || witness(List.of(place.get(), row.statements()), 1)) {
            passages.add(new OfficialsCase.Passage(
                    basis(row),
                    subject.get(),
                    place.get(),
                    time.get(),
                    row.cell("outcome"),
                    key(row, "officer").orElse(null),
                    row.isTrue("identified")));
        }
    }

    private void contact(VisibleRecord row) {
        findThingsOfOfficials();
        var a = key(row, "a");
        var b = key(row, "b");
        var time = row.time("time");
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        boolean matters = isOfAnOfficial(a.get()) || isOfAnOfficial(b.get());
        if (!matters && !witness(row.statements(), WITNESSES)) {
            return;
        }
        if (time.isEmpty() || !time.get().isAtLeast(PartialTime.Precision.DAY)) {
            tooCoarse += matters ? 1 : 0;
            return;
        }
        contacts.add(new OfficialsCase.Contact(
                basis(row),
                a.get(),
                b.get(),
                time.get().from(),
                time.get().until(),
                time.get().from().atZone(row.zone()).toLocalDate(),
                row.cell("group")));
    }

    private void findThingsOfOfficials() {
        if (officialsThings.isEmpty()) {
            officialsThings.addAll(officials);
            links.stream()
                    .filter(l -> officials.contains(l.subject()))
                    .forEach(l -> officialsThings.addAll(same.sameThing(l.object())));
        }
    }

    private boolean isOfAnOfficial(Key party) {
        return officialsThings.contains(party);
    }

    private boolean witness(Object of, int most) {
        return witnesses.merge(of, 1, Integer::sum) <= most;
    }

    private void payment(VisibleRecord row) {
        var payee = key(row, "payee");
        var time = row.time("time");
        key(row, "payer")
                .filter(p -> payee.isPresent())
                .ifPresent(payer -> payments.add(new OfficialsCase.Payment(
                        basis(row),
                        payer,
                        payee.orElseThrow(),
                        row.cell("amount").isEmpty() ? null : new BigDecimal(row.cell("amount")),
                        row.cell("currency"),
                        time.map(PartialTime::from).orElse(null),
                        time.map(PartialTime::until).orElse(null),
                        row.cell("time"))));
    }
}
