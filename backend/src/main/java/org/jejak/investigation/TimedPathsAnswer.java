package org.jejak.investigation;

import java.util.Map;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.analysis.paths.TimedPaths;
import org.jejak.network.Key;
import org.jejak.projection.Eyes;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;

/**
 * Ways along which money or people can have got from one to another, earliest first.
 *
 * @param what passed
 * @param inferring whether payments nobody recorded were inferred
 * @param digest of the records asked
 * @param ends how many people, accounts or places the records name
 * @param steps how many steps they make
 * @param undated records that may belong to such a way but do not say when they happened
 * @param names how everybody and every place on the ways is shown to the viewer
 */
public record TimedPathsAnswer(
        NetworkQuestion question,
        Eyes eyes,
        InTime what,
        TimeRespectingPaths asked,
        boolean inferring,
        TimedPaths found,
        String digest,
        int ends,
        int steps,
        int undated,
        Map<Key, Names.Shown> names) {}
