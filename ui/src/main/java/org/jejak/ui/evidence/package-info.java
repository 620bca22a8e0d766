/**
 * What leaves the house as evidence: the basket of chosen things, the pack that is made of it, and the check of a pack
 * that came in. What a pack holds and how it is verified is not decided here but in {@code org.jejak.pack}.
 */
@NullMarked
package org.jejak.ui.evidence;

import org.jspecify.annotations.NullMarked;
