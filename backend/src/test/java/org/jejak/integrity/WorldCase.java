package org.jejak.integrity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.network.EntityKind;
import org.jejak.network.Grade;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.RecordFile;
import org.jejak.world.Truth;
import org.jejak.world.World;
import org.jejak.world.WorldParameters;

/** A generated world as the case an integrity run looks at, without a store between. */
final class WorldCase {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kuala_Lumpur");

    private final Map<String, Map<String, String>> sources = new HashMap<>();
    private final List<OfficialsCase.Appointment> appointments = new ArrayList<>();
    private final List<OfficialsCase.Posting> postings = new ArrayList<>();
    private final List<OfficialsCase.Shift> shifts = new ArrayList<>();
    private final List<OfficialsCase.Duty> duties = new ArrayList<>();
    private final List<OfficialsCase.RoleOf> roles = new ArrayList<>();
    private final List<OfficialsCase.Link> links = new ArrayList<>();
    private final List<OfficialsCase.Passage> passages = new ArrayList<>();
    private final List<OfficialsCase.Contact> contacts = new ArrayList<>();
    private final List<OfficialsCase.Payment> payments = new ArrayList<>();
    private final Set<Key> victims = new HashSet<>();
    private final Map<Key, EntityKind> kinds = new HashMap<>();
    private final Map<Key, String> organizationKinds = new HashMap<>();
    private final Truth truth;

    WorldCase(WorldParameters parameters) {
        truth = World.of(parameters).describe(this::row);
    }

    Truth truth() {
        return truth;
    }

    OfficialsCase officials() {
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
                victims,
                kinds,
                organizationKinds,
                Map.of(),
                Map.of(),
                0);
    }

    private static Key key(String id) {
        return Key.of(World.NAMESPACE, id);
    }

    private static PartialTime time(String text) {
        return PartialTime.parse(text, ZONE);
    }

    private static Span span(Map<String, String> cells, String from, String to) {
        String end = cells.getOrDefault(to, "");
        return new Span(
                cells.containsKey(from) ? time(cells.get(from)).from() : null,
                end.isEmpty() || end.equals("open") ? null : time(end).until());
    }

    private Basis basis(RecordFile file, Map<String, String> cells) {
        var said = new ArrayList<Basis.Said>();
        for (String source : cells.get("source").split("\\|")) {
            var row = sources.get(source);
            said.add(new Basis.Said(
                    RecordFile.SOURCES.key(World.NAMESPACE, source),
                    row.get("kind"),
                    row.get("origin"),
                    Grade.parse(row.get("reliability") + row.get("credibility")).orElseThrow()));
        }
        return new Basis(file.key(World.NAMESPACE, cells.getOrDefault("id", cells.toString())), said);
    }

    private void row(RecordFile file, Map<String, String> cells) {
        file.describes().filter(EntityKind::isEntity).ifPresent(kind -> kinds.put(key(cells.get("id")), kind));
        switch (file) {
            case SOURCES -> sources.put(cells.get("id"), cells);
            case ORGANIZATIONS -> organizationKinds.put(key(cells.get("id")), cells.get("kind"));
            case ROLES -> {
                if (Set.of("victim", "survivor", "witness").contains(cells.get("role"))) {
                    victims.add(key(cells.get("person")));
                }
                roles.add(new OfficialsCase.RoleOf(
                        basis(file, cells), key(cells.get("person")), cells.get("role"), cells.containsKey("coerced")));
            }
            case OFFICIALS ->
                appointments.add(new OfficialsCase.Appointment(
                        basis(file, cells),
                        key(cells.get("person")),
                        key(cells.get("agency")),
                        cells.get("unit"),
                        null,
                        span(cells, "from", "to")));
            case POSTINGS ->
                postings.add(new OfficialsCase.Posting(
                        basis(file, cells),
                        key(cells.get("official")),
                        key(cells.get("place")),
                        cells.get("unit"),
                        span(cells, "from", "to")));
            case SHIFTS ->
                shifts.add(new OfficialsCase.Shift(
                        basis(file, cells),
                        key(cells.get("official")),
                        key(cells.get("place")),
                        time(cells.get("start")).from(),
                        time(cells.get("end")).from(),
                        cells.get("planned").equals("true"),
                        ZONE));
            case DUTIES ->
                duties.add(new OfficialsCase.Duty(
                        basis(file, cells),
                        key(cells.get("official")),
                        cells.get("kind"),
                        List.of(key(cells.get("subjects"))),
                        cells.containsKey("until") ? span(cells, "time", "until") : day(cells.get("time"))));
            case LINKS ->
                links.add(new OfficialsCase.Link(
                        basis(file, cells),
                        key(cells.get("subject")),
                        cells.get("relation"),
                        key(cells.get("object")),
                        span(cells, "from", "to")));
            case PASSAGES ->
                passages.add(new OfficialsCase.Passage(
                        basis(file, cells),
                        key(cells.get("subject")),
                        key(cells.get("place")),
                        time(cells.get("time")).from(),
                        cells.get("outcome"),
                        cells.containsKey("officer") ? key(cells.get("officer")) : null,
                        cells.containsKey("identified")));
            case CONTACTS -> {
                var time = time(cells.get("time"));
                contacts.add(new OfficialsCase.Contact(
                        basis(file, cells),
                        key(cells.get("a")),
                        key(cells.get("b")),
                        time.from(),
                        time.until(),
                        time.from().atZone(ZONE).toLocalDate(),
                        ""));
            }
            case PAYMENTS -> {
                var time = time(cells.get("time"));
                payments.add(new OfficialsCase.Payment(
                        basis(file, cells),
                        key(cells.get("payer")),
                        key(cells.get("payee")),
                        new BigDecimal(cells.get("amount")),
                        cells.get("currency"),
                        time.from(),
                        time.until(),
                        time.text()));
            }
            default -> {}
        }
    }

    private static Span day(String time) {
        Instant from = time(time).from();
        var day = from.atZone(ZONE).toLocalDate();
        return new Span(
                day.atStartOfDay(ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(ZONE).toInstant());
    }
}
