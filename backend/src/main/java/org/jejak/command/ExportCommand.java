package org.jejak.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.pack.ExportRequest;
import org.jejak.pack.Exports;
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
            "names only for a prosecutor with a stated legal basis.",
            "JSON: {\"pack\",\"exhibit\",\"fingerprint\",\"manifestSha256\",\"entities\",\"links\",\"withheld\":[{\"what\",\"why\"}],",
            "\"leftOut\":[{\"record\",\"why\"}]}"
        })
final class ExportCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    @Option(names = "--case", paramLabel = "C", required = true, description = "The case.")
    String caseRef = "";

    @ArgGroup(multiplicity = "1")
    Selection selection = new Selection();

    static final class Selection {

        @Option(
                names = "--ids",
                paramLabel = "ID,...",
                split = ",",
                required = true,
                description = "Keys of persons, things or rows; rows bring what they name.")
        List<Key> ids = List.of();

        @Option(
                names = "--view",
                paramLabel = "V",
                required = true,
                description = "A kept drawing: the last part of its address in the browser.")
        @Nullable
        String view;

        List<Key> keys(Opened opened, Viewer viewer) {
            return view == null
                    ? ids
                    : opened.get(SavedViews.class).open(viewer, view).keys();
        }
    }

    @Option(names = "--exhibit", paramLabel = "E", required = true, description = "Number of the exhibit.")
    String exhibit = "";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "What it is for.")
    String why = "";

    @Option(names = "--out", paramLabel = "PACK", required = true, description = "The file to write, a .zip.")
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
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            var request = new ExportRequest(
                    caseRef,
                    selection.keys(opened, viewer),
                    exhibit,
                    why,
                    identified ? Optional.ofNullable(legalBasis) : Optional.empty());
            var exported = opened.get(Exports.class).export(viewer, request, out);
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
}
