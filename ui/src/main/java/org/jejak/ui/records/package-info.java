/**
 * Bringing records in, seeing what became of them, taking a load back, and the sources on which everything rests. How
 * rows are checked and written is decided in {@code org.jejak.ingest}, not here.
 */
@NullMarked
package org.jejak.ui.records;

import org.jspecify.annotations.NullMarked;
