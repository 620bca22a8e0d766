package org.jejak.network;

/**
 * The kinds of thing that other rows refer to. The first eight are entities and share one id space; a source, a raid,
 * an operation and a commitment are referred to by the id of their row.
 */
public enum EntityKind {
    PERSON("Person"),
    ORGANIZATION("Organization"),
    PLACE("Place"),
    VEHICLE("Vehicle"),
    PHONE("Phone"),
    ACCOUNT("Account"),
    DOCUMENT("Document"),
    HANDLE("Handle"),
    SOURCE("Source"),
    RAID("Raid"),
    OPERATION("Operation"),
    COMMITMENT("Commitment");

    private final String label;

    EntityKind(String label) {
        this.label = label;
    }

    /** The node label in the graph. */
    public String label() {
        return label;
    }

    /** Whether it shares the one id space of entities and its key is {@code namespace:id}. */
    public boolean isEntity() {
        return compareTo(SOURCE) < 0;
    }
}
