package org.jejak.command;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.pack.ExportRequest;
import org.jejak.pack.Exports;
import org.jejak.pack.Handover;
import org.jejak.pack.Handovers;
import org.jejak.savedview.SavedViews;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Writes an evidence pack that anyone can verify. Victims and witnesses stand under pseudonyms; under their own",
            "names only for a prosecutor with a stated legal basis. With --format bundle or ftm the whole case leaves as data:",
            "as bundles that load back (a folder), or as a FollowTheMoney stream (a file).",
            "JSON: {\"pack\",\"exhibit\",\"fingerprint\",\"manifestSha256\",\"entities\",\"links\",\"withheld\":[{\"what\",\"why\"}],",
            "\"leftOut\":[{\"record\",\"why\"}]}; of bundle and ftm",
            "{\"format\",\"written\":[path],\"rows\",\"withheld\":[{\"what\",\"why\"}]}"
        })
final class ExportCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    @Mixin
    Without without = new Without();

    @Option(names = "--case", paramLabel = "C", required = true, description = "The case.")
    String caseRef = "";

    @ArgGroup(multiplicity = "0..1")
    @Nullable
    Selection selection;

    static final class Selection {

        @Option(
                names = "--ids",
                paramLabel = "ID,...",
                split = ",",
                required = true,
                description = "Of a pack: keys of persons, things or rows; rows bring what they name.")
        List<Key> ids = List.of();

        @Option(
                names = "--view",
                paramLabel = "V",
                required = true,
                description = "Of a pack: a kept drawing: the last part of its address in the browser.")
        @Nullable
        String view;

        /** What was chosen, and who looks at it: a drawing is exported without the sources that it leaves out. */
        Chosen chosen(Opened opened, Viewer viewer) {
            if (view == null) {
                return new Chosen(viewer, ids);
            }
            var drawing = opened.get(SavedViews.class).open(viewer, view);
            var without = new HashSet<>(viewer.without());
            without.addAll(drawing.content().leftOut());
            return new Chosen(viewer.withoutSources(without), drawing.keys());
        }
    }

    private record Chosen(Viewer viewer, List<Key> keys) {}

    /** What it leaves as. */
    enum Format {
        PACK,
        BUNDLE,
        FTM
    }

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    Format format = Format.PACK;

    @Option(names = "--exhibit", paramLabel = "E", description = "Of a pack: number of the exhibit.")
    String exhibit = "";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "What it is for.")
    String why = "";

    @Option(
            names = "--out",
            paramLabel = "PATH",
            required = true,
            description = "What to write: of a pack a .zip, of a bundle a new folder.")
    Path out = Path.of("pack.zip");

    @Option(names = "--identified", description = "Victims and witnesses under their own names.")
    boolean identified;

    @Option(names = "--legal-basis", paramLabel = "TEXT", description = "On what ground; needed with --identified.")
    @Nullable
    String legalBasis;

    @Override
    public Integer call() {
        if (identified && legalBasis == null) {
            throw new IllegalArgumentException("--identified needs a stated --legal-basis");
        }
        if (format != Format.PACK) {
            return handOver();
        }
        var selected = selection;
        if (selected == null || exhibit.isEmpty()) {
            throw new IllegalArgumentException("a pack needs --exhibit, and --ids or --view");
        }
        try (var opened = place.open()) {
            var chosen = selected.chosen(opened, without.of(opened.viewer(who), opened));
            var request = new ExportRequest(
                    CaseOption.of(chosen.viewer(), caseRef),
                    chosen.keys(),
                    exhibit,
                    why,
                    identified ? Optional.ofNullable(legalBasis) : Optional.empty());
            var exported = opened.get(Exports.class).export(chosen.viewer(), request, out);
            output.print(exported.summary(out.toString()), () -> {
                output.line("Wrote " + out + ": " + exported.entities() + " things, " + exported.links() + " links");
                output.line("signed by       " + exported.fingerprint());
                output.line("manifest SHA256 " + exported.manifestSha256() + "   (write it down elsewhere)");
                exported.withheld().forEach(w -> output.line("withheld: " + w.what() + " (" + w.why() + ")"));
                exported.leftOut()
                        .forEach(l -> output.line("outside the selection: " + l.record() + " (" + l.why() + ")"));
            });
        }
        return Exit.DONE;
    }

    private Integer handOver() {
        if (selection != null || !exhibit.isEmpty()) {
            throw new IllegalArgumentException(
                    "--ids, --view and --exhibit belong to a pack; a bundle or stream is the whole case");
        }
        try (var opened = place.open()) {
            var viewer = without.of(opened.viewer(who), opened);
            var handover = new Handover(
                    CaseOption.of(viewer, caseRef),
                    format == Format.BUNDLE ? Handover.Form.BUNDLE : Handover.Form.FTM,
                    why,
                    identified ? Optional.ofNullable(legalBasis) : Optional.empty(),
                    out);
            var done = opened.get(Handovers.class).write(viewer, handover);
            var body = new LinkedHashMap<String, Object>();
            body.put("format", Words.of(format));
            body.put("written", done.parts().stream().map(Path::toString).toList());
            body.put("rows", done.rows());
            body.put(
                    "withheld",
                    done.withheld().stream()
                            .map(w -> Map.of("what", w.what(), "why", w.why()))
                            .toList());
            output.print(body, () -> {
                done.parts().forEach(p -> output.line("Wrote " + p));
                done.withheld().forEach(w -> output.line("withheld: " + w.what() + " (" + w.why() + ")"));
            });
        }
        return Exit.DONE;
    }
}
