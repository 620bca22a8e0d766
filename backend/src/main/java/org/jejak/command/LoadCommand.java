package org.jejak.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.LoadProgress;
import org.jejak.ingest.LoadReport;
import org.jejak.ingest.Loads;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.format.Format;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "load",
        description = {
            "Loads records. Rows that cannot be taken are refused one by one, with the reason, into a folder that can be",
            "corrected and loaded; rows that refer to something not delivered yet are held until it arrives.",
            "JSON: {\"loads\":[{\"load\",\"bundle\",\"case\",\"files\":[{\"file\",\"rows\",\"accepted\",\"unchanged\",",
            "\"superseded\",\"held\",\"refused\",\"kept\",\"error\"}],\"released\",\"refusedRows\",\"seconds\",\"notes\",",
            "\"unnamedFiles\":{\"count\",\"files\":[path]}}]}; unnamed files are in the bundle, and no source names them: they are not kept"
        })
final class LoadCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Bundles (folders or zips) or files.")
    List<Path> paths = new ArrayList<>();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; recognised by content where it is not given.")
    @Nullable
    Format format;

    @Option(names = "--namespace", description = "Who numbers these records; for all but bundles (default: the case).")
    @Nullable
    String namespace;

    @Option(names = "--case", description = "The case; for formats that do not say it.")
    @Nullable
    String caseRef;

    @Option(names = "--nodes", paramLabel = "FILE", description = "The node table of an edge list: id,label,…")
    @Nullable
    Path nodes;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "For any other CSV: a YAML file that says which column is what (README, Load your own records).")
    @Nullable
    Path mapping;

    @Option(names = "--dry-run", description = "Only say what would happen; the store stays as it is.")
    boolean dryRun;

    @Option(
            names = "--refused",
            paramLabel = "DIR",
            description =
                    "Where refused rows go, outside the home (default: ./refused-LOAD here); in a folder that holds"
                            + " something already they get one of their own.")
    @Nullable
    Path refused;

    private static final String TAKING_BACK =
            "jejak: stopping; what was loaded so far is taken back. Once more to stop at once";

    @Override
    public Integer call() throws IOException {
        var told = new Format.Told(
                Optional.ofNullable(namespace),
                Optional.ofNullable(caseRef).map(CaseOption::toLoadInto),
                Optional.ofNullable(nodes),
                Optional.ofNullable(mapping));
        int code = Exit.DONE;
        var reports = new ArrayList<LoadReport>();
        try (var opened = place.open();
                var interruption = new Interruption(TAKING_BACK)) {
            var viewer = opened.viewer(who);
            var loads = opened.get(Loads.class);
            var ids = opened.get(MadeIds.class);
            for (Path path : paths) {
                try (var source = Format.open(path, Optional.ofNullable(format), told, ids)) {
                    tellWhatItSaysItself(path, source.delivery());
                    var report =
                            loads.load(viewer, source, options(reports.size()).cancelledWhen(interruption::asked));
                    reports.add(report);
                    code = Math.max(code, report.hasRefusals() ? Exit.NO : Exit.DONE);
                } catch (CancellationException taken) {
                    Output.note("jejak: " + path + " was taken back; nothing of it is loaded");
                    code = interruption.code();
                    break;
                } catch (IOException | RuntimeException failed) {
                    var failure = Exit.of(failed);
                    if (!failure.foreseen()) {
                        throw failed;
                    }
                    Output.note("jejak: " + path + ": " + failure.message());
                    code = Math.max(code, failure.code());
                }
            }
        }
        output.print(body(reports), () -> reports.forEach(this::say));
        return code;
    }

    /** A bundle has a case and a namespace of its own; whoever names others must not believe that it went there. */
    private void tellWhatItSaysItself(Path path, Delivery delivery) {
        if (caseRef != null && !caseRef.strip().equalsIgnoreCase(delivery.caseRef())) {
            Output.note("jejak: " + path + " says its case itself, " + delivery.caseRef()
                    + "; --case is for what has none");
        }
        if (namespace != null && !namespace.equals(delivery.namespace())) {
            Output.note("jejak: " + path + " says its namespace itself, " + delivery.namespace()
                    + "; --namespace is for what has none");
        }
    }

    private LoadOptions options(int before) {
        var options = LoadOptions.defaults().reportingTo(new Ticks());
        if (refused != null) {
            options = options.refusedTo(
                    before == 0 ? refused : refused.resolveSibling(refused.getFileName() + "-" + before));
        }
        return dryRun ? options.asDryRun() : options;
    }

    /** The rows are those of the whole delivery: they are not said of the file that happens to be read. */
    static String tick(String file, long rows, long of, double seconds) {
        double rate = rows / seconds;
        String whole = of > 0 ? String.format(Locale.ROOT, " of %,d", of) : "";
        String left = of > 0 ? ", " + Math.round((of - rows) / Math.max(1, rate)) + " s left" : "";
        return String.format(Locale.ROOT, "  %,d%s rows, %,.0f a second%s; now %s.csv", rows, whole, rate, left, file);
    }

    /** One line on standard error every few seconds, with the rate. */
    private static final class Ticks implements LoadProgress {

        private static final long EVERY = 3_000_000_000L;
        private final long begun = System.nanoTime();
        private long last = begun;

        @Override
        public void at(String file, long rows, long of) {
            long now = System.nanoTime();
            if (now - last > EVERY) {
                last = now;
                Output.note(tick(file, rows, of, (now - begun) / 1e9));
            }
        }
    }

    static Map<String, Object> body(List<LoadReport> reports) {
        return Map.of("loads", reports.stream().map(LoadCommand::body).toList());
    }

    static Map<String, @Nullable Object> body(LoadReport report) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("load", report.load());
        body.put("bundle", report.bundle());
        body.put("case", report.caseRef());
        body.put("files", report.files().stream().map(LoadCommand::body).toList());
        body.put("released", report.released());
        body.put("refusedRows", report.refusedRows().orElse(null));
        body.put("seconds", report.seconds());
        body.put(
                "unnamedFiles",
                Map.of(
                        "count",
                        report.unnamed().count(),
                        "files",
                        report.unnamed().paths()));
        if (!report.notes().isEmpty()) {
            body.put("notes", report.notes());
        }
        return body;
    }

    private static Map<String, Object> body(LoadReport.FileCounts counts) {
        var body = new LinkedHashMap<String, Object>();
        body.put("file", counts.file());
        body.put("rows", counts.rows());
        body.put("accepted", counts.accepted());
        body.put("unchanged", counts.unchanged());
        body.put("superseded", counts.superseded());
        body.put("held", counts.held());
        body.put("refused", counts.refused());
        if (counts.kept() > 0) {
            body.put("kept", counts.kept());
        }
        counts.error().ifPresent(error -> body.put("error", error));
        return body;
    }

    /** What of a bundle is neither a table nor named by a source, in words. */
    static Optional<String> unnamed(LoadReport.Unnamed files) {
        if (files.count() == 0) {
            return Optional.empty();
        }
        String some = String.join(", ", files.paths().stream().limit(10).toList());
        return Optional.of((files.count() == 1 ? "1 file is" : files.count() + " files are")
                + " in the bundle that no source names, and not kept: " + some + (files.count() > 10 ? ", …" : "")
                + ". Name each in the column file of sources.csv and load again.");
    }

    private void say(LoadReport report) {
        output.line((dryRun ? "would be load " : "load ") + report.load() + " of " + report.bundle() + " into case "
                + report.caseRef() + String.format(Locale.ROOT, " in %.1f s", report.seconds()));
        output.table(
                List.of("file", "rows", "accepted", "unchanged", "superseded", "held", "refused", "kept", ""),
                report.files().stream()
                        .map(f -> Lines.row(
                                f.file(),
                                f.rows(),
                                f.accepted(),
                                f.unchanged(),
                                f.superseded(),
                                f.held(),
                                f.refused(),
                                f.kept(),
                                f.error().orElse("")))
                        .toList());
        if (report.released() > 0) {
            output.line(report.released() + " rows held earlier were completed by this and are accepted now.");
        }
        unnamed(report.unnamed()).ifPresent(output::line);
        report.notes().forEach(output::line);
        report.refusedRows()
                .ifPresent(folder -> output.line("Refused rows, with the reason beside each, are in " + folder
                        + "; correct them there and load that folder."));
    }
}
