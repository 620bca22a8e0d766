package org.jejak.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jejak.analysis.bench.Bar;
import org.jejak.analysis.bench.BenchResult;
import org.jejak.analysis.bench.BrokersBench;
import org.jejak.analysis.bench.EngineTimes;
import org.jejak.analysis.bench.NetworkTimes;
import org.jejak.analysis.bench.ReportBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = {
            "Measures this machine; nothing of yours is touched.",
            "brokers: exact betweenness of made networks by Jejak, by JGraphT and, where python3 has it, by igraph, in turns;",
            "exit code 1 if they do not agree. With JGraphT in all five rounds it takes a quarter of an hour.",
            "report: the whole broker report of a network of N ties, from the snapshot on.",
            "contacts: a case of N contacts between 2,000 phones is loaded, and who holds it together is asked.",
            "load: N rows, half passages, a quarter shifts, a quarter contacts; and the same rows once more by LOAD CSV.",
            "JSON: report {\"actors\",\"ties\",\"threads\",\"processors\",\"snapshotSeconds\",\"reportSeconds\",",
            "\"stepSeconds\",\"sampled\",\"sampledPaths\",\"betweennessError\",\"harmonicError\",\"communities\",",
            "\"cutVertices\",\"heapMegabytes\",\"met\"}; brokers {\"rounds\",\"jgraphtRounds\",\"threads\",\"processors\",\"loadBefore\",\"loadAfter\",",
            "\"withoutIgraph\",\"networks\":[{\"network\",\"actors\",\"ties\",\"engines\":[{\"engine\",\"seconds\",\"minimum\",",
            "\"median\",\"timesOurs\"}],\"largestDifference\",\"agree\"}],\"bars\":[{\"network\",\"engine\",\"atLeast\",",
            "\"measured\",\"met\"}]}; contacts {\"bench\",\"contacts\",\"loadSeconds\",\"contactsPerSecond\",\"brokersSeconds\",",
            "\"persons\",\"ties\",\"processors\"}; load {\"bench\",\"rows\",\"loadSeconds\",\"rowsPerSecond\",",
            "\"firstTenthRowsPerSecond\",\"lastTenthRowsPerSecond\",\"loadCsvSeconds\",\"timesLoadCsv\",\"peakMemoryMib\",",
            "\"processors\"}"
        })
final class BenchCommand implements Callable<Integer> {

    /** What can be measured. */
    enum Name {
        BROKERS,
        REPORT,
        CONTACTS,
        LOAD
    }

    @Mixin
    AnyHome home = new AnyHome();

    @Mixin
    Output output = new Output();

    @Parameters(paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}")
    Name name = Name.BROKERS;

    @Option(
            names = "--size",
            paramLabel = "N",
            description =
                    "Actors of each network (brokers: 10000), ties (report: 1000000), contacts (contacts: 100000), rows (load: 2000000).")
    @Nullable
    Integer size;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    int rounds = 5;

    @Option(
            names = "--jgrapht-rounds",
            paramLabel = "N",
            description = "JGraphT takes minutes a round: in how many of them it runs (default: all; 0: not at all).")
    @Nullable
    Integer jgraphtRounds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Ours (default: ${DEFAULT-VALUE}).")
    int threads = 2;

    @Override
    public Integer call() throws IOException {
        return switch (name) {
            case BROKERS -> brokers();
            case REPORT -> {
                var result = new ReportBench(size == null ? 1_000_000 : size, threads, 1).run(Output::note);
                output.print(result, () -> output.line(result.toString()));
                yield Exit.DONE;
            }
            case LOAD -> {
                var measured = new LoadBench(size == null ? 2_000_000 : size).run();
                output.print(measured, () -> measured.forEach((what, value) -> output.line(what + "  " + value)));
                yield Exit.DONE;
            }
            case CONTACTS -> {
                var measured = new ContactsBench(size == null ? 100_000 : size).run();
                output.print(measured, () -> measured.forEach((what, value) -> output.line(what + "  " + value)));
                yield Exit.DONE;
            }
        };
    }

    private int brokers() throws IOException {
        int ofJgrapht = jgraphtRounds == null ? rounds : Math.min(jgraphtRounds, rounds);
        var result = new BrokersBench(size == null ? 10_000 : size, rounds, ofJgrapht, threads, 1).run(Output::note);
        output.print(result, () -> say(result));
        return result.networks().stream().allMatch(NetworkTimes::agree) ? Exit.DONE : Exit.NO;
    }

    private void say(BenchResult result) {
        for (NetworkTimes network : result.networks()) {
            output.line(network.network() + ": " + network.actors() + " actors, " + network.ties() + " ties; scores "
                    + (network.agree() ? "agree" : "DO NOT AGREE")
                    + String.format(Locale.ROOT, ", largest relative difference %.1e", network.largestDifference()));
            var rows = new ArrayList<List<@Nullable Object>>();
            for (EngineTimes engine : network.engines()) {
                rows.add(Lines.row(
                        engine.engine(),
                        engine.seconds().size(),
                        engine.minimum(),
                        engine.median(),
                        engine.timesOurs(),
                        engine.medianTimesOurs()));
            }
            output.table(List.of("engine", "rounds", "minimum s", "median s", "minimum / ours", "median / ours"), rows);
        }
        for (Bar bar : result.bars()) {
            output.line(String.format(
                    Locale.ROOT,
                    "%s, %s: at least %.0f times ours wanted, %.1f measured: %s",
                    bar.network(),
                    bar.engine(),
                    bar.atLeast(),
                    bar.measured(),
                    bar.met() ? "met" : "missed"));
        }
        if (!result.withoutIgraph().isEmpty()) {
            output.line("Without igraph: " + result.withoutIgraph());
        }
        output.line(String.format(
                Locale.ROOT,
                "%d threads of ours on %d processors; load average %.2f before, %.2f after; JGraphT in %d of %d rounds",
                result.threads(),
                result.processors(),
                result.loadBefore(),
                result.loadAfter(),
                result.jgraphtRounds(),
                result.rounds()));
    }
}
