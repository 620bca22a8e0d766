/**
 * The drawing of a graph: a web component of our own on sigma.js and graphology, because no maintained one exists for
 * Vaadin. It receives topology, layout and appearance as three separate records and knows nothing of cases, stores or
 * sources; what a viewer may see is decided before anything reaches this package. Its TypeScript is in
 * {@code src/main/frontend/canvas}.
 */
@NullMarked
package org.jejak.ui.canvas;

import org.jspecify.annotations.NullMarked;
