package org.jejak.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jejak.identity.OwnerOnly;
import org.jejak.network.Viewer;
import org.slf4j.LoggerFactory;

/**
 * Appends to {@code audit/log.jsonl} of the home. An entry is on the disk before {@link #record} returns; entries that
 * arrive together share one flush. Several processes may write: each appends under a file lock behind whatever the others
 * wrote. A line torn by a crash was never answered, so the next process takes it off and says so in the log.
 */
public final class AuditLog implements AutoCloseable {

    private static final ConcurrentHashMap<Path, ReentrantLock> WRITERS = new ConcurrentHashMap<>();
    private static final int MOST_TOGETHER = 256;

    /** So long a head may be known to the log alone. */
    private static final long KEPT_WITHIN_MILLISECONDS = 100;

    private static final class Pending {
        private final Entry entry;
        private boolean written;

        Pending(Entry entry) {
            this.entry = entry;
        }
    }

    private final Path logFile;
    private final Path lockFile;
    private final Clock clock;
    private final HeadKeeper heads;
    private final ReentrantLock writer;
    private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
    private final AtomicReference<Head> toKeep = new AtomicReference<>(Head.NONE);
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-head").factory());
    private Head head = Head.NONE;
    private long end = -1;

    private AuditLog(Path logFile, Path lockFile, Clock clock, HeadKeeper heads, ReentrantLock writer) {
        this.logFile = logFile;
        this.lockFile = lockFile;
        this.clock = clock;
        this.heads = heads;
        this.writer = writer;
    }

    /** Opens the log of {@code home}, or begins it. */
    public static AuditLog open(Path home, Clock clock, HeadKeeper heads) {
        try {
            Path folder = OwnerOnly.directory(
                    OwnerOnly.directory(home.toAbsolutePath().normalize()).resolve("audit"));
            Path file = OwnerOnly.file(folder.resolve("log.jsonl"));
            Path lock = OwnerOnly.file(folder.resolve("lock"));
            return new AuditLog(file, lock, clock, heads, WRITERS.computeIfAbsent(lock, any -> new ReentrantLock()));
        } catch (IOException e) {
            throw new AuditUnavailable("the audit log of " + home + " cannot be opened", e);
        }
    }

    /**
     * Writes down that {@code viewer} did {@code action}.
     *
     * @param objects ids and file names only: no name, no number, nothing that was typed
     * @param count how many things it concerned, which may be more than {@code objects} names
     * @throws AuditUnavailable if it cannot be written; then it must not be done
     */
    public void record(Viewer viewer, String action, Collection<String> objects, long count) {
        record(viewer.user(), action, objects, count);
    }

    /** The same for what nobody does on the strength of their cases: a login, an administrator's change, a start. */
    public void record(String actor, String action, Collection<String> objects, long count) {
        var mine = new Pending(Entry.unplaced(clock.instant(), actor, action, objects, count));
        synchronized (waiting) {
            waiting.add(mine);
        }
        writer.lock();
        try {
            if (!mine.written) {
                writeWaiting(mine);
            }
        } catch (IOException e) {
            end = -1;
            throw new AuditUnavailable("the audit log cannot be written, so nothing is answered", e);
        } finally {
            synchronized (waiting) {
                waiting.remove(mine);
            }
            writer.unlock();
        }
    }

    /** Writes {@code mine} and whoever waits with it, in one flush. */
    private void writeWaiting(Pending mine) throws IOException {
        var together = new ArrayList<Pending>();
        together.add(mine);
        synchronized (waiting) {
            waiting.remove(mine);
            while (!waiting.isEmpty() && together.size() < MOST_TOGETHER) {
                together.add(waiting.remove());
            }
        }
        try {
            exclusively(log -> {
                catchUp(log);
                var bytes = new java.io.ByteArrayOutputStream();
                Head last = head;
                for (Pending pending : together) {
                    byte[] line = pending.entry.after(last).line();
                    bytes.writeBytes(line);
                    bytes.write('\n');
                    last = new Head(last.seq() + 1, Entry.digest(line));
                }
                append(log, bytes.toByteArray());
                head = last;
            });
        } catch (IOException e) {
            synchronized (waiting) {
                together.stream().filter(p -> p != mine).forEach(waiting::add);
            }
            throw e;
        }
        together.forEach(p -> p.written = true);
        if (toKeep.getAndSet(head).equals(Head.NONE)) {
            keeper.schedule(this::keepHead, KEPT_WITHIN_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private interface Work {
        void run(FileChannel log) throws IOException;
    }

    /** The log is opened anew each time, because a thread that is interrupted while it writes closes its channel. */
    private void exclusively(Work work) throws IOException {
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                var held = channel.lock();
                var log = FileChannel.open(logFile, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            work.run(log);
        }
    }

    private void append(FileChannel log, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        long at = end;
        while (buffer.hasRemaining()) {
            at += log.write(buffer, at);
        }
        log.force(false);
        end = at;
    }

    /** Learns what others appended since we last wrote, and takes off a line that a crash left unfinished. */
    private void catchUp(FileChannel log) throws IOException {
        long size = log.size();
        if (size == end) {
            return;
        }
        var tail = LogLines.last(log, size);
        head = tail.head();
        end = tail.end();
        if (tail.torn().length > 0) {
            log.truncate(end);
            byte[] line = Entry.unplaced(
                            clock.instant(),
                            Viewer.OPERATOR,
                            "take off torn line",
                            List.of("sha256:" + Entry.digest(tail.torn())),
                            tail.torn().length)
                    .after(head)
                    .line();
            byte[] ended = java.util.Arrays.copyOf(line, line.length + 1);
            ended[line.length] = '\n';
            append(log, ended);
            head = new Head(head.seq() + 1, Entry.digest(line));
        }
    }

    private void keepHead() {
        Head latest = toKeep.getAndSet(Head.NONE);
        if (!latest.equals(Head.NONE)) {
            try {
                heads.keep(latest);
            } catch (RuntimeException e) {
                LoggerFactory.getLogger(AuditLog.class).warn("the head of the audit log could not be kept", e);
            }
        }
    }

    /** The last entry, also if another process wrote it. */
    public Head head() {
        writer.lock();
        try {
            exclusively(this::catchUp);
            return head;
        } catch (IOException e) {
            throw new AuditUnavailable("the audit log cannot be read", e);
        } finally {
            writer.unlock();
        }
    }

    /** Passes every entry in order to {@code each}, as they stand; whether they are whole is {@link #verify}'s question. */
    public void read(Consumer<Entry> each) {
        try (var log = FileChannel.open(logFile, StandardOpenOption.READ)) {
            LogLines.each(
                    log,
                    settledSize(),
                    (number, line, complete) -> Entry.parse(line).ifPresent(each));
        } catch (IOException e) {
            throw new AuditUnavailable("the audit log cannot be read", e);
        }
    }

    /** Checks the whole log: every line an entry, each following from the one before, the end not before the kept head. */
    public Verification verify() {
        try (var log = FileChannel.open(logFile, StandardOpenOption.READ)) {
            var kept = heads.last();
            var check = new ChainCheck(kept);
            LogLines.each(log, settledSize(), check::line);
            return check.result();
        } catch (IOException e) {
            throw new AuditUnavailable("the audit log cannot be read", e);
        }
    }

    /** The size at a moment when nobody is writing. */
    private long settledSize() throws IOException {
        var size = new long[1];
        writer.lock();
        try {
            exclusively(log -> size[0] = log.size());
        } finally {
            writer.unlock();
        }
        return size[0];
    }

    /** Keeps the last head before this returns. */
    @Override
    public void close() {
        keeper.shutdown();
        try {
            keeper.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keepHead();
    }
}
