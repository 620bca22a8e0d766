package org.jejak.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.analysis.Fold;
import org.jejak.analysis.ProgressListener;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.StopSignal;
import org.jejak.analysis.TieKind;
import org.jejak.network.Grade;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.PartialTime;
import org.jejak.network.Viewer;
import org.jejak.projection.NetworkQuestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which network a question is put to; the same options on every command that asks one. */
final class Asked {

    @Option(
            names = "--case",
            paramLabel = "C",
            description = "Only this case; may be repeated (default: all cases you may see).")
    List<String> cases = List.of();

    @Option(names = "--at", paramLabel = "DATE", description = "Only what may have been true then.")
    @Nullable
    PartialTime at;

    @Option(names = "--known", paramLabel = "DATE", description = "Only what Jejak had recorded by then.")
    @Nullable
    PartialTime known;

    @Option(
            names = "--min-grade",
            paramLabel = "B3",
            description =
                    "Only rows with a statement of at least this reliability and credibility; F and 6 never pass.")
    @Nullable
    Grade minimum;

    @Option(
            names = "--without-source",
            paramLabel = "ID",
            description = "As if this source had never been; may be repeated.")
    List<Key> without = List.of();

    @Option(
            names = "--fold",
            paramLabel = "simple|multigraph",
            defaultValue = "simple",
            description = "One tie for each pair, or one for each record (default: ${DEFAULT-VALUE}).")
    Fold fold = Fold.SIMPLE;

    @Option(
            names = "--ties",
            paramLabel = "LIST",
            split = ",",
            description = "More ties than the usual ones, or fewer: link,contact,payment,movement are on;"
                    + " shared_place,shared_vehicle,shared_identifier,shared_organization,convoy are added"
                    + " by naming them; -contact takes one away.")
    List<String> ties = List.of();

    /** @throws NotAllowed if a case was named that is not there or not the viewer's */
    NetworkQuestion question(Viewer viewer) {
        for (String wanted : cases) {
            if (!viewer.cases().contains(wanted)) {
                throw NotAllowed.noCase(wanted);
            }
        }
        return new NetworkQuestion(
                cases.isEmpty() ? viewer.cases() : new TreeSet<>(cases),
                Optional.ofNullable(at),
                Optional.ofNullable(known).map(Asked::endOf),
                Optional.ofNullable(minimum),
                Set.copyOf(without),
                fold,
                kinds());
    }

    /** What was recorded on a day was recorded by that day. */
    private static Instant endOf(PartialTime time) {
        return time.until().minus(Duration.ofMillis(1));
    }

    private Set<TieKind> kinds() {
        var kinds = EnumSet.copyOf(NetworkQuestion.USUAL_TIES);
        for (String word : ties) {
            boolean less = word.startsWith("-");
            String name = (less ? word.substring(1) : word)
                    .strip()
                    .toUpperCase(Locale.ROOT)
                    .replace('-', '_');
            var kind = Arrays.stream(TieKind.values())
                    .filter(k -> k.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no kind of tie; they are "
                            + Arrays.stream(TieKind.values())
                                    .map(k -> k.name().toLowerCase(Locale.ROOT))
                                    .toList()));
            if (less) {
                kinds.remove(kind);
            } else {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** All processors, and a line for a person now and then. */
    static RunControl control() {
        return new RunControl(
                StopSignal.NEVER,
                Output.toTerminal() ? new Told() : ProgressListener.NONE,
                Runtime.getRuntime().availableProcessors());
    }

    private static final class Told implements ProgressListener {
        private long last = System.nanoTime();

        @Override
        public synchronized void advanced(String step, double share) {
            if (System.nanoTime() - last > 2_000_000_000L) {
                last = System.nanoTime();
                Output.note(step + " " + Math.round(share * 100) + " %");
            }
        }
    }
}
