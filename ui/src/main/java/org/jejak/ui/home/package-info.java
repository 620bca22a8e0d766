/** The first view: my cases, what is in them, the last loads, one box to search. */
@NullMarked
package org.jejak.ui.home;

import org.jspecify.annotations.NullMarked;
