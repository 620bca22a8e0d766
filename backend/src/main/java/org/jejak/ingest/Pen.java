package org.jejak.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.neo4j.driver.Driver;

/**
 * Writes batches behind the back of whoever prepares the next: while the store commits one, which is half of its work, the
 * next one's nodes and relationships are made. Two at a time and no more, since commits to the same things wait for each
 * other; the store takes their locks in one order, and what it breaks off all the same is written again.
 */
final class Pen implements AutoCloseable {

    private static final int AT_A_TIME = 2;

    private final Driver driver;
    private final BatchWriter writer;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_A_TIME, Thread.ofPlatform().name("jejak-load-", 0).factory());
    private final Deque<Writing> writing = new ArrayDeque<>();

    private record Writing(BatchWriter.Prepared batch, Future<?> end) {}

    Pen(Driver driver, BatchWriter writer) {
        this.driver = driver;
        this.writer = writer;
    }

    /** Begins to write, as soon as there is room; how many rows were committed meanwhile. */
    long write(BatchWriter.Prepared batch) {
        long written = 0;
        while (writing.size() >= AT_A_TIME) {
            written += awaitFirst();
        }
        writing.add(new Writing(batch, threads.submit(() -> {
            try (var session = driver.session()) {
                session.executeWriteWithoutResult(tx -> writer.write(tx, batch));
            }
        })));
        return written;
    }

    /** Waits until all that is being written is committed; how many rows that were. */
    long await() {
        long written = 0;
        while (!writing.isEmpty()) {
            written += awaitFirst();
        }
        return written;
    }

    private long awaitFirst() {
        Writing first = writing.remove();
        try {
            first.end().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the load was interrupted", stopped);
        }
        writer.written(first.batch());
        return first.batch().decided().size();
    }

    /** Waits for what is still being written. */
    @Override
    public void close() {
        threads.close();
    }
}
