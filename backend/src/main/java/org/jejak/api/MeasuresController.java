package org.jejak.api;

import java.util.List;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Weighting;
import org.jejak.investigation.DisruptionPlan;
import org.jejak.investigation.Investigations;
import org.jejak.network.Key;
import org.jejak.safeguard.KnownSources;
import org.jejak.safeguard.ReadingDoor;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who holds the network together, its groups, what removals would leave, ways between two; as the commands of the same names. */
@RestController
class MeasuresController {

    private final Viewers viewers;
    private final Investigations investigations;
    private final ReadingDoor door;
    private final KnownSources sources;

    MeasuresController(Viewers viewers, Investigations investigations, ReadingDoor door, KnownSources sources) {
        this.viewers = viewers;
        this.investigations = investigations;
        this.door = door;
        this.sources = sources;
    }

    @GetMapping("/api/brokers")
    BrokersBody brokers(
            @ParameterObject NetworkParameters asked,
            @ParameterObject SurenessParameters sure,
            @ParameterObject FurtherParameters further,
            @RequestParam(name = "seed", defaultValue = "1") long seed,
            @RequestParam(name = "top", defaultValue = "0") int top) {
        var viewer = viewers.current();
        var question = asked.question(viewer, sources);
        return BrokersBody.of(
                investigations.brokers(viewer, question, seed, sure.sureness(), further.question(), RunControl.PLAIN),
                seed,
                top);
    }

    /** Between whom one of the ranking stands, and on which records that rests. */
    @GetMapping("/api/brokers/why")
    WhyBody why(
            @RequestParam("id") String id,
            @ParameterObject NetworkParameters asked,
            @RequestParam(name = "seed", defaultValue = "1") long seed) {
        var viewer = viewers.current();
        var question = asked.question(viewer, sources);
        return WhyBody.of(investigations.why(viewer, question, new Key(id), seed, RunControl.PLAIN), seed);
    }

    /** Of {@code remove} and {@code greedy} exactly one. */
    @GetMapping("/api/disrupt")
    DisruptBody disrupt(
            @RequestParam(name = "remove", required = false, defaultValue = "") List<String> remove,
            @RequestParam(name = "greedy", required = false) @Nullable Integer greedy,
            @RequestParam(name = "replace", defaultValue = "0") double replacement,
            @ParameterObject NetworkParameters asked,
            @RequestParam(name = "seed", defaultValue = "1") long seed) {
        if (remove.isEmpty() == (greedy == null)) {
            throw new IllegalArgumentException("either whom to remove, or how many: one of 'remove' and 'greedy'");
        }
        var viewer = viewers.current();
        var question = asked.question(viewer, sources);
        var plan = greedy == null
                ? new DisruptionPlan.Removing(remove.stream().map(Key::new).toList())
                : new DisruptionPlan.Best(greedy);
        return DisruptBody.of(
                investigations.disrupt(viewer, question, plan, replacement, seed, RunControl.PLAIN), seed);
    }

    @GetMapping("/api/communities")
    CommunitiesBody communities(
            @ParameterObject NetworkParameters asked, @RequestParam(name = "seed", defaultValue = "1") long seed) {
        var viewer = viewers.current();
        return CommunitiesBody.of(
                investigations.communities(viewer, asked.question(viewer, sources), seed, RunControl.PLAIN), seed);
    }

    /** Empty where there is no way, and where one of the two is nobody the viewer may see. */
    @GetMapping("/api/paths")
    PathsBody paths(
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @ParameterObject NetworkParameters asked,
            @RequestParam(name = "by", defaultValue = "unweighted") String by,
            @RequestParam(name = "top", defaultValue = "5") int top) {
        var viewer = viewers.current();
        int count = Math.clamp(top, 1, 50);
        var answer = investigations.paths(
                viewer,
                asked.question(viewer, sources),
                new Key(from),
                new Key(to),
                count,
                NetworkParameters.one(Weighting.values(), by),
                RunControl.PLAIN);
        return PathsBody.of(answer, new Key(from), new Key(to), count, PathTimes.of(door, viewer, answer));
    }
}
