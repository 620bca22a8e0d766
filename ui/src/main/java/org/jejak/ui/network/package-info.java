/**
 * The network view: find, draw, expand, filter, inspect, undo. It draws what {@code safeguard} and {@code investigation}
 * hand out for the viewer and decides nothing about who may see what.
 */
@NullMarked
package org.jejak.ui.network;

import org.jspecify.annotations.NullMarked;
