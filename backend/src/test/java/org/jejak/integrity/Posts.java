package org.jejak.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.network.EntityKind;
import org.jejak.network.Grade;
import org.jejak.network.Key;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.Span;

/**
 * A small world of posts for the tests of this package: rotating rosters of three slots, a network that passes in bursts
 * of nights, and, where asked, colluders onto whose shifts trips are moved. It plants who does what when, no p-values.
 */
final class Posts {

    static final ZoneId ZONE = ZoneId.of("Asia/Kuala_Lumpur");
    static final LocalDate START = LocalDate.of(2013, 1, 7);

    int posts = 30;
    int atPost = 9;
    int weeks = 48;
    int activeShifts = 48;
    int vehicles = 2;
    double moved = 0.5;
    double sharedWeeks = 0.8;
    double meanContacts = 2;
    double kappa = 3;
    double contactFactor = 4;
    boolean growth;
    double nightPreference;

    final List<OfficialsCase.Appointment> appointments = new ArrayList<>();
    final List<OfficialsCase.Posting> postings = new ArrayList<>();
    final List<OfficialsCase.Shift> shifts = new ArrayList<>();
    final List<OfficialsCase.Duty> duties = new ArrayList<>();
    final List<OfficialsCase.RoleOf> roles = new ArrayList<>();
    final List<OfficialsCase.Link> links = new ArrayList<>();
    final List<OfficialsCase.Passage> passages = new ArrayList<>();
    final List<OfficialsCase.Contact> contacts = new ArrayList<>();
    final List<OfficialsCase.Payment> payments = new ArrayList<>();
    final Map<Key, EntityKind> kinds = new HashMap<>();
    final Map<Key, String> organizationKinds = new HashMap<>();
    final Map<Key, String> names = new HashMap<>();
    final Set<Key> victims = new HashSet<>();
    SharedIdentifiers same = SharedIdentifiers.NONE;
    final Set<Key> colluders = new TreeSet<>();
    final Set<Key> partners = new TreeSet<>();
    private final Random random;
    private int rows;

    Posts(long seed) {
        random = new Random(seed);
    }

    static Key key(String id) {
        return new Key("T:" + id);
    }

    Basis basis(String file, String source, String kind, String origin) {
        return new Basis(
                new Key("T:" + file + "/" + ++rows),
                List.of(new Basis.Said(new Key("T:sources/" + source), kind, origin, new Grade('B', 2))));
    }

    /** Fills the world; the first {@code colluding} posts have one colluder and their partner each. */
    Posts fill(int colluding) {
        network();
        for (int post = 0; post < posts; post++) {
            post(post, post < colluding);
        }
        return this;
    }

    private void network() {
        for (int i = 0; i < 12; i++) {
            var person = key("n" + i);
            kinds.put(person, EntityKind.PERSON);
            roles.add(new OfficialsCase.RoleOf(
                    basis("roles", "testimony" + i, "testimony", "witness " + i), person, "transporter", false));
        }
    }

    private void post(int post, boolean colluding) {
        var place = key("post" + post);
        kinds.put(place, EntityKind.PLACE);
        var vehicle = key("car" + post);
        kinds.put(vehicle, EntityKind.VEHICLE);
        links.add(new OfficialsCase.Link(
                basis("links", "registry", "registry", "road department"),
                key("n" + post % 12),
                "owns",
                vehicle,
                Span.ALWAYS));
        boolean[][] on = new boolean[atPost][weeks * 21];
        for (int o = 0; o < atPost; o++) {
            int phase = random.nextInt(3);
            for (int week = 0; week < weeks; week++) {
                if (colluding && o == 1 && random.nextDouble() < sharedWeeks) {
                    System.arraycopy(on[0], week * 21, on[1], week * 21, 21);
                    continue;
                }
                int slot = (phase + week) % 3;
                int off1 = random.nextInt(7);
                int off2 = (off1 + 1 + random.nextInt(6)) % 7;
                for (int day = 0; day < 7; day++) {
                    on[o][week * 21 + day * 3 + slot] = day != off1 && day != off2;
                }
            }
        }
        officials(post, place, on, colluding);
        for (int cell : trips(colluding ? on[0] : null)) {
            for (int v = 0; v < vehicles; v++) {
                passages.add(new OfficialsCase.Passage(
                        basis("passages", "gate" + post, "gate_log", "post " + post),
                        vehicle,
                        place,
                        start(cell).plusSeconds(3600 + random.nextInt(4 * 3600)),
                        "cleared",
                        null,
                        false));
            }
        }
    }

    private void officials(int post, Key place, boolean[][] on, boolean colluding) {
        for (int o = 0; o < atPost; o++) {
            var official = key("p%02d_%d".formatted(post, o));
            kinds.put(official, EntityKind.PERSON);
            if (colluding && o == 0) {
                colluders.add(official);
            }
            if (colluding && o == 1) {
                partners.add(official);
            }
            appointments.add(new OfficialsCase.Appointment(
                    basis("officials", "staff", "registry", "agency"),
                    official,
                    key("agency"),
                    "U" + post,
                    null,
                    Span.ALWAYS));
            postings.add(new OfficialsCase.Posting(
                    basis("postings", "staff", "registry", "agency"),
                    official,
                    place,
                    "U" + post,
                    new Span(start(0), start(weeks * 21))));
            for (int cell = 0; cell < on[o].length; cell++) {
                if (on[o][cell]) {
                    shifts.add(new OfficialsCase.Shift(
                            basis("shifts", "roster", "roster", "agency"),
                            official,
                            place,
                            start(cell),
                            start(cell).plusSeconds(8 * 3600),
                            true,
                            ZONE));
                }
            }
            double rate = meanContacts * gamma(kappa) / kappa * (colluding && o == 0 ? contactFactor : 1);
            for (int c = poisson(rate); c > 0; c--) {
                contact(official, key("n" + random.nextInt(12)), START.plusDays(random.nextInt(weeks * 7)));
            }
        }
    }

    void contact(Key official, Key other, LocalDate day) {
        var at = day.atTime(12, 0).atZone(ZONE).toInstant();
        contacts.add(new OfficialsCase.Contact(
                basis("contacts", "telco", "phone_record", "operator"),
                other,
                official,
                at,
                at.plusSeconds(60),
                day,
                ""));
    }

    private Set<Integer> trips(boolean[] onto) {
        var cells = new TreeSet<Integer>();
        while (cells.size() < activeShifts) {
            int week = growth ? (int) (weeks * Math.sqrt(random.nextDouble())) : random.nextInt(weeks);
            int slot = random.nextDouble() < nightPreference ? 2 : random.nextInt(3);
            int day = random.nextInt(7);
            do {
                int cell = week * 21 + day * 3 + slot;
                if (onto != null && random.nextDouble() < moved) {
                    var his = new ArrayList<Integer>();
                    for (int c = week * 21; c < week * 21 + 21; c++) {
                        if (onto[c]) {
                            his.add(c);
                        }
                    }
                    cell = his.get(random.nextInt(his.size()));
                }
                cells.add(cell);
                day++;
            } while (day < 7 && cells.size() < activeShifts && random.nextDouble() < 1 / 3.0);
        }
        return cells;
    }

    static Instant start(int cell) {
        return START.plusDays(cell / 3).atTime(6, 0).atZone(ZONE).toInstant().plusSeconds(cell % 3 * 8 * 3600L);
    }

    OfficialsCase world() {
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
                Set.of(),
                kinds,
                organizationKinds,
                names,
                same,
                0);
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            count++;
            product *= random.nextDouble();
        }
        return count;
    }

    /** Shape {@code shape} of at least one, scale one: Marsaglia and Tsang 2000. */
    private double gamma(double shape) {
        double d = shape - 1 / 3.0;
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
