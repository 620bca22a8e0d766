package org.jejak.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.VisibleRecord;

/** Which entities a row names, in the order of its columns; a row that describes one names that first. */
final class Ends {

    private Ends() {}

    /** Entities with the column that names them; the row's own with an empty one. */
    static Map<Key, String> of(VisibleRecord record) {
        var ends = new LinkedHashMap<Key, String>();
        record.recordFile().ifPresent(file -> {
            if (file.describes().filter(EntityKind::isEntity).isPresent()) {
                ends.put(record.key(), "");
            }
            for (var column : file.columns()) {
                if (column.type() instanceof ColumnType.Reference reference
                        && reference.kinds().stream().anyMatch(EntityKind::isEntity)) {
                    record.references(column.name()).forEach(key -> ends.putIfAbsent(key, column.name()));
                }
            }
        });
        return ends;
    }

    /** What {@code column} of a row names, where it can be one thing only, else a person; an empty one is the row's own. */
    static EntityKind kind(VisibleRecord record, String column) {
        var described = record.recordFile().flatMap(RecordFile::describes).filter(any -> column.isEmpty());
        return described.orElseGet(() -> record.recordFile()
                .flatMap(f -> f.column(column))
                .map(Column::type)
                .filter(t -> t instanceof ColumnType.Reference r && r.kinds().size() == 1)
                .map(t -> ((ColumnType.Reference) t).kinds().iterator().next())
                .orElse(EntityKind.PERSON));
    }

    /** One link from the first entity of the row to each other, as far as they are among {@code entities}. */
    static List<PackContent.Link> links(VisibleRecord record, Set<Key> entities) {
        var ends = new ArrayList<>(Ends.of(record).entrySet());
        ends.removeIf(end -> !entities.contains(end.getKey()));
        var links = new ArrayList<PackContent.Link>();
        for (int i = 1; i < ends.size(); i++) {
            String relation = record.cell("relation");
            if (relation.isEmpty()) {
                relation = ends.size() == 2
                        ? record.file()
                        : record.file() + " " + ends.get(i).getValue();
            }
            links.add(new PackContent.Link(
                    record.key(),
                    record.file(),
                    ends.get(0).getKey(),
                    ends.get(i).getKey(),
                    relation,
                    GraphJson.validFrom(record),
                    GraphJson.validTo(record)));
        }
        return links;
    }

    static boolean touches(VisibleRecord record, Collection<Key> keys) {
        return keys.contains(record.key()) || Ends.of(record).keySet().stream().anyMatch(keys::contains);
    }

    /** How many of {@code chosen} a row names. */
    static long among(VisibleRecord record, Set<Key> chosen) {
        return new HashSet<>(Ends.of(record).keySet())
                .stream().filter(chosen::contains).count();
    }
}
