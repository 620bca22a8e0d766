package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jejak.ingest.LoadReport;
import org.jejak.ingest.LoadReport.FileCounts;
import org.jejak.ingest.RefusedBundle;
import org.jejak.ingest.RefusedBundle.RefusedRow;

/** What a load did: counts file by file, refused rows with how to mend them, and where the waiting rows are. */
final class ReportPanel extends Div {

    private static final long serialVersionUID = 1L;

    /** Refused rows shown; all of them are in what can be taken away. */
    private static final int MOST = 500;

    /** So many are shown without a scroll bar of their own. */
    private static final int FEW = 6;

    private final transient Optional<Correction> correction;

    /** Lets the reader mend a refused row and load it. */
    interface Correction {
        void open(RefusedBundle bundle, RefusedRow row);
    }

    /** @param correction empty where rows cannot be mended: after a trial, or for who did not load them */
    ReportPanel(LoadReport report, Optional<RefusedBundle> refused, boolean trial, Optional<Correction> correction) {
        this.correction = correction;
        addClassName("panel");
        long held = sum(report.files(), FileCounts::held);
        long wrong = sum(report.files(), FileCounts::refused);
        add(new H3(translate(trial ? "report.trial" : "report.title", report.bundle(), report.caseRef())));
        var summary = new Paragraph(translate(
                "report.summary",
                sum(report.files(), FileCounts::rows),
                sum(report.files(), FileCounts::accepted),
                sum(report.files(), FileCounts::unchanged),
                sum(report.files(), FileCounts::superseded),
                held,
                wrong,
                sum(report.files(), FileCounts::kept)));
        summary.getElement().setAttribute("role", "status");
        add(summary, counts(report.files()));
        report.files()
                .forEach(file ->
                        file.error().ifPresent(why -> add(alert(translate("report.whole-file", file.file(), why)))));
        report.notes().forEach(note -> add(new Paragraph(note)));
        if (report.released() > 0) {
            add(new Paragraph(translate("report.released", report.released())));
        }
        var unnamed = report.unnamed();
        if (unnamed.count() > 0) {
            add(new Paragraph(translate("report.unnamed", unnamed.count(), String.join(", ", unnamed.paths()))));
        }
        if (held > 0 && !trial) {
            add(new Div(new Button(
                    translate("report.held", held),
                    clicked -> RecordsNavigation.waiting(UI.getCurrent(), report.load()))));
        }
        if (wrong > 0) {
            refused.ifPresentOrElse(
                    bundle -> refused(bundle, report, wrong),
                    () -> add(new Paragraph(translate("report.refused-gone"))));
        }
    }

    private static long sum(List<FileCounts> files, ToLongFunction<FileCounts> count) {
        return files.stream().mapToLong(count).sum();
    }

    private static Paragraph alert(String words) {
        var alert = new Paragraph(words);
        alert.addClassName("wrong");
        return alert;
    }

    private static Grid<FileCounts> counts(List<FileCounts> files) {
        var grid = new Grid<FileCounts>();
        grid.addColumn(FileCounts::file).setHeader(translate("report.file")).setAutoWidth(true);
        number(grid, "report.rows", FileCounts::rows);
        number(grid, "report.accepted", FileCounts::accepted);
        number(grid, "report.unchanged", FileCounts::unchanged);
        number(grid, "report.superseded", FileCounts::superseded);
        number(grid, "report.held-column", FileCounts::held);
        number(grid, "report.refused", FileCounts::refused);
        number(grid, "report.kept", FileCounts::kept);
        grid.setItems(files);
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT);
        return grid;
    }

    private static void number(Grid<FileCounts> grid, String header, ToLongFunction<FileCounts> count) {
        grid.addColumn(count::applyAsLong)
                .setHeader(translate(header))
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private void refused(RefusedBundle bundle, LoadReport report, long wrong) {
        List<RefusedRow> rows;
        try {
            rows = bundle.rows(MOST);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        add(new H4(translate("report.refused-title")));
        if (rows.isEmpty()) {
            add(new Paragraph(translate("report.refused-mended", wrong)));
            return;
        }
        add(new Paragraph(
                rows.size() == MOST
                        ? translate("report.refused-some", rows.size(), wrong)
                        : translate("report.refused-all", rows.size())));
        var take = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    event.setFileName("refused-" + report.load() + ".zip");
                    event.setContentType("application/zip");
                    bundle.writeZip(event.getOutputStream());
                    return null;
                }),
                AttachmentType.DOWNLOAD,
                translate("report.refused-take"));
        add(take, refusals(bundle, rows));
    }

    private Grid<RefusedRow> refusals(RefusedBundle bundle, List<RefusedRow> rows) {
        var grid = new Grid<RefusedRow>();
        narrow(grid, "report.file", row -> row.refusal().file());
        narrow(grid, "report.line", row -> row.refusal().line());
        narrow(grid, "report.column", row -> row.refusal().column());
        grid.addColumn(row -> row.refusal().value())
                .setHeader(translate("report.value"))
                .setWidth("10rem");
        grid.addColumn(row -> row.refusal().reason())
                .setHeader(translate("report.reason"))
                .setWidth("22rem");
        correction.ifPresent(mend -> grid.addComponentColumn(row -> {
                    var button = new Button(translate("correct.open"), clicked -> mend.open(bundle, row));
                    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                    button.setAriaLabel(translate(
                            "correct.open-this",
                            row.refusal().file(),
                            row.refusal().line()));
                    return button;
                })
                .setHeader(translate("loads.do"))
                .setAutoWidth(true)
                .setFlexGrow(0));
        grid.getColumns().forEach(c -> c.setResizable(true));
        grid.setItems(rows);
        grid.setAllRowsVisible(rows.size() <= FEW);
        grid.setMaxHeight("28rem");
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_COMPACT);
        return grid;
    }

    private static void narrow(Grid<RefusedRow> grid, String header, ValueProvider<RefusedRow, Object> value) {
        grid.addColumn(value).setHeader(translate(header)).setAutoWidth(true).setFlexGrow(0);
    }
}
