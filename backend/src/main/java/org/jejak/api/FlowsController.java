package org.jejak.api;

import java.util.List;
import java.util.Set;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.flow.Taking;
import org.jejak.investigation.FlowQuestions;
import org.jejak.safeguard.KnownSources;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How money and people got from one to another, and what all ways run through; as {@code paths --in-time} and {@code cut}. */
@RestController
class FlowsController {

    private final Viewers viewers;
    private final FlowQuestions flows;
    private final KnownSources sources;

    FlowsController(Viewers viewers, FlowQuestions flows, KnownSources sources) {
        this.viewers = viewers;
        this.flows = flows;
        this.sources = sources;
    }

    /** Ways on which each step may follow the last, earliest first. */
    @GetMapping("/api/paths/in-time")
    TimedPathsBody inTime(
            @ParameterObject InTimeParameters between,
            @ParameterObject NetworkParameters asked,
            @RequestParam(name = "top", defaultValue = "5") int top) {
        var viewer = viewers.current();
        return TimedPathsBody.of(flows.inTime(
                viewer,
                asked.question(viewer, sources),
                between.passing(),
                between.chains(top),
                between.guesses().on(),
                RunControl.PLAIN));
    }

    /** The greatest amount, or the most people, that can have got there, and what carries it. */
    @GetMapping("/api/paths/flow")
    FlowBody flow(@ParameterObject InTimeParameters between, @ParameterObject NetworkParameters asked) {
        var viewer = viewers.current();
        return FlowBody.of(flows.flow(
                viewer,
                asked.question(viewer, sources),
                between.passing(),
                between.flow(),
                between.guesses(),
                RunControl.PLAIN));
    }

    /** The fewest ways, or places and people, between places of some kinds and places of others. */
    @GetMapping("/api/cut")
    CutBody cut(
            @ParameterObject NetworkParameters asked,
            @RequestParam(name = "from-kind", required = false, defaultValue = "") List<String> fromKinds,
            @RequestParam(name = "to-kind", required = false, defaultValue = "") List<String> toKinds,
            @RequestParam(name = "taking", defaultValue = "places_and_people") String taking) {
        var viewer = viewers.current();
        return CutBody.of(flows.cut(
                viewer,
                asked.question(viewer, sources),
                Set.copyOf(fromKinds),
                Set.copyOf(toKinds),
                NetworkParameters.one(Taking.values(), taking)));
    }
}
