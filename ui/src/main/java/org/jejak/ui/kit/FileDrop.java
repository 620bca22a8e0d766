package org.jejak.ui.kit;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where a file is dropped or chosen. One at a time, and never more than it says, whatever the browser claims. */
public class FileDrop extends Div {

    private static final long serialVersionUID = 1L;

    private final transient PassingFiles files;
    private final transient Consumer<Path> received;
    private final int mostBytes;
    private final Paragraph wrong = new Paragraph();

    /**
     * @param what what the button says
     * @param mostBytes how large a file may be
     * @param received gets each file, in the page's own turn, and removes it when it is done with it
     */
    public FileDrop(
            PassingFiles files, String what, String drop, int mostBytes, Consumer<Path> received, String... endings) {
        this.files = files;
        this.received = received;
        this.mostBytes = mostBytes;
        addClassName("file-drop");
        var upload = new Upload(new Taking());
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(mostBytes);
        upload.setAcceptedFileExtensions(endings);
        upload.setUploadButton(new Button(what));
        upload.setDropLabel(new Span(drop));
        upload.addFileRejectedListener(rejected -> say(translate("drop.rejected", rejected.getErrorMessage())));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        wrong.addClassName("wrong");
        wrong.getElement().setAttribute("role", "alert");
        wrong.setVisible(false);
        add(upload, wrong);
    }

    /** Shows what is wrong with the file, until the next comes. */
    public void say(String words) {
        wrong.setText(words);
        wrong.setVisible(!words.isEmpty());
    }

    /** Takes a file as if it had been dropped. */
    public void take(String name, InputStream in) throws IOException {
        Path file = files.receive(name, in, mostBytes);
        say("");
        received.accept(file);
    }

    private final class Taking implements UploadHandler {

        private static final long serialVersionUID = 1L;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try {
                Path file = files.receive(event.getFileName(), event.getInputStream(), mostBytes);
                event.getUI().access(() -> {
                    say("");
                    received.accept(file);
                });
            } catch (PassingFiles.TooLarge tooLarge) {
                event.reject();
                event.getUI().access(() -> say(translate("drop.too-large", mostBytes >> 20)));
            }
        }

        @Override
        public long getFileSizeMax() {
            return mostBytes;
        }

        @Override
        public long getFileCountMax() {
            return 1;
        }
    }
}
