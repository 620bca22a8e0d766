package org.jejak.world;

import java.util.ArrayList;
import java.util.List;
import org.jejak.network.RecordFile;
import org.jejak.world.Cast.Person;

/** Boats of which a list was kept: who sailed them, whose role is known, and somebody aboard of whom nothing else is. */
final class Crossings {

    static final int BOATS = 3;

    private final WorldParameters parameters;
    private final Cast cast;
    private final Ages ages;
    private final RecordWriter rows;
    private final List<Person> crew = new ArrayList<>();
    private final List<Person> passengers = new ArrayList<>();

    Crossings(WorldParameters parameters, Cast cast, Ages ages, RecordWriter rows) {
        this.parameters = parameters;
        this.cast = cast;
        this.ages = ages;
        this.rows = rows;
    }

    void write() {
        var chance = Chance.of(parameters.seed(), "crossings", 0);
        var sailors = cast.members(Circle.BOATS).stream()
                .skip(1)
                .filter(sailor -> !ages.isYoung(sailor))
                .limit(BOATS)
                .toList();
        for (int i = 0; i < sailors.size(); i++) {
            var sailor = sailors.get(i);
            var aboard = cast.ofNoPart(1 + i);
            int day = chance.below(parameters.weeks() * 7);
            rows.next(RecordFile.MOVEMENTS)
                    .set("origin", i % 2 == 0 ? "k8" : "k9")
                    .set("destination", "k7")
                    .set("departed", Calendar.day(day))
                    .set("arrived", Calendar.day(day + chance.between(4, 11)))
                    .set("persons", sailor.id() + "|" + aboard.id())
                    .set("head_count", chance.between(40, 180))
                    .set("stage", "recruitment")
                    .from(Sources.NOTEBOOK);
            crew.add(sailor);
            passengers.add(aboard);
        }
    }

    List<Person> crew() {
        return crew;
    }

    /** Nothing but the list of the boat says that they were carried. */
    List<Person> passengers() {
        return passengers;
    }
}
