package org.jejak.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something handed over, already in the rows of the contract. The bundle reader is one; each other format (an edge
 * list, a FollowTheMoney stream, GraphML, a mapped spreadsheet) is a translator that implements this interface and
 * nothing else: rows are checked, held, superseded and written behind it, alike for all.
 *
 * <p>A source must say the same each time it is asked: the loader may go through a file twice. It should stream; what
 * one row needs is all that should be in memory.
 */
public interface RowSource extends Closeable {

    /** Whose rows these are, of which case, and when they were delivered. */
    Delivery delivery();

    /** What people call it: the name of the folder or file. */
    String name();

    /** Lower-case hexadecimal SHA-256 over everything that was handed over. */
    String digest() throws IOException;

    /**
     * The files in the order in which they are to be loaded: that of {@link org.jejak.network.RecordFile}, unknown files
     * last. Each file name occurs once.
     */
    List<RowFile> files();

    /**
     * A file handed over beside the rows, such as the scan a source was typed from.
     *
     * @param path as written in the {@code file} column, relative to the bundle
     * @return empty if there is none of that name, or the path leads out of what was handed over
     */
    default Optional<InputStream> attachment(String path) throws IOException {
        return Optional.empty();
    }

    /**
     * The files handed over beside the rows that none of {@code named} means, sorted.
     *
     * @param named paths as written in {@code file} columns
     */
    default List<String> othersThan(Set<String> named) throws IOException {
        return List.of();
    }

    /** What whoever loads it should know of how it was read, in whole sentences. */
    default List<String> notes() {
        return List.of();
    }

    /**
     * The same, with ids that mean something in this file only told apart from those that stand for somebody else
     * already. A format whose ids are for ever, as the contract's are, is the same whatever is there.
     */
    default RowSource besides(Namesakes known) throws IOException {
        return this;
    }

    @Override
    default void close() throws IOException {}
}
