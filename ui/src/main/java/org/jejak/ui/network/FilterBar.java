package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jejak.network.EntityKind;
import org.jejak.safeguard.Names;
import org.jejak.ui.kit.Chip;
import org.jejak.ui.kit.DayField;

/** What is shown by kind and time; each condition stands as a chip that can be taken away. */
final class FilterBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<Sheet> change;
    private final CheckboxGroup<EntityKind> kinds = new CheckboxGroup<>(translate("filter.kinds"));
    private final DayField from = new DayField(translate("filter.from"));
    private final DayField until = new DayField(translate("filter.until"));
    private final DayField known = new DayField(translate("filter.known"));
    private final Checkbox people = new Checkbox(translate("filter.people"));
    private final MultiSelectComboBox<Names.Shown> sources = new MultiSelectComboBox<>(translate("filter.sources"));
    private final transient NetworkReads reads;
    private final Div chips = new Div();
    private transient List<Names.Shown> offered = List.of();
    private transient Sheet sheet = Sheet.BLANK;

    FilterBar(NetworkReads reads, Consumer<Sheet> change) {
        this.reads = reads;
        this.change = change;
        addClassName("chips");
        chips.addClassName("chips");
        kinds.setItems(ElementsTable.entities());
        kinds.setItemLabelGenerator(Words::kind);
        kinds.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                var hidden = EnumSet.copyOf(ElementsTable.entities());
                hidden.removeAll(event.getValue());
                this.change.accept(sheet.hiding(hidden));
            }
        });
        for (DayField picker : Set.of(from, until)) {
            picker.setClearButtonVisible(true);
            picker.addValueChangeListener(event -> {
                if (event.isFromClient() && !picker.isInvalid()) {
                    this.change.accept(sheet.between(day(from), day(until)));
                }
            });
        }
        known.setClearButtonVisible(true);
        known.setHelperText(translate("filter.known.help"));
        known.setMax(LocalDate.now(ZoneOffset.UTC));
        known.addValueChangeListener(event -> {
            if (event.isFromClient() && !known.isInvalid()) {
                this.change.accept(sheet.asKnown(day(known)));
            }
        });
        people.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                this.change.accept(sheet.tyingPeople(event.getValue()));
            }
        });
        sources.setItemLabelGenerator(Names.Shown::name);
        sources.setHelperText(translate("filter.sources.help"));
        sources.setWidthFull();
        sources.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                this.change.accept(sheet.leavingOut(
                        event.getValue().stream().map(Names.Shown::key).collect(Collectors.toSet())));
            }
        });
        var open = new Button(translate("filter.title"), VaadinIcon.FILTER.create());
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        kinds.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        var days = new Div(from, until);
        days.addClassName("filter-days");
        var conditions = new Div(kinds, days, people, known, sources);
        conditions.addClassName("filter-conditions");
        var popover = new Popover(conditions);
        popover.setTarget(open);
        popover.setAriaLabel(translate("filter.title"));
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setWidth("22rem");
        popover.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                offer(reads.sources(reads.viewer()));
            }
        });
        add(open, popover, chips);
        show(Sheet.BLANK, Picture.BLANK);
    }

    /** Those of them that are left out are chosen. */
    private void offer(Collection<Names.Shown> some) {
        offered = List.copyOf(some);
        sources.setItems(offered);
        sources.setValue(offered.stream()
                .filter(source -> sheet.leftOut().contains(source.key()))
                .collect(Collectors.toSet()));
    }

    private static Optional<String> day(DayField picker) {
        return Optional.ofNullable(picker.getValue()).map(LocalDate::toString);
    }

    void show(Sheet now, Picture picture) {
        sheet = now;
        var visible = EnumSet.copyOf(ElementsTable.entities());
        visible.removeAll(now.hidden());
        kinds.setValue(visible);
        from.setValue(now.from().map(LocalDate::parse).orElse(null));
        until.setValue(now.until().map(LocalDate::parse).orElse(null));
        people.setValue(now.peopleTies());
        var all = new LinkedHashSet<>(offered);
        all.addAll(picture.leftOut().values());
        offer(all);
        known.setValue(now.known().map(LocalDate::parse).orElse(null));
        chips.removeAll();
        now.hidden().stream().sorted().forEach(kind -> {
            var shown = EnumSet.noneOf(EntityKind.class);
            shown.addAll(now.hidden());
            shown.remove(kind);
            chip(translate("filter.without", Words.kind(kind)), now.hiding(shown));
        });
        now.from()
                .ifPresent(day -> chip(translate("filter.from-day", day), now.between(Optional.empty(), now.until())));
        now.until()
                .ifPresent(day -> chip(translate("filter.until-day", day), now.between(now.from(), Optional.empty())));
        now.known().ifPresent(day -> chip(translate("filter.known-day", day), now.asKnown(Optional.empty())));
        now.leftOut().stream().sorted().forEach(source -> {
            var rest = new TreeSet<>(now.leftOut());
            rest.remove(source);
            var called = picture.leftOut().get(source);
            String name = called == null ? translate("left-out.unknown", source) : called.name();
            chip(translate("left-out.without", name), now.leavingOut(rest));
        });
        if (!now.peopleTies()) {
            chip(translate("filter.rows-only"), now.tyingPeople(true));
        }
        if (picture.setAside() > 0) {
            chips.setTitle(translate("network.set-aside", picture.setAside(), picture.undated()));
        }
    }

    private void chip(String words, Sheet without) {
        chips.add(new Chip(words, translate("filter.remove", words), () -> change.accept(without)));
    }
}
