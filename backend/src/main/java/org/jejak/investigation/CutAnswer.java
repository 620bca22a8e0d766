package org.jejak.investigation;

import java.util.Map;
import java.util.Set;
import org.jejak.analysis.flow.Cut;
import org.jejak.analysis.flow.Interdiction;
import org.jejak.network.Key;
import org.jejak.projection.Eyes;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;

/**
 * The fewest ties, or places and people, that everything runs through between two kinds of places.
 *
 * @param fromKinds kinds of places asked to start from; empty for wherever recruitment began
 * @param toKinds kinds of places asked to end at; empty for wherever exploitation ended
 * @param ends how many places and people the ways name
 * @param ties how many ways the question was put to
 * @param digest of those ways
 * @param names how all that is named is shown to the viewer
 */
public record CutAnswer(
        NetworkQuestion question,
        Eyes eyes,
        Set<String> fromKinds,
        Set<String> toKinds,
        Interdiction asked,
        Cut cut,
        int ends,
        int ties,
        String digest,
        Map<Key, Names.Shown> names) {

    public CutAnswer {
        fromKinds = Set.copyOf(fromKinds);
        toKinds = Set.copyOf(toKinds);
    }
}
