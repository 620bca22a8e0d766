/**
 * What surrounds every view: the page, the frame with the navigation drawer, sign-in, and what is shown when something
 * fails. A view belongs in the package of its feature, a component that knows no domain word in {@code ui.kit}.
 */
@NullMarked
package org.jejak.ui.shell;

import org.jspecify.annotations.NullMarked;
