/**
 * Networks as others draw them: who is tied to whom, as a CSV of edges, GraphML or GEXF; every analyst's spreadsheet and
 * most published networks come so. Turns them into rows of the contract, persons and ties, and nothing else;
 * {@code EdgeListSourceTest} and {@code GraphFileSourceTest} hold what is promised.
 *
 * <p>GraphML and GEXF are read with the JDK's own pull parser. JGraphT's readers push (the loader asks for one row after
 * the other), forget lines, and take a file's entities and external definitions at their word; here a document type is
 * passed over and no entity is followed, whatever the file asks for.
 */
@NullMarked
package org.jejak.ingest.edges;

import org.jspecify.annotations.NullMarked;
