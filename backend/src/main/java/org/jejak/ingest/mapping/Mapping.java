package org.jejak.ingest.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.translation.Table;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.RecordFile;

/**
 * Which column of a table is what.
 *
 * @param name of its file, for messages
 * @param conventions how the people who wrote it write days and numbers
 * @param source what is known of the table as a source, by the columns of {@code sources.csv}
 * @param leftOut columns of the table that are not even kept
 * @param blocks the rows each line becomes; columns nobody uses are kept with those of the first
 */
public record Mapping(
        String name,
        Table.Writing writing,
        Conventions conventions,
        Optional<String> country,
        Optional<java.time.ZoneId> timezone,
        Optional<Handling> handling,
        Map<String, String> source,
        Set<String> leftOut,
        List<Block> blocks) {

    public Mapping {
        source = Collections.unmodifiableMap(new LinkedHashMap<>(source));
        leftOut = Collections.unmodifiableSet(new LinkedHashSet<>(leftOut));
        blocks = List.copyOf(blocks);
    }

    /** Where something stands in the mapping, the first line and column being 1; 0 where it has no text. */
    public record Where(int line, int column) {
        public static final Where NOWHERE = new Where(0, 0);
    }

    /**
     * One row of a file of the contract for each line of the table.
     *
     * @param cells by the columns of the contract
     * @param only values that a column of the table must have for the line to become such a row
     */
    public record Block(RecordFile file, Map<String, Cell> cells, Map<String, Set<String>> only, Where where) {
        public Block {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
            only = Collections.unmodifiableMap(new LinkedHashMap<>(only));
        }
    }

    /**
     * Where a cell of the contract comes from and what is done to it.
     *
     * @param split what separates the members of a list in the table
     */
    public record Cell(From from, Optional<String> split, Reading reading, Target target, Where where) {

        /** The column as it is. */
        public static Cell of(String column) {
            return new Cell(
                    new Columns(List.of(column), " "), Optional.empty(), new AsItIs(), new Here(), Where.NOWHERE);
        }
    }

    /** Where a cell comes from. */
    public sealed interface From {}

    /** Columns of the table, joined. */
    public record Columns(List<String> columns, String join) implements From {
        public Columns {
            columns = List.copyOf(columns);
        }
    }

    /** The same on every line. */
    public record Text(String text) implements From {}

    /** An id made of what these columns say. */
    public record MadeFrom(List<String> columns) implements From {
        public MadeFrom {
            columns = List.copyOf(columns);
        }
    }

    /** How the text of the table is read. */
    public sealed interface Reading {}

    /** As the contract writes it; words of closed lists in any case. */
    public record AsItIs() implements Reading {}

    /**
     * A time.
     *
     * @param patterns in which it may be written, in the order in which they are tried; none: as the contract writes it
     * @param calendar of its days; empty: that of the table
     */
    public record Times(List<String> patterns, Optional<WrittenCalendar> calendar) implements Reading {
        public Times {
            patterns = List.copyOf(patterns);
        }

        public Times(List<String> patterns) {
            this(patterns, Optional.empty());
        }
    }

    /** Other words for the contract's; {@code *} stands for all that are not listed. */
    public record Words(Map<String, String> words) implements Reading {
        public Words {
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }
    }

    /** A number whose fraction stands behind this sign, point or comma; the other one groups thousands. */
    public record Number(char sign) implements Reading {}

    /** Where a reference leads. */
    public sealed interface Target {}

    /** To an id of this delivery; no reference is also here. */
    public record Here() implements Target {}

    /** To an id of another namespace. */
    public record In(String namespace) implements Target {}

    /** To a thing made of the value itself. */
    public record Makes(RecordFile file, Optional<String> kind) implements Target {}

    /** To a row of this mapping whose id is made of the same value. */
    public record RefersTo(RecordFile file) implements Target {}

    /** The column that says what a made thing is known by; empty for files whose rows nothing can be made of. */
    public static Optional<String> knownBy(RecordFile file) {
        return switch (file.describes().orElse(EntityKind.RAID)) {
            case PERSON, ORGANIZATION, PLACE -> Optional.of("name");
            case VEHICLE -> Optional.of("registration");
            case PHONE, ACCOUNT, DOCUMENT -> Optional.of("number");
            case HANDLE -> Optional.of("value");
            case SOURCE -> Optional.of("title");
            case RAID, OPERATION, COMMITMENT -> Optional.empty();
        };
    }

    /** The kind of a made thing of which nobody says it. */
    static String ordinaryKind(RecordFile file) {
        return switch (file.describes().orElse(EntityKind.RAID)) {
            case ORGANIZATION, PLACE, DOCUMENT, SOURCE -> "other";
            case VEHICLE -> "car";
            case ACCOUNT -> "bank";
            case HANDLE -> "social";
            case PERSON, PHONE, RAID, OPERATION, COMMITMENT -> "";
        };
    }

    /** The delivery, with what the mapping says of it. */
    Delivery completed(Delivery delivery) {
        return new Delivery(
                delivery.namespace(),
                delivery.caseRef(),
                delivery.delivered(),
                delivery.sequence(),
                delivery.title(),
                delivery.agency(),
                country.or(delivery::country),
                timezone.orElse(delivery.timezone()),
                handling.orElse(delivery.handling()));
    }

    /** Columns of the table whose values find a place, so that they need not be kept beside. */
    Set<String> placed() {
        var placed = new LinkedHashSet<String>();
        for (Block block : blocks) {
            for (Cell cell : block.cells().values()) {
                if (cell.from() instanceof Columns of && !(cell.target() instanceof RefersTo)) {
                    placed.addAll(of.columns());
                }
            }
        }
        return placed;
    }
}
