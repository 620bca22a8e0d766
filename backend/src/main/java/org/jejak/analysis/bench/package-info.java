/**
 * How fast the kernels are, measured beside JGraphT and, where Python has it, igraph, on networks made here from a seed.
 * Nothing else depends on it.
 */
@NamedInterface("bench")
@NullMarked
package org.jejak.analysis.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
