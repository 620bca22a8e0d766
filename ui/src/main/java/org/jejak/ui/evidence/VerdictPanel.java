package org.jejak.ui.evidence;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jejak.pack.verify.Check;
import org.jejak.pack.verify.Verdict;

/** What verification of one file found, check by check. */
final class VerdictPanel extends Div {

    private static final long serialVersionUID = 1L;

    VerdictPanel(String name, Verdict verdict) {
        addClassName("panel");
        getElement().setAttribute("role", "status");
        add(new H3(name));
        add(answer(verdict.integrity(), verdict.integrity() ? "verify.whole" : "verify.changed"));
        add(answer(verdict.trusted(), verdict.trusted() ? "verify.trusted" : "verify.stranger"));
        if (!verdict.fingerprint().isEmpty()) {
            var signer = new Paragraph(new Span(translate("verify.signer") + " "), new Code(verdict.fingerprint()));
            signer.addClassName("digest");
            add(signer);
        }
        var grid = new Grid<Check>();
        grid.addColumn(check -> translate(check.ok() ? "verify.pass" : "verify.fail"))
                .setHeader(translate("verify.outcome"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Check::check)
                .setHeader(translate("verify.check"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Check::detail).setHeader(translate("verify.found")).setWidth("20rem");
        grid.setItems(verdict.checks());
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setPartNameGenerator(check -> check.ok() ? "passed" : "failed");
        grid.getElement().setAttribute("aria-label", translate("verify.title"));
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        add(grid);
    }

    private static Paragraph answer(boolean good, String words) {
        var answer = new Paragraph(translate(words));
        answer.addClassNames("verdict", good ? "good" : "bad");
        return answer;
    }
}
