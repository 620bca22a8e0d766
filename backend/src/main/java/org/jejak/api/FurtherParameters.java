package org.jejak.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.EnumSet;
import java.util.List;
import org.jejak.investigation.FurtherMeasure;
import org.jejak.investigation.FurtherQuestion;
import org.jejak.investigation.RoleGroups;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which measures a ranking has beyond the usual ones, as query parameters; they mean what the options of {@code brokers}
 * mean.
 *
 * @param rolesOver communities or countries
 * @param reach how many people to reach others from
 * @param within in how many steps
 */
public record FurtherParameters(
        @Parameter(
                description = "strength, weighted_betweenness, closeness, eigenvector, roles, bridges, reach; or all.")
        @Nullable
        List<String> measures,

        @BindParam("roles-over")
        @Parameter(name = "roles-over", description = "Groups of the roles: communities or countries.")
        @Nullable
        String rolesOver,

        @Parameter(description = "How many people to reach others from.") @Nullable
        Integer reach,

        @Parameter(description = "In how many steps; 0 for the nearer the better.") @Nullable
        Integer within) {

    /** @throws IllegalArgumentException if a value is not what it should be */
    public FurtherQuestion question() {
        var usual = FurtherQuestion.NOTHING;
        var wanted = EnumSet.noneOf(FurtherMeasure.class);
        for (String word : measures == null ? List.<String>of() : measures) {
            if (word.strip().equalsIgnoreCase("all")) {
                wanted.addAll(EnumSet.allOf(FurtherMeasure.class));
            } else {
                wanted.add(NetworkParameters.one(FurtherMeasure.values(), word));
            }
        }
        return new FurtherQuestion(
                wanted,
                rolesOver == null ? usual.over() : NetworkParameters.one(RoleGroups.values(), rolesOver),
                reach == null ? usual.reachCount() : reach,
                within == null ? usual.reachWithin() : within);
    }
}
