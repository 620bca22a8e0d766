/** The records behind what is shown: one click from any number or line to every row it stands on, with who says so. */
@NullMarked
package org.jejak.ui.rows;

import org.jspecify.annotations.NullMarked;
