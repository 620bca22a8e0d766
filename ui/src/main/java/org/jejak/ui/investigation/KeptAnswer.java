package org.jejak.ui.investigation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jejak.investigation.KeptInvestigation;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.investigation.KeptQuestion;
import org.jejak.ui.kit.LongWork;
import org.jejak.ui.kit.Moment;

/** One kept answer with all that it takes to ask again, and what becomes of asking again. */
final class KeptAnswer extends Div {

    private static final long serialVersionUID = 1L;

    private final transient KeptInvestigation one;
    private final transient KeptReads reads;
    private final Div outcome = new Div();

    /** What it can set off in its view. */
    interface Actions {
        void throwAway(KeptInvestigation one);
    }

    /**
     * What a kept answer is held against.
     *
     * @param other another answer; empty for what the records say now
     */
    private record Beside(Optional<KeptInvestigation> other) {

        String words() {
            return other.map(o -> o.title() + ", " + Moment.words(o.kept())).orElseGet(() -> translate("kept.now"));
        }
    }

    KeptAnswer(KeptReads.Today today, KeptReads reads, List<KeptInvestigation> others, Actions actions) {
        one = today.answer().investigation();
        this.reads = reads;
        addClassNames("panel", "kept-answer");
        var beside = new Select<Beside>();
        beside.setLabel(translate("kept.beside"));
        var choices = new ArrayList<Beside>();
        choices.add(new Beside(Optional.empty()));
        others.forEach(other -> choices.add(new Beside(Optional.of(other))));
        beside.setItems(choices);
        beside.setItemLabelGenerator(Beside::words);
        beside.setValue(choices.getFirst());
        beside.setWidth("22rem");
        beside.setMaxWidth("100%");
        var compare = new Button(translate("kept.compare"), clicked -> compare(beside.getValue()));
        compare.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var repeat = new Button(translate("kept.repeat"), clicked -> repeat());
        repeat.setTooltipText(translate("kept.repeat.means"));
        var away = new Button(translate("kept.throw-away"), clicked -> actions.throwAway(one));
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        var row = new Div(beside, compare, repeat, away);
        row.addClassNames("chips", "asking");
        outcome.addClassName("outcome");
        add(new H2(one.title()), asked(today), row, outcome, KeptTables.result(today));
    }

    private UnorderedList asked(KeptReads.Today today) {
        var question = one.question();
        var result = today.answer().result();
        boolean people = KeptTables.overPeople(question.measure());
        var list = new UnorderedList(
                new ListItem(translate("kept.by", one.user(), Moment.words(one.kept()), one.program())),
                new ListItem(translate(people ? "kept.of" : "kept.of-passing", result.persons(), result.ties())),
                new ListItem(translate("kept.question", question.caption())));
        var ways = question.ways();
        if (ways != null) {
            list.add(new ListItem(between(ways, today.called())));
        }
        if (ways != null && ways.inTime() != null) {
            list.add(new ListItem(inTime(ways)));
        }
        var cutting = question.cutting();
        if (cutting != null) {
            list.add(new ListItem(cutting(cutting)));
        }
        if (people && ways == null) {
            list.add(new ListItem(translate("brokers.seed", question.seed())));
        }
        list.add(
                new ListItem(translate("brokers.digest", one.snapshot())),
                new ListItem(translate("kept.result-digest", one.resultDigest())));
        list.addClassName("caption");
        return list;
    }

    private static String between(KeptQuestion.Ways ways, KeptReads.Called called) {
        return translate("kept.between", names(ways.from(), called), names(ways.to(), called));
    }

    /** Whom the viewer may not see any more is not there to be named. */
    private static String names(List<String> ids, KeptReads.Called called) {
        return ids.isEmpty()
                ? translate("kept.somebody-unlisted")
                : ids.stream().map(called::name).collect(Collectors.joining(", "));
    }

    private static String inTime(KeptQuestion.Ways ways) {
        String what = translate("kept.passing." + String.valueOf(ways.inTime()).toLowerCase(Locale.ROOT));
        long days = Duration.parse(ways.window()).toDays();
        return ways.inferring()
                ? translate("kept.in-time-inferred", what, days, Math.round(100 * ways.tolerance()))
                : translate("kept.in-time", what, days);
    }

    private static String cutting(KeptQuestion.Cutting cutting) {
        return translate(
                "kept.cutting",
                cutting.fromKinds().isEmpty()
                        ? translate("kept.recruiting")
                        : String.join(", ", cutting.fromKinds()).replace('_', ' '),
                cutting.toKinds().isEmpty()
                        ? translate("kept.exploiting")
                        : String.join(", ", cutting.toKinds()).replace('_', ' '),
                translate("kept.taking." + cutting.taking().toLowerCase(Locale.ROOT)));
    }

    private LongWork working(String words) {
        outcome.removeAll();
        var work = new LongWork(words, translate("cancel"));
        outcome.add(work);
        return work;
    }

    private void repeat() {
        var viewer = reads.viewer();
        var work = working(translate("kept.repeating"));
        var control = work.control();
        work.run(UI.getCurrent(), () -> reads.repeat(viewer, one.id(), control), this::repeated);
    }

    private void repeated(KeptInvestigations.Repeated again) {
        String said = again.sameResult()
                ? "kept.same"
                : switch (again.network()) {
                    case SAME -> "kept.other-answer";
                    case DIFFERS -> "kept.other-records";
                    case COUNTED_OTHERWISE -> "kept.counted-otherwise";
                };
        var verdict = new Paragraph(translate(said, again.program()));
        verdict.addClassNames("verdict", again.sameResult() ? "good" : "bad");
        verdict.getElement().setAttribute("role", "status");
        outcome.add(verdict);
        if (!again.sameResult()) {
            var digest = new Paragraph(translate("kept.digest-now", again.resultDigest()));
            digest.addClassName("caption");
            outcome.add(digest);
        }
    }

    private void compare(Beside beside) {
        var viewer = reads.viewer();
        var work = working(translate("kept.comparing"));
        var control = work.control();
        var later = beside.other().map(KeptInvestigation::id);
        String title = translate("kept.since", one.title(), beside.words());
        work.run(
                UI.getCurrent(),
                () -> reads.since(viewer, one, later, control),
                since -> outcome.add(KeptTables.changes(title, one.question().measure(), since)));
    }
}
