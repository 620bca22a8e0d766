package org.jejak.analysis.community;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jejak.network.ActorId;
import org.jgrapht.alg.interfaces.ClusteringAlgorithm;
import org.jspecify.annotations.Nullable;

/** Every actor in exactly one community; JGraphT's own interface, so whatever measures its clusterings measures ours. */
public final class Partition implements ClusteringAlgorithm.Clustering<ActorId> {

    private final List<Community> communities;
    private final Map<ActorId, Integer> idOf = new HashMap<>();
    private final double quality;

    Partition(List<Community> communities, double quality) {
        this.communities = List.copyOf(communities);
        this.quality = quality;
        for (Community community : communities) {
            community.members().forEach(member -> idOf.put(member, community.id()));
        }
    }

    public List<Community> communities() {
        return communities;
    }

    /** Id of the actor's community. */
    public int of(ActorId actor) {
        Integer id = idOf.get(actor);
        if (id == null) {
            throw new IllegalArgumentException("not in this network: " + actor);
        }
        return id;
    }

    /** Modularity; none where there are no ties. */
    public OptionalDouble quality() {
        return Double.isNaN(quality) ? OptionalDouble.empty() : OptionalDouble.of(quality);
    }

    @Override
    public int getNumberClusters() {
        return communities.size();
    }

    @Override
    public List<Set<ActorId>> getClusters() {
        return communities.stream()
                .<Set<ActorId>>map(community -> new LinkedHashSet<>(community.members()))
                .toList();
    }

    @Override
    public Iterator<Set<ActorId>> iterator() {
        return getClusters().iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Partition that
                && communities.equals(that.communities)
                && Double.compare(quality, that.quality) == 0;
    }

    @Override
    public int hashCode() {
        return communities.hashCode();
    }

    @Override
    public String toString() {
        return communities.size() + " communities, modularity " + quality;
    }
}
