package org.jejak.analysis.brokerage;

/** How far a broker report goes beyond its measures. */
public enum Depth {
    /** Only the measures. */
    MEASURES,
    /** Net of degree and rank intervals too, where they are a matter of a minute or so. */
    QUICK,
    /** Net of degree and rank intervals too, however long they take. */
    FULL
}
