/**
 * What would be left of a network without some of its people: fragmentation, key players, orders of removal beside
 * baselines, and what becomes of it when others take over. It stands on {@code centrality}; nothing in here says that
 * anybody should be removed.
 */
@NamedInterface("disruption")
@NullMarked
package org.jejak.analysis.disruption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
