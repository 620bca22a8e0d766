package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.mapping.Conventions;
import org.jejak.ingest.mapping.MappedSource;
import org.jejak.ingest.mapping.Mapping;
import org.jejak.ingest.mapping.MappingReader;
import org.jejak.ingest.mapping.MappingWriter;
import org.jejak.ingest.translation.Table;
import org.jejak.network.RecordFile;

/**
 * A table in nobody's format: the reader says which column is what, sees the first rows as they would be loaded, and
 * takes the mapping away for the next time. The mapping itself can be edited too; the form writes only its common half.
 */
final class MappingPanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final int PREVIEWED = 12;

    /** So many are shown without a scroll bar of their own. */
    private static final int FEW = 6;

    private static final String NAME = "mapping.yaml";
    private static final Delivery ANY = Delivery.of("PREVIEW", "PREVIEW");
    private static final List<String> ENCODINGS = List.of(
            "UTF-8",
            "windows-1252",
            "windows-874",
            "UTF-16",
            "windows-1250",
            "windows-1251",
            "windows-1256",
            "GB18030",
            "Big5",
            "Shift_JIS",
            "EUC-KR");

    private final transient Handed handed;
    private final transient MadeIds ids;
    private final ComboBox<RecordFile> kind = new ComboBox<>(translate("mapping.kind"));
    private final ComboBox<String> encoding = new ComboBox<>(translate("mapping.encoding"));
    private final Div form = new Div();
    private final TextArea yaml = new TextArea(translate("mapping.yaml"));
    private final Div preview = new Div();
    private final Button load = new Button(translate("loads.load"));
    private transient Optional<MappingForm> lines = Optional.empty();

    /**
     * @param handed a file that is a table at least
     * @throws UnreadableDelivery if it is not even that
     */
    MappingPanel(Handed handed, List<String> cases, MadeIds ids, HandedPanel.Decision decision) throws IOException {
        this.handed = handed;
        this.ids = ids;
        addClassName("panel");
        var columns = columns(Optional.empty());
        var fields = new CaseFields(cases);
        kind.setItems(Arrays.stream(RecordFile.values())
                .filter(f -> f != RecordFile.SOURCES && f != RecordFile.WITHDRAWALS)
                .toList());
        kind.setItemLabelGenerator(f -> f.fileName().replace('_', ' '));
        kind.setHelperText(translate("mapping.kind-help"));
        kind.addValueChangeListener(chosen -> choose());
        encoding.setItems(ENCODINGS);
        encoding.setValue("UTF-8");
        encoding.addValueChangeListener(chosen -> choose());
        var what = new Div(kind, encoding);
        what.addClassName("fields");
        yaml.setWidthFull();
        yaml.setMaxHeight("22rem");
        yaml.setHelperText(translate("mapping.yaml-help"));
        yaml.setValueChangeMode(ValueChangeMode.LAZY);
        yaml.addValueChangeListener(typed -> show());
        yaml.setVisible(false);
        var take = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(yaml.getValue().getBytes(StandardCharsets.UTF_8)),
                        NAME,
                        "application/yaml",
                        -1)),
                AttachmentType.DOWNLOAD,
                translate("mapping.take"));
        load.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        load.setEnabled(false);
        load.addClickListener(clicked -> fields.delivery().ifPresent(delivery -> {
            var mapping = MappingReader.of(NAME, yaml.getValue());
            decision.load(handed, delivery, d -> handed.open(d, mapping, ids), false);
        }));
        var discard = new Button(translate("loads.discard"), clicked -> decision.discard(handed));
        var buttons = new Div(load, discard, take);
        buttons.addClassName("buttons");
        add(
                new H3(translate("mapping.title", handed.name())),
                new Paragraph(translate("mapping.what", String.join(", ", columns))),
                what,
                form,
                yaml,
                preview,
                fields,
                buttons);
    }

    private List<String> columns(Optional<Charset> charset) throws IOException {
        var writing = charset.map(Table.Writing::in).orElse(Table.Writing.PLAIN);
        try (var table = new Table(DeliveredFile.of(handed.file()), writing, name -> name)) {
            if (table.columns().isEmpty()) {
                throw new UnreadableDelivery(translate("loads.not-recognised", handed.name()));
            }
            return table.columns();
        }
    }

    /** Empty where the text says it itself, or is UTF-8. */
    private Optional<Charset> charset() {
        return Optional.ofNullable(encoding.getValue())
                .filter(name -> !name.equals("UTF-8"))
                .map(Charset::forName);
    }

    /** Offers the columns of the chosen file, in the chosen encoding. */
    private void choose() {
        form.removeAll();
        lines = Optional.empty();
        if (kind.getValue() == null) {
            return;
        }
        try {
            var made = new MappingForm(kind.getValue(), columns(charset()), this::write);
            lines = Optional.of(made);
            form.add(made);
            write();
        } catch (UnreadableDelivery | IOException unreadable) {
            wrong(String.valueOf(unreadable.getMessage()));
        }
    }

    private void write() {
        lines.ifPresent(made -> {
            var block = made.block();
            var mapping = new Mapping(
                    NAME,
                    charset().map(Table.Writing::in).orElse(Table.Writing.PLAIN),
                    Conventions.PLAIN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Set.of(),
                    List.of(block));
            yaml.setVisible(true);
            yaml.setValue(block.cells().isEmpty() ? "" : MappingWriter.yaml(mapping));
        });
    }

    private void show() {
        preview.removeAll();
        load.setEnabled(false);
        if (yaml.isEmpty()) {
            return;
        }
        try {
            var mapping = MappingReader.of(NAME, yaml.getValue());
            var rows = MappedSource.preview(handed.file(), mapping, ANY, ids, PREVIEWED);
            long wrong = rows.stream().filter(r -> r.refusal().isPresent()).count();
            preview.add(
                    new H4(translate("mapping.preview")),
                    new Paragraph(
                            wrong == 0
                                    ? translate("mapping.preview-right", rows.size())
                                    : translate("mapping.preview-wrong", rows.size(), wrong)),
                    grid(rows));
            load.setEnabled(true);
        } catch (UnreadableDelivery | IOException unreadable) {
            wrong(String.valueOf(unreadable.getMessage()));
        }
    }

    private void wrong(String words) {
        preview.removeAll();
        var alert = new Pre(words);
        alert.addClassName("wrong");
        alert.getElement().setAttribute("role", "alert");
        preview.add(alert);
    }

    private static Grid<MappedSource.PreviewRow> grid(List<MappedSource.PreviewRow> rows) {
        var grid = new Grid<MappedSource.PreviewRow>();
        grid.addColumn(MappedSource.PreviewRow::file)
                .setHeader(translate("report.file"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(MappedSource.PreviewRow::line)
                .setHeader(translate("report.line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> row.cells().entrySet().stream()
                        .map(cell -> cell.getKey().replace('_', ' ') + ": " + cell.getValue())
                        .collect(Collectors.joining(" · ")))
                .setHeader(translate("rows.says"))
                .setWidth("24rem");
        grid.addColumn(row -> row.refusal()
                        .map(r -> r.column() + " " + r.value() + ": " + r.reason())
                        .orElse(""))
                .setHeader(translate("report.reason"))
                .setWidth("16rem");
        grid.setItems(rows);
        grid.setAllRowsVisible(rows.size() <= FEW);
        grid.setMaxHeight("24rem");
        grid.getElement().setAttribute("aria-label", translate("mapping.preview"));
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        return grid;
    }
}
