package org.jejak.analysis.brokerage;

import org.jejak.network.ActorId;

/**
 * A pair whose tie is all that holds two parts of the network together.
 *
 * @param a the smaller id
 * @param onSideOfA how many would be left together on that side, {@code a} included
 */
public record Bridge(ActorId a, ActorId b, int onSideOfA, int onSideOfB) {}
