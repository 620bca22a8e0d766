package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.Locale;
import org.jejak.safeguard.SourceFiles.SourceFile;
import org.jejak.safeguard.SourceFiles.State;
import org.jejak.ui.kit.LongWork;
import org.jejak.ui.kit.PassingFiles;
import org.jejak.ui.records.RecordReads.SourceLine;

/** The file a source was typed from: whether it is still the one the source speaks of, and the file itself. */
final class AttachedFile extends Div {

    private static final long serialVersionUID = 1L;

    AttachedFile(RecordReads reads, SourceLine line) {
        addClassName("attached");
        var viewer = reads.viewer();
        var work = new LongWork(translate("file.checking"), translate("cancel"));
        add(work);
        work.run(UI.getCurrent(), () -> reads.file(viewer, line.key()), file -> show(reads, line, file));
    }

    private void show(RecordReads reads, SourceLine line, SourceFile file) {
        String state = file.state().name().toLowerCase(Locale.ROOT);
        var words = new Paragraph(translate("file." + state, file.name(), file.bytes(), file.sha256()));
        words.addClassName(file.state() == State.DIFFERENT ? "wrong" : "note");
        words.getElement().setAttribute("role", file.state() == State.DIFFERENT ? "alert" : "status");
        add(words);
        if (file.state() == State.SAME || file.state() == State.UNCHECKED) {
            var viewer = reads.viewer();
            add(new Anchor(
                    DownloadHandler.fromInputStream(event -> {
                        event.setFileName(PassingFiles.harmless(file.name()));
                        event.setContentType("application/octet-stream");
                        reads.writeFile(viewer, line.key(), event.getOutputStream());
                        return null;
                    }),
                    AttachmentType.DOWNLOAD,
                    translate("file.take")));
        }
    }
}
