package org.jejak.pack;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.jejak.network.ColumnType;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;

/**
 * What rows that leave name and what does not leave with them: it was delivered under another case, or rests on sources
 * that were left out. Where it arrives those rows wait, and whoever gets them must know for what.
 */
final class Outside {

    private static final String WHY =
            "rows that leave name it, and it is not among them: it was delivered under another case,"
                    + " or rests on a source that is left out; where they arrive they wait for it";

    private Outside() {}

    static List<PackContent.Withheld> of(Collection<VisibleRecord> leaving) {
        var there = new HashSet<Key>();
        var named = new TreeSet<Key>();
        for (VisibleRecord row : leaving) {
            there.add(row.key());
            row.recordFile()
                    .ifPresent(file -> file.columns().stream()
                            .filter(c -> c.type() instanceof ColumnType.Reference)
                            .forEach(c -> named.addAll(row.references(c.name()))));
        }
        named.removeAll(there);
        return named.stream()
                .map(key -> new PackContent.Withheld("the row of " + key, WHY, ""))
                .toList();
    }
}
