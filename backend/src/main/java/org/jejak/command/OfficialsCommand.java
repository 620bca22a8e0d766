package org.jejak.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jejak.integrity.IntegrityRun;
import org.jejak.integrity.OfficialResult;
import org.jejak.integrity.Officials;
import org.jejak.integrity.OfficialsReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "officials",
        description = {
            "Which officials need looking at: what goes beyond their duty and beyond chance, on which records, and what",
            "speaks against it. It finds leads, never guilt. For the role integrity.",
            "JSON: {\"networkSet\",\"parameters\",\"tested\",\"flagged\",\"leads\",\"officials\":[{\"id\",\"name\",\"rank\",\"q\",",
            "\"state\",\"group\",\"channels\":[{\"channel\",\"kind\",\"p\",\"midP\",\"minP\",\"conditionedOn\",\"observed\",",
            "\"expected\",\"n\",\"records\",\"text\"}],\"explainedByDuty\",\"survivesLeaveOneSourceOut\",\"speaksAgainst\"}],",
            "\"notEnoughData\":[id],\"protectedOfficials\":[id]}"
        })
final class OfficialsCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    @Mixin
    Without without = new Without();

    @Option(names = "--case", required = true, paramLabel = "CASE", description = "The case; repeatable.")
    Set<String> cases = new LinkedHashSet<>();

    @Option(
            names = "--q",
            defaultValue = "0.05",
            description = "Flag at this false-discovery rate or below (default: ${DEFAULT-VALUE}).")
    double q = IntegrityRun.USUAL_Q;

    @Option(names = "--seed", defaultValue = "1", description = "Kept with the result (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(
            names = "--special-days",
            paramLabel = "DATE",
            split = ",",
            description =
                    "Public holidays, market days, nights without a moon: days on which traffic and rosters differ for"
                            + " everybody are compared among themselves, or whoever works them looks involved.")
    Set<LocalDate> specialDays = new LinkedHashSet<>();

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var viewer = without.of(opened.viewer(who), opened);
            var named = new LinkedHashSet<>(CaseOption.of(viewer, cases));
            var report = opened.get(Officials.class).run(viewer, named, new IntegrityRun(q, seed, specialDays));
            output.print(report, () -> say(report));
        }
        return Exit.DONE;
    }

    private void say(OfficialsReport report) {
        output.line(report.tested() + " officials tested, " + report.flagged() + " flagged in " + report.leads()
                + " leads, " + report.notEnoughData().size()
                + " without enough data. A lead is a question, not an answer.");
        if (!report.protectedOfficials().isEmpty()) {
            output.line("Not listed because they are protected themselves: "
                    + report.protectedOfficials().size());
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        for (OfficialResult official : report.officials()) {
            rows.add(Lines.row(
                    official.rank(),
                    official.id(),
                    official.name(),
                    official.q(),
                    official.state(),
                    official.group().size() > 1 ? String.join(" ", official.group()) : "",
                    official.explainedByDuty(),
                    official.speaksAgainst().size()));
        }
        output.table(
                List.of("rank", "id", "name", "q", "state", "cannot be told apart", "explained", "speaks against"),
                rows);
    }
}
