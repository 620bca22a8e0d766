package org.jejak.analysis.brokerage;

/** Which networks the recorded one is compared with. */
public enum NullModel {
    /** Same number of ties for everybody, same components: ties exchange their ends. */
    TIE,
    /**
     * Same size of every event and same number of events and ties for everybody: people exchange events, ties of two exchange
     * ends within their kind. Exchanging the ties of events would only test that events make cliques.
     */
    INCIDENCE
}
