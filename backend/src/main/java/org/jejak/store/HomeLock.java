package org.jejak.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jejak.identity.OwnerOnly;

/**
 * Who holds a home. The lock is the operating system's and goes with the process, however it ends; the holder file
 * beside it says how to join, and is believed only while the lock is held.
 */
final class HomeLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How to reach the store of the process that holds the home. */
    record Holder(URI uri, String password) {}

    private final Home home;
    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(Home home, FileChannel channel, FileLock lock) {
        this.home = home;
        this.channel = channel;
        this.lock = lock;
    }

    /** The lock, or empty where another process has it. */
    static Optional<HomeLock> take(Home home) {
        try {
            OwnerOnly.directory(home.directory());
            var channel = FileChannel.open(OwnerOnly.file(home.lockFile()), StandardOpenOption.WRITE);
            try {
                var lock = channel.tryLock();
                if (lock != null) {
                    Files.deleteIfExists(home.holderFile());
                    return Optional.of(new HomeLock(home, channel, lock));
                }
            } catch (OverlappingFileLockException thisProcess) {
                // held by this very process: the same as by another
            }
            channel.close();
            return Optional.empty();
        } catch (AccessDeniedException denied) {
            throw new HomeInUse(cannotWrite(home), denied);
        } catch (FileSystemException readOnly) {
            String reason = readOnly.getReason();
            throw new HomeInUse(cannotWrite(home) + (reason == null ? "" : " (" + reason + ")"), readOnly);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String cannotWrite(Home home) {
        return "the home " + home.directory() + " cannot be written; name one you may write with --home";
    }

    void announce(URI uri) {
        var text = "uri=" + uri + "\npid=" + ProcessHandle.current().pid() + "\n";
        try {
            OwnerOnly.replace(home.holderFile(), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String whoHolds(Home home) {
        var pid = holder(home).map(p -> p.getProperty("pid", "")).orElse("");
        return "the home " + home.directory() + " is in use by "
                + (pid.isEmpty() ? "another process that is just starting" : "process " + pid)
                + "; stop it, or name another home with --home";
    }

    /** Waits for the holder to say where it listens; it may have begun only just now. */
    static Holder awaitHolder(Home home) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var found = holder(home);
            if (found.isPresent()) {
                try {
                    return new Holder(
                            URI.create(found.get().getProperty("uri")), Files.readString(home.passwordFile()));
                } catch (IOException unreadable) {
                    throw new HomeInUse(whoHolds(home) + " (its password file cannot be read)", unreadable);
                }
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new HomeInUse(whoHolds(home), stop);
            }
        }
        throw new HomeInUse(whoHolds(home));
    }

    private static Optional<Properties> holder(Home home) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(home.holderFile())));
            return Optional.of(properties);
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(home.holderFile());
            lock.release();
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
