package org.jejak.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A condition that holds now and can be taken away. */
public class Chip extends Span {

    private static final long serialVersionUID = 1L;

    public Chip(String words, String removeLabel, Runnable remove) {
        addClassName("chip");
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), clicked -> remove.run());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        close.setAriaLabel(removeLabel);
        add(new Span(words), close);
    }
}
