package org.jejak.analysis.brokerage;

import java.util.Random;
import org.jejak.analysis.StopSignal;

/** Networks like the recorded one in what a null model holds fast and otherwise random. */
sealed interface NullNetworks permits TieExchange, EventExchange {

    /** A place in the space of such networks; walking on changes a copy. */
    sealed interface State permits TieExchange.Ties, EventExchange.Events {}

    State observed();

    /** Ten attempts for each tie, from {@code from}. */
    State walk(State from, Random random, StopSignal stop);

    LooseTies ties(State state);

    /**
     * Actors that the null model cannot tell apart have the same number: their scores may stand for each other.
     */
    int[] classes();

    /** By vertex: exchanges accepted around it on the way to this state, for each tie there. */
    double[] accepted(State state);
}
