/**
 * The one place that turns what a viewer may read into a {@link org.jejak.analysis.NetworkSnapshot}: which rows make a
 * tie between which persons, on a date, as known on a date, by grade, without sources, without what duty explains.
 * Reads only through the reading door.
 */
@NullMarked
package org.jejak.projection;

import org.jspecify.annotations.NullMarked;
