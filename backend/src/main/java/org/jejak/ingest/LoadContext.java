package org.jejak.ingest;

import org.jejak.safeguard.DeliveryOrder;
import org.jejak.safeguard.Standing;

/**
 * The load that rows are being written for.
 *
 * @param deliveredMillis instant of the delivery, of loading where the bundle says none
 * @param recordedMillis instant at which Jejak began to take it in
 * @param heldSlot vault slot of what only waits, besides those of the persons it names
 */
record LoadContext(
        String id, Delivery delivery, long deliveredMillis, long recordedMillis, Sight sight, long heldSlot) {

    String zone() {
        return delivery.timezone().getId();
    }

    DeliveryOrder order() {
        return new DeliveryOrder(deliveredMillis, delivery.sequence());
    }

    Standing.Delivered asDelivered() {
        return new Standing.Delivered(
                delivery.caseRef(), deliveredMillis, delivery.sequence(), recordedMillis, delivery.handling(), zone());
    }
}
