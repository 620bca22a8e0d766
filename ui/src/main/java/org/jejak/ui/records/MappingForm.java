package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.mapping.Mapping;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
import org.jejak.network.RecordFile;

/** One line for each column of a file of the contract: from which columns of the table it comes, and how it is read. */
final class MappingForm extends Div {

    private static final long serialVersionUID = 1L;

    private final transient RecordFile file;
    private final List<Line> lines = new ArrayList<>();

    /** @param changed called whenever something is chosen */
    MappingForm(RecordFile file, List<String> columns, Runnable changed) {
        this.file = file;
        addClassName("mapping");
        for (Column column : file.columns()) {
            var line = new Line(column, columns, changed);
            lines.add(line);
            add(line);
        }
    }

    /** What was chosen so far. */
    Mapping.Block block() {
        var cells = new LinkedHashMap<String, Mapping.Cell>();
        lines.forEach(line -> line.cell().ifPresent(cell -> cells.put(line.column.name(), cell)));
        return new Mapping.Block(file, cells, Map.of(), Mapping.Where.NOWHERE);
    }

    /** A column of the contract. */
    private static final class Line extends Div {

        private static final long serialVersionUID = 1L;

        private final transient Column column;
        private final MultiSelectComboBox<String> from = new MultiSelectComboBox<>();
        private final TextField pattern = new TextField(translate("mapping.time"));
        private final TextField split = new TextField(translate("mapping.split"));
        private final Checkbox comma = new Checkbox(translate("mapping.comma"));
        private final ComboBox<String> always = new ComboBox<>(translate("mapping.always"));
        private final ComboBox<RecordFile> makes = new ComboBox<>(translate("mapping.makes"));

        Line(Column column, List<String> columns, Runnable changed) {
            this.column = column;
            addClassName("mapping-line");
            String name = column.name().replace('_', ' ');
            boolean filled = column.name().equals("id") || column.name().equals("source");
            from.setLabel(name);
            from.setItems(columns);
            from.setWidthFull();
            from.setRequiredIndicatorVisible(column.required() && !filled);
            from.setPlaceholder(filled ? translate("mapping.by-itself") : "");
            columns.stream()
                    .filter(c -> plain(c).equals(plain(column.name())))
                    .findFirst()
                    .ifPresent(c -> from.setValue(Set.of(c)));
            from.addValueChangeListener(chosen -> changed.run());
            add(from, how(changed));
        }

        private static String plain(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
        }

        private Component how(Runnable changed) {
            pattern.setValueChangeMode(ValueChangeMode.LAZY);
            pattern.setPlaceholder("dd/MM/yyyy HH:mm");
            pattern.addValueChangeListener(typed -> changed.run());
            split.setValueChangeMode(ValueChangeMode.LAZY);
            split.setPlaceholder("|");
            split.addValueChangeListener(typed -> changed.run());
            comma.addValueChangeListener(clicked -> changed.run());
            always.addValueChangeListener(chosen -> changed.run());
            makes.addValueChangeListener(chosen -> changed.run());
            return switch (column.type()) {
                case ColumnType.Time t -> pattern;
                case ColumnType.From f -> pattern;
                case ColumnType.To t -> pattern;
                case ColumnType.PersonalDate d -> pattern;
                case ColumnType.Decimal d -> comma;
                case ColumnType.Closed closed
                when !closed.many() -> {
                    always.setItems(closed.values());
                    always.setItemLabelGenerator(word -> word.replace('_', ' '));
                    always.setClearButtonVisible(true);
                    yield always;
                }
                case ColumnType.Reference reference -> reference(reference);
                default -> column.type().isList() ? split : new Span();
            };
        }

        private Component reference(ColumnType.Reference reference) {
            makes.setItems(reference.kinds().stream()
                    .sorted()
                    .map(RecordFile::describing)
                    .filter(f -> Mapping.knownBy(f).isPresent())
                    .toList());
            makes.setItemLabelGenerator(f -> translate("mapping.makes-" + kind(f)));
            makes.setClearButtonVisible(true);
            makes.setPlaceholder(translate("mapping.is-id"));
            return makes;
        }

        private static String kind(RecordFile file) {
            return file.describes().map(EntityKind::name).orElse("").toLowerCase(Locale.ROOT);
        }

        Optional<Mapping.Cell> cell() {
            List<String> chosen = List.copyOf(from.getValue());
            if (chosen.isEmpty()) {
                return Optional.ofNullable(always.getValue())
                        .map(word -> cell(new Mapping.Text(word), new Mapping.AsItIs()));
            }
            Mapping.Reading reading = !pattern.isEmpty()
                    ? new Mapping.Times(List.of(pattern.getValue().strip()))
                    : comma.getValue() ? new Mapping.Number(',') : new Mapping.AsItIs();
            return Optional.of(cell(new Mapping.Columns(chosen, " "), reading));
        }

        private Mapping.Cell cell(Mapping.From where, Mapping.Reading reading) {
            Mapping.Target target = makes.getValue() == null
                    ? new Mapping.Here()
                    : new Mapping.Makes(makes.getValue(), Optional.empty());
            Optional<String> separator = split.isEmpty() ? Optional.empty() : Optional.of(split.getValue());
            return new Mapping.Cell(where, separator, reading, target, Mapping.Where.NOWHERE);
        }
    }
}
