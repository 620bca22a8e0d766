package org.jejak.ui.rows;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import org.jejak.network.Grade;

/** Properties and their values, each value in a line of its own. */
public final class ValueList extends DescriptionList {

    private static final long serialVersionUID = 1L;

    private String last = "";

    public ValueList() {
        addClassName("values");
    }

    public void add(String property, Component... value) {
        if (!property.equals(last)) {
            add(new Term(property));
            last = property;
        }
        var line = new Description();
        line.add(value);
        add(line);
    }

    public static Span grade(Grade grade) {
        var shown = new Span(grade.toString());
        shown.addClassName("grade");
        shown.setTitle(translate("grade.explained", grade.reliability(), grade.credibility()));
        return shown;
    }
}
