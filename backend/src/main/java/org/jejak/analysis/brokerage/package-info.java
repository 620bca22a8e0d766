/**
 * Who joins what would be apart: cut vertices, constraint, effective size, and the report that puts every measure of an
 * actor on one line. It stands on {@code centrality} and {@code community}; neither knows it.
 */
@NamedInterface("brokerage")
@NullMarked
package org.jejak.analysis.brokerage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
