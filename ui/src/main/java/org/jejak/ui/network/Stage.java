package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jejak.analysis.RunControl;
import org.jejak.ui.canvas.GraphCanvas;
import org.jejak.ui.kit.LongWork;
import org.jejak.ui.kit.Tabs;

/** Where the drawing and its table stand. What takes a while is shown over them, one thing at a time. */
final class Stage extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Runnable stopped;
    private LongWork under = new LongWork("", "");

    /** @param stopped called when the reader gave up what was under way */
    Stage(GraphCanvas canvas, ElementsTable table, Runnable stopped) {
        this.stopped = stopped;
        addClassName("stage");
        canvas.setSizeFull();
        var tabs = new Tabs();
        tabs.setSizeFull();
        tabs.add(translate("network.drawing"), canvas);
        tabs.add(translate("network.table"), table);
        add(tabs);
    }

    /** What may take a while, in a thread of its own; whatever was under way before is given up. */
    <T> void later(String words, Function<RunControl, T> work, Consumer<T> done) {
        under.giveUp();
        under = new LongWork(words, translate("cancel")).orElse(stopped);
        add(under);
        var control = under.control();
        under.run(UI.getCurrent(), () -> work.apply(control), done);
    }
}
