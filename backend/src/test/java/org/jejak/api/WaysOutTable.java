package org.jejak.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What was expected and what came: a row for each way to name a person, a column for each way out. */
final class WaysOutTable {

    private record Cell(Named who, String out) {}

    private final Map<Cell, List<String>> failures = new LinkedHashMap<>();
    private final TreeSet<String> outs = new TreeSet<>();
    private int asked;

    /** Notes that {@code out} was looked at for {@code who}, and what was wrong where {@code right} is false. */
    void expect(Named who, String out, boolean right, String otherwise) {
        asked++;
        outs.add(out);
        if (!right) {
            failures.computeIfAbsent(new Cell(who, out), any -> new ArrayList<>())
                    .add(otherwise);
        }
    }

    /** Whatever came out that way, nothing in it tells who is protected. */
    void expectNothingTold(List<Named> all, String out, String request, String text) {
        var planted = Named.plantedIn(text);
        for (Named who : all) {
            if (who.isProtected()) {
                var told = who.secrets().stream().filter(planted::contains).toList();
                expect(who, out, told.isEmpty(), "tells " + told + " when asked " + request);
            }
        }
    }

    void isAsTheContractSays(int atLeast) {
        assertThat(asked).as("nothing was looked at").isGreaterThan(atLeast);
        assertThat(failures).as(this::drawn).isEmpty();
    }

    private String drawn() {
        var text = new StringBuilder("\n%d of %d (way to name × way out) are not as the contract says; looked at: %s%n"
                .formatted(failures.size(), asked, outs));
        failures.forEach((cell, wrong) -> text.append("%-28s %-9s %-34s %s%s%n"
                .formatted(
                        cell.who().how(),
                        cell.who().says(),
                        cell.out(),
                        wrong.getFirst(),
                        wrong.size() > 1 ? " (and " + (wrong.size() - 1) + " more)" : "")));
        return text.toString();
    }
}
