package org.jejak.integrity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.Span;
import org.jspecify.annotations.Nullable;

/**
 * Everything an integrity run looks at, as plain values: what is known of officials' duty, what ties things to the
 * network, and what passed between the two. Rows whose time is too coarse for a test are not in it, but counted.
 *
 * @param protectedPersons who is protected: never part of the network
 * @param onlyByTestimony those of them who are protected only because they testified or informed: as officials they stay
 * @param kinds what each entity is
 * @param organizationKinds the kind column of organizations
 * @param names what to call people, places and organizations in a text
 * @param same which things are one: one number, two rows
 * @param tooCoarse rows left out because their time is not known well enough
 */
public record OfficialsCase(
        List<Appointment> appointments,
        List<Posting> postings,
        List<Shift> shifts,
        List<Duty> duties,
        List<RoleOf> roles,
        List<Link> links,
        List<Passage> passages,
        List<Contact> contacts,
        List<Payment> payments,
        Set<Key> protectedPersons,
        Set<Key> onlyByTestimony,
        Map<Key, EntityKind> kinds,
        Map<Key, String> organizationKinds,
        Map<Key, String> names,
        SharedIdentifiers same,
        int tooCoarse) {

    /** One row of {@code officials}. */
    public record Appointment(
            Basis basis,
            Key person,
            Key agency,
            String unit,
            @Nullable Key supervisor,
            Span span) {}

    public record Posting(Basis basis, Key official, Key place, String unit, Span span) {}

    /** @param planned false if it was a swap, not on the roster */
    public record Shift(
            Basis basis, Key official, Key place, Instant start, Instant end, boolean planned, ZoneId zone) {}

    /** @param span the day of {@code time} where no end is given */
    public record Duty(Basis basis, Key official, String kind, List<Key> subjects, Span span) {

        /** What of it may explain a contact. */
        org.jejak.network.Duty known() {
            return new org.jejak.network.Duty(basis.record(), official, Set.copyOf(subjects), span);
        }
    }

    public record RoleOf(Basis basis, Key person, String role, boolean coerced) {}

    public record Link(Basis basis, Key subject, String relation, Key object, Span span) {}

    /** @param identified whether this passage is how the subject came to be known to the case */
    public record Passage(
            Basis basis,
            Key subject,
            Key place,
            Instant time,
            String outcome,
            @Nullable Key officer,
            boolean identified) {}

    /**
     * @param from first instant it may have taken place
     * @param until first instant after all these
     * @param day its local day
     * @param group id that the rows of one meeting share, or empty
     */
    public record Contact(Basis basis, Key a, Key b, Instant from, Instant until, LocalDate day, String group) {}

    public record Payment(
            Basis basis,
            Key payer,
            Key payee,
            @Nullable BigDecimal amount,
            String currency,
            @Nullable Instant from,
            @Nullable Instant until,
            String time) {}

    public OfficialsCase {
        appointments = List.copyOf(appointments);
        postings = List.copyOf(postings);
        shifts = List.copyOf(shifts);
        duties = List.copyOf(duties);
        roles = List.copyOf(roles);
        links = List.copyOf(links);
        passages = List.copyOf(passages);
        contacts = List.copyOf(contacts);
        payments = List.copyOf(payments);
        protectedPersons = Set.copyOf(protectedPersons);
        onlyByTestimony = Set.copyOf(onlyByTestimony);
        kinds = Map.copyOf(kinds);
        organizationKinds = Map.copyOf(organizationKinds);
        names = Map.copyOf(names);
    }

    /** The row by which this thing is counted and named in a text. */
    public Key canonical(Key thing) {
        return same.first(thing);
    }

    /** Its name, or the key where none is known. */
    public String nameOf(Key thing) {
        return names.getOrDefault(thing, thing.value());
    }

    /**
     * The same case had one origin never spoken: what only it says against anybody is gone. What is known of duty stays
     * (appointments, postings, shifts, duties): without the roster nothing could be asked, which would say nothing about
     * how well a lead is supported.
     */
    public OfficialsCase without(String origin) {
        return new OfficialsCase(
                appointments,
                postings,
                shifts,
                duties,
                left(roles, origin, r -> r.basis, (r, b) -> new RoleOf(b, r.person, r.role, r.coerced)),
                left(links, origin, l -> l.basis, (l, b) -> new Link(b, l.subject, l.relation, l.object, l.span)),
                left(
                        passages,
                        origin,
                        p -> p.basis,
                        (p, b) -> new Passage(b, p.subject, p.place, p.time, p.outcome, p.officer, p.identified)),
                left(
                        contacts,
                        origin,
                        c -> c.basis,
                        (c, b) -> new Contact(b, c.a, c.b, c.from, c.until, c.day, c.group)),
                left(
                        payments,
                        origin,
                        p -> p.basis,
                        (p, b) -> new Payment(b, p.payer, p.payee, p.amount, p.currency, p.from, p.until, p.time)),
                protectedPersons,
                onlyByTestimony,
                kinds,
                organizationKinds,
                names,
                same,
                tooCoarse);
    }

    /** Officials who must be neither listed nor flagged. */
    Set<String> protectedOfficials() {
        return protectedPersons.stream()
                .filter(person -> !onlyByTestimony.contains(person))
                .map(Key::value)
                .collect(Collectors.toSet());
    }

    /** The same case had nobody ever recorded that these serve: they are no officials in it. */
    OfficialsCase withoutDutyOf(Set<Key> persons) {
        return new OfficialsCase(
                appointments.stream().filter(a -> !persons.contains(a.person)).toList(),
                postings.stream().filter(p -> !persons.contains(p.official)).toList(),
                shifts.stream().filter(s -> !persons.contains(s.official)).toList(),
                duties.stream().filter(d -> !persons.contains(d.official)).toList(),
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

    private static <R> List<R> left(List<R> rows, String origin, Function<R, Basis> of, Rebased<R> rebased) {
        return rows.stream()
                .flatMap(r -> {
                    var basis = of.apply(r).without(origin);
                    if (basis.isEmpty()) {
                        return Stream.empty();
                    }
                    return Stream.of(basis.get() == of.apply(r) ? r : rebased.on(r, basis.get()));
                })
                .toList();
    }

    @FunctionalInterface
    private interface Rebased<R> {
        R on(R row, Basis basis);
    }
}
