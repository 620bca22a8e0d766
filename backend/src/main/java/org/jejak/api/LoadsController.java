package org.jejak.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jejak.access.Viewers;
import org.jejak.ingest.LoadReport;
import org.jejak.ingest.LoadSummary;
import org.jejak.ingest.Loads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was loaded into the viewer's cases. */
@RestController
class LoadsController {

    private final Viewers viewers;
    private final Loads loads;

    LoadsController(Viewers viewers, Loads loads) {
        this.viewers = viewers;
        this.loads = loads;
    }

    record LoadBody(
            String load,
            String namespace,
            @JsonProperty("case") String caseRef,
            String user,
            String delivered,
            String recorded,
            String handling,
            String digest,
            String state,
            long rows,
            long accepted,
            long held,
            long refused,
            long unnamedFiles) {

        static LoadBody of(LoadSummary load) {
            var files = load.report().map(LoadReport::files).orElse(List.of());
            return new LoadBody(
                    load.load(),
                    load.namespace(),
                    load.caseRef(),
                    load.user(),
                    load.delivered().toString(),
                    load.recorded().toString(),
                    load.handling(),
                    load.digest(),
                    load.state(),
                    files.stream().mapToLong(LoadReport.FileCounts::rows).sum(),
                    files.stream().mapToLong(LoadReport.FileCounts::accepted).sum(),
                    files.stream().mapToLong(LoadReport.FileCounts::held).sum(),
                    files.stream().mapToLong(LoadReport.FileCounts::refused).sum(),
                    load.report().map(report -> report.unnamed().count()).orElse(0L));
        }
    }

    record LoadsBody(List<LoadBody> loads) {}

    @GetMapping("/api/loads")
    LoadsBody loads() {
        return new LoadsBody(
                loads.all(viewers.current()).stream().map(LoadBody::of).toList());
    }
}
