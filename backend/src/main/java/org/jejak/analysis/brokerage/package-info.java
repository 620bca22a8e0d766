/**
 * Who joins what would be apart: cut vertices, constraint, effective size, and the report that puts every measure of an
 * actor on one line. It stands on {@code centrality} and {@code community}; neither knows it.
 *
 * <p>What is said of a rank was measured on networks of known truth, by the tests tagged {@code full}:
 *
 * <ul>
 *   <li>Net of degree: on 200 networks drawn from the null itself the randomised p of one actor's own values is uniform
 *       (Kolmogorov and Smirnov, p 0.61), and the reported, pooled p says "at most t" no more often than chance allows, both
 *       for exchanged ties and for exchanged events.
 *   <li>The length of a batch of exchanges is halved from a hundredth of the ties until every second batch stands, and kept.
 *       Whether a component hangs together is looked for from both ends of each tie that went, which is enough and mostly
 *       finds small pieces: no pass over the network.
 *   <li>Rank intervals: the neighbours of a rank are not sought more than three ranks off once a third of those wanted is
 *       there, or the centre of a star would be given its leaves' ranks; and the rank shown is always inside.
 *       With a tenth missing at random, 200 deletions a family and 200 actors, the intervals of those with any betweenness,
 *       and of the first twenty, held the true rank in .900 and .963 (Barabási and Albert), .907 and .936 (Erdős and Rényi),
 *       .901 and .932 (blocks), .924 and .958 (case-shaped) of cases; with a fifth missing where a tenth was assumed in .82.
 * </ul>
 */
@NamedInterface("brokerage")
@NullMarked
package org.jejak.analysis.brokerage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
