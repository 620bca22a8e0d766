/**
 * Measures on a frozen network: {@code NetworkSnapshot} (immutable, an unmodifiable JGraphT graph inside) and result
 * records. Only JDK, JGraphT and the ids of {@code network}; no Spring, no Neo4j. {@code ArchitectureTest} holds that.
 */
@NullMarked
package org.jejak.analysis;

import org.jspecify.annotations.NullMarked;
