package org.jejak.command;

import java.util.List;
import org.jejak.api.FurtherParameters;
import org.jejak.investigation.FurtherQuestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Measures that a ranking has only where they are asked for. */
final class FurtherOptions {

    @Option(
            names = "--measures",
            paramLabel = "LIST",
            split = ",",
            description = "Also strength, weighted-betweenness, closeness, eigenvector, roles (whom somebody brokers"
                    + " between), bridges (ties that alone hold two parts together) and reach (the few from whom most"
                    + " others are near), or all. Weighted betweenness and reach take long on a large network.")
    List<String> measures = List.of();

    @Option(
            names = "--roles-over",
            paramLabel = "communities|countries",
            defaultValue = "communities",
            description = "Between groups of which kind roles are counted (default: ${DEFAULT-VALUE}).")
    @Nullable
    String rolesOver;

    @Option(
            names = "--reach",
            paramLabel = "K",
            defaultValue = "3",
            description = "From how many people others are to be reached (default: ${DEFAULT-VALUE}).")
    int reach = 3;

    @Option(
            names = "--within",
            paramLabel = "STEPS",
            defaultValue = "2",
            description = "In how many steps; 0 for the nearer the better (default: ${DEFAULT-VALUE}).")
    int within = 2;

    FurtherQuestion question() {
        return new FurtherParameters(measures, rolesOver, reach, within).question();
    }
}
