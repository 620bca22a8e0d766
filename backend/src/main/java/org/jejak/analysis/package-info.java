/**
 * Measures on a frozen network: {@code NetworkSnapshot} (immutable, an unmodifiable JGraphT graph inside), the shapes
 * its measures answer in, and how a long one is stopped and watched. Each family of measures has a sub-package of its
 * own; this package knows none of them. Only JDK, JGraphT, fastutil, the Leiden authors' library and the ids of
 * {@code network}; no Spring, no Neo4j. {@code ArchitectureTest} holds that.
 */
@NullMarked
package org.jejak.analysis;

import org.jspecify.annotations.NullMarked;
