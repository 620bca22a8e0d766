package org.jejak.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.NullModel;
import org.jejak.analysis.brokerage.Sureness;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * How sure a ranking is to be, as query parameters; they mean what the options of {@code brokers} mean.
 *
 * @param depth measures, quick or full
 * @param nullModel tie or incidence; null for the one that fits
 * @param missing assumed share of missing records
 */
public record SurenessParameters(
        @Parameter(description = "measures, quick or full.") @Nullable
        String depth,

        @BindParam("null-model") @Parameter(name = "null-model", description = "tie or incidence.") @Nullable
        String nullModel,

        @Parameter(description = "Assumed share of missing records.") @Nullable
        Double missing) {

    /** @throws IllegalArgumentException if a value is not what it should be */
    public Sureness sureness() {
        Depth asked = depth == null ? Depth.QUICK : NetworkParameters.one(Depth.values(), depth);
        Optional<NullModel> model =
                Optional.ofNullable(nullModel).map(word -> NetworkParameters.one(NullModel.values(), word));
        return new Sureness(asked, model, missing == null ? Sureness.USUAL.missingShare() : missing);
    }
}
