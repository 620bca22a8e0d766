package org.jejak.api;

import java.util.List;
import java.util.SortedMap;
import org.jejak.investigation.CommunitiesAnswer;
import org.jspecify.annotations.Nullable;

/**
 * {@code communities --json}.
 *
 * @param quality modularity; null where there are no ties
 * @param investigation id under which it was kept; null where it was not
 */
public record CommunitiesBody(
        SnapshotBody snapshot,
        SortedMap<String, Object> parameters,
        @Nullable Double quality,
        List<Group> communities,
        @Nullable String investigation) {

    /** Who belongs together, by key. */
    public record Group(int id, List<String> members) {}

    public static CommunitiesBody of(CommunitiesAnswer answer, long seed) {
        var parameters = SnapshotBody.parameters(answer.network());
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
                        .toList(),
                null);
    }

    /** The same, with the id under which it was kept. */
    public CommunitiesBody kept(String id) {
        return new CommunitiesBody(snapshot, parameters, quality, communities, id);
    }
}
