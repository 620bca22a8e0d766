package org.jejak.investigation;

import java.util.List;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * The communities of an answer.
 *
 * @param quality modularity; null without ties
 * @param communities members by id; the first is community 1
 */
public record KeptGroups(@Nullable Double quality, List<List<String>> communities) {

    public KeptGroups {
        communities = communities.stream().map(List::copyOf).toList();
    }

    static KeptGroups of(CommunitiesAnswer answer) {
        var quality = answer.partition().quality();
        return new KeptGroups(
                quality.isPresent() ? quality.getAsDouble() : null,
                answer.partition().communities().stream()
                        .map(community -> community.members().stream()
                                .map(ActorId::toString)
                                .toList())
                        .toList());
    }
}
