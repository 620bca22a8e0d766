package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.network.EntityKind;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.Span;
import org.jejak.network.VisibleRecord;
import org.jejak.projection.Things;
import org.junit.jupiter.api.Test;

/**
 * The ties and the run on officials read the same rows by ways of their own. Of the same rows they must say the same: who
 * was behind a phone, and which contacts a duty explains.
 */
class ExplainedAlikeTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");
    private static final LocalDate FIRST = LocalDate.of(2014, 5, 1);
    private static final List<String> PHONES = List.of("f0", "f1", "f2", "f3");
    private static final List<String> PERSONS = List.of("p0", "p1", "p2", "p3");

    private final Random random;
    private final Map<Key, List<String>> identifiers = new HashMap<>();
    private final List<VisibleRecord> links = new ArrayList<>();
    private final List<VisibleRecord> duties = new ArrayList<>();
    private final List<VisibleRecord> contacts = new ArrayList<>();

    ExplainedAlikeTest() {
        random = new Random(17);
    }

    private static Key key(String id) {
        return Key.of("N", id);
    }

    private static VisibleRecord row(RecordFile file, String id, Map<String, String> cells) {
        var source = new VisibleRecord.Statement(new Key("N:sources/s1"), new Grade('B', 2), Handling.GREEN);
        var filled = new HashMap<>(cells);
        filled.values().removeIf(String::isEmpty);
        return new VisibleRecord(
                file.key("N", id),
                file.fileName(),
                filled,
                List.of(source),
                Set.of("C"),
                ZONE,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private String some(List<String> ids) {
        return "N:" + ids.get(random.nextInt(ids.size()));
    }

    private String day() {
        return FIRST.plusDays(random.nextInt(4)).toString();
    }

    private String instant() {
        return day() + "T" + List.of("00:00", "06:30", "23:59").get(random.nextInt(3));
    }

    private void makeUp() {
        identifiers.clear();
        links.clear();
        duties.clear();
        contacts.clear();
        PHONES.forEach(f -> identifiers.put(
                key(f), random.nextBoolean() ? List.of("n" + random.nextInt(3)) : List.of("n0", "i" + f.charAt(1))));
        for (int i = 0; i < 6; i++) {
            String from = random.nextBoolean() ? "" : day();
            var object = random.nextInt(6) == 0 ? "N:v0" : random.nextInt(8) == 0 ? "N:o0" : some(PHONES);
            links.add(row(
                    RecordFile.LINKS,
                    "l" + i,
                    Map.of(
                            "subject",
                            some(PERSONS),
                            "relation",
                            List.of("uses", "holds", "owns", "visited").get(random.nextInt(4)),
                            "object",
                            object,
                            "from",
                            from,
                            "to",
                            from.isEmpty() && random.nextBoolean() ? day() : "")));
        }
        for (int i = 0; i < 4; i++) {
            var subjects = new TreeSet<String>();
            subjects.add(some(List.of("p1", "p2", "p3", "f1", "f2", "v0")));
            subjects.add(some(List.of("p2", "f0", "v0")));
            duties.add(row(
                    RecordFile.DUTIES,
                    "d" + i,
                    Map.of(
                            "official",
                            some(List.of("p0", "p1")),
                            "kind",
                            "interview",
                            "subjects",
                            String.join("|", subjects),
                            "time",
                            random.nextBoolean() ? "2014-05-01" : "2014-05-02T06:30",
                            "until",
                            random.nextBoolean() ? "" : "2014-05-03T06:30")));
        }
        var ends = new ArrayList<>(PERSONS);
        ends.addAll(PHONES);
        for (int i = 0; i < 12; i++) {
            contacts.add(row(
                    RecordFile.CONTACTS,
                    "c" + i,
                    Map.of(
                            "a", some(ends),
                            "b", some(ends),
                            "time", random.nextInt(4) == 0 ? day() : instant())));
        }
    }

    private Set<String> byTheTies() {
        var things = new Things(
                new SharedIdentifiers(identifiers),
                Map.of(key("v0"), EntityKind.VEHICLE, key("o0"), EntityKind.ORGANIZATION));
        var held = things.held(links, k -> PERSONS.contains(k.local()));
        var explaining = things.explaining(duties, held);
        var explained = new TreeSet<String>();
        contacts.stream()
                .filter(c -> Things.explaining(c, explaining).isPresent())
                .forEach(c -> explained.add(c.key().local()));
        return explained;
    }

    private CaseView read() {
        var rows = new CaseRows(new SharedIdentifiers(identifiers));
        PERSONS.forEach(p -> rows.add(row(RecordFile.PERSONS, p, Map.of())));
        PHONES.forEach(f -> rows.add(row(RecordFile.PHONES, f, Map.of())));
        rows.add(row(RecordFile.VEHICLES, "v0", Map.of("kind", "lorry")));
        rows.add(row(RecordFile.ORGANIZATIONS, "o0", Map.of("kind", "employer")));
        links.forEach(rows::add);
        duties.forEach(rows::add);
        contacts.forEach(rows::add);
        return new CaseView(rows.built(Set.of(), Set.of()));
    }

    private Set<String> byTheRun() {
        var view = read();
        var explained = new TreeSet<String>();
        contacts.stream()
                .filter(c -> view.explains()
                        .between(
                                c.reference("a").orElseThrow(), c.reference("b").orElseThrow(), Span.of(c.time("time")))
                        .isPresent())
                .forEach(c -> explained.add(c.key().local()));
        return explained;
    }

    /** By the words of the contract alone: from the subject outwards to whatever reaches them, not from the contact. */
    private Set<String> byTheContract() {
        var explained = new TreeSet<String>();
        for (VisibleRecord contact : contacts) {
            var a = contact.reference("a").orElseThrow();
            var b = contact.reference("b").orElseThrow();
            for (VisibleRecord duty : duties) {
                if (lasts(duty, contact)) {
                    var official = reaching(duty.reference("official").orElseThrow(), contact);
                    var subjects = new HashSet<Key>();
                    for (Key subject : duty.references("subjects")) {
                        subjects.add(subject);
                        subjects.addAll(same(subject));
                        if (PERSONS.contains(subject.local())) {
                            subjects.addAll(reaching(subject, contact));
                        } else if (PHONES.contains(subject.local())) {
                            PERSONS.stream()
                                    .map(ExplainedAlikeTest::key)
                                    .filter(p -> reaching(p, contact).contains(subject))
                                    .forEach(p -> subjects.addAll(reaching(p, contact)));
                        }
                    }
                    if (official.contains(a) && subjects.contains(b) || official.contains(b) && subjects.contains(a)) {
                        explained.add(contact.key().local());
                    }
                }
            }
        }
        return explained;
    }

    private Set<Key> same(Key thing) {
        var same = new HashSet<Key>();
        identifiers.forEach((other, carried) -> {
            if (carried.stream()
                    .anyMatch(i -> identifiers.getOrDefault(thing, List.of()).contains(i))) {
                same.add(other);
            }
        });
        return same;
    }

    /** A person and every phone they may have held then. */
    private Set<Key> reaching(Key person, VisibleRecord contact) {
        var all = new HashSet<Key>();
        all.add(person);
        for (VisibleRecord link : links) {
            var object = link.reference("object").orElseThrow();
            boolean holds = Set.of("uses", "holds", "owns").contains(link.cell("relation"));
            if (holds
                    && PHONES.contains(object.local())
                    && link.reference("subject").equals(Optional.of(person))) {
                var when = contact.time("time").orElseThrow();
                boolean over = link.time("to")
                        .filter(t -> !t.until().isAfter(when.from()))
                        .isPresent();
                boolean toCome = link.time("from")
                        .filter(t -> !t.from().isBefore(when.until()))
                        .isPresent();
                if (!over && !toCome) {
                    all.add(object);
                    all.addAll(same(object));
                }
            }
        }
        return all;
    }

    private static boolean lasts(VisibleRecord duty, VisibleRecord contact) {
        var when = contact.time("time").orElseThrow();
        var time = duty.time("time").orElseThrow();
        var until = duty.time("until");
        if (until.isPresent()) {
            return when.until().isAfter(time.from())
                    && when.from().isBefore(until.get().until());
        }
        return contact.cell("time").startsWith(duty.cell("time").substring(0, 10));
    }

    @Test
    void theTiesTheRunAndTheContractExplainTheSameContacts() {
        int explained = 0;
        int others = 0;
        for (int round = 0; round < 400; round++) {
            makeUp();
            var expected = byTheContract();
            assertThat(byTheTies()).as("by the ties, round " + round).isEqualTo(expected);
            assertThat(byTheRun()).as("by the run, round " + round).isEqualTo(expected);
            explained += expected.size();
            others += contacts.size() - expected.size();
        }
        assertThat(explained).isGreaterThan(300);
        assertThat(others).isGreaterThan(300);
    }
}
