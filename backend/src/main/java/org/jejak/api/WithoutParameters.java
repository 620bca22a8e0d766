package org.jejak.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jejak.network.Viewer;
import org.jejak.safeguard.KnownSources;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** What remains without some sources, as a query parameter. Spring makes one from a request. */
record WithoutParameters(
        @BindParam("without-source")
        @Parameter(name = "without-source", description = "As if this source had never been; may be repeated.")
        @Nullable
        List<String> withoutSource) {

    /** The viewer who does not see them. */
    Viewer of(Viewer viewer, KnownSources sources) {
        return withoutSource == null ? viewer : sources.without(viewer, withoutSource);
    }
}
