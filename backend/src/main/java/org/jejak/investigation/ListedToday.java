package org.jejak.investigation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * What of a kept answer one viewer may be shown today. Whoever is protected now is no broker, no target and nobody to reach
 * others from, whatever was known of them when the answer was kept; in communities and on ways they stand as in the network.
 * Whom the viewer may not see any more stands nowhere. What is left out is counted.
 */
final class ListedToday {

    private final Set<String> visible = new HashSet<>();
    private final Set<String> guarded = new HashSet<>();
    private final Set<String> unlisted = new HashSet<>();

    private ListedToday() {}

    /** @param named all that the answers name */
    static ListedToday of(Viewer viewer, Collection<String> named, Protection protection, Surroundings surroundings) {
        var listed = new ListedToday();
        if (!named.isEmpty()) {
            protection.guarded(viewer).persons().forEach(key -> listed.guarded.add(key.value()));
            surroundings
                    .visible(viewer, named.stream().map(Key::new).toList())
                    .forEach(key -> listed.visible.add(key.value()));
        }
        return listed;
    }

    /** How many were left out so far. */
    int unlisted() {
        return unlisted.size();
    }

    /** In a ranking, or as somebody or something to take. */
    private boolean isListed(String id) {
        return counted(id, visible.contains(id) && !guarded.contains(id));
    }

    /** Wherever protected persons stand under pseudonyms. */
    private boolean isShown(String id) {
        return counted(id, visible.contains(id));
    }

    private boolean counted(String id, boolean stays) {
        if (!stays) {
            unlisted.add(id);
        }
        return stays;
    }

    KeptInvestigation of(KeptInvestigation kept) {
        return kept.shown(of(kept.question()), unlisted());
    }

    private KeptQuestion of(KeptQuestion question) {
        var ways = question.ways();
        return question.naming(
                question.remove().stream().filter(this::isListed).toList(),
                ways == null || !question.measure().equals(KeptQuestion.PATHS)
                        ? ways
                        : ways.between(shown(ways.from()), shown(ways.to())));
    }

    private List<String> shown(List<String> ids) {
        return ids.stream().filter(this::isShown).toList();
    }

    KeptResult of(KeptQuestion question, KeptResult result) {
        var further = result.further();
        var groups = result.groups();
        var ways = result.ways();
        return new KeptResult(
                result.persons(),
                result.ties(),
                result.brokers().stream().filter(b -> isListed(b.id())).toList(),
                result.steps().stream().map(this::of).toList(),
                further == null ? null : of(further),
                groups == null
                        ? null
                        : new KeptGroups(
                                groups.quality(),
                                groups.communities().stream().map(this::shown).toList()),
                ways == null ? null : new KeptWays(of(question, ways.ways()), ways.amounts(), ways.complete()));
    }

    /** The step stays, and what it leaves; only who was to go is not said. */
    private KeptResult.KeptStep of(KeptResult.KeptStep step) {
        return new KeptResult.KeptStep(
                ifListed(step.removed()),
                step.fragmentation(),
                step.pairsLeft(),
                step.largestComponentShare(),
                step.pairsLeftLow(),
                step.pairsLeftHigh(),
                shown(step.leftAlone()));
    }

    private @Nullable String ifListed(@Nullable String id) {
        return Optional.ofNullable(id).filter(this::isListed).orElse(null);
    }

    private KeptFurther of(KeptFurther further) {
        return new KeptFurther(
                further.lines().stream().filter(line -> isListed(line.id())).toList(),
                further.bridges().stream()
                        .filter(bridge -> isShown(bridge.a()) & isShown(bridge.b()))
                        .toList(),
                further.reach().stream().filter(this::isListed).toList(),
                further.reached());
    }

    private List<KeptWays.Way> of(KeptQuestion question, List<KeptWays.Way> ways) {
        return ways.stream().filter(way -> stays(question, way)).toList();
    }

    /**
     * A way over ties goes only through whom the viewer may see, and a cut takes nobody who is protected. Of a payment or a
     * journey its record decides: an end that nobody may look at stands there by its id.
     */
    private boolean stays(KeptQuestion question, KeptWays.Way way) {
        return way.ends()
                .filter(id -> switch (question.measure()) {
                    case KeptQuestion.PATHS -> !isShown(id);
                    case KeptQuestion.CUT -> !counted(id, !guarded.contains(id));
                    default -> false;
                })
                .toList()
                .isEmpty();
    }

    Changes of(KeptQuestion question, Changes changes) {
        var ranks = changes.ranks().stream().filter(m -> isListed(m.id())).toList();
        var steps = changes.steps().stream()
                .map(s -> new Changes.Step(
                        s.step(),
                        ifListed(s.removedBefore()),
                        ifListed(s.removedAfter()),
                        s.pairsLeftBefore(),
                        s.pairsLeftAfter()))
                .toList();
        var regrouped =
                changes.regrouped().stream().filter(r -> isShown(r.id())).toList();
        var gone = of(question, changes.gone());
        var came = of(question, changes.came());
        return changes.listing(ranks, steps, regrouped, gone, came, unlisted());
    }

    /** All that a question and its answer name. */
    static Stream<String> named(KeptQuestion question, KeptResult result) {
        return Stream.concat(named(question), result.named());
    }

    static Stream<String> named(KeptQuestion question) {
        var ways = question.ways();
        return Stream.concat(
                question.remove().stream(),
                ways == null ? Stream.empty() : Stream.concat(ways.from().stream(), ways.to().stream()));
    }
}
