package org.jejak.ui.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A plain table of a few rows, read out cell by cell under its headings; scrolls sideways on a small screen. */
public class NumbersTable extends Div {

    private static final long serialVersionUID = 1L;

    public NumbersTable(List<String> headings, List<List<String>> rows) {
        addClassName("numbers");
        var table = new NativeTable();
        var heading = new NativeTableRow();
        headings.forEach(text -> {
            var cell = new NativeTableHeaderCell(text);
            cell.getElement().setAttribute("scope", "col");
            heading.add(cell);
        });
        table.getHead().add(heading);
        for (List<String> cells : rows) {
            var row = new NativeTableRow();
            cells.forEach(text -> row.add(new NativeTableCell(text)));
            table.getBody().add(row);
        }
        add(table);
    }
}
