package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.stream.Collectors;
import org.jejak.analysis.paths.ActorPath;
import org.jejak.analysis.paths.PathStep;
import org.jejak.investigation.PathsAnswer;
import org.jejak.network.ActorId;

/** The ways between two people, step by step, each step with the records it stands on. */
final class PathList extends Div {

    private static final long serialVersionUID = 1L;

    PathList(Rows behind, PathsAnswer answer, Runnable done) {
        add(new H4(translate("paths.title", answer.paths().size())));
        var caption = new Paragraph(answer.network().question().caption());
        caption.addClassName("caption");
        add(caption);
        for (ActorPath path : answer.paths()) {
            var steps = new OrderedList();
            path.steps().forEach(step -> steps.add(line(behind, answer, step)));
            add(new Paragraph(translate("paths.steps", path.steps().size())), steps);
        }
        add(new Button(translate("paths.clear"), clicked -> done.run()));
    }

    private static ListItem line(Rows behind, PathsAnswer answer, PathStep step) {
        String kinds = step.kinds().stream()
                .map(kind -> kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String words = name(answer, step.from()) + " – " + name(answer, step.to());
        var records = new Button(
                translate("paths.records", kinds, step.records().size()),
                clicked -> behind.open(words, step.records()));
        records.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return new ListItem(new Div(words), records);
    }

    private static String name(PathsAnswer answer, ActorId actor) {
        var shown = answer.names().get(actor.key());
        return shown == null ? actor.key().value() : shown.name();
    }
}
