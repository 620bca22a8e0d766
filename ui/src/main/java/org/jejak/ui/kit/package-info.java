/**
 * Small components that know no domain word: empty states, notices, chips. What knows a person, a case or a measure
 * belongs in the package of its view.
 */
@NullMarked
package org.jejak.ui.kit;

import org.jspecify.annotations.NullMarked;
