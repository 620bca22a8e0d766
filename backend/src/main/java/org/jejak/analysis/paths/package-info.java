/**
 * How one actor reaches another: the shortest ways and the records each step rests on. Counting paths through somebody
 * is under {@code centrality}.
 */
@NamedInterface("paths")
@NullMarked
package org.jejak.analysis.paths;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
