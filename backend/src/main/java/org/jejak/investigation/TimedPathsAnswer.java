package org.jejak.investigation;

import java.util.Map;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.analysis.paths.TimedPaths;
import org.jejak.network.Key;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;

/**
 * Ways along which money or people can have got from one to another, earliest first.
 *
 * @param undated records that may belong to such a way but do not say when they happened
 * @param names how everybody and every place on the ways is shown to the viewer
 */
public record TimedPathsAnswer(
        NetworkQuestion question,
        TimeRespectingPaths asked,
        TimedPaths found,
        int undated,
        Map<Key, Names.Shown> names) {}
