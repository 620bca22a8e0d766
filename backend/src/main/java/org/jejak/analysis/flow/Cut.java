package org.jejak.analysis.flow;

import java.util.List;
import java.util.Set;
import org.jejak.network.Key;

/**
 * The least that has to be taken away so that nothing gets through.
 *
 * @param admissible false where something leads from start to end past all that may be taken: there is no such cut, and
 *     the rest says nothing
 * @param flow how much could pass, which is how much the cut takes; 0 where nothing leads through
 * @param ties to take, where ties are taken, in the order they were given
 * @param nodes to take, where places and people are taken, by key
 * @param startSide what would still be reached from the start; of all smallest cuts this is the one nearest to it
 */
public record Cut(boolean admissible, long flow, List<FlowTie> ties, List<Key> nodes, Set<Key> startSide) {

    public Cut {
        ties = List.copyOf(ties);
        nodes = List.copyOf(nodes);
        startSide = Set.copyOf(startSide);
    }
}
