package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jejak.ingest.LoadReport;
import org.jejak.ingest.LoadReport.FileCounts;
import org.jejak.ingest.Refusal;
import org.jejak.ingest.RefusedBundle;

/** What a load did: counts file by file, refused rows with how to mend them, and where the waiting rows are. */
final class ReportPanel extends Div {

    private static final long serialVersionUID = 1L;

    /** Refused rows shown; all of them are in what can be taken away. */
    private static final int MOST = 500;

    ReportPanel(LoadReport report, Optional<RefusedBundle> refused, boolean trial) {
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
        if (report.released() > 0) {
            add(new Paragraph(translate("report.released", report.released())));
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
        List<Refusal> rows;
        try {
            rows = bundle.refusals(MOST);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        add(new H4(translate("report.refused-title")));
        add(new Paragraph(
                wrong > rows.size()
                        ? translate("report.refused-some", rows.size(), wrong)
                        : translate("report.refused-all", wrong)));
        var take = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    event.setFileName("refused-" + report.load() + ".zip");
                    event.setContentType("application/zip");
                    bundle.writeZip(event.getOutputStream());
                    return null;
                }),
                AttachmentType.DOWNLOAD,
                translate("report.refused-take"));
        add(take, refusals(rows));
    }

    private static Grid<Refusal> refusals(List<Refusal> rows) {
        var grid = new Grid<Refusal>();
        grid.addColumn(Refusal::file)
                .setHeader(translate("report.file"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Refusal::line)
                .setHeader(translate("report.line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Refusal::column)
                .setHeader(translate("report.column"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Refusal::value).setHeader(translate("report.value")).setWidth("12rem");
        grid.addColumn(Refusal::reason).setHeader(translate("report.reason")).setWidth("24rem");
        grid.getColumns().forEach(c -> c.setResizable(true));
        grid.setItems(rows);
        grid.setMaxHeight("28rem");
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_COMPACT);
        return grid;
    }
}
