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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jejak.investigation.KeptInvestigation;
import org.jejak.investigation.KeptInvestigations;
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

    KeptAnswer(KeptInvestigation one, KeptReads reads, List<KeptInvestigation> others, Actions actions) {
        this.one = one;
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
        add(new H2(one.title()), asked(), row, outcome, KeptTables.result(one, reads.named(one)));
    }

    private UnorderedList asked() {
        var result = one.result();
        var list = new UnorderedList(
                new ListItem(translate("kept.by", one.user(), Moment.words(one.kept()), one.program())),
                new ListItem(translate("kept.of", result.persons(), result.ties())),
                new ListItem(translate("kept.question", one.question().caption())),
                new ListItem(translate("brokers.seed", one.question().seed())),
                new ListItem(translate("brokers.digest", one.snapshot())),
                new ListItem(translate("kept.result-digest", one.resultDigest())));
        list.addClassName("caption");
        return list;
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
        var verdict = new Paragraph(translate(
                again.sameResult() ? "kept.same" : again.sameNetwork() ? "kept.other-answer" : "kept.other-records"));
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
                () -> reads.since(viewer, one.id(), later, control),
                since -> outcome.add(KeptTables.changes(title, since)));
    }
}
