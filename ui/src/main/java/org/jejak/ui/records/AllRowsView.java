package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jejak.network.RecordFile;
import org.jejak.network.VisibleRecord;
import org.jejak.ui.kit.EmptyState;
import org.jejak.ui.kit.LongWork;

/** Every row there is, by its kind: what the contract knows, and what was kept without being known. */
@Route(RecordsNavigation.ALL)
@RolesAllowed({"INVESTIGATOR", "PROSECUTOR", "INTEGRITY", "VICTIM_CARE", "SUPERVISOR"})
class AllRowsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient RecordReads reads;
    private final Div kinds = new Div();
    private final Div rows = new Div();

    AllRowsView(RecordReads reads) {
        this.reads = reads;
        addClassNames("view", "records");
        add(new SectionTabs(RecordsNavigation.ALL), kinds, rows);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        String wanted = entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(RecordsNavigation.FILE)
                .orElse("");
        kinds.removeAll();
        rows.removeAll();
        var viewer = reads.viewer();
        var work = new LongWork(translate("all.counting"), translate("cancel"));
        kinds.add(work);
        work.run(UI.getCurrent(), () -> reads.count(viewer), counts -> show(counts, wanted));
    }

    private void show(SortedMap<String, Long> counts, String wanted) {
        if (counts.isEmpty()) {
            kinds.add(new EmptyState(translate("all.none"), translate("loads.none-advice")));
            return;
        }
        add(kinds, translate("all.known"), counts, wanted, true);
        add(kinds, translate("all.kept"), counts, wanted, false);
        Long count = counts.get(wanted);
        if (count != null) {
            String title = wanted.replace('_', ' ');
            rows.add(
                    new H2(title),
                    new RowPages(
                            reads,
                            title,
                            count,
                            (skip, limit) -> reads.ofFile(wanted, skip, limit),
                            AllRowsView::best));
        }
    }

    private static void add(Div to, String title, Map<String, Long> counts, String wanted, boolean known) {
        List<String> files = counts.keySet().stream()
                .filter(file -> RecordFile.named(file).isPresent() == known)
                .sorted(Comparator.comparingInt(
                        file -> RecordFile.named(file).map(Enum::ordinal).orElse(0)))
                .toList();
        if (files.isEmpty()) {
            return;
        }
        var chips = new Div();
        chips.addClassName("chips");
        for (String file : files) {
            var button = new Button(
                    translate("rows.file", file.replace('_', ' '), counts.getOrDefault(file, 0L)),
                    clicked -> RecordsNavigation.file(UI.getCurrent(), file));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            if (file.equals(wanted)) {
                button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                button.getElement().setAttribute("aria-current", "true");
            }
            chips.add(button);
        }
        to.add(new Paragraph(title), chips);
    }

    private static String best(VisibleRecord row) {
        return row.statements().stream()
                .map(said -> said.grade().toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Override
    public String getPageTitle() {
        return translate("all.tab") + " · Jejak";
    }
}
