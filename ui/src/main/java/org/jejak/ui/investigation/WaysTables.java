package org.jejak.ui.investigation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jejak.investigation.Changes;
import org.jejak.investigation.KeptQuestion;
import org.jejak.investigation.KeptWays;
import org.jejak.ui.investigation.KeptReads.Called;
import org.jejak.ui.kit.NumbersTable;
import org.jspecify.annotations.Nullable;

/** Kept ways, what flows along them and what cuts them, step by step with the records each step stands on. */
final class WaysTables {

    static final int ROWS = 100;

    private static final int RECORDS = 3;
    private static final String NONE = "–";

    private WaysTables() {}

    /** What the question came to. */
    static Div answer(String measure, KeptWays ways, Called called) {
        var answer = new Div(new H3(translate("kept.answer")));
        if (measure.equals(KeptQuestion.CUT) && !ways.complete()) {
            answer.add(new Paragraph(translate("kept.no-cut")));
            return answer;
        }
        if (!ways.amounts().isEmpty()) {
            answer.add(amounts(ways.amounts()));
        }
        if (ways.ways().isEmpty()) {
            answer.add(new Paragraph(translate("kept.none-of." + measure)));
        } else {
            answer.add(table(measure, ways.ways(), called));
        }
        if (!ways.complete()) {
            answer.add(new Paragraph(translate("kept.incomplete." + measure)));
        }
        return answer;
    }

    /** What became of them. */
    static Div changes(String measure, Changes changes, Called called) {
        var section = new Div();
        if (!changes.amounts().isEmpty()) {
            section.add(new H3(translate("kept.amounts")), amountsBeside(changes.amounts()));
        }
        add(section, translate("kept.gone"), measure, changes.gone(), called);
        add(section, translate("kept.came"), measure, changes.came(), called);
        return section;
    }

    private static void add(Div section, String title, String measure, List<KeptWays.Way> ways, Called called) {
        if (!ways.isEmpty()) {
            section.add(new H3(title), table(measure, ways, called));
        }
    }

    private static Div table(String measure, List<KeptWays.Way> ways, Called called) {
        var shown = ways.stream().limit(ROWS).toList();
        var table = new Div(
                switch (measure) {
                    case KeptQuestion.PATHS -> paths(shown, called);
                    case KeptQuestion.CUT -> cut(shown, called);
                    case KeptQuestion.FLOW -> inTime(shown, called, false);
                    default -> inTime(shown, called, true);
                });
        if (shown.size() < ways.size()) {
            table.add(new Paragraph(translate("kept.showing-ways", shown.size(), ways.size())));
        }
        return table;
    }

    private static NumbersTable paths(List<KeptWays.Way> ways, Called called) {
        var rows = new ArrayList<List<String>>();
        for (int k = 0; k < ways.size(); k++) {
            for (var step : ways.get(k).steps()) {
                rows.add(List.of(
                        "" + (k + 1),
                        cost(ways.get(k).cost()),
                        called.name(step.from()),
                        called.name(step.to()),
                        records(step)));
            }
        }
        return new NumbersTable(
                List.of(
                        translate("kept.way"),
                        translate("kept.cost"),
                        translate("kept.from"),
                        translate("kept.to"),
                        translate("kept.records")),
                rows);
    }

    /** @param numbered whether steps of one way belong together; what carries a flow stands by itself */
    private static NumbersTable inTime(List<KeptWays.Way> ways, Called called, boolean numbered) {
        var rows = new ArrayList<List<String>>();
        for (int k = 0; k < ways.size(); k++) {
            for (var step : ways.get(k).steps()) {
                var row = new ArrayList<String>();
                if (numbered) {
                    row.add("" + (k + 1));
                }
                row.add(step.time() == null ? NONE : step.time());
                row.add(called.name(step.from()));
                row.add(called.name(step.to()));
                row.add(amount(step, called));
                row.add(step.inferred() ? translate("kept.inferred-from", records(step)) : records(step));
                rows.add(row);
            }
        }
        var headings = new ArrayList<String>();
        if (numbered) {
            headings.add(translate("kept.way"));
        }
        headings.addAll(List.of(
                translate("kept.time"),
                translate("kept.from"),
                translate("kept.to"),
                translate("kept.amount"),
                translate("kept.records")));
        return new NumbersTable(headings, rows);
    }

    private static NumbersTable cut(List<KeptWays.Way> ways, Called called) {
        var rows = ways.stream()
                .flatMap(way -> way.steps().stream())
                .map(step -> List.of(
                        called.name(step.from()), step.to().isEmpty() ? NONE : called.name(step.to()), records(step)))
                .toList();
        return new NumbersTable(
                List.of(translate("kept.taken"), translate("kept.taken-to"), translate("kept.records")), rows);
    }

    private static NumbersTable amounts(List<KeptWays.Amount> amounts) {
        return new NumbersTable(
                List.of(translate("kept.unit"), translate("kept.at-least"), translate("kept.at-most")),
                amounts.stream()
                        .map(a -> List.of(a.unit(), a.atLeast(), a.atMost()))
                        .toList());
    }

    private static NumbersTable amountsBeside(List<Changes.Amounts> amounts) {
        return new NumbersTable(
                List.of(
                        translate("kept.unit"),
                        translate("kept.at-least-before"),
                        translate("kept.at-least-after"),
                        translate("kept.at-most-before"),
                        translate("kept.at-most-after")),
                amounts.stream()
                        .map(a -> List.of(
                                a.unit(),
                                orNone(a.atLeastBefore()),
                                orNone(a.atLeastAfter()),
                                orNone(a.atMostBefore()),
                                orNone(a.atMostAfter())))
                        .toList());
    }

    private static String orNone(@Nullable String text) {
        return text == null ? NONE : text;
    }

    private static String cost(@Nullable Double cost) {
        return cost == null ? NONE : String.format(Locale.ROOT, "%.2f", cost);
    }

    /** With its unit, where the viewer may see the record that says it. */
    private static String amount(KeptWays.Step step, Called called) {
        Double amount = step.amount();
        if (amount == null) {
            return NONE;
        }
        String number = String.format(Locale.ROOT, amount % 1 == 0 ? "%.0f" : "%.2f", amount);
        var units = step.records().stream()
                .map(record -> called.units().getOrDefault(record, ""))
                .filter(unit -> !unit.isEmpty())
                .distinct()
                .toList();
        return units.size() == 1 ? number + " " + units.getFirst() : number;
    }

    private static String records(KeptWays.Step step) {
        if (step.records().isEmpty()) {
            return NONE;
        }
        String first = String.join(", ", step.records().stream().limit(RECORDS).toList());
        int more = step.records().size() - RECORDS;
        return more > 0 ? translate("kept.and-more", first, more) : first;
    }
}
