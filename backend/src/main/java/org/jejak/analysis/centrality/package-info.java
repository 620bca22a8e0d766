/**
 * How much runs through, or is near to, each actor: one record for each measure, all of them {@link
 * org.jejak.analysis.centrality.CentralityMeasure}s, and the kernels behind them. Who joins what with what is under
 * {@code brokerage}.
 */
@NamedInterface("centrality")
@NullMarked
package org.jejak.analysis.centrality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
