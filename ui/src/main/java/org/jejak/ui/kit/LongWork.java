package org.jejak.ui.kit;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jejak.analysis.RunControl;

/**
 * Work that may take longer than a second: shows how far it is, can be cancelled, and hands its result to the page.
 * Whatever the page knows about its user must be given to the work, which runs in a thread of its own. Who leaves the page
 * gives it up.
 */
public class LongWork extends Div {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private transient Runnable afterGivingUp = () -> {};
    private transient volatile UI ui = UI.getCurrent();

    public LongWork(String what, String cancel) {
        this.what = what;
        addClassName("long-work");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", what);
        words.setText(what);
        words.getElement().setAttribute("role", "status");
        add(words, bar, new Button(cancel, clicked -> {
            giveUp();
            afterGivingUp.run();
        }));
    }

    /** What the page shows once the reader has given up; without it there is simply nothing. */
    public LongWork orElse(Runnable afterwards) {
        afterGivingUp = afterwards;
        return this;
    }

    /** As if the reader had given up. */
    public void giveUp() {
        cancelled.set(true);
        removeFromParent();
    }

    /** Whether the reader gave up; the work asks now and then. */
    public boolean isCancelled() {
        return cancelled.get();
    }

    /** For a run of a measure, that it may be followed and given up. */
    public RunControl control() {
        var shown = new AtomicInteger(-1);
        return new RunControl(
                this::isCancelled,
                (step, share) -> {
                    int percent = (int) (100 * share);
                    if (shown.getAndSet(percent) != percent) {
                        progress(share, what);
                    }
                },
                RunControl.PLAIN.threads());
    }

    /** From any thread: how much is done, 0 to 1, or less than 0 where nobody knows. */
    public void progress(double share, String now) {
        show(() -> {
            bar.setIndeterminate(share < 0);
            if (share >= 0) {
                bar.setValue(Math.min(1, share));
            }
            if (!now.equals(words.getText())) {
                words.setText(now);
            }
        });
    }

    /** Runs the work; its result or failure comes back to the page, unless the reader gave up. */
    public <T> void run(UI page, Callable<T> work, Consumer<T> result) {
        ui = page;
        VaadinSession session = page.getSession();
        Thread.ofVirtual().name("long-work").start(() -> {
            try {
                T done = work.call();
                end(() -> result.accept(done));
            } catch (Exception failed) {
                end(() -> session.getErrorHandler().error(new ErrorEvent(failed)));
            }
        });
    }

    private void end(Command shown) {
        show(() -> {
            if (!isCancelled()) {
                removeFromParent();
                cancelled.set(false);
                shown.execute();
            }
        });
    }

    /** In the page's own turn, unless nobody looks at it any more. */
    private void show(Command shown) {
        try {
            if (ui != null) {
                ui.access(shown);
            }
        } catch (UIDetachedException gone) {
            cancelled.set(true);
        }
    }

    /** Work that nobody waits for takes the processors from those who do. */
    @Override
    protected void onDetach(DetachEvent detached) {
        cancelled.set(true);
    }
}
