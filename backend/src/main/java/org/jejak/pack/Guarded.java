package org.jejak.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.analysis.StopSignal;
import org.jejak.network.Key;
import org.jejak.network.PlaceKinds;
import org.jejak.network.Protecting;
import org.jejak.network.RecordFile;
import org.jejak.network.Relations;
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

    private final Set<Key> persons = new HashSet<>();
    private final Set<Key> things = new HashSet<>();
    private final Set<Key> offenders = new HashSet<>();
    private final List<VisibleRecord> lives = new ArrayList<>();
    private final List<VisibleRecord> family = new ArrayList<>();
    private final Map<Key, String> places = new HashMap<>();

    private Guarded() {}

    /** Whether a row by itself says that somebody is protected, as far as it alone can tell. */
    static boolean protects(VisibleRecord row) {
        return row.recordFile()
                .filter(file -> !Protecting.claims(file, row.key(), row::cell).isEmpty())
                .isPresent();
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
        guarded.persons.addAll(protection.waiting());
        waiting.forEach(guarded::note);
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
                if (Protecting.OFFENDER_ROLES.contains(row.cell("role")) && !row.isTrue("coerced")) {
                    row.reference("person").ifPresent(offenders::add);
                }
            }
            case "places" -> places.put(row.key(), row.cell("kind"));
            case "links" -> {
                switch (row.cell("relation")) {
                    case Relations.LIVES_AT -> lives.add(row);
                    case Relations.FAMILY -> family.add(row);
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
            if (kind.equals(PlaceKinds.SHELTER)) {
                all.add(place);
            }
        });
        var near = new HashSet<Key>();
        for (VisibleRecord living : lives) {
            if (living.reference("subject").filter(persons::contains).isPresent()
                    && living.reference("object").filter(this::mayBeAHome).isPresent()) {
                living.reference("object").ifPresent(all::add);
                near.addAll(household(living));
            }
        }
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

    private boolean mayBeAHome(Key place) {
        return PlaceKinds.mayBeAHome(places.getOrDefault(place, ""));
    }

    /** Who may have lived there at the same time; who shares a shelter is no household. */
    private Set<Key> household(VisibleRecord living) {
        var home = living.reference("object");
        if (home.filter(h -> places.getOrDefault(h, "").equals(PlaceKinds.SHELTER))
                .isPresent()) {
            return Set.of();
        }
        return lives.stream()
                .filter(other -> other.reference("object").equals(home)
                        && living.validity().mayOverlap(other.validity()))
                .flatMap(other -> other.reference("subject").stream())
                .collect(Collectors.toSet());
    }
}
