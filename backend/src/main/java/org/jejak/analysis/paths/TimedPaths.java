package org.jejak.analysis.paths;

import java.util.List;

/**
 * @param complete false where so many beginnings were tried that the search was given up: there may be more
 */
public record TimedPaths(List<TimedPath> paths, boolean complete) {

    public TimedPaths {
        paths = List.copyOf(paths);
    }
}
