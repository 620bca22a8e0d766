package org.jejak.ingest.ftm;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.network.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * A stream of entities whose fragments have been put together. A first going-through learns every id's schema, which ids
 * come in fragments, and puts those together in memory; whole entities are read again from the file each time. Memory
 * therefore grows with the ids and with what is fragmented, not with the whole.
 */
final class FtmStream {

    /** Of entities that do not come in one piece, so many values are put together in memory, and no more. */
    private static final int MOST_VALUES = 4_000_000;

    /** Opens the items from the first on; they are the same each time. */
    interface Opening {
        FtmItems open() throws IOException;
    }

    private final String name;
    private final Opening opening;
    private final Map<String, String> schemata = new HashMap<>();
    private final Map<String, FtmEntity> fragmented = new HashMap<>();
    private final Map<Long, String> conflicts = new HashMap<>();
    private final Map<String, String> posts = new HashMap<>();
    private boolean deletions;

    static FtmStream of(DeliveredFile file) throws IOException {
        FtmForm form = FtmForm.of(file);
        return new FtmStream(file.name(), () -> form.open(file));
    }

    FtmStream(String name, Opening opening) throws IOException {
        this.name = name;
        this.opening = opening;
        var again = new HashSet<String>();
        try (var lines = items()) {
            for (FtmLine line = lines.next(); line != null; line = lines.next()) {
                if (line instanceof FtmLine.Fragment fragment) {
                    learn(fragment.entity(), again);
                }
                deletions |= line instanceof FtmLine.Deleted;
            }
        }
        if (!again.isEmpty()) {
            putTogether(again);
        }
    }

    /** Items with the fragments numbered, since several may stand on one line. */
    private FtmItems items() throws IOException {
        FtmItems items = opening.open();
        return new FtmItems() {

            private long at;

            @Override
            public @Nullable FtmLine next() throws IOException {
                FtmLine next = items.next();
                return next instanceof FtmLine.Fragment fragment
                        ? new FtmLine.Fragment(fragment.entity().at(++at))
                        : next;
            }

            @Override
            public void close() throws IOException {
                items.close();
            }
        };
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
        long values = 0;
        try (var lines = items()) {
            for (FtmLine line = lines.next(); line != null; line = lines.next()) {
                if (line instanceof FtmLine.Fragment f
                        && ids.contains(f.entity().id())) {
                    FtmEntity before = fragmented.get(f.entity().id());
                    Optional<FtmEntity> both = before == null ? Optional.of(f.entity()) : before.with(f.entity());
                    values += f.entity().size();
                    if (values > MOST_VALUES) {
                        throw new UnreadableDelivery(name + " has more than " + MOST_VALUES
                                + " values of entities that come in pieces, more than can be put together in memory; sort"
                                + " it by the id of the entity (canonical_id of statements), or split it");
                    }
                    if (both.isPresent()) {
                        fragmented.put(f.entity().id(), both.get());
                        schemata.put(f.entity().id(), both.get().schema());
                    } else if (before != null) {
                        conflicts.put(
                                f.entity().at(),
                                "fragments of one entity cannot be a " + before.schema() + " and a "
                                        + f.entity().schema());
                    }
                }
            }
        }
    }

    boolean isEmpty() {
        return schemata.isEmpty() && !deletions;
    }

    /** What this id is in the contract; empty for what the contract has no kind for, and for unknown ids. */
    Optional<EntityKind> kind(String id) {
        return Optional.ofNullable(schemata.get(id)).flatMap(Schemata::kind);
    }

    boolean has(String id) {
        return schemata.containsKey(id);
    }

    Entities open() throws IOException {
        return new Entities(items());
    }

    /** Whole entities, and lines that are none, in the order of the file. */
    final class Entities implements Closeable {

        private final FtmItems lines;

        private Entities(FtmItems lines) {
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
                String conflict = conflicts.get(entity.at());
                if (conflict != null) {
                    return new FtmLine.Flawed(new RawRow(
                            entity.line(),
                            Map.of(FtmLine.TEXT, Taking.whole(entity)),
                            Optional.of(new RawRow.Flaw(FtmLine.TEXT, entity.schema(), conflict))));
                }
                FtmEntity whole = fragmented.get(entity.id());
                if (whole == null) {
                    return fragment;
                }
                if (whole.at() == entity.at()) {
                    return new FtmLine.Fragment(whole);
                }
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
