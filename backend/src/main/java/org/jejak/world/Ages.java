package org.jejak.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.world.Cast.Person;

/**
 * How old people are where no paper says it: some of those held are known by an age that somebody guessed, and some of
 * them are children. Who is planted to be found, and a colluder's spouse, is grown up, since a child is never ranked.
 */
final class Ages {

    /** Born later, somebody may not have been of age in all of what the case says of them. */
    private static final int LAST_GROWN_UP = 1994;

    private static final int GENERATION = 20;

    /** An age as somebody guessed it. {@code thought}: whoever asked had the impression of a child. */
    record Guess(int from, int to, boolean thought) {}

    private final Map<Person, Guess> guesses = new HashMap<>();
    private final List<Person> children = new ArrayList<>();
    private final Set<Person> grownUp = new HashSet<>();
    private final Set<Person> young = new HashSet<>();

    Ages(WorldParameters parameters, Cast cast) {
        var chance = Chance.of(parameters.seed(), "ages", 0);
        for (int i = 0; i < cast.victims().size(); i++) {
            var victim = cast.victims().get(i);
            int from = chance.between(12, 15);
            if (i % 9 == 4) {
                guesses.put(victim, new Guess(from, from + 2, i % 2 == 0));
                children.add(victim);
            } else if (i % 9 == 7) {
                guesses.put(victim, new Guess(from + 7, from + 13, false));
            }
        }
        cast.brokers().forEach(broker -> grownUp.add(broker.person()));
        for (Circle circle : Circle.values()) {
            grownUp.add(cast.hub(circle));
        }
    }

    /** Of whom only an age was guessed; their birth date is not recorded. */
    Optional<Guess> guess(Person person) {
        return Optional.ofNullable(guesses.get(person));
    }

    /** Children among those held, in the order of the cast. */
    List<Person> children() {
        return children;
    }

    boolean isChild(Person person) {
        return children.contains(person);
    }

    /** The year of birth by which this person is recorded, if chance says {@code year}; kept for {@link #isYoung}. */
    int born(Person person, int year, boolean marries) {
        if (year <= LAST_GROWN_UP) {
            return year;
        }
        if (marries || grownUp.contains(person)) {
            return year - GENERATION;
        }
        young.add(person);
        return year;
    }

    /** Whether a recorded year of birth leaves it open that they were a child in some of what the case says of them. */
    boolean isYoung(Person person) {
        return young.contains(person);
    }
}
