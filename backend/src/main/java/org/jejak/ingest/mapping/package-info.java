/**
 * Any CSV by a mapping: a small YAML file says which column is what, how times and numbers are written, and which things
 * are made of a cell. Reads mappings, writes them (the browser does), and turns a table into rows of the contract by
 * one. What is wrong in a mapping is said with the mapping's line and column, what is wrong in a table with the table's.
 * {@code MappingTest} holds that; its example lies beside it.
 */
@NullMarked
package org.jejak.ingest.mapping;

import org.jspecify.annotations.NullMarked;
