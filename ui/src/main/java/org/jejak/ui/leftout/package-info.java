/**
 * What remains without some sources: which ones a page leaves out, as its address says, and how it says so. The leaving out
 * itself is the reading door's.
 */
@NullMarked
package org.jejak.ui.leftout;

import org.jspecify.annotations.NullMarked;
