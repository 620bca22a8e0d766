package org.jejak.ingest.translation;

import java.util.HashMap;
import java.util.Map;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.Refusal;
import org.jejak.ingest.RowCheck;
import org.jejak.ingest.RowOutcome;

/**
 * Refuses the rows of one line together where the id that they share was made of the cell at fault: the corrected line
 * has another id, and rows taken in under the first would stand there beside it, twice.
 */
final class WholeLines {

    private final RowCheck check;

    WholeLines(Delivery delivery) {
        this.check = new RowCheck(delivery);
    }

    FileRows of(FileRows rows) {
        long sharing = rows.all().values().stream()
                .mapToLong(some ->
                        some.stream().filter(row -> row.made().isPresent()).count())
                .sum();
        if (sharing < 2) {
            return rows;
        }
        Map<String, Refusal> faults = faults(rows);
        if (faults.isEmpty()) {
            return rows;
        }
        var whole = new FileRows();
        rows.all()
                .forEach((file, some) -> some.forEach(row -> {
                    Refusal fault =
                            row.made().map(made -> faults.get(made.id())).orElse(null);
                    whole.add(
                            file,
                            fault == null || row.flaw().isPresent() || isRefused(file, row)
                                    ? row
                                    : row.withFlaw(with(fault)));
                }));
        return whole;
    }

    private Map<String, Refusal> faults(FileRows rows) {
        var faults = new HashMap<String, Refusal>();
        rows.all()
                .forEach((file, some) -> some.forEach(row -> {
                    if (row.made().isPresent()
                            && check.check(file, row) instanceof RowOutcome.Rejected no
                            && isMadeOf(row.made().get(), no.refusal().column())) {
                        faults.putIfAbsent(row.made().get().id(), no.refusal());
                    }
                }));
        return faults;
    }

    private static boolean isMadeOf(MadeId made, String column) {
        return column.isEmpty()
                || made.parts().stream().anyMatch(part -> part.column().equals(column));
    }

    private boolean isRefused(String file, RawRow row) {
        return check.check(file, row) instanceof RowOutcome.Rejected;
    }

    private static RawRow.Flaw with(Refusal fault) {
        String where = fault.column().isEmpty() ? "" : ", column " + fault.column();
        return new RawRow.Flaw(
                "",
                "",
                "another row of its line is refused, and the id of both was made of the cell at fault; correct that in "
                        + fault.file() + where + ", leave it in the same folder, and this row comes with it");
    }
}
