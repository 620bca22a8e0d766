package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;
import org.jejak.ui.canvas.GraphCanvas;

/** What can be done with the drawing as a whole. */
final class ToolBar extends Div {

    private static final long serialVersionUID = 1L;

    private final Button undo;
    private final Button redo;
    private final Button clear;
    private final Button keep;
    private boolean fanned;
    private boolean tieNames;

    /** What the bar asks of the view. */
    interface Actions {
        void undo();

        void redo();

        void clear();

        void redraw();

        /** Keep the drawing as a view. */
        void keep();

        /** Offer the views kept so far. */
        void offerViews();
    }

    ToolBar(GraphCanvas canvas, Actions actions) {
        undo = icon(VaadinIcon.ARROW_BACKWARD, "tool.undo", actions::undo);
        redo = icon(VaadinIcon.ARROW_FORWARD, "tool.redo", actions::redo);
        clear = icon(VaadinIcon.ERASER, "tool.clear", actions::clear);
        keep = icon(VaadinIcon.BOOKMARK_O, "tool.keep", actions::keep);
        add(
                undo,
                redo,
                clear,
                keep,
                icon(VaadinIcon.ARCHIVES, "tool.views", actions::offerViews),
                icon(VaadinIcon.EXPAND_SQUARE, "tool.fit", canvas::fit),
                icon(VaadinIcon.PLUS_CIRCLE_O, "tool.closer", () -> canvas.zoom(1.4)),
                icon(VaadinIcon.MINUS_CIRCLE_O, "tool.further", () -> canvas.zoom(1 / 1.4)),
                icon(VaadinIcon.REFRESH, "tool.arrange", canvas::arrange),
                icon(VaadinIcon.PAUSE, "tool.pause", canvas::pause),
                toggle(VaadinIcon.SPLIT, "tool.parallel", on -> {
                    fanned = on;
                    actions.redraw();
                }),
                toggle(VaadinIcon.TEXT_LABEL, "tool.tie-names", on -> {
                    tieNames = on;
                    actions.redraw();
                }),
                icon(VaadinIcon.PICTURE, "tool.png", () -> canvas.savePng("jejak-network")),
                icon(VaadinIcon.PAINTBRUSH, "tool.svg", () -> canvas.saveSvg("jejak-network")));
        enable(false, false, false);
    }

    private static Button icon(VaadinIcon icon, String key, Runnable action) {
        var button = new Button(icon.create(), clicked -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(translate(key));
        button.setTooltipText(translate(key));
        return button;
    }

    /** A button that stays pressed, for eyes and for who cannot see it. */
    private static Button toggle(VaadinIcon icon, String key, Consumer<Boolean> turned) {
        var button = icon(icon, key, () -> {});
        button.getElement().setAttribute("aria-pressed", "false");
        button.addClickListener(clicked -> {
            boolean on = button.getElement().getAttribute("aria-pressed").equals("false");
            button.getElement().setAttribute("aria-pressed", String.valueOf(on));
            turned.accept(on);
        });
        return button;
    }

    void enable(boolean canUndo, boolean canRedo, boolean anything) {
        undo.setEnabled(canUndo);
        redo.setEnabled(canRedo);
        clear.setEnabled(anything);
        keep.setEnabled(anything);
    }

    boolean fanned() {
        return fanned;
    }

    boolean tieNames() {
        return tieNames;
    }
}
