package org.jejak.analysis.brokerage;

/** What kind of place an actor holds, as {@code brokers --json} names it in lower case. */
public enum BrokerClass {
    /** More lies between them than their number of ties explains. */
    BROKER,
    /** Many ties. */
    HUB,
    BOTH,
    NONE,
    /** Too few ties, or too few networks like this one, to say. */
    NOT_TESTABLE
}
