/**
 * The Cypher files by name. Reads them once at start and fails on one that is empty or named twice; knows no feature.
 * What a query means belongs to the feature whose folder it stands in; {@code CypherFilesTest} holds files, constants
 * and parameters together.
 */
@NullMarked
package org.jejak.cypher;

import org.jspecify.annotations.NullMarked;
