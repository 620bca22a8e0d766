package org.jejak.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jejak.analysis.Fold;
import org.jejak.analysis.TieKind;
import org.jejak.network.Grade;
import org.jejak.network.NotAllowed;
import org.jejak.network.PartialTime;
import org.jejak.network.Viewer;
import org.jejak.projection.ExplainedContacts;
import org.jejak.projection.NetworkQuestion;
import org.jejak.projection.TieWeights;
import org.jejak.safeguard.KnownSources;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which network a question is put to, as query parameters; they mean what the options of the commands mean. Spring makes
 * one from a request; a parameter that is not given is null.
 *
 * @param caseRef only these cases; all of the viewer's if none
 * @param ties more ties than the usual ones; with a minus in front, fewer
 * @param weights records or newman
 * @param explained left_out or kept
 */
public record NetworkParameters(
        @BindParam("case") @Parameter(name = "case", description = "Only this case; may be repeated.") @Nullable
        List<String> caseRef,

        @Parameter(description = "Only what may have been true then.") @Nullable
        String at,

        @Parameter(description = "Only what Jejak had recorded by then.") @Nullable
        String known,

        @BindParam("min-grade")
        @Parameter(name = "min-grade", description = "Only rows with a statement this good: B3.")
        @Nullable
        String minGrade,

        @BindParam("without-source")
        @Parameter(name = "without-source", description = "As if this source had never been; may be repeated.")
        @Nullable
        List<String> withoutSource,

        @Parameter(description = "One tie for each pair (simple) or for each record (multigraph).") @Nullable
        String fold,

        @Parameter(description = "More ties than the usual ones; with a minus in front, fewer.") @Nullable
        List<String> ties,

        @Parameter(description = "How strong a tie a record makes: records or newman.") @Nullable
        String weights,

        @Parameter(description = "Contacts that a duty explains: left_out or kept.") @Nullable
        String explained) {

    /**
     * The question, for this viewer.
     *
     * @throws NotAllowed if a case or source is named that is not there or not theirs to see
     * @throws IllegalArgumentException if a value is not what it should be
     */
    public NetworkQuestion question(Viewer viewer, KnownSources sources) {
        var wanted = new TreeSet<String>();
        for (String one : given(caseRef)) {
            wanted.add(viewer.caseNamed(one));
        }
        var knownBy = read(known, NetworkParameters::known);
        return new NetworkQuestion(
                wanted.isEmpty() ? viewer.cases() : wanted,
                read(at, NetworkParameters::time),
                knownBy,
                read(minGrade, NetworkParameters::grade),
                sources.named(viewer, given(withoutSource), knownBy),
                read(fold, f -> one(Fold.values(), f)).orElse(Fold.SIMPLE),
                kinds(),
                read(weights, w -> one(TieWeights.values(), w)).orElse(TieWeights.RECORDS),
                read(explained, e -> one(ExplainedContacts.values(), e)).orElse(ExplainedContacts.LEFT_OUT));
    }

    static List<String> given(@Nullable List<String> several) {
        return several == null ? List.of() : several;
    }

    private static <T> Optional<T> read(@Nullable String text, Function<String, T> reader) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(reader.apply(text.strip()));
    }

    /** The last instant of a date, which is what was known by it. */
    static Instant known(String text) {
        return time(text).until().minus(Duration.ofMillis(1));
    }

    static PartialTime time(String text) {
        try {
            return PartialTime.parse(text, ZoneOffset.UTC);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("'" + text + "' is no date such as 2015, 2015-03 or 2015-03-07", wrong);
        }
    }

    private static Grade grade(String text) {
        return Grade.parse(text.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no grade such as B3"));
    }

    private Set<TieKind> kinds() {
        var kinds = EnumSet.copyOf(NetworkQuestion.USUAL_TIES);
        for (String word : given(ties)) {
            if (word.startsWith("-")) {
                kinds.remove(one(TieKind.values(), word.substring(1)));
            } else {
                kinds.add(one(TieKind.values(), word));
            }
        }
        return kinds;
    }

    static <E extends Enum<E>> E one(E[] all, String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replaceAll("[- ]", "_");
        return Arrays.stream(all)
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of "
                        + Arrays.stream(all)
                                .map(e -> e.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }
}
