package org.jejak.ui.home;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.access.Case;
import org.jejak.access.Cases;
import org.jejak.access.User;
import org.jejak.access.Users;
import org.jejak.access.Viewers;
import org.jejak.ingest.LoadSummary;
import org.jejak.ingest.Loads;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.safeguard.ReadingDoor;
import org.jejak.ui.analysis.BrokersNavigation;
import org.jejak.ui.kit.EmptyState;
import org.jejak.ui.kit.LongWork;
import org.jejak.ui.kit.Moment;
import org.jejak.ui.network.NetworkNavigation;

/** Where one arrives: what is there for me, and where to go on. */
@Route("")
@PermitAll
@Menu(order = 0, icon = "vaadin:home-o", title = "home.title")
class HomeView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int LATEST = 5;

    HomeView(Viewers viewers, Users users, Cases cases, ReadingDoor door, Loads loads) {
        addClassName("view");
        var viewer = viewers.current();
        if (viewer.has(Role.SUPERVISOR)) {
            unmatched(users.unmatched(viewer));
        }
        var mine = cases.visibleTo(viewer);
        if (mine.isEmpty() && viewer.roles().equals(Set.of(Role.ADMINISTRATOR))) {
            add(new EmptyState(translate("home.administrator"), translate("home.administrator-advice")));
            return;
        }
        if (mine.isEmpty()) {
            add(new EmptyState(translate("home.no-case"), translate("home.no-case-advice")));
            return;
        }
        add(search(), new H2(translate("home.cases")));
        mine.forEach(open -> add(card(open)));
        add(records(viewer, door), latest(viewer, loads));
    }

    /** A supervisor is told whose role waits, for nobody else would miss them. */
    private void unmatched(List<User> waiting) {
        if (!waiting.isEmpty()) {
            var note = new Paragraph(
                    translate("home.unmatched", waiting.stream().map(User::name).collect(Collectors.joining(", "))));
            note.addClassName("note");
            add(note);
        }
    }

    private static Div search() {
        var box = new TextField(translate("find.label"));
        box.setPlaceholder(translate("find.example"));
        box.setValueChangeMode(ValueChangeMode.EAGER);
        var find = new Button(translate("home.find"), VaadinIcon.SEARCH.create(), clicked -> {
            if (!box.getValue().isBlank()) {
                NetworkNavigation.find(UI.getCurrent(), box.getValue().strip());
            }
        });
        // only who asks for it leaves the page, not who typed and then clicked somewhere else
        find.addClickShortcut(Key.ENTER).listenOn(box);
        var row = new Div(box, find);
        row.addClassName("search");
        return row;
    }

    private static Div card(Case open) {
        var ref = new Span(open.ref());
        ref.addClassName("strong");
        var title = new Paragraph(ref);
        open.title().ifPresent(words -> title.add(new Text(" · " + words)));
        var network = new Button(
                translate("home.network"), clicked -> NetworkNavigation.showCase(UI.getCurrent(), open.ref()));
        var brokers =
                new Button(translate("home.brokers"), clicked -> BrokersNavigation.show(UI.getCurrent(), open.ref()));
        var row = new Div(network, brokers);
        row.addClassName("chips");
        var card = new Div(title, row);
        card.addClassName("card");
        return card;
    }

    /** Counting over millions takes seconds, in which everything else of the page is there already. */
    private static Div records(Viewer viewer, ReadingDoor door) {
        var section = new Div();
        var work = new LongWork(translate("home.counting"), translate("cancel"));
        section.add(work);
        work.run(UI.getCurrent(), () -> door.count(viewer), counts -> section.add(counted(counts)));
        return section;
    }

    private static Div counted(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        var list = new UnorderedList();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> list.add(
                        new ListItem(translate("rows.file", entry.getKey().replace('_', ' '), entry.getValue()))));
        list.addClassName("columns");
        return new Div(new H2(translate("home.records", all)), list);
    }

    private static Div latest(Viewer viewer, Loads loads) {
        var section = new Div(new H2(translate("home.loads")));
        var latest = loads.all(viewer).reversed().stream().limit(LATEST).toList();
        if (latest.isEmpty()) {
            section.add(new Paragraph(translate("home.no-loads")));
        }
        latest.forEach(load -> section.add(new Paragraph(words(load))));
        return section;
    }

    private static String words(LoadSummary load) {
        long refused = load.report().stream()
                .flatMap(report -> report.files().stream())
                .mapToLong(file -> file.refused())
                .sum();
        long held = load.report().stream()
                .flatMap(report -> report.files().stream())
                .mapToLong(file -> file.held())
                .sum();
        return translate(
                "home.load", load.caseRef(), load.user(), Moment.words(load.recorded()), load.state(), held, refused);
    }

    @Override
    public String getPageTitle() {
        return translate("home.title") + " · Jejak";
    }
}
