package org.jejak.integrity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jejak.network.Key;

/** What a reviewer must weigh against a lead, in words: it changes no number. */
final class Counterweight {

    private static final Set<String> AGAINST_THE_NETWORK = Set.of("arrest", "inspection");
    private static final Set<String> HELD_UP = Set.of("inspected", "stopped", "seized");
    private static final double AS_EXPOSED = 1.05;

    private final CaseView view;
    private final Assessment assessment;
    private final Map<String, List<Findings.Test>> testsAt = new HashMap<>();

    Counterweight(CaseView view, Assessment assessment) {
        this.view = view;
        this.assessment = assessment;
        assessment
                .allTests()
                .forEach(t ->
                        testsAt.computeIfAbsent(at(t), k -> new ArrayList<>()).add(t));
    }

    List<String> of(Key official, int explained, boolean flagged, SortedSet<String> neededOrigins) {
        var said = new ArrayList<String>();
        if (explained > 0) {
            said.add("%d contact%s with the network explained by a duty and not counted."
                    .formatted(explained, explained == 1 ? " is" : "s are"));
        }
        actedAgainst(official, said);
        var group = assessment.group(official);
        if (group.size() > 1) {
            said.add("The records cannot tell this official from "
                    + group.stream()
                            .filter(k -> !k.equals(official))
                            .map(view.in()::nameOf)
                            .collect(Collectors.joining(", "))
                    + ": one or more of these.");
        }
        for (var test : assessment.tests(official)) {
            if (test.isTestable()) {
                tested(test, said);
            }
        }
        if (flagged) {
            support(official, said);
            if (!neededOrigins.isEmpty()) {
                said.add("The flag does not stand without what only this origin says: "
                        + String.join("; ", neededOrigins) + ".");
            }
        }
        return said;
    }

    private void actedAgainst(Key official, List<String> said) {
        var network = view.networkFor(official, Set.of());
        long duties = view.duties(official).stream()
                .filter(d -> AGAINST_THE_NETWORK.contains(d.kind())
                        && d.subjects().stream().anyMatch(network::hasEver))
                .count();
        if (duties > 0) {
            said.add("Arrested or inspected people or things of the network %d time%s."
                    .formatted(duties, duties == 1 ? "" : "s"));
        }
        long held = view.heldUpBy(official).stream()
                .filter(p -> HELD_UP.contains(p.outcome()) && network.hasEver(p.subject()))
                .count();
        if (held > 0) {
            said.add("Stopped or inspected the network's passages %d time%s.".formatted(held, held == 1 ? "" : "s"));
        }
        long found = view.heldUpBy(official).stream()
                .filter(OfficialsCase.Passage::identified)
                .count();
        if (found > 0) {
            said.add("Made the check by which %d of those passing became known.".formatted(found));
        }
    }

    private void tested(Findings.Test test, List<String> said) {
        if (test.p() > test.chance().atLeast(test.observed())) {
            said.add("Given when %s was rostered, the passages say no more than p = %.3g of this official."
                    .formatted(
                            test.conditionedOn().stream().map(view.in()::nameOf).collect(Collectors.joining(" and ")),
                            test.p()));
        }
        var alike = testsAt.getOrDefault(at(test), List.of()).stream()
                .filter(o -> !o.official().equals(test.official())
                        && o.observed() >= test.observed()
                        && o.observed() > 0
                        && o.chance().mean() <= test.chance().mean() * AS_EXPOSED)
                .map(o -> view.in().nameOf(o.official()))
                .toList();
        if (!alike.isEmpty() && alike.size() <= 3) {
            said.add("No less is recorded of an equally exposed colleague (%s): %s."
                    .formatted(test.channel(), String.join(", ", alike)));
        }
    }

    /** The question and the place or unit it is asked within. */
    private static String at(Findings.Test test) {
        return test.channel() + " " + test.where();
    }

    private void support(Key official, List<String> said) {
        var rests = assessment.tests(official).stream()
                .filter(Findings.Test::isTestable)
                .findFirst()
                .map(Findings.Test::rests)
                .orElse(List.of());
        if (!rests.isEmpty() && rests.stream().noneMatch(Basis::isFairlyGraded)) {
            said.add("None of the records it rests on is graded C3 or better.");
        }
    }
}
