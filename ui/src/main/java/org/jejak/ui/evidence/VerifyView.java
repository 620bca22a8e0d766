package org.jejak.ui.evidence;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.file.Path;
import java.util.Optional;
import org.jejak.pack.verify.NotAPack;
import org.jejak.pack.verify.Verdict;
import org.jejak.ui.kit.FileDrop;
import org.jejak.ui.kit.LongWork;
import org.jejak.ui.kit.PassingFiles;

/** Whether a pack is whole, and whether its signer is known here: two answers. */
@Route(EvidenceNavigation.VERIFY)
@PermitAll
class VerifyView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int MOST_BYTES = 1 << 30;

    private final transient EvidenceReads reads;
    private final transient PassingFiles files;
    private final FileDrop drop;
    private final Div result = new Div();

    VerifyView(EvidenceReads reads, PassingFiles files) {
        this.reads = reads;
        this.files = files;
        addClassNames("view", "evidence");
        drop = new FileDrop(
                files, translate("verify.choose"), translate("verify.drop"), MOST_BYTES, this::received, ".zip");
        add(
                new EvidenceTabs(EvidenceNavigation.VERIFY),
                new H2(translate("verify.title")),
                new Paragraph(translate("verify.what")),
                drop,
                result);
    }

    private void received(Path pack) {
        result.removeAll();
        String name = String.valueOf(pack.getFileName());
        var work = new LongWork(translate("verify.checking", name), translate("cancel"));
        result.add(work);
        work.<Optional<Verdict>>run(
                UI.getCurrent(),
                () -> {
                    try {
                        return Optional.of(reads.verify(pack));
                    } catch (NotAPack none) {
                        return Optional.empty();
                    } finally {
                        files.forget(pack);
                    }
                },
                verdict -> verdict.ifPresentOrElse(
                        found -> result.add(new VerdictPanel(name, found)),
                        () -> drop.say(translate("verify.not-a-pack", name))));
    }

    @Override
    public String getPageTitle() {
        return translate("verify.title") + " · Jejak";
    }
}
