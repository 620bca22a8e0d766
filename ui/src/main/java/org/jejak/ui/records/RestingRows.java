package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Names;
import org.jejak.ui.records.RecordReads.SourceLine;

/** The rows that rest on one source, a page at a time. */
final class RestingRows extends Div {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 100;

    private final transient RecordReads reads;
    private final transient SourceLine line;
    private final Grid<VisibleRecord> grid = new Grid<>();
    private final Span where = new Span();
    private final Button before = new Button(translate("rows.before"), clicked -> turn(-PAGE));
    private final Button after = new Button(translate("rows.after"), clicked -> turn(PAGE));
    private int skip;
    private transient Map<Key, Names.Shown> names = Map.of();

    RestingRows(RecordReads reads, SourceLine line) {
        this.reads = reads;
        this.line = line;
        add(new H2(translate("rows.resting-on", line.title())));
        String files = line.rows().entrySet().stream()
                .map(e -> translate("rows.file", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
        add(new Paragraph(files));
        if (!line.source().cell("text").isEmpty()) {
            var text = new Paragraph(line.source().cell("text"));
            text.addClassName("note");
            add(text);
        }
        grid.addColumn(row -> row.file().replace('_', ' '))
                .setHeader(translate("report.file"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> row.key().value())
                .setHeader(translate("held.row"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::says).setHeader(translate("rows.says")).setWidth("24rem");
        grid.addColumn(this::grade)
                .setHeader(translate("sources.grade"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setMaxHeight("30rem");
        grid.getElement().setAttribute("aria-label", translate("rows.resting-on", line.title()));
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        where.getElement().setAttribute("role", "status");
        var turning = new Div(before, where, after);
        turning.addClassName("buttons");
        add(grid, turning);
        turn(0);
    }

    private void turn(int by) {
        skip += by;
        var rows = reads.restingOn(line.key(), skip, PAGE);
        names = reads.named(rows);
        grid.setItems(rows);
        where.setText(translate("rows.showing", skip + 1, skip + rows.size(), line.count()));
        before.setEnabled(skip > 0);
        after.setEnabled(skip + rows.size() < line.count() && rows.size() == PAGE);
    }

    private String grade(VisibleRecord row) {
        return row.statements().stream()
                .filter(said -> said.source().equals(line.key()))
                .map(said -> said.grade().toString())
                .findFirst()
                .orElse("");
    }

    private String says(VisibleRecord row) {
        return new TreeMap<>(row.cells())
                .entrySet().stream()
                        .filter(cell ->
                                !cell.getKey().equals("id") && !cell.getKey().equals("source"))
                        .map(cell ->
                                cell.getKey().replace('_', ' ') + ": " + value(row, cell.getKey(), cell.getValue()))
                        .collect(Collectors.joining(" · "));
    }

    private String value(VisibleRecord row, String column, String value) {
        boolean reference = row.recordFile()
                .flatMap(file -> column(file, column))
                .filter(c -> c.type() instanceof ColumnType.Reference)
                .isPresent();
        if (!reference) {
            return value;
        }
        return row.references(column).stream()
                .map(key -> names.containsKey(key) ? names.get(key).name() : key.value())
                .collect(Collectors.joining(", "));
    }

    private static java.util.Optional<Column> column(RecordFile file, String name) {
        return file.column(name);
    }
}
