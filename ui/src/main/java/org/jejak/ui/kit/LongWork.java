package org.jejak.ui.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.VaadinSession;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Work that may take longer than a second: shows how far it is, can be cancelled, and hands its result to the page.
 * Whatever the page knows about its user must be given to the work, which runs in a thread of its own.
 */
public class LongWork extends Div {

    private static final long serialVersionUID = 1L;

    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    public LongWork(String what, String cancel) {
        addClassName("long-work");
        bar.setIndeterminate(true);
        words.setText(what);
        add(words, bar, new Button(cancel, clicked -> {
            cancelled.set(true);
            removeFromParent();
        }));
    }

    /** Whether the reader gave up; the work asks now and then. */
    public boolean isCancelled() {
        return cancelled.get();
    }

    /** From any thread: how much is done, 0 to 1, or less than 0 where nobody knows. */
    public void progress(double share, String what) {
        getUI().ifPresent(ui -> ui.access(() -> {
            bar.setIndeterminate(share < 0);
            if (share >= 0) {
                bar.setValue(Math.min(1, share));
            }
            words.setText(what);
        }));
    }

    /** Runs the work; its result or failure comes back to the page, unless the reader gave up. */
    public <T> void run(UI ui, Callable<T> work, Consumer<T> result) {
        VaadinSession session = ui.getSession();
        Thread.ofVirtual().name("long-work").start(() -> {
            try {
                T done = work.call();
                ui.access(() -> {
                    removeFromParent();
                    if (!isCancelled()) {
                        result.accept(done);
                    }
                });
            } catch (Exception failed) {
                ui.access(() -> {
                    removeFromParent();
                    if (!isCancelled()) {
                        session.getErrorHandler().error(new com.vaadin.flow.server.ErrorEvent(failed));
                    }
                });
            }
        });
    }
}
