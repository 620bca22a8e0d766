package org.jejak.ui.evidence;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.jejak.pack.Exported;

/** A pack that was made: to take away, with the number to write down and all that is not in it. */
final class MadePack extends Div {

    private static final long serialVersionUID = 1L;

    MadePack(Exported pack) {
        getElement().setAttribute("role", "status");
        String file = "exhibit-" + pack.exhibit().replaceAll("[^A-Za-z0-9._-]", "_") + ".zip";
        add(new H3(translate("made.title", pack.exhibit())));
        add(new Paragraph(translate("made.holds", pack.entities(), pack.links())));
        byte[] bytes = pack.bytes();
        add(new Anchor(
                DownloadHandler.fromInputStream(event ->
                        new DownloadResponse(new ByteArrayInputStream(bytes), file, "application/zip", bytes.length)),
                AttachmentType.DOWNLOAD,
                translate("made.take", file, Math.max(1, bytes.length >> 10))));
        add(new Paragraph(translate("made.write-down")), number(pack.manifestSha256()));
        add(new Paragraph(translate("made.signed-by")), number(pack.fingerprint()));
        list(
                translate("made.left-out"),
                pack.leftOut().stream()
                        .map(one -> one.record().value() + ": " + one.why())
                        .toList());
        if (pack.withheld().isEmpty()) {
            add(new Paragraph(translate("made.nothing-withheld")));
        }
        list(
                translate("made.withheld"),
                pack.withheld().stream()
                        .map(one -> one.what() + ": " + one.why())
                        .toList());
    }

    private static Paragraph number(String hexadecimal) {
        var number = new Paragraph(new Code(hexadecimal));
        number.addClassName("digest");
        return number;
    }

    private void list(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            var list = new UnorderedList();
            lines.forEach(line -> list.add(new ListItem(line)));
            add(new H3(title), list);
        }
    }
}
