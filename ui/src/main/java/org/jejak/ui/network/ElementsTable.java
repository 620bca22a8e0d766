package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import com.vaadin.flow.data.provider.hierarchy.TreeDataProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;

/** The same things and lines as the canvas, as a table that a keyboard and a screen reader can use. */
final class ElementsTable extends TreeGrid<ElementsTable.Element> {

    private static final long serialVersionUID = 1L;

    /**
     * A thing, or beneath it one of its lines.
     *
     * @param rows behind a line; none for a thing
     */
    record Element(String id, Key thing, String name, String kind, int ties, List<Key> rows) {}

    ElementsTable(Rows behind, Consumer<Set<Key>> chosen, Inspector.Actions actions) {
        setSizeFull();
        addThemeVariants(GridVariant.LUMO_COMPACT);
        setSelectionMode(Grid.SelectionMode.SINGLE);
        addHierarchyColumn(Element::name)
                .setHeader(translate("table.name"))
                .setComparator(Comparator.comparing(Element::name))
                .setWidth("14rem")
                .setFlexGrow(3);
        addColumn(Element::kind)
                .setHeader(translate("table.kind"))
                .setSortable(true)
                .setWidth("9rem");
        addColumn(Element::ties)
                .setHeader(translate("table.ties"))
                .setSortable(true)
                .setWidth("6rem")
                .setFlexGrow(0);
        addComponentColumn(element -> element.rows().isEmpty()
                        ? small(translate("table.expand"), () -> actions.expand(element.thing(), entities()))
                        : small(
                                translate("table.records", element.rows().size()),
                                () -> behind.open(element.name(), element.rows())))
                .setHeader(translate("table.do"))
                .setAutoWidth(true);
        addSelectionListener(event -> {
            if (event.isFromClient()) {
                event.getFirstSelectedItem().ifPresent(element -> chosen.accept(Set.of(element.thing())));
            }
        });
    }

    static Set<EntityKind> entities() {
        var kinds = java.util.EnumSet.allOf(EntityKind.class);
        kinds.removeIf(kind -> !kind.isEntity());
        return kinds;
    }

    private static Button small(String words, Runnable action) {
        var button = new Button(words, clicked -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    void show(Picture picture) {
        var data = new TreeData<Element>();
        var degrees = picture.degrees();
        var things = new HashMap<Key, Element>();
        var order = new ArrayList<Element>();
        picture.shown().values().forEach(thing -> {
            int ties = degrees.getOrDefault(thing.key(), 0);
            var element =
                    new Element(thing.key().value(), thing.key(), thing.name(), picture.words(thing), ties, List.of());
            things.put(thing.key(), element);
            order.add(element);
        });
        order.sort(Comparator.comparingInt(Element::ties).reversed().thenComparing(Element::name));
        data.addRootItems(order);
        picture.lines().values().forEach(line -> {
            line(data, things, line, line.from(), line.to());
            line(data, things, line, line.to(), line.from());
        });
        setDataProvider(new TreeDataProvider<>(data));
    }

    private static void line(TreeData<Element> data, Map<Key, Element> things, Picture.Line line, Key near, Key far) {
        var parent = things.get(near);
        var other = things.get(far);
        if (parent != null && other != null) {
            String time = line.time().isKnown() ? " · " + line.time() : "";
            data.addItem(
                    parent,
                    new Element(
                            near + " " + line.id(),
                            far,
                            other.name(),
                            line.words() + time,
                            line.rows().size(),
                            line.rows()));
        }
    }
}
