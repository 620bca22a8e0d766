/**
 * Evidence packs: a chosen part of a case with what it rests on, how it was computed and proof that nothing changed,
 * as a signed BagIt bag in a canonical zip. What goes in is decided by {@code Exports} (victims and witnesses under
 * pseudonyms that mean nothing elsewhere); {@code PackWriter} turns a finished {@code PackContent} into bytes and knows
 * no store. Checking a pack is the business of {@code pack.verify}, which shares no code with this package but the
 * format's constants.
 *
 * <p>And whole cases as data for other tools ({@code Handovers}: bundles, FollowTheMoney), under the same rules about whom
 * to name.
 */
@NullMarked
package org.jejak.pack;

import org.jspecify.annotations.NullMarked;
