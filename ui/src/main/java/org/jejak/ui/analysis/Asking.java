package org.jejak.ui.analysis;

import java.util.TreeSet;
import org.jejak.investigation.Investigations;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.network.Viewer;
import org.jejak.projection.NetworkQuestion;

/** Who asks, of which network, and whom: what the panels of one page share. */
record Asking(Viewer viewer, NetworkQuestion question, Investigations investigations, KeptInvestigations kept) {

    String caseRefs() {
        return String.join(", ", new TreeSet<>(question.cases()));
    }
}
