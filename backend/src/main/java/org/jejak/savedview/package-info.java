/**
 * Drawings that somebody kept: what lay on the canvas, where, through which filters, and what they noted, keyed on our
 * ids so that it reopens as it was. A view belongs to one case and is shared with those who may see that case; what is on
 * it passes the reading door again each time it is opened, so it never shows more than its reader may see.
 *
 * <p>Not here: how a network is drawn (that is the canvas) and kept answers to questions (that is
 * {@code investigation}). {@code ArchitectureTest} holds whom this package knows.
 */
@NullMarked
package org.jejak.savedview;

import org.jspecify.annotations.NullMarked;
