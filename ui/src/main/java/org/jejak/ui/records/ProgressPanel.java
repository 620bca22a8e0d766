package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Optional;

/** The load that is under way, or how the last one ended. */
final class ProgressPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient LoadDesk desk;

    ProgressPanel(LoadDesk desk, ReportPanel.Correction correction) {
        this.desk = desk;
        switch (desk.state()) {
            case LoadDesk.Idle idle -> {}
            case LoadDesk.Loading loading -> loading(loading);
            case LoadDesk.Undoing undoing -> {
                addClassName("panel");
                add(new H3(translate("progress.undoing", undoing.load())), bar(0, -1));
            }
            case LoadDesk.Loaded loaded -> {
                add(new ReportPanel(
                        loaded.report(),
                        loaded.refused(),
                        loaded.trial(),
                        loaded.trial() ? Optional.empty() : Optional.of(correction)));
                loaded.keptIn().ifPresent(folder -> add(new Paragraph(translate("report.refused-kept", folder))));
                close();
            }
            case LoadDesk.Undone undone -> ended(translate("progress.undone", undone.load()), "");
            case LoadDesk.Cancelled cancelled -> ended(translate("progress.cancelled", cancelled.name()), "");
            case LoadDesk.Failed failed ->
                ended(
                        translate("progress.failed", failed.what()),
                        failed.said().orElseGet(() -> translate("mishap.failed", failed.number())));
        }
    }

    private void loading(LoadDesk.Loading loading) {
        addClassName("panel");
        var where = new Paragraph(
                loading.file().isEmpty()
                        ? translate("progress.reading")
                        : loading.of() > 0
                                ? translate("progress.rows-of", loading.file(), loading.rows(), loading.of())
                                : translate("progress.rows", loading.file(), loading.rows()));
        where.getElement().setAttribute("role", "status");
        var pace = new Paragraph(pace(loading));
        pace.addClassName("quiet");
        var cancel = new Button(translate("cancel"), clicked -> {
            desk.cancel();
            clicked.getSource().setEnabled(false);
            where.setText(translate("progress.cancelling"));
        });
        add(
                new H3(translate("progress.loading", loading.name())),
                where,
                pace,
                bar(loading.rows(), loading.of()),
                cancel);
    }

    private static String pace(LoadDesk.Loading loading) {
        if (loading.rate() == 0) {
            return "";
        }
        var left = loading.left();
        if (left.isEmpty()) {
            return translate("progress.rate", loading.rate());
        }
        return left.getAsLong() < 90
                ? translate("progress.rate-seconds", loading.rate(), left.getAsLong())
                : translate("progress.rate-minutes", loading.rate(), Math.round(left.getAsLong() / 60.0));
    }

    private static ProgressBar bar(long done, long of) {
        var bar = new ProgressBar();
        bar.setIndeterminate(of <= 0);
        if (of > 0) {
            bar.setValue(Math.min(1.0, (double) done / of));
        }
        return bar;
    }

    private void ended(String title, String why) {
        addClassName("panel");
        add(new H3(title));
        if (!why.isEmpty()) {
            var alert = new Paragraph(why);
            alert.addClassName("wrong");
            alert.getElement().setAttribute("role", "alert");
            add(alert);
        }
        close();
    }

    private void close() {
        add(new Button(translate("progress.close"), clicked -> desk.clear()));
    }
}
