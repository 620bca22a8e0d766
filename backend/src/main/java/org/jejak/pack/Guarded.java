package org.jejak.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.analysis.StopSignal;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;

/**
 * What may not leave under its own key: protected persons, their relatives and household as far as nobody says that they
 * are offenders, what identifies a protected person, where one lives, and shelters.
 */
final class Guarded {

    /** Roles that make an offender of who was not coerced into them. */
    private static final Set<String> OFFENDERS = Set.of(
            "suspect", "recruiter", "transporter", "guard", "organiser", "financier", "document_forger", "broker");

    /** Where somebody may be made to live, and which is nobody's home. */
    private static final Set<String> NO_HOMES = Set.of(
            "camp",
            "grave_site",
            "holding_house",
            "checkpoint",
            "border_crossing",
            "jetty",
            "port",
            "airport",
            "detention_centre",
            "police_station",
            "factory",
            "plantation",
            "fishing_site",
            "entertainment_venue",
            "scam_compound");

    private final Set<Key> persons = new HashSet<>();
    private final Set<Key> things = new HashSet<>();
    private final Set<Key> offenders = new HashSet<>();
    private final List<VisibleRecord> lives = new ArrayList<>();
    private final List<VisibleRecord> family = new ArrayList<>();
    private final Map<Key, String> places = new HashMap<>();

    private Guarded() {}

    /** Whom a row says is to be protected, one that still waits as well. */
    static Optional<Key> protects(VisibleRecord row) {
        return Protection.protects(row);
    }

    /** @param waiting rows that still wait: nobody may leave under their name because what says who they are does */
    static Set<Key> of(
            ReadingDoor door,
            Protection protection,
            Viewer viewer,
            Collection<VisibleRecord> waiting,
            StopSignal stop) {
        var guarded = new Guarded();
        var known = protection.guarded(viewer);
        guarded.persons.addAll(known.persons());
        guarded.things.addAll(known.things());
        waiting.forEach(row -> {
            protects(row).ifPresent(guarded.persons::add);
            guarded.note(row);
        });
        door.stream(viewer, Reading.of(RecordFile.ROLES, RecordFile.PLACES, RecordFile.LINKS), row -> {
            stop.check();
            guarded.note(row);
        });
        if (!guarded.things.isEmpty()) {
            guarded.things.addAll(door.carriers(viewer, guarded.things).keySet());
        }
        return guarded.all();
    }

    private void note(VisibleRecord row) {
        switch (row.file()) {
            case "roles" -> {
                if (OFFENDERS.contains(row.cell("role")) && !row.isTrue("coerced")) {
                    row.reference("person").ifPresent(offenders::add);
                }
            }
            case "places" -> places.put(row.key(), row.cell("kind"));
            case "links" -> {
                switch (row.cell("relation")) {
                    case "lives_at" -> lives.add(row);
                    case "family" -> family.add(row);
                    default -> {}
                }
            }
            default -> {}
        }
    }

    private Set<Key> all() {
        var all = new HashSet<>(persons);
        all.addAll(things);
        places.forEach((place, kind) -> {
            if (kind.equals("shelter")) {
                all.add(place);
            }
        });
        var homes = new HashSet<Key>();
        lives.stream()
                .filter(link ->
                        link.reference("subject").filter(persons::contains).isPresent())
                .forEach(link -> link.reference("object")
                        .filter(home -> !NO_HOMES.contains(places.getOrDefault(home, "")))
                        .ifPresent(homes::add));
        all.addAll(homes);
        var near = new HashSet<Key>();
        lives.stream()
                .filter(link -> link.reference("object")
                        .filter(home -> homes.contains(home)
                                && !places.getOrDefault(home, "").equals("shelter"))
                        .isPresent())
                .forEach(link -> link.reference("subject").ifPresent(near::add));
        family.forEach(link -> {
            var one = link.reference("subject");
            var other = link.reference("object");
            if (one.filter(persons::contains).isPresent()) {
                other.ifPresent(near::add);
            }
            if (other.filter(persons::contains).isPresent()) {
                one.ifPresent(near::add);
            }
        });
        near.removeAll(offenders);
        all.addAll(near);
        return all;
    }
}
