package org.jejak.ui.integrity;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.access.Case;
import org.jejak.access.Cases;
import org.jejak.access.Viewers;
import org.jejak.integrity.IntegrityRun;
import org.jejak.integrity.OfficialResult;
import org.jejak.integrity.Officials;
import org.jejak.integrity.OfficialsReport;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Names;
import org.jejak.ui.kit.AddressChooser;
import org.jejak.ui.kit.EmptyState;
import org.jejak.ui.kit.LongWork;
import org.jejak.ui.leftout.LeftOut;
import org.jejak.ui.leftout.LeftOutNote;
import org.jejak.ui.rows.RowsBehind;

/** Which officials need looking at, why, on which records, and what speaks against it. */
@Route("integrity")
@RolesAllowed("INTEGRITY")
@Menu(order = 3, icon = "vaadin:scale", title = "integrity.title")
class IntegrityView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Viewers viewers;
    private final transient Officials officials;
    private final transient Names names;
    private final transient RowsBehind rows;
    private final transient List<String> cases;
    private final AddressChooser chosen;
    private final LeftOutNote leftOut;
    private final Div result = new Div();

    IntegrityView(Viewers viewers, Cases cases, Officials officials, Names names, RowsBehind rows) {
        this.viewers = viewers;
        this.officials = officials;
        this.names = names;
        this.rows = rows;
        this.cases = cases.visibleTo(viewers.current()).stream().map(Case::ref).toList();
        this.chosen = new AddressChooser(translate("brokers.case"), "integrity", IntegrityNavigation.CASE, this.cases);
        this.leftOut = new LeftOutNote("integrity", sources -> names.of(viewers.current(), sources));
        addClassName("view");
        result.addClassName("result");
        if (this.cases.isEmpty()) {
            add(new EmptyState(translate("home.no-case"), translate("home.no-case-advice")));
            return;
        }
        var note = new Paragraph(translate("integrity.note"));
        note.addClassName("note");
        add(chosen, leftOut, note, result);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (!cases.isEmpty()) {
            boolean others = leftOut.entered(entering);
            if (chosen.entered(entering).isPresent() || others) {
                ask(entering.getUI(), chosen.getValue(), leftOut.shown());
            }
        }
    }

    private void ask(UI ui, String caseRef, LeftOut without) {
        result.removeAll();
        var viewer = without.of(viewers.current());
        var work = new LongWork(translate("integrity.working"), translate("cancel"));
        work.orElse(() -> result.add(new EmptyState(
                translate("brokers.stopped"),
                translate("integrity.stopped-advice"),
                new Button(translate("integrity.ask"), again -> ask(ui, caseRef, without)))));
        result.add(work);
        var control = work.control();
        work.run(
                ui,
                () -> officials.run(viewer, Set.of(caseRef), IntegrityRun.usual(), control),
                report -> show(viewer, caseRef, without, report));
    }

    private void show(Viewer viewer, String caseRef, LeftOut without, OfficialsReport report) {
        result.removeAll();
        var set = report.networkSet();
        var on = new UnorderedList(
                new ListItem(translate("brokers.for", viewer.user(), caseRef)),
                new ListItem(translate(
                        "integrity.network-set",
                        set.persons(),
                        set.vehicles(),
                        set.phones(),
                        set.accounts(),
                        set.organizations(),
                        set.places())),
                new ListItem(translate(
                        "integrity.counts",
                        report.tested(),
                        report.flagged(),
                        report.leads(),
                        report.notEnoughData().size())),
                new ListItem(translate("integrity.parameters", words(report.parameters()))));
        on.addClassName("caption");
        result.add(new H3(translate("brokers.computed-on")), on);
        if (report.parameters().get(OfficialsReport.KEPT_APART) instanceof Integer apart) {
            var note = new Paragraph(translate("integrity.kept-apart", apart));
            note.addClassName("note");
            result.add(note);
        }
        if (!report.protectedOfficials().isEmpty()) {
            var note = new Paragraph(
                    translate("integrity.protected", report.protectedOfficials().size()));
            note.addClassName("note");
            result.add(note);
        }
        var named = named(viewer, report);
        var leads =
                report.officials().stream().filter(OfficialResult::isFlagged).toList();
        result.add(new H3(translate("integrity.leads", report.leads())));
        if (leads.isEmpty()) {
            result.add(new Paragraph(translate("integrity.no-leads")));
        }
        leads.forEach(lead -> result.add(new OfficialCard(lead, named, rows, without)));
        var others = report.officials().stream().filter(o -> !o.isFlagged()).toList();
        result.add(new H3(translate("integrity.others", others.size())));
        others.forEach(other -> result.add(new OfficialCard(other, named, rows, without)));
        result.add(
                new H3(translate("integrity.not-enough", report.notEnoughData().size())),
                new Paragraph(translate("integrity.not-enough-note")));
        var unknown = new UnorderedList();
        report.notEnoughData().forEach(o -> unknown.add(new ListItem(named.getOrDefault(o, o))));
        result.add(unknown);
    }

    /** {@code weeksInBlock=6} as "weeks in block 6". */
    private static String words(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .map(p -> p.getKey().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)
                        + " "
                        + (p.getValue() instanceof List<?> list
                                ? list.stream().map(Object::toString).collect(Collectors.joining(" + "))
                                : p.getValue()))
                .collect(Collectors.joining(", "))
                .replace('_', ' ');
    }

    private Map<String, String> named(Viewer viewer, OfficialsReport report) {
        var named = new HashMap<String, String>();
        report.officials().forEach(o -> named.put(o.id(), o.name()));
        var rest = report.notEnoughData().stream().map(Key::new).toList();
        names.of(viewer, rest).forEach((key, shownAs) -> named.put(key.value(), shownAs.name()));
        return named;
    }

    @Override
    public String getPageTitle() {
        return translate("integrity.title") + " · Jejak";
    }
}
