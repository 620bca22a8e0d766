package org.jejak.command;

import java.util.List;
import org.jejak.analysis.ProgressListener;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.StopSignal;
import org.jejak.api.NetworkParameters;
import org.jejak.network.NotAllowed;
import org.jejak.network.Viewer;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.KnownSources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which network a question is put to; the same options on every command that asks one. */
final class Asked {

    @Option(
            names = "--case",
            paramLabel = "C",
            description = "Only this case, in any case of letters; may be repeated (default: all you may see).")
    List<String> cases = List.of();

    @Option(names = "--at", paramLabel = "DATE", description = "Only what may have been true then.")
    @Nullable
    String at;

    @Option(names = "--known", paramLabel = "DATE", description = "Only what Jejak had recorded by then.")
    @Nullable
    String known;

    @Option(
            names = "--min-grade",
            paramLabel = "B3",
            description =
                    "Only rows with a statement of at least this reliability and credibility; F and 6 never pass.")
    @Nullable
    String minimum;

    @Mixin
    Without without = new Without();

    @Option(
            names = "--fold",
            paramLabel = "simple|multigraph",
            defaultValue = "simple",
            description = "One tie for each pair, or one for each record (default: ${DEFAULT-VALUE}).")
    @Nullable
    String fold;

    @Option(
            names = "--ties",
            paramLabel = "LIST",
            split = ",",
            description = "More ties than the usual ones, or fewer: link,contact,payment,movement are on;"
                    + " shared_place,shared_vehicle,shared_identifier,shared_organization,convoy are added"
                    + " by naming them; -contact takes one away.")
    List<String> ties = List.of();

    @Option(
            names = "--weights",
            paramLabel = "records|newman",
            defaultValue = "records",
            description = "How strong a tie a record makes: one, or 1/(k-1) where it gathers k people; only strength,"
                    + " weighted betweenness and the cheapest paths see it (default: ${DEFAULT-VALUE}).")
    @Nullable
    String weights;

    @Option(
            names = "--explained",
            paramLabel = "left_out|kept",
            defaultValue = "left_out",
            description = "Contacts that an official's duty explains (default: ${DEFAULT-VALUE}).")
    @Nullable
    String explained;

    /** @throws NotAllowed if a case or source was named that is not there or not the viewer's */
    NetworkQuestion question(Opened opened, Viewer viewer) {
        var named = CaseOption.of(viewer, cases);
        return new NetworkParameters(named, at, known, minimum, without.sources, fold, ties, weights, explained)
                .question(viewer, opened.get(KnownSources.class));
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
