package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.investigation.FurtherAnswer;
import org.jejak.investigation.FurtherMeasure;
import org.jejak.investigation.FurtherQuestion;
import org.jejak.investigation.RoleGroups;
import org.jejak.ui.kit.NumbersTable;

/** What is said of the whole network: from whom most others are near, and which ties alone hold two parts together. */
final class FurtherPanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 10;
    private static final int ROWS = 50;

    private final transient BrokersAnswer answer;
    private final transient Asking asking;
    private final IntegerField count = new IntegerField(translate("further.count"));
    private final IntegerField within = new IntegerField(translate("further.within"));
    private final Div result = new Div();

    FurtherPanel(BrokersAnswer answer, Asking asking) {
        this.answer = answer;
        this.asking = asking;
        number(count, 1, 3);
        number(within, 0, 2);
        within.setHelperText(translate("further.within.help"));
        var ask = new Button(translate("further.ask"), clicked -> ask());
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Div(count, within, ask);
        form.addClassNames("chips", "asking");
        var note = new Paragraph(translate("further.note"));
        note.addClassName("note");
        add(note, form, result);
    }

    private static void number(IntegerField field, int least, int usual) {
        field.setMin(least);
        field.setMax(MOST);
        field.setValue(usual);
        field.setStepButtonsVisible(true);
    }

    private void ask() {
        if (count.getValue() == null || within.getValue() == null || count.isInvalid() || within.isInvalid()) {
            return;
        }
        var question = new FurtherQuestion(
                Set.of(FurtherMeasure.REACH, FurtherMeasure.BRIDGES),
                RoleGroups.COMMUNITIES,
                count.getValue(),
                within.getValue());
        BrokersView.work(
                UI.getCurrent(),
                result,
                translate("further.working"),
                control -> asking.investigations()
                        .further(asking.viewer(), answer, question, BrokersView.SEED, control)
                        .further(),
                this::show);
    }

    /** Both answers, as words and numbers. */
    void show(FurtherAnswer found) {
        result.removeAll();
        result.add(
                new H3(translate("further.reach")), new Paragraph(reach(found)), new H3(translate("further.bridges")));
        if (found.bridges().isEmpty()) {
            result.add(new Paragraph(translate("further.no-bridge")));
            return;
        }
        var rows = found.bridges().stream()
                .limit(ROWS)
                .map(bridge -> List.of(
                        found.name(bridge.a()),
                        "" + bridge.onSideOfA(),
                        found.name(bridge.b()),
                        "" + bridge.onSideOfB(),
                        ""
                                + answer.network()
                                        .snapshot()
                                        .records(bridge.a(), bridge.b())
                                        .size()))
                .toList();
        var headings = List.of(
                translate("further.one"),
                translate("further.people-there"),
                translate("further.other"),
                translate("further.people-there"),
                translate("further.records"));
        result.add(
                new NumbersTable(headings, rows),
                new Paragraph(translate(
                        "further.showing", rows.size(), found.bridges().size())));
    }

    private static String reach(FurtherAnswer found) {
        var reach = found.reach();
        if (reach == null) {
            return translate("further.nobody");
        }
        String members = reach.members().stream().map(found::name).collect(Collectors.joining(", "));
        return found.asked().reachWithin() == 0
                ? translate("further.reached-by-nearness", members, String.format("%.3f", reach.reach()))
                : translate(
                        "further.reached",
                        members,
                        Math.round(100 * reach.reach()),
                        found.asked().reachWithin());
    }
}
