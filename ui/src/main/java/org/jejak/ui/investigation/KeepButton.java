package org.jejak.ui.investigation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import org.jejak.analysis.RunControl;
import org.jejak.investigation.KeptInvestigation;
import org.jejak.ui.kit.LongWork;

/** Asks for a title and keeps the answer that stands beside it. */
public final class KeepButton extends Button {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 200;

    /** Asks once more, of what is recorded now, and keeps question and answer. Called in a thread of its own. */
    public interface Keeping {
        KeptInvestigation keep(String title, RunControl control);
    }

    private final transient Keeping keeping;
    private final String suggested;

    /** @param suggested a title to begin with */
    public KeepButton(String suggested, Keeping keeping) {
        super(translate("kept.keep"), VaadinIcon.BOOKMARK_O.create());
        this.keeping = keeping;
        this.suggested = suggested;
        setTooltipText(translate("kept.keep.means"));
        addClickListener(clicked -> ask());
    }

    private void ask() {
        var dialog = new Dialog(translate("kept.keep"));
        dialog.setWidth("30rem");
        var title = new TextField(translate("kept.title-of"));
        title.setRequiredIndicatorVisible(true);
        title.setMaxLength(LONGEST);
        title.setValue(suggested);
        var note = new Paragraph(translate("kept.keep.note"));
        note.addClassName("quiet");
        var fields = new VerticalLayout(title, note);
        fields.setPadding(false);
        fields.setAlignItems(Alignment.STRETCH);
        dialog.add(fields);
        var keep = new Button(translate("kept.keep"), clicked -> {
            if (title.getValue().isBlank()) {
                title.setInvalid(true);
                title.setErrorMessage(translate("kept.title-needed"));
                return;
            }
            clicked.getSource().setEnabled(false);
            keep(dialog, fields, title.getValue().strip());
        });
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(translate("cancel"), clicked -> dialog.close()), keep);
        dialog.open();
        title.focus();
    }

    private void keep(Dialog dialog, VerticalLayout fields, String title) {
        var work = new LongWork(translate("kept.keeping"), translate("cancel"));
        fields.add(work);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                work.giveUp();
            }
        });
        var control = work.control();
        work.run(UI.getCurrent(), () -> keeping.keep(title, control), done -> {
            dialog.close();
            UI.getCurrent().access(() -> KeptAnswersNavigation.show(UI.getCurrent(), done.id()));
        });
    }
}
