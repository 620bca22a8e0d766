package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.stream.Collectors;
import org.jejak.network.VisibleRecord;
import org.jejak.ui.records.RecordReads.SourceLine;

/** A source, the file it was typed from, and the rows that rest on it. */
final class RestingRows extends Div {

    private static final long serialVersionUID = 1L;

    RestingRows(RecordReads reads, SourceLine line) {
        String title = translate("rows.resting-on", line.title());
        add(new H2(title));
        String files = line.rows().entrySet().stream()
                .map(e -> translate("rows.file", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
        add(new Paragraph(files));
        if (!line.source().cell("text").isEmpty()) {
            var text = new Paragraph(line.source().cell("text"));
            text.addClassName("note");
            add(text);
        }
        if (!line.source().cell("file").isEmpty()) {
            add(new AttachedFile(reads, line));
        }
        add(new RowPages(
                reads,
                title,
                line.count(),
                (skip, limit) -> reads.restingOn(line.key(), skip, limit),
                row -> grade(row, line)));
    }

    private static String grade(VisibleRecord row, SourceLine line) {
        return row.statements().stream()
                .filter(said -> said.source().equals(line.key()))
                .map(said -> said.grade().toString())
                .findFirst()
                .orElse("");
    }
}
