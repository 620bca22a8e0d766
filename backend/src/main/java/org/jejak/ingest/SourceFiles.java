package org.jejak.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jejak.audit.AuditLog;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.Vault;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.store.Home;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Service;

/** The files that sources were typed from, as far as whoever asks may see the source; each is held against its digest. */
@Service
public class SourceFiles {

    private static final String ATTACHMENT = "_attachment";

    private final Driver driver;
    private final CypherLibrary cypher;
    private final Vault vault;
    private final RowSealer sealer;
    private final Path home;
    private final AuditLog audit;

    /** How a file stands to what its source says of it. */
    public enum State {
        /** The source names no file. */
        NONE,
        /** It is named, and was not handed over. */
        MISSING,
        /** It is kept, and the source states no digest of it. */
        UNCHECKED,
        /** What is kept has the digest that the source states. */
        SAME,
        /** What is kept has another digest, or can no longer be opened. */
        DIFFERENT
    }

    /**
     * @param name as the source writes it
     * @param sha256 of what is kept, as it was just read; empty where nothing is or can be opened
     */
    public record SourceFile(State state, String name, String sha256, long bytes) {}

    SourceFiles(Driver driver, CypherLibrary cypher, Vault vault, Home home, AuditLog audit) {
        this.driver = driver;
        this.cypher = cypher;
        this.vault = vault;
        this.sealer = new RowSealer(vault);
        this.home = home.directory();
        this.audit = audit;
    }

    /** Reads the kept file through and compares it with the source. */
    public SourceFile check(Viewer viewer, Key source) {
        var row = row(viewer, source);
        audit.record(viewer, "read", List.of(source.value()), row.isPresent() ? 1 : 0);
        var cells = row.map(sealer::cells).orElseGet(TreeMap::new);
        String name = cells.getOrDefault("file", "");
        if (row.isEmpty() || name.isEmpty()) {
            return new SourceFile(State.NONE, "", "", 0);
        }
        if (row.get().get(ATTACHMENT).isNull()) {
            return new SourceFile(State.MISSING, name, "", 0);
        }
        var counting = new Counting(OutputStream.nullOutputStream());
        try {
            copy(row.get(), counting);
        } catch (IOException | RuntimeException broken) {
            return new SourceFile(State.DIFFERENT, name, "", 0);
        }
        String is = counting.sha256();
        String stated = cells.getOrDefault("sha256", "");
        State state = stated.isEmpty() ? State.UNCHECKED : stated.equals(is) ? State.SAME : State.DIFFERENT;
        return new SourceFile(state, name, is, counting.bytes);
    }

    /**
     * Writes the kept file to {@code out}, and the log says so.
     *
     * @return whether there is one that the viewer may see
     */
    public boolean write(Viewer viewer, Key source, OutputStream out) throws IOException {
        var row = row(viewer, source).filter(r -> !r.get(ATTACHMENT).isNull());
        audit.record(viewer, "file", List.of(source.value()), row.isPresent() ? 1 : 0);
        if (row.isEmpty()) {
            return false;
        }
        copy(row.get(), out);
        return true;
    }

    private Optional<Value> row(Viewer viewer, Key source) {
        try (var session = driver.session()) {
            return session.executeRead(tx -> tx
                    .run(cypher.text(Queries.FIND_ATTACHMENT), Map.of("key", source.value(), "doors", viewer.keys()))
                    .list(r -> r.get("row"))
                    .stream()
                    .findFirst());
        }
    }

    private void copy(Value row, OutputStream out) throws IOException {
        String name = row.get(ATTACHMENT).asString();
        try (var in = Files.newInputStream(KeptFiles.folder(home).resolve(name))) {
            KeptFiles.unseal(in, name, RowSealer.slots(row), vault, out);
        }
    }

    /** Knows the digest and the length of what went through it. */
    private static final class Counting extends DigestOutputStream {

        private long bytes;

        Counting(OutputStream out) {
            super(out, digest());
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            super.write(some, from, length);
            bytes += length;
        }

        String sha256() {
            return HexFormat.of().formatHex(getMessageDigest().digest());
        }

        private static MessageDigest digest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }
}
