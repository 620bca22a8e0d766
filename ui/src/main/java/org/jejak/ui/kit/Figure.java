package org.jejak.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** A chart with what it shows in words above and its numbers as a table below, one click away. */
@Tag("figure")
public class Figure extends HtmlContainer {

    private static final long serialVersionUID = 1L;

    /** A chart whose numbers stand in a table of the same page already. */
    public Figure(String title, String meaning, Chart chart) {
        addClassName("figure");
        var note = new Paragraph(meaning);
        note.addClassName("note");
        add(new H3(title), note, chart);
    }

    public Figure(String title, String meaning, Chart chart, String tableTitle, Component table) {
        this(title, meaning, chart);
        add(new Details(tableTitle, table));
    }
}
