package org.jejak.ingest.ftm;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.RawRow;
import org.jejak.network.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * A stream of entities whose fragments have been put together. A first going-through learns every id's schema, which ids
 * come in fragments, and puts those together in memory; whole entities are read again from the file each time. Memory
 * therefore grows with the ids and with what is fragmented, not with the whole.
 */
final class FtmStream {

    /** Longest line that is read; a text of that length is no entity. */
    private static final int LONGEST_LINE = 1 << 26;

    private final DeliveredFile file;
    private final Map<String, String> schemata = new HashMap<>();
    private final Map<String, FtmEntity> fragmented = new HashMap<>();
    private final Map<Long, String> conflicts = new HashMap<>();
    private final Map<String, String> posts = new HashMap<>();

    FtmStream(DeliveredFile file) throws IOException {
        this.file = file;
        var again = new HashSet<String>();
        try (var lines = new Lines(file.open())) {
            for (FtmLine line = lines.next(); line != null; line = lines.next()) {
                if (line instanceof FtmLine.Fragment fragment) {
                    learn(fragment.entity(), again);
                }
            }
        }
        if (!again.isEmpty()) {
            putTogether(again);
        }
    }

    private void learn(FtmEntity entity, Set<String> again) {
        if (schemata.putIfAbsent(entity.id(), entity.schema()) != null) {
            again.add(entity.id());
        }
        if (entity.schema().equals("Position")) {
            entity.values("name").stream().findFirst().ifPresent(name -> posts.putIfAbsent(entity.id(), name));
        }
    }

    /** What a post is called; there are few, and everybody who holds one is known by it. */
    Optional<String> postName(String id) {
        return Optional.ofNullable(posts.get(id));
    }

    private void putTogether(Set<String> ids) throws IOException {
        try (var lines = new Lines(file.open())) {
            for (FtmLine line = lines.next(); line != null; line = lines.next()) {
                if (line instanceof FtmLine.Fragment f
                        && ids.contains(f.entity().id())) {
                    FtmEntity before = fragmented.get(f.entity().id());
                    Optional<FtmEntity> both = before == null ? Optional.of(f.entity()) : before.with(f.entity());
                    if (both.isPresent()) {
                        fragmented.put(f.entity().id(), both.get());
                        schemata.put(f.entity().id(), both.get().schema());
                    } else if (before != null) {
                        conflicts.put(
                                f.entity().line(),
                                "fragments of one entity cannot be a " + before.schema() + " and a "
                                        + f.entity().schema());
                    }
                }
            }
        }
    }

    boolean isEmpty() {
        return schemata.isEmpty();
    }

    /** What this id is in the contract; empty for what the contract has no kind for, and for unknown ids. */
    Optional<EntityKind> kind(String id) {
        return Optional.ofNullable(schemata.get(id)).flatMap(Schemata::kind);
    }

    boolean has(String id) {
        return schemata.containsKey(id);
    }

    Entities open() throws IOException {
        return new Entities(new Lines(file.open()));
    }

    /** Whole entities, and lines that are none, in the order of the file. */
    final class Entities implements Closeable {

        private final Lines lines;

        private Entities(Lines lines) {
            this.lines = lines;
        }

        @Nullable
        FtmLine next() throws IOException {
            while (true) {
                FtmLine line = lines.next();
                if (!(line instanceof FtmLine.Fragment fragment)) {
                    return line;
                }
                var entity = fragment.entity();
                String conflict = conflicts.get(entity.line());
                if (conflict != null) {
                    return new FtmLine.Flawed(new RawRow(
                            entity.line(),
                            Map.of("id", entity.id(), "schema", entity.schema()),
                            Optional.of(new RawRow.Flaw("schema", entity.schema(), conflict))));
                }
                FtmEntity whole = fragmented.get(entity.id());
                if (whole == null) {
                    return fragment;
                }
                if (whole.line() == entity.line()) {
                    return new FtmLine.Fragment(whole);
                }
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** The lines of the file; empty ones are passed over. */
    private static final class Lines implements Closeable {

        private final InputStream in;
        private long number;
        private boolean ended;

        Lines(InputStream in) {
            this.in = new BufferedInputStream(in, 1 << 16);
        }

        @Nullable
        FtmLine next() throws IOException {
            while (!ended) {
                var bytes = new ByteArrayOutputStream(512);
                boolean tooLong = false;
                int c;
                while ((c = in.read()) >= 0 && c != '\n') {
                    if (bytes.size() < LONGEST_LINE) {
                        bytes.write(c);
                    } else {
                        tooLong = true;
                    }
                }
                ended = c < 0;
                number++;
                byte[] line = withoutMark(bytes.toByteArray());
                if (tooLong) {
                    return new FtmLine.Flawed(new RawRow(
                            number,
                            Map.of(),
                            Optional.of(new RawRow.Flaw("text", "", "the line is longer than 64 MiB"))));
                }
                if (!isBlank(line)) {
                    return FtmLine.read(number, line);
                }
            }
            return null;
        }

        private byte[] withoutMark(byte[] line) {
            boolean marked = number == 1
                    && line.length >= 3
                    && line[0] == (byte) 0xEF
                    && line[1] == (byte) 0xBB
                    && line[2] == (byte) 0xBF;
            return marked ? Arrays.copyOfRange(line, 3, line.length) : line;
        }

        private static boolean isBlank(byte[] line) {
            for (byte b : line) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
