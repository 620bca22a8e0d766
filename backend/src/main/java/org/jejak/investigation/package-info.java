/**
 * A question put to the network: the snapshot it was put to, the measure, the answer, and for whom. Runs the measures of
 * {@code analysis} on what {@code projection} makes of the viewer's records, and gives people their names; command line,
 * REST and browser ask here and nowhere else, so that they cannot disagree. Answers that are kept are an aggregate of
 * Spring Data, sealed; its {@code @Node} class does not leave this package.
 */
@NullMarked
package org.jejak.investigation;

import org.jspecify.annotations.NullMarked;
