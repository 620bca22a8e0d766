/**
 * How much could pass from some places to others, and what few ties, places or people it all runs through. Who holds the
 * network of people together is under {@code brokerage}, what removals leave of it under {@code disruption}.
 */
@NamedInterface("flow")
@NullMarked
package org.jejak.analysis.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
