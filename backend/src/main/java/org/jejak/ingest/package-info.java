/**
 * Records come in here, and only here: a row becomes facts or a named refusal. Everything an agency hands over, a
 * bundle, a FollowTheMoney stream, an edge list or a mapped spreadsheet, is turned into the same rows by a
 * {@link org.jejak.ingest.RowSource} and enters by the same door, {@code Loads}.
 *
 * <p>Here belong: reading and checking rows, normalising identifiers, writing, holding, withdrawing and undoing them.
 * Not here: reading the graph for people (that is {@code safeguard}'s door), users and their cases, and any measure.
 * {@code ArchitectureTest} holds that.
 */
@NullMarked
package org.jejak.ingest;

import org.jspecify.annotations.NullMarked;
