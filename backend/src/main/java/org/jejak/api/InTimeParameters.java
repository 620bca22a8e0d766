package org.jejak.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.analysis.flow.GreatestFlow;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.investigation.InTime;
import org.jejak.investigation.Inferring;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;

/**
 * Between whom and within which time something is to have passed, as query parameters; they mean what the options of {@code
 * paths --in-time} mean.
 *
 * @param from several only for a flow
 * @param what money or people
 * @param window days
 * @param tolerance share by which amounts may differ
 */
public record InTimeParameters(
        @Parameter(description = "Keys to start from; several only for a flow.") @Nullable
        List<String> from,

        @Parameter(description = "Keys to end at; several only for a flow.") @Nullable
        List<String> to,

        @Parameter(description = "money or people.") @Nullable
        String what,

        @Parameter(description = "Days it may rest between two steps (30).") @Nullable
        Integer window,

        @Parameter(description = "Share by which amounts may differ from step to step (0.1).") @Nullable
        Double tolerance,

        @Parameter(description = "Also over payments nobody recorded.") @Nullable
        Boolean inferred) {

    private static final int LONGEST = 6;

    public InTime passing() {
        return what == null ? InTime.MONEY : NetworkParameters.one(InTime.values(), what);
    }

    /** @throws IllegalArgumentException if several were given at one end */
    public TimeRespectingPaths chains(int top) {
        return new TimeRespectingPaths(
                only(from),
                only(to),
                Math.clamp(top, 1, 50),
                LONGEST,
                days(),
                guesses().tolerance());
    }

    public GreatestFlow flow() {
        return new GreatestFlow(keys(from), keys(to), days());
    }

    public Inferring guesses() {
        return new Inferring(Boolean.TRUE.equals(inferred), tolerance == null ? 0.1 : tolerance);
    }

    private static Set<Key> keys(@Nullable List<String> given) {
        return NetworkParameters.given(given).stream().map(Key::new).collect(Collectors.toUnmodifiableSet());
    }

    private Duration days() {
        return Duration.ofDays(window == null ? 30 : window);
    }

    /** @throws IllegalArgumentException if there is not exactly one */
    public static Key only(@Nullable List<String> keys) {
        if (keys == null || keys.size() != 1) {
            throw new IllegalArgumentException("one key at each end; several only where a flow is asked");
        }
        return new Key(keys.getFirst());
    }
}
