package org.jejak.ui.records;

import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jejak.ingest.LoadBusy;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.LoadReport;
import org.jejak.ingest.Loads;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.Refusal;
import org.jejak.ingest.RefusedBundle;
import org.jejak.ingest.RefusedBundle.RefusedRow;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.format.Format;
import org.jejak.ingest.format.Format.Told;
import org.jejak.network.NotAllowed;
import org.jejak.network.Viewer;
import org.jejak.ui.kit.PassingFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one load or undo that a user has under way, and how it ended. It goes on while they look at other pages, and is
 * found again when they come back.
 */
@Component
@VaadinSessionScope
class LoadDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LoadDesk.class);
    private static final long SAY_EVERY_NANOS = 300_000_000;

    private final Loads loads;
    private final PassingFiles files;
    private final Optional<Path> keepIn;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile State state = new Idle();
    private volatile boolean cancelled;
    private volatile long lastSaid;
    private volatile @Nullable Path refusedFolder;

    /** Where things stand. */
    sealed interface State permits Idle, Loading, Undoing, Loaded, Undone, Cancelled, Failed {}

    record Idle() implements State {}

    /**
     * @param file that is being read; empty at first
     * @param of rows of the whole delivery; negative where nobody knows
     * @param seconds since it began
     */
    record Loading(String name, String file, long rows, long of, double seconds) implements State {

        /** Rows a second so far. */
        long rate() {
            return seconds <= 0 ? 0 : Math.round(rows / seconds);
        }

        /** Seconds left if it goes on so; empty where nobody knows. */
        OptionalLong left() {
            return of <= 0 || rows <= 0 || seconds < 1
                    ? OptionalLong.empty()
                    : OptionalLong.of(Math.round((of - rows) * seconds / rows));
        }
    }

    record Undoing(String load) implements State {}

    /**
     * @param trial whether it was taken back at once, because only a report was wanted
     * @param keptIn where the refused rows stay when the page is left; empty where they go with it
     */
    record Loaded(LoadReport report, Optional<RefusedBundle> refused, boolean trial, Optional<String> keptIn)
            implements State {}

    record Undone(String load) implements State {}

    record Cancelled(String name) implements State {}

    /**
     * @param said what is wrong, in words for a person; empty where only the log says it
     * @param number under which the log says it
     */
    record Failed(String what, Optional<String> said, String number) implements State {}

    /** Opens what was handed over. */
    interface Opening {
        RowSource open() throws IOException;
    }

    private interface Work {
        State done() throws IOException;
    }

    LoadDesk(Loads loads, PassingFiles files, @Value("${jejak.refused:}") String keepIn) {
        this.loads = loads;
        this.files = files;
        this.keepIn = Optional.of(keepIn).filter(folder -> !folder.isBlank()).map(Path::of);
    }

    State state() {
        return state;
    }

    boolean isBusy() {
        return state instanceof Loading || state instanceof Undoing;
    }

    /** Has {@code listener} called from any thread when the state changes. */
    Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Starts to load {@code file}, which is removed in the end. */
    void load(Viewer viewer, Path file, Opening opening, boolean trial) {
        String name = String.valueOf(file.getFileName());
        long begun = System.nanoTime();
        start(new Loading(name, "", 0, -1, 0), name, () -> {
            var options = whereRefusedGo(trial)
                    .reportingTo((part, rows, of) ->
                            at(new Loading(name, part, rows, of, (System.nanoTime() - begun) / 1e9)))
                    .cancelledWhen(() -> cancelled);
            try (RowSource source = opening.open()) {
                var report = loads.load(viewer, source, trial ? options.asDryRun() : options);
                var rows = report.refusedRows();
                return new Loaded(
                        report,
                        rows.map(Path::of).map(RefusedBundle::new),
                        trial,
                        refusedFolder == null ? rows : Optional.empty());
            } catch (CancellationException taken) {
                return new Cancelled(name);
            } finally {
                files.forget(file);
            }
        });
    }

    /** To the place the server was started with, where they stay; else to one that goes with the page. */
    private LoadOptions whereRefusedGo(boolean trial) throws IOException {
        if (keepIn.isPresent() && !trial) {
            return LoadOptions.defaults().refusedIn(keepIn.get());
        }
        Path folder = files.newFolder().resolve("refused");
        refusedFolder = folder;
        return LoadOptions.defaults().refusedTo(folder);
    }

    /**
     * Loads one refused row, corrected; it is a load of its own. A row that is in, or waits, leaves the refused ones.
     *
     * @return why it is refused again; empty if it is not
     * @throws LoadBusy if another load is running
     */
    Optional<Refusal> correct(
            Viewer viewer, RefusedBundle bundle, RefusedRow row, Map<String, String> cells, MadeIds ids) {
        if (isBusy()) {
            throw new LoadBusy("a load of yours is still under way; wait until it is done");
        }
        Path folder = null;
        try {
            folder = files.newFolder();
            bundle.writeCorrected(row, cells, folder.resolve("corrected"));
            try (var source = Format.BUNDLE.open(folder.resolve("corrected"), Told.NOTHING, ids)) {
                var options = LoadOptions.defaults().refusedTo(folder.resolve("refused"));
                var again = loads.load(viewer, source, options).refusedRows().map(Path::of);
                if (again.isPresent()) {
                    if (!row.made().isEmpty()) {
                        bundle.keep(row, cells);
                    }
                    return new RefusedBundle(again.get())
                            .rows(1).stream().map(RefusedRow::refusal).findFirst();
                }
            }
            bundle.drop(row);
            at(state);
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            if (folder != null) {
                files.forget(folder.resolve("corrected"));
            }
        }
    }

    /** Starts to take a load back. */
    void undo(Viewer viewer, String load) {
        start(new Undoing(load), load, () -> {
            loads.undo(viewer, load);
            return new Undone(load);
        });
    }

    /** What was loaded so far will be taken back. */
    void cancel() {
        cancelled = true;
    }

    /** Done with looking at how it ended; the refused rows go. */
    void clear() {
        if (!isBusy()) {
            forgetRefused();
            at(new Idle());
        }
    }

    private synchronized void start(State first, String what, Work work) {
        if (isBusy()) {
            throw new LoadBusy("a load of yours is still under way; wait until it is done");
        }
        forgetRefused();
        cancelled = false;
        at(first);
        Thread.ofVirtual().name("load-desk").start(() -> at(end(what, work)));
    }

    private static State end(String what, Work work) {
        try {
            return work.done();
        } catch (UnreadableDelivery | NotAllowed | LoadBusy told) {
            return new Failed(what, Optional.ofNullable(told.getMessage()), "");
        } catch (IOException | RuntimeException failed) {
            String number = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("Mishap {}", number, failed);
            return new Failed(what, Optional.empty(), number);
        }
    }

    private void at(State now) {
        boolean step = state instanceof Loading && now instanceof Loading;
        state = now;
        long nanos = System.nanoTime();
        if (!step || nanos - lastSaid > SAY_EVERY_NANOS) {
            lastSaid = nanos;
            listeners.forEach(Runnable::run);
        }
    }

    private void forgetRefused() {
        Path folder = refusedFolder;
        if (folder != null) {
            files.forget(folder);
            refusedFolder = null;
        }
    }

    @PreDestroy
    void end() {
        forgetRefused();
    }
}
