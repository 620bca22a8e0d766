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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.safeguard.Dossiers;
import org.jejak.safeguard.Names;
import org.jejak.ui.kit.Notices;
import org.jejak.ui.rows.References;
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
    private final transient Supplier<Standpoint> from;
    private final transient RowsBehind rowsBehind;
    private final transient Rows behind;
    private final transient Actions actions;
    private transient Optional<Key> pathStart = Optional.empty();

    Inspector(NetworkReads reads, Supplier<Standpoint> from, RowsBehind rowsBehind, Rows behind, Actions actions) {
        this.reads = reads;
        this.from = from;
        this.behind = behind;
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
        var names = named(chosen);
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
        var dossier = from.get().dossier(thing);
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
        if (shown.kind() == EntityKind.PERSON) {
            row.add(paths(thing));
        }
        add(row, around(thing), values(dossier.get()), rows(thing, dossier.get()));
    }

    /** Paths need two people; where the canvas cannot be used, they are chosen one after the other. */
    private Button paths(Key thing) {
        var other = pathStart
                .filter(start -> !start.equals(thing))
                .flatMap(start -> Optional.ofNullable(named(Set.of(start)).get(start)));
        if (other.isPresent()) {
            return new Button(translate("inspector.paths-from", other.get().name()), clicked -> {
                pathStart = Optional.empty();
                actions.paths(other.get().key(), thing);
                show(thing);
            });
        }
        return new Button(translate("inspector.path-start"), clicked -> {
            pathStart = Optional.of(thing);
            Notices.done(translate("inspector.path-start-set"));
        });
    }

    private Map<Key, Names.Shown> named(Set<Key> things) {
        return from.get().names(reads.viewer(), things);
    }

    private static FlexLayout actionRow() {
        var row = new FlexLayout();
        row.addClassName("chips");
        return row;
    }

    /** Exact counts by kind before anything is drawn. */
    private Component around(Key thing) {
        var section = new Div(new H4(translate("around.title")));
        var byKind = from.get().around(thing);
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
        var mentioned = new HashSet<Key>();
        dossier.values()
                .values()
                .forEach(all -> all.forEach(said -> {
                    said.statements().forEach(statement -> mentioned.add(statement.source()));
                    mentioned.addAll(References.keys(said.value()));
                }));
        var names = named(mentioned);
        var list = new ValueList();
        inOrder(dossier)
                .forEach((property, all) -> all.forEach(said -> {
                    var value = new Span(References.readable(said.value(), names));
                    var span = new Span(said.span());
                    span.addClassName("quiet");
                    if (said.contradicts()) {
                        value.addClassName("denied");
                        span.setText((translate("value.denied") + " " + said.span()).strip());
                    }
                    list.add(Words.plain(property), value, ValueList.grade(said.best()), span, behind(said, names));
                }));
        return new Div(new H4(translate("inspector.known")), list);
    }

    /** What somebody is called and what they are held to be first, then as the contract has it, then the rest. */
    private static Map<String, List<Dossiers.Said>> inOrder(Dossiers.Dossier dossier) {
        var ordered = new LinkedHashMap<String, List<Dossiers.Said>>();
        var first = new ArrayList<>(List.of("name", "aliases", "role"));
        Arrays.stream(RecordFile.values())
                .filter(file ->
                        file.describes().filter(dossier.thing().kind()::equals).isPresent())
                .forEach(file -> file.columns().forEach(column -> first.add(column.name())));
        first.addAll(dossier.values().keySet());
        first.forEach(property -> Optional.ofNullable(dossier.values().get(property))
                .ifPresent(said -> ordered.putIfAbsent(property, said)));
        return ordered;
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
        var button = new Button(words, clicked -> behind.open(translate("records.behind"), List.of(said.row())));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
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
                                    from.get().rowsNaming(thing, entry.getKey()),
                                    from.get().leftOut()));
                    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
                    row.add(button);
                });
        return new Div(new H4(translate("rows.title")), row);
    }
}
