/**
 * The life of the graph store: the embedded Neo4j (start, password, lock, Bolt on loopback), the connection to an
 * external one, and the schema migrations; one driver for both. Knows no feature and no case.
 */
@NullMarked
package org.jejak.store;

import org.jspecify.annotations.NullMarked;
