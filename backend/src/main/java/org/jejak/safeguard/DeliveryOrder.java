package org.jejak.safeguard;

import java.util.Comparator;
import org.neo4j.driver.Value;

/**
 * When something was delivered: at an instant, and of what was delivered at once by its sequence. The later delivery of a
 * row is its current version, in whatever order they are loaded.
 *
 * @param delivered epoch milliseconds
 */
public record DeliveryOrder(long delivered, long sequence) implements Comparable<DeliveryOrder> {

    private static final Comparator<DeliveryOrder> ORDER =
            Comparator.comparingLong(DeliveryOrder::delivered).thenComparingLong(DeliveryOrder::sequence);

    /** Of a map that a query returns. */
    public static DeliveryOrder of(Value delivery) {
        return new DeliveryOrder(
                delivery.get("delivered").asLong(), delivery.get("sequence").asLong(0));
    }

    @Override
    public int compareTo(DeliveryOrder other) {
        return ORDER.compare(this, other);
    }
}
