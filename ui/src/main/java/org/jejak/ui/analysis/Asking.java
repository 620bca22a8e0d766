package org.jejak.ui.analysis;

import org.jejak.investigation.Investigations;
import org.jejak.network.Viewer;
import org.jejak.projection.NetworkQuestion;

/** Who asks, of which network, and whom: what the panels of one page share. */
record Asking(Viewer viewer, NetworkQuestion question, Investigations investigations) {}
