package org.jejak.analysis;

/** The family of records a tie comes from, in the order in which they are named where several tie the same pair. */
public enum TieKind {
    LINK(true, false),
    CONTACT(true, false),
    PAYMENT(true, false),
    MOVEMENT(true, true),
    SHARED_PLACE(false, true),
    SHARED_VEHICLE(false, true),
    SHARED_IDENTIFIER(false, true),
    SHARED_ORGANIZATION(false, true),
    CONVOY(false, true);

    private final boolean onByDefault;
    private final boolean event;

    TieKind(boolean onByDefault, boolean event) {
        this.onByDefault = onByDefault;
        this.event = event;
    }

    public boolean isOnByDefault() {
        return onByDefault;
    }

    /**
     * Whether one record gathers several people, so that its ties come and go together: a null model must move people
     * between such events, not single ties.
     */
    public boolean isEvent() {
        return event;
    }
}
