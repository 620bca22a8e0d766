/**
 * Keys of persons and things, and what is sealed with them. Knows only {@code network}; what is sealed and for whom it
 * is opened is decided by {@code ingest} and {@code safeguard}.
 */
@NullMarked
package org.jejak.identity;

import org.jspecify.annotations.NullMarked;
