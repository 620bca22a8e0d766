package org.jejak.command;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jejak.investigation.KeptInvestigations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether an answer is kept; the same option on every command whose answer can be. */
final class Keep {

    @Option(
            names = "--keep",
            paramLabel = "TITLE",
            description =
                    "Keep the answer as an investigation under this title (see 'investigations'); write no names into"
                            + " it.")
    @Nullable
    String title;

    /** @param id under which it was kept; null where it was not */
    record Answered<A>(A answer, @Nullable String id) {

        /** {@code body} with the id, where there is one. */
        <B> B in(B body, Function<String, B> withId) {
            return id == null ? body : withId.apply(id);
        }
    }

    /** Asks, and keeps what comes of it where a title was given. */
    <A> Answered<A> asking(Function<String, KeptInvestigations.Kept<A>> keeping, Supplier<A> asking) {
        if (title == null) {
            return new Answered<>(asking.get(), null);
        }
        var kept = keeping.apply(title);
        return new Answered<>(kept.answer(), kept.investigation().id());
    }
}
