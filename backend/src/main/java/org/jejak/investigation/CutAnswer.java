package org.jejak.investigation;

import java.util.Map;
import org.jejak.analysis.flow.Cut;
import org.jejak.analysis.flow.Interdiction;
import org.jejak.network.Key;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;

/**
 * The fewest ties, or places and people, that everything runs through between two kinds of places.
 *
 * @param ties how many ways the question was put to
 * @param names how all that is named is shown to the viewer
 */
public record CutAnswer(NetworkQuestion question, Interdiction asked, Cut cut, int ties, Map<Key, Names.Shown> names) {}
