/**
 * What may be shown to whom: the one door through which case data is read, who is protected, and by which name a person
 * is shown. Every read takes a {@link org.jejak.network.Viewer}; every query here is given the viewer's keys as
 * {@code $doors} and matches nothing without one, which {@code CypherFilesTest} holds for each file.
 */
@NullMarked
package org.jejak.safeguard;

import org.jspecify.annotations.NullMarked;
