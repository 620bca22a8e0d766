package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.LoadBusy;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.Refusal;
import org.jejak.ingest.RefusedBundle;
import org.jejak.ingest.RefusedBundle.RefusedRow;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.bundle.NewBundle;
import org.jejak.ingest.format.Format;
import org.jejak.network.Viewer;
import org.jejak.ui.kit.EmptyState;
import org.jejak.ui.kit.FileDrop;
import org.jejak.ui.kit.Notices;
import org.jejak.ui.kit.PassingFiles;
import org.jspecify.annotations.Nullable;

/** Bring records in, see what became of them, take a load back. */
@Route(RecordsNavigation.LOADS)
@RolesAllowed({"INVESTIGATOR", "PROSECUTOR", "INTEGRITY", "VICTIM_CARE", "SUPERVISOR"})
@Menu(order = 4, icon = "vaadin:records", title = "loads.title")
class RecordsView extends Div implements BeforeEnterObserver, HasDynamicTitle, HandedPanel.Decision {

    private static final long serialVersionUID = 1L;

    /** Larger deliveries are loaded on the command line, from where they lie. */
    private static final int MOST_BYTES = 1 << 30;

    private final transient RecordReads reads;
    private final transient LoadDesk desk;
    private final transient PassingFiles files;
    private final transient MadeIds ids;
    private final Div bringing = new Div();
    private final Div going = new Div();
    private final Div chosen = new Div();
    private final LoadsGrid loads;
    private final Div list = new Div();
    private @Nullable FileDrop drop;
    private @Nullable Registration listening;

    RecordsView(RecordReads reads, LoadDesk desk, PassingFiles files, MadeIds ids) {
        this.ids = ids;
        this.reads = reads;
        this.desk = desk;
        this.files = files;
        addClassNames("view", "records");
        loads = new LoadsGrid(reads, this::undo, reads.mayLoad());
        add(new SectionTabs(RecordsNavigation.LOADS), bringing, going, chosen, new H2(translate("loads.list")), list);
        if (reads.mayLoad()) {
            offer();
        }
    }

    private void offer() {
        drop = new FileDrop(
                files,
                translate("loads.choose"),
                translate("loads.drop"),
                MOST_BYTES,
                this::received,
                ".zip",
                ".csv",
                ".tsv",
                ".txt",
                ".graphml",
                ".gexf",
                ".xml",
                ".json",
                ".jsonl",
                ".ijson",
                ".ndjson");
        var empty = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    event.setFileName("new-bundle.zip");
                    event.setContentType("application/zip");
                    Path folder = files.newFolder().resolve("new-bundle");
                    try {
                        NewBundle.write(folder, Instant.now());
                        new RefusedBundle(folder).writeZip(event.getOutputStream());
                    } finally {
                        files.forget(folder);
                    }
                    return null;
                }),
                AttachmentType.DOWNLOAD,
                translate("loads.empty-bundle"));
        bringing.add(new H2(translate("loads.bring")), new Paragraph(translate("loads.what")), drop, empty);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        chosen.removeAll();
        entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(RecordsNavigation.LOAD)
                .flatMap(reads::load)
                .flatMap(load -> load.report())
                .ifPresent(report -> chosen.add(new ReportPanel(report, Optional.empty(), false, Optional.empty())));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        listening = desk.onChange(() -> ui.access(this::show));
        show();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (listening != null) {
            listening.remove();
            listening = null;
        }
    }

    private void received(Path file) {
        try {
            var handed = Handed.of(file);
            var panel = handed.format().isEmpty()
                    ? new MappingPanel(handed, reads.cases(), ids, this)
                    : new HandedPanel(
                            handed,
                            handed.format().filter(Format.BUNDLE::equals).isPresent()
                                    ? Optional.of(handed.header())
                                    : Optional.empty(),
                            reads.cases(),
                            delivery -> handed.open(delivery, ids),
                            this);
            going.removeAll();
            going.add(panel);
        } catch (UnreadableDelivery unreadable) {
            discard(file, String.valueOf(unreadable.getMessage()));
        } catch (IOException failed) {
            files.forget(file);
            throw new UncheckedIOException(failed);
        }
    }

    private void discard(Path file, String why) {
        files.forget(file);
        if (drop != null) {
            drop.say(why);
        }
    }

    @Override
    public void load(Handed handed, Delivery delivery, HandedPanel.Opening opening, boolean trial) {
        if (desk.isBusy()) {
            discard(handed.file(), translate("loads.busy"));
        } else {
            desk.load(reads.viewer(), handed.file(), () -> opening.open(delivery), trial);
        }
    }

    private void correct(RefusedBundle bundle, RefusedRow row) {
        new CorrectionDialog(row, cells -> {
                    try {
                        var again = desk.correct(reads.viewer(), bundle, row, cells, ids);
                        if (again.isEmpty()) {
                            Notices.done(translate("correct.done"));
                        }
                        return again;
                    } catch (LoadBusy busy) {
                        return Optional.of(new Refusal(row.file(), 0, "", "", String.valueOf(busy.getMessage())));
                    }
                })
                .open();
    }

    private void undo(Viewer viewer, String load) {
        if (desk.isBusy()) {
            Notices.failure(translate("loads.busy-undo"));
        } else {
            desk.undo(viewer, load);
        }
    }

    @Override
    public void discard(Handed handed) {
        files.forget(handed.file());
        going.removeAll();
    }

    private void show() {
        bringing.setVisible(!desk.isBusy());
        if (!(desk.state() instanceof LoadDesk.Idle)) {
            going.removeAll();
            going.add(new ProgressPanel(desk, this::correct));
        } else if (going.getChildren().anyMatch(ProgressPanel.class::isInstance)) {
            going.removeAll();
        }
        if (desk.state() instanceof LoadDesk.Loading && list.getComponentCount() > 0) {
            return;
        }
        list.removeAll();
        if (loads.refresh()) {
            list.add(loads);
        } else if (reads.mayLoad()) {
            list.add(new EmptyState(translate("loads.none"), translate("loads.none-advice")));
        } else {
            list.add(new EmptyState(translate("loads.none"), translate("loads.none-others")));
        }
    }

    @Override
    public String getPageTitle() {
        return translate("loads.title") + " · Jejak";
    }
}
