package org.jejak.ingest;

import java.util.Collection;
import java.util.Comparator;
import org.jejak.network.EntityKind;
import org.jejak.network.RecordFile;
import org.jejak.safeguard.DeliveryOrder;
import org.neo4j.driver.Value;

/**
 * Which file an id belongs to where rows of several entity files claim it: persons, organizations, places and the others
 * share one set of ids. The first one stands, as within one bundle: the first delivered, and of those delivered at once
 * the one whose file is read first. Which load came first does not matter.
 */
final class Kinds {

    private static final Comparator<Claim> FIRST = Comparator.comparing(Claim::order)
            .thenComparing(c -> RecordFile.named(c.file()).orElseThrow());

    /** That a row of {@code file} was delivered under the id. */
    record Claim(String file, DeliveryOrder order) {

        static Claim of(String file, Value load) {
            return new Claim(file, DeliveryOrder.of(load));
        }
    }

    private Kinds() {}

    /** The claim that stands. */
    static Claim first(Collection<Claim> claims) {
        return claims.stream().min(FIRST).orElseThrow();
    }

    /** Whether {@code one} stands against {@code other}. */
    static boolean isBefore(Claim one, Claim other) {
        return FIRST.compare(one, other) < 0;
    }

    /** Whether rows of this file share their ids with those of other files. */
    static boolean areShared(RecordFile file) {
        return file.describes().filter(EntityKind::isEntity).isPresent();
    }
}
