/**
 * A question put to the network: the snapshot it was put to, the measure, the answer, and for whom. Runs the measures of
 * {@code analysis} on what {@code projection} makes of the viewer's records, and gives people their names; command line,
 * REST and browser ask here and nowhere else, so that they cannot disagree.
 */
@NullMarked
package org.jejak.investigation;

import org.jspecify.annotations.NullMarked;
