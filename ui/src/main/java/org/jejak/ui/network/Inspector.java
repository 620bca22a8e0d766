package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.safeguard.Dossiers;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Surroundings;
import org.jejak.ui.rows.RowsBehind;
import org.jejak.ui.rows.ValueList;

/** Everything known of what is chosen: each value with its sources and grade, and how much there is around it. */
final class Inspector extends Div {

    private static final long serialVersionUID = 1L;

    /** What the inspector can set off in its view. */
    interface Actions {
        void expand(Key thing, Set<EntityKind> kinds);

        void remove(Set<Key> things);

        void paths(Key from, Key to);

        void take(Set<Key> things);
    }

    private final transient NetworkReads reads;
    private final transient RowsBehind rowsBehind;
    private final transient Actions actions;

    Inspector(NetworkReads reads, RowsBehind rowsBehind, Actions actions) {
        this.reads = reads;
        this.rowsBehind = rowsBehind;
        this.actions = actions;
        clear();
    }

    void clear() {
        removeAll();
        var advice = new Paragraph(translate("inspector.nothing"));
        advice.addClassName("quiet");
        add(advice);
    }

    void show(Set<Key> chosen) {
        if (chosen.isEmpty()) {
            clear();
        } else if (chosen.size() == 1) {
            show(chosen.iterator().next());
        } else {
            several(chosen);
        }
    }

    private void several(Set<Key> chosen) {
        removeAll();
        add(new H3(translate("inspector.several", chosen.size())));
        var names = reads.names(chosen);
        names.values().forEach(thing -> add(new Paragraph(thing.name())));
        var row = actionRow();
        var people = names.values().stream()
                .filter(thing -> thing.kind() == EntityKind.PERSON)
                .map(Names.Shown::key)
                .toList();
        if (chosen.size() == 2 && people.size() == 2) {
            row.add(new Button(
                    translate("inspector.paths"), clicked -> actions.paths(people.getFirst(), people.getLast())));
        }
        row.add(new Button(translate("inspector.remove"), clicked -> actions.remove(chosen)));
        row.add(new Button(translate("inspector.take"), clicked -> actions.take(chosen)));
        add(row);
    }

    private void show(Key thing) {
        removeAll();
        var dossier = reads.dossier(thing);
        if (dossier.isEmpty()) {
            add(new Paragraph(translate("inspector.not-there")));
            return;
        }
        var shown = dossier.get().thing();
        var name = new H3(shown.name());
        var kind = new Paragraph(Words.kind(shown.kind())
                + (shown.subKind().isEmpty() ? "" : " · " + Words.plain(shown.subKind())) + " · " + thing);
        kind.addClassName("quiet");
        add(name, kind);
        if (shown.guarded()) {
            name.addClassName("protected");
            var note = new Paragraph(translate("inspector.protected"));
            note.addClassName("note");
            add(note);
        }
        var row = actionRow();
        row.add(new Button(translate("inspector.remove"), clicked -> actions.remove(Set.of(thing))));
        row.add(new Button(translate("inspector.take"), clicked -> actions.take(Set.of(thing))));
        add(row, around(thing), values(dossier.get()), rows(thing, dossier.get()));
    }

    private static FlexLayout actionRow() {
        var row = new FlexLayout();
        row.addClassName("chips");
        return row;
    }

    /** Exact counts by kind before anything is drawn. */
    private Component around(Key thing) {
        var section = new Div(new H4(translate("around.title")));
        var byKind = new TreeMap<EntityKind, Long>();
        for (Surroundings.Count count : reads.around(thing)) {
            if (count.kind().isEntity()) {
                byKind.merge(count.kind(), count.things(), Math::max);
            }
        }
        if (byKind.isEmpty()) {
            section.add(new Paragraph(translate("around.nothing")));
            return section;
        }
        var row = actionRow();
        byKind.forEach((kind, things) -> {
            var button = new Button(
                    translate("around.kind", Words.kind(kind), things), clicked -> actions.expand(thing, Set.of(kind)));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            row.add(button);
        });
        if (byKind.size() > 1) {
            var all =
                    new Button(translate("around.all"), clicked -> actions.expand(thing, Set.copyOf(byKind.keySet())));
            all.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
            row.add(all);
        }
        section.add(row);
        return section;
    }

    private Component values(Dossiers.Dossier dossier) {
        var sources = new HashSet<Key>();
        dossier.values()
                .values()
                .forEach(all ->
                        all.forEach(said -> said.statements().forEach(statement -> sources.add(statement.source()))));
        var names = reads.names(sources);
        var list = new ValueList();
        dossier.values()
                .forEach((property, all) -> all.forEach(said -> {
                    var value = new Span(said.value().replace("|", ", "));
                    if (said.contradicts()) {
                        value.addClassName("denied");
                        value.setTitle(translate("value.denied"));
                    }
                    var span = new Span(said.span());
                    span.addClassName("quiet");
                    list.add(Words.plain(property), value, ValueList.grade(said.best()), span, behind(said, names));
                }));
        return new Div(new H4(translate("inspector.known")), list);
    }

    /** One click from a value to the record behind it. */
    private Button behind(Dossiers.Said said, Map<Key, Names.Shown> names) {
        var sources = said.statements().stream()
                .map(statement -> names.containsKey(statement.source())
                        ? names.get(statement.source()).name()
                        : statement.source().value())
                .distinct()
                .sorted()
                .toList();
        String words = sources.size() == 1 ? sources.getFirst() : translate("value.sources", sources.size());
        var button = new Button(words, clicked -> rowsBehind.open(translate("records.behind"), List.of(said.row())));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        button.setTooltipText(String.join("\n", sources));
        return button;
    }

    private Component rows(Key thing, Dossiers.Dossier dossier) {
        var row = actionRow();
        dossier.rows().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> {
                    var button = new Button(
                            translate("rows.file", Words.plain(entry.getKey()), entry.getValue()),
                            clicked -> rowsBehind.show(
                                    dossier.thing().name() + " · " + Words.plain(entry.getKey()),
                                    reads.rowsNaming(thing, entry.getKey())));
                    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
                    row.add(button);
                });
        return new Div(new H4(translate("rows.title")), row);
    }
}
