package org.jejak.ingest;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/** Writes one batch at a time, a transaction each, in a thread of its own. */
final class Pen implements AutoCloseable {

    private final Driver driver;
    private final BatchWriter writer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("jejak-load").factory());
    private @Nullable Future<?> writing;
    private BatchWriter.@Nullable Prepared prepared;

    Pen(Driver driver, BatchWriter writer) {
        this.driver = driver;
        this.writer = writer;
    }

    /** Begins to write; the one before must have been waited for. */
    void write(BatchWriter.Prepared batch) {
        prepared = batch;
        writing = thread.submit(() -> {
            try (var session = driver.session()) {
                session.executeWriteWithoutResult(tx -> writer.write(tx, batch));
            }
        });
    }

    /** Waits until what is being written is committed; how many rows that were, 0 if nothing was. */
    long await() {
        var before = writing;
        var batch = prepared;
        if (before == null || batch == null) {
            return 0;
        }
        writing = null;
        prepared = null;
        try {
            before.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the load was interrupted", stopped);
        }
        writer.written(batch);
        return batch.decided().size();
    }

    /** Waits for what is still being written. */
    @Override
    public void close() {
        thread.close();
    }
}
