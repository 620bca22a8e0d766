package org.jejak.ui.investigation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jejak.investigation.Changes;
import org.jejak.investigation.KeptInvestigation;
import org.jejak.investigation.KeptQuestion;
import org.jejak.investigation.KeptResult;
import org.jejak.safeguard.Names;
import org.jejak.ui.kit.NumbersTable;
import org.jspecify.annotations.Nullable;

/**
 * A kept answer, and what became of it, as tables. Whoever is protected today is in neither, whatever was known of them
 * when the answer was kept; how many that leaves out is said.
 */
final class KeptTables {

    private static final int ROWS = 30;
    private static final String NONE = "–";

    private KeptTables() {}

    static Div result(KeptInvestigation one, Map<String, Names.Shown> names) {
        var result = one.result();
        return switch (one.question().measure()) {
            case KeptQuestion.BROKERS -> ranking(result.brokers(), names);
            case KeptQuestion.DISRUPT -> steps(result.steps(), names);
            default -> new Div(new Paragraph(translate("kept.at-the-command-line", one.id())));
        };
    }

    private static Div ranking(List<KeptResult.KeptBroker> brokers, Map<String, Names.Shown> names) {
        var listed = brokers.stream().filter(b -> isListed(b.id(), names)).toList();
        var rows = new ArrayList<List<String>>();
        for (var broker : listed.stream().limit(ROWS).toList()) {
            var low = broker.lowest();
            rows.add(List.of(
                    "" + broker.rank(),
                    name(broker.id(), names),
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
        return section(translate("kept.answer"), table, rows.size(), listed.size(), brokers.size() - listed.size());
    }

    private static Div steps(List<KeptResult.KeptStep> steps, Map<String, Names.Shown> names) {
        var rows = new ArrayList<List<String>>();
        for (int k = 0; k < steps.size(); k++) {
            var step = steps.get(k);
            rows.add(List.of(
                    "" + (k + 1),
                    someone(step.removed(), names),
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
        return section(translate("kept.answer"), table, rows.size(), rows.size(), 0);
    }

    static Div changes(String title, KeptReads.Since since) {
        var changes = since.changes();
        var names = since.names();
        var section = new Div(
                new H3(title),
                new Paragraph(translate(
                        "compare.sizes",
                        changes.personsBefore(),
                        changes.tiesBefore(),
                        changes.personsAfter(),
                        changes.tiesAfter())));
        if (changes.sameResult()) {
            var same = new Paragraph(
                    translate(changes.sameNetwork() ? "kept.nothing-changed" : "kept.records-changed-only"));
            same.addClassNames("verdict", "good");
            section.add(same);
            return section;
        }
        if (changes.steps().isEmpty() && changes.ranks().isEmpty()) {
            section.add(new Paragraph(translate("kept.changed")));
        } else if (changes.steps().isEmpty()) {
            var moved = changes.ranks().stream()
                    .filter(m -> isListed(m.id(), names))
                    .toList();
            var rows = moved.stream()
                    .limit(ROWS)
                    .map(m -> List.of(
                            name(m.id(), names),
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
            section.add(section(
                    translate("kept.moved"),
                    table,
                    rows.size(),
                    moved.size(),
                    changes.ranks().size() - moved.size()));
        } else {
            var rows = changes.steps().stream()
                    .map(s -> List.of(
                            "" + s.step(),
                            someone(s.removedBefore(), names),
                            someone(s.removedAfter(), names),
                            s.pairsLeftBefore() == null ? NONE : share(s.pairsLeftBefore()),
                            s.pairsLeftAfter() == null ? NONE : share(s.pairsLeftAfter())))
                    .toList();
            section.add(new NumbersTable(
                    List.of(
                            translate("disruption.step"),
                            translate("kept.without-before"),
                            translate("kept.without-after"),
                            translate("kept.pairs-before"),
                            translate("kept.pairs-after")),
                    rows));
        }
        return section;
    }

    private static Div section(String title, NumbersTable table, int shown, int listed, int unlisted) {
        var section = new Div(new H3(title), table);
        if (shown < listed) {
            section.add(new Paragraph(translate("compare.showing", shown, listed)));
        }
        if (unlisted > 0) {
            section.add(new Paragraph(translate("kept.unlisted", unlisted)));
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

    private static boolean isListed(String id, Map<String, Names.Shown> names) {
        var shown = names.get(id);
        return shown != null && !shown.guarded();
    }

    private static String name(String id, Map<String, Names.Shown> names) {
        var shown = names.get(id);
        return shown == null ? id : shown.name();
    }

    private static String someone(@Nullable String id, Map<String, Names.Shown> names) {
        if (id == null) {
            return NONE;
        }
        return isListed(id, names) ? name(id, names) : translate("kept.somebody-unlisted");
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
