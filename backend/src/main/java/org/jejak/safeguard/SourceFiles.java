package org.jejak.safeguard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.audit.AuditLog;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.KeyDestroyed;
import org.jejak.identity.SealedFile;
import org.jejak.identity.Vault;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
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
    private final RowReader rows;
    private final StoreState state;
    private final Path folder;
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

    SourceFiles(
            Driver driver,
            CypherLibrary cypher,
            RowReader rows,
            StoreState state,
            Vault vault,
            Home home,
            AuditLog audit) {
        this.driver = driver;
        this.cypher = cypher;
        this.rows = rows;
        this.state = state;
        this.vault = vault;
        this.folder = SealedFile.folder(home.directory());
        this.audit = audit;
    }

    /** Reads the kept file through and compares it with the source. */
    public SourceFile check(Viewer viewer, Key source) {
        var row = row(viewer, source);
        audit.record(viewer, "read", List.of(source.value()), row.isPresent() ? 1 : 0);
        Map<String, String> cells = row.map(this::cells).orElseGet(Map::of);
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
        State state = stated.isEmpty() ? State.UNCHECKED : stated.equalsIgnoreCase(is) ? State.SAME : State.DIFFERENT;
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

    /** The sources of a delivery, in any version, of which a file is kept that the viewer may see. */
    public Set<Key> kept(Viewer viewer, Delivered delivery) {
        var kept = new TreeSet<Key>();
        try (var session = driver.session()) {
            session.run(
                            cypher.text(Queries.FIND_DELIVERED_ATTACHMENTS),
                            Map.of("load", delivery.load(), "doors", viewer.keys()))
                    .forEachRemaining(
                            r -> kept.add(new Key(r.get("row").get("_key").asString())));
        }
        audit.record(viewer, "files", List.of(delivery.load()), kept.size());
        return kept;
    }

    /** The digest of the file that a delivery brought with {@code source}; empty if it can no longer be opened. */
    public String sha256(Viewer viewer, Delivered delivery, Key source) {
        var counting = new Counting(OutputStream.nullOutputStream());
        try {
            write(viewer, delivery, source, counting);
            return counting.sha256();
        } catch (IOException | KeyDestroyed broken) {
            return "";
        }
    }

    /** Writes the file that a delivery brought with {@code source} to {@code out}, and the log says so. */
    public void write(Viewer viewer, Delivered delivery, Key source, OutputStream out) throws IOException {
        Optional<Value> row;
        try (var session = driver.session()) {
            row = session
                    .run(
                            cypher.text(Queries.FIND_DELIVERED_ATTACHMENTS),
                            Map.of("load", delivery.load(), "doors", viewer.keys()))
                    .list(r -> r.get("row"))
                    .stream()
                    .filter(r -> r.get("_key").asString().equals(source.value()))
                    .findFirst();
        }
        audit.record(viewer, "file", List.of(source.value()), row.isPresent() ? 1 : 0);
        copy(row.orElseThrow(() -> new NotAllowed("there is no file of " + source + " that you may see")), out);
    }

    private Optional<Value> row(Viewer viewer, Key source) {
        var asked = Map.<String, Object>of(
                "key", source.value(),
                "doors", viewer.keys(),
                "through", state.now().through());
        try (var session = driver.session()) {
            return session.executeRead(
                    tx -> tx.run(cypher.text(Queries.FIND_ATTACHMENT), asked).list(r -> r.get("row")).stream()
                            .findFirst());
        }
    }

    private void copy(Value row, OutputStream out) throws IOException {
        long[] slots = row.get("_slots").asList(v -> v.asLong()).stream()
                .mapToLong(Long::longValue)
                .toArray();
        SealedFile.read(folder, row.get(ATTACHMENT).asString(), slots, vault, out);
    }

    private Map<String, String> cells(Value row) {
        var cells = new HashMap<>(RowReader.openCells(row));
        cells.putAll(rows.sealedCells(row));
        return cells;
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
