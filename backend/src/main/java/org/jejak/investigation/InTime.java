package org.jejak.investigation;

/** What passes from one to another in time. */
public enum InTime {
    /** Payments between people, organizations and accounts. */
    MONEY,
    /** Movements between places. */
    PEOPLE
}
