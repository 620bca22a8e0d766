package org.jejak.api;

import java.util.List;
import java.util.Locale;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.investigation.KeptInvestigations;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Kept answers, asked again and compared; as the command of the same name. */
@RestController
class InvestigationsController {

    private final Viewers viewers;
    private final KeptInvestigations kept;

    InvestigationsController(Viewers viewers, KeptInvestigations kept) {
        this.viewers = viewers;
        this.kept = kept;
    }

    record InvestigationsBody(List<InvestigationBody> investigations) {}

    record RepeatedBody(
            String id, boolean sameNetwork, String network, String program, boolean sameResult, String resultDigest) {}

    @GetMapping("/api/investigations")
    InvestigationsBody all() {
        return new InvestigationsBody(kept.visibleTo(viewers.current()).stream()
                .map(InvestigationBody::of)
                .toList());
    }

    @GetMapping("/api/investigations/{id}")
    InvestigationBody one(@PathVariable("id") String id) {
        return InvestigationBody.of(kept.of(viewers.current(), id));
    }

    @GetMapping("/api/investigations/{id}/repeat")
    RepeatedBody repeat(@PathVariable("id") String id) {
        var again = kept.repeat(viewers.current(), id, RunControl.PLAIN);
        return new RepeatedBody(
                id,
                again.sameNetwork(),
                again.network().name().toLowerCase(Locale.ROOT),
                again.program(),
                again.sameResult(),
                again.resultDigest());
    }

    /** Beside a later one, beside what is known now, or from a date up to it. */
    @GetMapping("/api/investigations/{id}/changes")
    ChangesBody changes(@PathVariable("id") String id, @ParameterObject ChangesParameters beside) {
        return ChangesBody.of(beside.of(kept, viewers.current(), id, RunControl.PLAIN));
    }
}
