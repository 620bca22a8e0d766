package org.jejak.ui.kit;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jejak.identity.OwnerOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where files lie that somebody sent or is about to take away: outside the home, readable by its owner only, gone when
 * the application ends. What a killed process left is removed by the next.
 */
@Component
public class PassingFiles {

    private static final Pattern OURS = Pattern.compile("jejak-passing-(\\d+)-.*");
    private static final int LONGEST_NAME = 100;

    private @Nullable Path folder;

    /** A file was larger than it may be. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    /** A folder of one's own. */
    public Path newFolder() throws IOException {
        return OwnerOnly.directory(root().resolve(UUID.randomUUID().toString()));
    }

    /**
     * Keeps what comes, under its own name, in a folder of its own.
     *
     * @throws TooLarge if more than {@code most} bytes come; nothing is kept then
     */
    public Path receive(String name, InputStream in, long most) throws IOException {
        Path alone = newFolder();
        boolean whole = false;
        try {
            Path file = OwnerOnly.file(alone.resolve(harmless(name)));
            try (var out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                byte[] buffer = new byte[1 << 16];
                long taken = 0;
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    taken += n;
                    if (taken > most) {
                        throw new TooLarge("more than " + most + " bytes");
                    }
                    out.write(buffer, 0, n);
                }
            }
            whole = true;
            return file;
        } finally {
            if (!whole) {
                remove(alone);
            }
        }
    }

    /** Removes a received file with its folder. */
    public void forget(Path file) {
        Path parent = file.getParent();
        if (parent != null && folder != null && parent.startsWith(folder)) {
            remove(parent);
        }
    }

    /** The last part of what the browser calls it, without anything that means something to a file system. */
    public static String harmless(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip();
        if (plain.isEmpty() || plain.chars().allMatch(c -> c == '.')) {
            return "file";
        }
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }

    private synchronized Path root() throws IOException {
        if (folder == null) {
            Path passing = Path.of(System.getProperty("java.io.tmpdir"));
            removeAbandoned(passing);
            folder = OwnerOnly.directory(
                    passing.resolve("jejak-passing-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID()));
        }
        return folder;
    }

    private static void removeAbandoned(Path passing) throws IOException {
        try (var all = Files.list(passing)) {
            all.filter(PassingFiles::isAbandoned).forEach(PassingFiles::remove);
        }
    }

    private static boolean isAbandoned(Path folder) {
        var name = OURS.matcher(String.valueOf(folder.getFileName()));
        return name.matches()
                && Files.isWritable(folder)
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static void remove(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @PreDestroy
    synchronized void end() {
        if (folder != null) {
            remove(folder);
            folder = null;
        }
    }
}
