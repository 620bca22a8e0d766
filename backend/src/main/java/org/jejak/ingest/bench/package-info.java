/**
 * The yardstick of {@code bench load}: what Neo4j's own {@code LOAD CSV} takes to write the same nodes and relationships
 * without statements, loads, checks and seals. Nothing but the bench uses it.
 */
@NullMarked
package org.jejak.ingest.bench;

import org.jspecify.annotations.NullMarked;
