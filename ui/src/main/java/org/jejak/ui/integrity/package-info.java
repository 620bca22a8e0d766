/**
 * Officials' leads, for the integrity unit alone: what the channels found, on which records, and what speaks against it.
 * Nobody else learns that there are any; the menu, the page and the search keep still about them.
 */
@NullMarked
package org.jejak.ui.integrity;

import org.jspecify.annotations.NullMarked;
