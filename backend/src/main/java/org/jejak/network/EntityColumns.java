package org.jejak.network;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The columns by which a row names persons and things. A row that names a withdrawn one is no longer current; what it
 * rests on, and the raid or operation it belongs to, is another matter.
 */
public final class EntityColumns {

    private static final Map<RecordFile, List<Column>> BY_FILE = new EnumMap<>(RecordFile.class);

    static {
        for (RecordFile file : RecordFile.values()) {
            BY_FILE.put(
                    file,
                    file.columns().stream()
                            .filter(c -> c.type() instanceof ColumnType.Reference r
                                    && r.kinds().stream().allMatch(EntityKind::isEntity))
                            .toList());
        }
    }

    private EntityColumns() {}

    /** Those of a file by its name; none of a file that the contract does not know. */
    public static List<Column> of(String file) {
        return RecordFile.named(file)
                .map(known -> BY_FILE.getOrDefault(known, List.of()))
                .orElse(List.of());
    }

    /**
     * The keys that a row of {@code file} names in them.
     *
     * @param cells the row's cell in each column, the empty string where there is none
     */
    public static Stream<String> named(String file, UnaryOperator<String> cells) {
        return of(file).stream().flatMap(column -> CellList.of(cells.apply(column.name())).stream());
    }
}
