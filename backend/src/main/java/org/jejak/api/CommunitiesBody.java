package org.jejak.api;

import java.util.List;
import java.util.SortedMap;
import org.jejak.investigation.CommunitiesAnswer;
import org.jspecify.annotations.Nullable;

/**
 * {@code communities --json}.
 *
 * @param quality modularity; null where there are no ties
 */
public record CommunitiesBody(
        SnapshotBody snapshot,
        SortedMap<String, Object> parameters,
        @Nullable Double quality,
        List<Group> communities) {

    /** Who belongs together, by key. */
    public record Group(int id, List<String> members) {}

    public static CommunitiesBody of(CommunitiesAnswer answer, long seed) {
        var parameters = SnapshotBody.parameters(answer.network().question());
        parameters.put("seed", seed);
        var quality = answer.partition().quality();
        return new CommunitiesBody(
                SnapshotBody.of(answer.network()),
                parameters,
                quality.isPresent() ? quality.getAsDouble() : null,
                answer.partition().communities().stream()
                        .map(c -> new Group(
                                c.id(),
                                c.members().stream().map(Object::toString).toList()))
                        .toList());
    }
}
