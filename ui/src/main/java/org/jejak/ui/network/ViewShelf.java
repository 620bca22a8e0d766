package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jejak.access.Case;
import org.jejak.network.NotAllowed;
import org.jejak.savedview.SavedView;
import org.jejak.ui.canvas.Layout;
import org.jejak.ui.kit.Moment;
import org.jejak.ui.kit.Notices;
import org.jejak.ui.kit.Sure;

/** Keeping a drawing, and the drawings kept so far. */
final class ViewShelf {

    private static final int OFFERED_AT_START = 5;

    private final NetworkReads reads;
    private final Consumer<SavedView> open;

    ViewShelf(NetworkReads reads, Consumer<SavedView> open) {
        this.reads = reads;
        this.open = open;
    }

    static Sheet sheet(SavedView view) {
        var content = view.content();
        return new Sheet(
                new LinkedHashSet<>(view.keys()),
                content.hidden(),
                content.from(),
                content.until(),
                content.peopleTies(),
                content.known(),
                content.leftOut());
    }

    static Layout layout(SavedView view) {
        var things = view.content().things();
        return Layout.kept(
                things.stream()
                        .collect(Collectors.toMap(
                                thing -> thing.key().value(), thing -> new Layout.Place(thing.x(), thing.y()))),
                things.stream()
                        .filter(SavedView.Placed::pinned)
                        .map(thing -> thing.key().value())
                        .collect(Collectors.toSet()));
    }

    static Component note(SavedView view) {
        var notes = new Paragraph(view.content().notes());
        notes.getStyle().set("white-space", "pre-wrap");
        return new Div(new H3(view.name()), notes, by(view));
    }

    private static Span by(SavedView view) {
        var by = new Span(translate("views.by", view.by(), Moment.words(view.at())));
        by.addClassName("quiet");
        return by;
    }

    /** Asks for a name and notes, and keeps what lies on the canvas. */
    void askToKeep(Sheet sheet, CompletableFuture<Layout> places) {
        var dialog = new Dialog(translate("tool.keep"));
        var name = new TextField(translate("views.name"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(200);
        var notes = new TextArea(translate("views.notes"));
        notes.setMinHeight("8rem");
        var cases = reads.cases().stream().map(Case::ref).toList();
        var caseRef = new Select<String>();
        caseRef.setLabel(translate("views.case"));
        caseRef.setItems(cases);
        cases.stream().findFirst().ifPresent(caseRef::setValue);
        caseRef.setVisible(cases.size() > 1);
        var fields = new VerticalLayout(name, caseRef, notes, new Paragraph(translate("views.shared")));
        fields.setPadding(false);
        fields.setAlignItems(Alignment.STRETCH);
        dialog.add(fields);
        dialog.setWidth("30rem");
        var keep = new Button(translate("views.keep"), clicked -> {
            if (name.getValue().isBlank()) {
                name.setInvalid(true);
                name.setErrorMessage(translate("views.name-needed"));
                return;
            }
            places.thenAccept(layout -> {
                try {
                    reads.keep(caseRef.getValue(), content(sheet, layout, name.getValue(), notes.getValue()));
                    dialog.close();
                    Notices.done(translate("views.kept"));
                } catch (IllegalArgumentException | NotAllowed refused) {
                    Notices.failure(String.valueOf(refused.getMessage()));
                }
            });
        });
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(translate("cancel"), clicked -> dialog.close()), keep);
        dialog.open();
        name.focus();
    }

    private static SavedView.Content content(Sheet sheet, Layout layout, String name, String notes) {
        Map<String, Layout.Place> places = layout.places();
        var things = sheet.things().stream()
                .map(key -> {
                    // what a filter hides has no place of its own yet
                    var at = places.getOrDefault(key.value(), new Layout.Place(0, 0));
                    return new SavedView.Placed(
                            key, at.x(), at.y(), layout.pinned().contains(key.value()));
                })
                .toList();
        return new SavedView.Content(
                name,
                notes,
                things,
                sheet.hidden(),
                sheet.from(),
                sheet.until(),
                sheet.peopleTies(),
                sheet.known(),
                sheet.leftOut());
    }

    /** The newest, for somebody who begins; nothing where there are none. */
    Component list() {
        var views = reads.views();
        var list = new Div();
        if (!views.isEmpty()) {
            list.add(new H3(translate("views.title")));
            views.stream()
                    .limit(OFFERED_AT_START)
                    .forEach(view ->
                            list.add(new Div(new Button(view.name(), clicked -> open.accept(view)), by(view))));
        }
        return list;
    }

    /** All of them, to open or to throw away. */
    void offer() {
        var dialog = new Dialog(translate("views.title"));
        dialog.setWidth("34rem");
        fill(dialog);
        dialog.getFooter().add(new Button(translate("cancel"), clicked -> dialog.close()));
        dialog.open();
    }

    private void fill(Dialog dialog) {
        dialog.removeAll();
        var views = reads.views();
        if (views.isEmpty()) {
            dialog.add(new Paragraph(translate("views.none")));
        }
        for (SavedView view : views) {
            var name = new Button(view.name(), clicked -> {
                dialog.close();
                open.accept(view);
            });
            name.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            name.setAriaLabel(translate("views.open", view.name()));
            var away = new Button(VaadinIcon.TRASH.create(), clicked -> askToThrowAway(view, dialog));
            away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            away.setAriaLabel(translate("views.throw-away", view.name()));
            var line = new Div(name, by(view), away);
            line.addClassName("chips");
            dialog.add(line);
        }
    }

    private void askToThrowAway(SavedView view, Dialog behind) {
        new Sure(
                        translate("views.sure", view.name()),
                        translate("views.throw-away", "").strip(),
                        () -> {
                            try {
                                reads.throwAway(view);
                                fill(behind);
                            } catch (NotAllowed refused) {
                                Notices.failure(String.valueOf(refused.getMessage()));
                            }
                        })
                .open();
    }
}
