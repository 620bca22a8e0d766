package org.jejak.projection;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.analysis.Fold;
import org.jejak.analysis.TieKind;
import org.jejak.network.Grade;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.Viewer;

/**
 * What an actor network is made of; part of every result and of its digest.
 *
 * @param cases whose rows make the network
 * @param at only what may have been true then, and events begun by then; empty for all times
 * @param known only what Jejak had recorded by then; empty for now
 * @param minimum rows need a statement of at least this grade; empty for any
 * @param without sources left out, as if they had never been
 * @param ties families of records that tie
 * @param weights how strong a tie one record makes
 * @param explained whether contacts that a duty explains tie
 */
public record NetworkQuestion(
        Set<String> cases,
        Optional<PartialTime> at,
        Optional<Instant> known,
        Optional<Grade> minimum,
        Set<Key> without,
        Fold fold,
        Set<TieKind> ties,
        TieWeights weights,
        ExplainedContacts explained) {

    /** The ties that are on unless told otherwise: links, contacts, payments, movements. */
    public static final Set<TieKind> USUAL_TIES = Arrays.stream(TieKind.values())
            .filter(TieKind::isOnByDefault)
            .collect(Collectors.collectingAndThen(
                    Collectors.toCollection(() -> EnumSet.noneOf(TieKind.class)), Set::copyOf));

    public NetworkQuestion {
        cases = Set.copyOf(cases);
        without = Set.copyOf(without);
        ties = Set.copyOf(ties);
    }

    /** Everything known now of these cases, folded, with the usual ties. */
    public static NetworkQuestion of(Set<String> cases) {
        return new NetworkQuestion(
                cases,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Fold.SIMPLE,
                USUAL_TIES,
                TieWeights.RECORDS,
                ExplainedContacts.LEFT_OUT);
    }

    public NetworkQuestion at(PartialTime time) {
        return new NetworkQuestion(cases, Optional.of(time), known, minimum, without, fold, ties, weights, explained);
    }

    public NetworkQuestion knownBy(Instant instant) {
        return new NetworkQuestion(cases, at, Optional.of(instant), minimum, without, fold, ties, weights, explained);
    }

    public NetworkQuestion atLeast(Grade grade) {
        return new NetworkQuestion(cases, at, known, Optional.of(grade), without, fold, ties, weights, explained);
    }

    public NetworkQuestion withoutSources(Set<Key> sources) {
        return new NetworkQuestion(cases, at, known, minimum, sources, fold, ties, weights, explained);
    }

    public NetworkQuestion folded(Fold wanted) {
        return new NetworkQuestion(cases, at, known, minimum, without, wanted, ties, weights, explained);
    }

    public NetworkQuestion tiedBy(Set<TieKind> wanted) {
        return new NetworkQuestion(cases, at, known, minimum, without, fold, wanted, weights, explained);
    }

    public NetworkQuestion weighing(TieWeights wanted) {
        return new NetworkQuestion(cases, at, known, minimum, without, fold, ties, wanted, explained);
    }

    public NetworkQuestion explainedContacts(ExplainedContacts wanted) {
        return new NetworkQuestion(cases, at, known, minimum, without, fold, ties, weights, wanted);
    }

    /** Who asks it: for them what rests on the sources that it leaves out is not there. */
    public Viewer askedBy(Viewer viewer) {
        return viewer.withoutSources(without);
    }

    /** Whether an event of this time had begun by the date asked: whether it begins on or before that. */
    boolean hasBegun(PartialTime time) {
        return at.isEmpty() || time.from().isBefore(at.get().until());
    }

    /** One line for people: what the network was computed on. */
    public String caption() {
        var parts = new TreeSet<String>();
        at.ifPresent(t -> parts.add("as true at " + t));
        known.ifPresent(k -> parts.add("as known at " + k));
        minimum.ifPresent(g -> parts.add("graded at least " + g));
        if (!without.isEmpty()) {
            parts.add("without " + new TreeSet<>(without));
        }
        if (weights != TieWeights.RECORDS) {
            parts.add("weighed after Newman");
        }
        if (explained == ExplainedContacts.KEPT) {
            parts.add("with contacts that a duty explains");
        }
        String rest = parts.isEmpty() ? "" : ", " + String.join(", ", parts);
        return "cases " + String.join(", ", new TreeSet<>(cases)) + rest + ", "
                + fold.name().toLowerCase(java.util.Locale.ROOT) + " ties by "
                + ties.stream()
                        .sorted()
                        .map(t -> t.name().toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }
}
