package org.jejak.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import java.util.stream.Stream;
import org.jejak.analysis.RunControl;
import org.jejak.investigation.Changes;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.network.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Beside what a kept answer is laid, as query parameters; they mean what the options of {@code investigations compare}
 * mean. At most one is given; none is what is known now.
 *
 * @param later id of a later answer
 * @param since a date: up to the kept answer, from what was true then
 * @param learntSince likewise, from what was known by then
 */
public record ChangesParameters(
        @Parameter(description = "Id of a later answer.") @Nullable
        String later,

        @Parameter(description = "Up to the kept answer, from what was true on this date.") @Nullable
        String since,

        @BindParam("learnt-since")
        @Parameter(name = "learnt-since", description = "Up to the kept answer, from what was known by this date.")
        @Nullable
        String learntSince) {

    /** @throws IllegalArgumentException if a date is none, or more than one thing is given */
    public Changes of(KeptInvestigations kept, Viewer viewer, String id, RunControl control) {
        if (Stream.of(Optional.ofNullable(later), Optional.ofNullable(since), Optional.ofNullable(learntSince))
                        .filter(Optional::isPresent)
                        .count()
                > 1) {
            throw new IllegalArgumentException("one of a later answer, 'since' and 'learnt-since'");
        }
        if (since != null) {
            return kept.since(viewer, id, NetworkParameters.time(since), control);
        }
        if (learntSince != null) {
            return kept.learntSince(viewer, id, NetworkParameters.known(learntSince), control);
        }
        return kept.compare(viewer, id, Optional.ofNullable(later), control);
    }
}
