/**
 * Edge lists: a CSV of who is tied to whom, as every analyst's spreadsheet and most published networks come. Turns them
 * into rows of the contract and nothing else; {@code EdgeListSourceTest} holds what is promised.
 */
@NullMarked
package org.jejak.ingest.edges;

import org.jspecify.annotations.NullMarked;
