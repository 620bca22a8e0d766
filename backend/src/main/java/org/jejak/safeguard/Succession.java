package org.jejak.safeguard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a row follows which, and what a withdrawal takes back. Loading decides by it what is current now, row
 * by row; a question as of an earlier instant decides by it anew, all rows at once.
 */
public final class Succession {

    private Succession() {}

    /**
     * What of a version decides whether it is current.
     *
     * @param order of its latest delivery
     * @param digest of its cells; asked only where the order leaves it open, empty if nobody can read them any more
     * @param commitment tells apart what nobody can read any more
     */
    public record Candidate<V>(V version, DeliveryOrder order, Function<V, byte[]> digest, String commitment) {}

    /** The current one of all versions of a row: the latest delivered; at one instant the one with the greater SHA-256. */
    public static <V> V current(Collection<Candidate<V>> versions) {
        return versions.stream().reduce(Succession::later).orElseThrow().version;
    }

    private static <V> Candidate<V> later(Candidate<V> a, Candidate<V> b) {
        int c = a.order.compareTo(b.order);
        if (c == 0) {
            c = Arrays.compareUnsigned(a.digest.apply(a.version), b.digest.apply(b.version));
        }
        if (c == 0) {
            c = a.commitment.compareTo(b.commitment);
        }
        return c >= 0 ? a : b;
    }

    /** A current row, as far as it matters to what takes it back. */
    public record Row(String key, String file, DeliveryOrder order) {

        boolean isWithdrawal() {
            return file.equals(RecordFile.WITHDRAWALS.fileName());
        }
    }

    /**
     * A current row of {@code withdrawals}.
     *
     * @param target key of the row that it withdraws
     * @param file of that row; empty for the file it is of
     */
    public record Withdrawal(String key, String target, Optional<String> file, DeliveryOrder order) {

        /**
         * Whether it takes a row back, if it stands itself: a row of its file that was delivered no later; a later delivery
         * makes the row current again. Of withdrawals that withdraw each other the later one holds, at one instant the one
         * with the greater key, so that there is always an answer.
         */
        public boolean takesBack(Row row) {
            if (!target.equals(row.key) || !file.orElse(row.file).equals(row.file)) {
                return false;
            }
            int later = order.compareTo(row.order);
            return later > 0 || later == 0 && (!row.isWithdrawal() || key.compareTo(row.key) > 0);
        }
    }

    /**
     * Keys of the rows that are taken back by withdrawals which stand themselves.
     *
     * @param rows every current row by its key
     */
    static Set<String> takenBack(Collection<Withdrawal> withdrawals, Function<String, @Nullable Row> rows) {
        var withdrawn = new HashSet<String>();
        var standing = new HashMap<String, List<Withdrawal>>();
        // Latest first: only a later one can take another back, so each is seen after all that could.
        withdrawals.stream()
                .sorted(Comparator.comparing(Withdrawal::order)
                        .thenComparing(Withdrawal::key)
                        .reversed())
                .forEach(w -> {
                    if (isTakenBack(rows.apply(w.key), standing)) {
                        withdrawn.add(w.key);
                    } else {
                        standing.computeIfAbsent(w.target, any -> new ArrayList<>(1))
                                .add(w);
                    }
                });
        standing.keySet().stream()
                .filter(target -> isTakenBack(rows.apply(target), standing))
                .forEach(withdrawn::add);
        return withdrawn;
    }

    private static boolean isTakenBack(@Nullable Row row, Map<String, List<Withdrawal>> standing) {
        return row != null && standing.getOrDefault(row.key, List.of()).stream().anyMatch(w -> w.takesBack(row));
    }
}
