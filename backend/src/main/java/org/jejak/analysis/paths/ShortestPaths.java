package org.jejak.analysis.paths;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Weighting;
import org.jejak.network.ActorId;

/**
 * <b>Question.</b> By which few ways does one actor reach another, and on which records does each step rest?
 *
 * <p><b>Formula.</b> The {@code count} cheapest paths that meet nobody twice; a tie costs 1, or 1 divided by its strength.
 * Equally cheap ones in the order of the ids met.
 *
 * <p><b>Paper.</b> Yen, <i>Finding the k shortest loopless paths in a network</i>, Management Science 17 (1971), with
 * Lawler's rule not to branch twice at one place.
 *
 * <p><b>Cost.</b> At most one search, O(m log n), for each step of each path; memory O(n + m).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions. A pair is one step however many
 * records tie it, all of them are named; with weights their strengths are summed. Somebody without ties is reached by
 * nobody: no path. From somebody to themselves there is none either.
 *
 * <p><b>Range and scale.</b> Costs are positive.
 *
 * <p><b>When it misleads.</b> A short path through a common landlord is short and means nothing; a tie from years earlier
 * counts as one from yesterday. That two actors are joined by a path does not say that anything went along it.
 *
 * <pre>
 *   a---b---d        from a to d: a b d, then a c e d
 *    \     /
 *     c---e
 * </pre>
 */
public record ShortestPaths(ActorId from, ActorId to, int count, Weighting weighting) {

    public ShortestPaths {
        if (count < 1) {
            throw new IllegalArgumentException("at least one path");
        }
    }

    public List<ActorPath> on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    /** Cheapest first; empty where there is no path or one of the two is not in the network. */
    public List<ActorPath> on(NetworkSnapshot network, RunControl control) {
        OptionalInt source = network.indexOf(from);
        OptionalInt target = network.indexOf(to);
        if (source.isEmpty() || target.isEmpty() || from.equals(to)) {
            return List.of();
        }
        CheapestPath search = new CheapestPath(network.adjacency(), weighting, target.getAsInt());
        return yen(search, source.getAsInt(), control).stream()
                .map(route -> described(route, network))
                .toList();
    }

    private List<Route> yen(CheapestPath search, int source, RunControl control) {
        List<Route> found = new ArrayList<>();
        TreeSet<Route> candidates = new TreeSet<>();
        Route first = search.from(new int[] {source}, 0, new int[0]);
        if (first != null) {
            candidates.add(first);
        }
        while (found.size() < count && !candidates.isEmpty()) {
            Route best = candidates.removeFirst();
            found.add(best);
            for (int at = best.branchedAt(); at < best.vertices().length - 1; at++) {
                control.stop().check();
                int[] prefix = Arrays.copyOf(best.vertices(), at + 1);
                Route branch = search.from(prefix, at, taken(found, prefix));
                if (branch != null) {
                    candidates.add(branch);
                }
            }
            control.progress().advanced("paths", (double) found.size() / count);
        }
        return found;
    }

    /** Where the paths found so far went on after the same beginning. */
    private static int[] taken(List<Route> found, int[] prefix) {
        return found.stream()
                .map(Route::vertices)
                .filter(vertices -> vertices.length > prefix.length
                        && Arrays.equals(vertices, 0, prefix.length, prefix, 0, prefix.length))
                .mapToInt(vertices -> vertices[prefix.length])
                .toArray();
    }

    private static ActorPath described(Route route, NetworkSnapshot network) {
        List<PathStep> steps = new ArrayList<>();
        for (int i = 1; i < route.vertices().length; i++) {
            ActorId a = network.actor(route.vertices()[i - 1]);
            ActorId b = network.actor(route.vertices()[i]);
            steps.add(new PathStep(a, b, network.tiesBetween(a, b)));
        }
        return new ActorPath(route.cost(), steps);
    }
}
