package org.jejak.ui.investigation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jejak.investigation.Changes;
import org.jejak.investigation.KeptFurther;
import org.jejak.investigation.KeptQuestion;
import org.jejak.investigation.KeptResult;
import org.jejak.ui.investigation.KeptReads.Called;
import org.jejak.ui.kit.NumbersTable;
import org.jspecify.annotations.Nullable;

/** A kept answer, and what became of it, as tables; how many may not be listed any more is said below. */
final class KeptTables {

    private static final int ROWS = 30;
    private static final String NONE = "–";

    private KeptTables() {}

    static Div result(KeptReads.Today today) {
        var one = today.answer().investigation();
        var result = today.answer().result();
        var called = today.called();
        var groups = result.groups();
        var ways = result.ways();
        var further = result.further();
        var shown = new Div();
        if (groups != null) {
            shown.add(GroupsTables.answer(groups, called));
        } else if (ways != null) {
            shown.add(WaysTables.answer(one.question().measure(), ways, called));
        } else if (one.question().measure().equals(KeptQuestion.DISRUPT)) {
            shown.add(steps(result.steps(), called));
        } else {
            shown.add(ranking(result.brokers(), called));
        }
        if (further != null) {
            shown.add(further(further, called));
        }
        sayUnlisted(shown, one.unlisted());
        return shown;
    }

    private static void sayUnlisted(Div shown, int unlisted) {
        if (unlisted > 0) {
            shown.add(new Paragraph(translate("kept.unlisted", unlisted)));
        }
    }

    private static Div ranking(List<KeptResult.KeptBroker> brokers, Called called) {
        var rows = new ArrayList<List<String>>();
        for (var broker : brokers.stream().limit(ROWS).toList()) {
            var low = broker.lowest();
            rows.add(List.of(
                    "" + broker.rank(),
                    called.name(broker.id()),
                    low == null ? NONE : low + "–" + broker.highest(),
                    "" + broker.degree(),
                    number(broker.betweenness()),
                    broker.netOfDegreeP() == null ? NONE : String.format(Locale.ROOT, "%.4f", broker.netOfDegreeP()),
                    kind(broker.brokerClass())));
        }
        var table = new NumbersTable(
                List.of(
                        translate("brokers.rank"),
                        translate("table.name"),
                        translate("brokers.rank-interval"),
                        translate("brokers.degree"),
                        translate("brokers.betweenness"),
                        translate("brokers.net-of-degree-p"),
                        translate("brokers.class")),
                rows);
        return section(translate("kept.answer"), table, rows.size(), brokers.size());
    }

    private static Div steps(List<KeptResult.KeptStep> steps, Called called) {
        var rows = new ArrayList<List<String>>();
        for (int k = 0; k < steps.size(); k++) {
            var step = steps.get(k);
            rows.add(List.of(
                    "" + (k + 1),
                    someone(step.removed(), called),
                    share(step.pairsLeft()),
                    share(step.pairsLeftLow()) + "–" + share(step.pairsLeftHigh()),
                    share(step.largestComponentShare())));
        }
        var table = new NumbersTable(
                List.of(
                        translate("disruption.step"),
                        translate("disruption.without"),
                        translate("disruption.pairs-left"),
                        translate("disruption.range"),
                        translate("disruption.largest")),
                rows);
        return section(translate("kept.answer"), table, rows.size(), rows.size());
    }

    /** From whom most others are near, and which ties alone hold two parts together, where that was asked. */
    private static Div further(KeptFurther further, Called called) {
        var shown = new Div();
        if (further.reached() != null) {
            String members = further.reach().stream().map(called::name).collect(Collectors.joining(", "));
            shown.add(
                    new H3(translate("further.reach")),
                    new Paragraph(
                            translate("kept.reached", members.isEmpty() ? NONE : members, share(further.reached()))));
        }
        if (!further.bridges().isEmpty()) {
            var rows = further.bridges().stream()
                    .limit(ROWS)
                    .map(b -> List.of(called.name(b.a()), "" + b.onSideOfA(), called.name(b.b()), "" + b.onSideOfB()))
                    .toList();
            shown.add(
                    new H3(translate("further.bridges")),
                    new NumbersTable(
                            List.of(
                                    translate("further.one"),
                                    translate("further.people-there"),
                                    translate("further.other"),
                                    translate("further.people-there")),
                            rows),
                    new Paragraph(translate(
                            "further.showing", rows.size(), further.bridges().size())));
        }
        return shown;
    }

    /** @param measure that both answers are of */
    static Div changes(String title, String measure, KeptReads.Since since) {
        var changes = since.changes();
        var called = since.called();
        var section = new Div(
                new H3(title),
                new Paragraph(translate(
                        overPeople(measure) ? "compare.sizes" : "kept.sizes",
                        changes.personsBefore(),
                        changes.tiesBefore(),
                        changes.personsAfter(),
                        changes.tiesAfter())));
        if (changes.sameResult()) {
            var same = new Paragraph(
                    switch (changes.network()) {
                        case SAME -> translate("kept.nothing-changed");
                        case DIFFERS -> translate("kept.records-changed-only");
                        case COUNTED_OTHERWISE -> translate("kept.counted-otherwise-only", changes.programBefore());
                    });
            same.addClassNames("verdict", "good");
            section.add(same);
            return section;
        }
        if (!changes.steps().isEmpty()) {
            section.add(steps(changes, called));
        }
        if (!changes.ranks().isEmpty()) {
            section.add(ranks(changes.ranks(), called));
        }
        if (!changes.regrouped().isEmpty()) {
            section.add(GroupsTables.changes(changes.regrouped(), called));
        }
        section.add(WaysTables.changes(measure, changes, called));
        if (changes.named().findAny().isEmpty() && changes.amounts().isEmpty()) {
            section.add(new Paragraph(translate("kept.changed")));
        }
        sayUnlisted(section, changes.unlisted());
        return section;
    }

    /** Whether it was asked of people and their ties, not of what passed between whatever passes it on. */
    static boolean overPeople(String measure) {
        return switch (measure) {
            case KeptQuestion.IN_TIME, KeptQuestion.FLOW, KeptQuestion.CUT -> false;
            default -> true;
        };
    }

    private static Div ranks(List<Changes.Moved> moved, Called called) {
        var rows = moved.stream()
                .limit(ROWS)
                .map(m -> List.of(
                        called.name(m.id()),
                        text(m.rankBefore()),
                        text(m.rankAfter()),
                        movement(m),
                        m.betweennessBefore() == null ? NONE : number(m.betweennessBefore()),
                        m.betweennessAfter() == null ? NONE : number(m.betweennessAfter()),
                        kind(m.classBefore()) + " → " + kind(m.classAfter())))
                .toList();
        var table = new NumbersTable(
                List.of(
                        translate("table.name"),
                        translate("compare.rank-before"),
                        translate("compare.rank-after"),
                        translate("compare.change"),
                        translate("compare.betweenness-before"),
                        translate("compare.betweenness-after"),
                        translate("brokers.class")),
                rows);
        return section(translate("kept.moved"), table, rows.size(), moved.size());
    }

    private static NumbersTable steps(Changes changes, Called called) {
        var rows = changes.steps().stream()
                .map(s -> List.of(
                        "" + s.step(),
                        s.pairsLeftBefore() == null ? NONE : someone(s.removedBefore(), called),
                        s.pairsLeftAfter() == null ? NONE : someone(s.removedAfter(), called),
                        s.pairsLeftBefore() == null ? NONE : share(s.pairsLeftBefore()),
                        s.pairsLeftAfter() == null ? NONE : share(s.pairsLeftAfter())))
                .toList();
        return new NumbersTable(
                List.of(
                        translate("disruption.step"),
                        translate("kept.without-before"),
                        translate("kept.without-after"),
                        translate("kept.pairs-before"),
                        translate("kept.pairs-after")),
                rows);
    }

    private static Div section(String title, NumbersTable table, int shown, int listed) {
        var section = new Div(new H3(title), table);
        if (shown < listed) {
            section.add(new Paragraph(translate("compare.showing", shown, listed)));
        }
        return section;
    }

    private static String movement(Changes.Moved moved) {
        Integer before = moved.rankBefore();
        Integer after = moved.rankAfter();
        if (before == null) {
            return translate("compare.new");
        }
        if (after == null) {
            return translate("compare.gone");
        }
        int up = before - after;
        return up == 0 ? "=" : up > 0 ? "▲ " + up : "▼ " + -up;
    }

    /** Every step takes somebody out; who is not named is not listed any more. */
    private static String someone(@Nullable String id, Called called) {
        return id == null ? translate("kept.somebody-unlisted") : called.name(id);
    }

    private static String kind(@Nullable String brokerClass) {
        return brokerClass == null ? NONE : translate("broker-class." + brokerClass.toLowerCase(Locale.ROOT));
    }

    private static String text(@Nullable Integer number) {
        return number == null ? NONE : number.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
