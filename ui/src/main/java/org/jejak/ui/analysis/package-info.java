/** Who holds a network together: the ranking of brokers, and what it was computed on. */
@NullMarked
package org.jejak.ui.analysis;

import org.jspecify.annotations.NullMarked;
