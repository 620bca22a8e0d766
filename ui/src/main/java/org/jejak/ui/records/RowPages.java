package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jejak.network.ColumnType;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Names;

/** Rows with everything each says, a page at a time; one click opens a row with its sources. */
final class RowPages extends Div {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 100;

    /** So many are shown without a scroll bar of their own. */
    private static final int FEW = 8;

    private final transient RecordReads reads;
    private final transient Pages pages;
    private final long count;
    private final Grid<VisibleRecord> grid = new Grid<>();
    private final Span where = new Span();
    private final Button before = new Button(translate("rows.before"), clicked -> turn(-PAGE));
    private final Button after = new Button(translate("rows.after"), clicked -> turn(PAGE));
    private int skip;
    private transient Map<Key, Names.Shown> names = Map.of();

    /** Where the rows come from. */
    interface Pages {
        List<VisibleRecord> read(int skip, int limit);
    }

    /**
     * @param title what the rows are, for who cannot see them
     * @param count how many there are
     * @param grade how far a row is trusted here
     */
    RowPages(RecordReads reads, String title, long count, Pages pages, Function<VisibleRecord, String> grade) {
        this.reads = reads;
        this.pages = pages;
        this.count = count;
        narrow("report.file", row -> row.file().replace('_', ' '));
        narrow("held.row", row -> row.key().value());
        grid.addColumn(this::says).setHeader(translate("rows.says")).setWidth("24rem");
        narrow("sources.grade", grade);
        grid.addComponentColumn(row -> {
                    var open = new Button(translate("rows.open"), clicked -> reads.open(row));
                    open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                    open.setAriaLabel(translate("rows.open-this", row.key().value()));
                    return open;
                })
                .setHeader(translate("loads.do"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setMaxHeight("30rem");
        grid.getElement().setAttribute("aria-label", title);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        where.getElement().setAttribute("role", "status");
        var turning = new Div(before, where, after);
        turning.addClassName("buttons");
        add(grid, turning);
        turn(0);
    }

    private void narrow(String header, Function<VisibleRecord, String> value) {
        grid.addColumn(value::apply)
                .setHeader(translate(header))
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private void turn(int by) {
        skip += by;
        var rows = pages.read(skip, PAGE);
        names = reads.named(rows);
        grid.setItems(rows);
        grid.setAllRowsVisible(rows.size() <= FEW);
        where.setText(translate("rows.showing", rows.isEmpty() ? 0 : skip + 1, skip + rows.size(), count));
        before.setEnabled(skip > 0);
        after.setEnabled(skip + rows.size() < count && rows.size() == PAGE);
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
                .flatMap(file -> file.column(column))
                .filter(c -> c.type() instanceof ColumnType.Reference)
                .isPresent();
        if (!reference) {
            return value;
        }
        return row.references(column).stream()
                .map(key -> names.containsKey(key) ? names.get(key).name() : key.value())
                .collect(Collectors.joining(", "));
    }
}
