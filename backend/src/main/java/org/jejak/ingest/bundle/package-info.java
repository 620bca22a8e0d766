/**
 * Reads a record bundle, a folder or a zip of it, as rows; and writes an empty one. What a row means and whether it is
 * right is not decided here. {@code BundleSourceTest} and {@code CsvParserTest} hold what this package promises.
 */
@NullMarked
package org.jejak.ingest.bundle;

import org.jspecify.annotations.NullMarked;
