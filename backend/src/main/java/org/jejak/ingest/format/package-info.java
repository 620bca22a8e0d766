/**
 * Which of the formats a file or folder is in, and the row source that reads it; command line and browser ask here, so
 * that both recognise alike. The formats themselves are the packages beside it.
 */
@NullMarked
package org.jejak.ingest.format;

import org.jspecify.annotations.NullMarked;
