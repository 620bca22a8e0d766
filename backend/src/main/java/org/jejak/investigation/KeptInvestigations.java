package org.jejak.investigation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Weighting;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.analysis.flow.GreatestFlow;
import org.jejak.analysis.flow.Taking;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.audit.AuditLog;
import org.jejak.identity.Vault;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.PartialTime;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.projection.ActorNetwork;
import org.jejak.projection.NetworkQuestion;
import org.springframework.stereotype.Service;

/**
 * Keeps questions with their answers, asks them again, and says what changed. What is kept rests on what Jejak had recorded
 * at that moment, and is asked again of the same: only an undone load or an erased identity can change it.
 */
@Service
public class KeptInvestigations {

    private final KeptNodes nodes;
    private final Investigations investigations;
    private final FlowQuestions flows;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    KeptInvestigations(
            KeptNodes nodes,
            Investigations investigations,
            FlowQuestions flows,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.nodes = nodes;
        this.investigations = investigations;
        this.flows = flows;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** An answer, and what was kept of it. */
    public record Kept<A>(KeptInvestigation investigation, A answer) {}

    /**
     * What came of asking again.
     *
     * @param sameNetwork whether the snapshot has the same digest
     * @param sameResult whether the result is the same to the byte
     */
    public record Repeated(KeptInvestigation kept, boolean sameNetwork, boolean sameResult, String resultDigest) {}

    public Kept<BrokersAnswer> brokers(
            Viewer viewer, String title, NetworkQuestion network, long seed, Sureness sureness, RunControl control) {
        return brokers(viewer, title, network, seed, sureness, FurtherQuestion.NOTHING, control);
    }

    public Kept<BrokersAnswer> brokers(
            Viewer viewer,
            String title,
            NetworkQuestion network,
            long seed,
            Sureness sureness,
            FurtherQuestion further,
            RunControl control) {
        var question = KeptQuestion.brokers(pinned(network), sureness, further, seed);
        return kept(viewer, title, question, BrokersAnswer.class, control);
    }

    public Kept<DisruptionAnswer> disrupt(
            Viewer viewer,
            String title,
            NetworkQuestion network,
            DisruptionPlan plan,
            double replacement,
            long seed,
            RunControl control) {
        var question = KeptQuestion.disrupt(pinned(network), plan, replacement, seed);
        return kept(viewer, title, question, DisruptionAnswer.class, control);
    }

    public Kept<CommunitiesAnswer> communities(
            Viewer viewer, String title, NetworkQuestion network, long seed, RunControl control) {
        var question = KeptQuestion.communities(pinned(network), seed);
        return kept(viewer, title, question, CommunitiesAnswer.class, control);
    }

    public Kept<PathsAnswer> paths(
            Viewer viewer,
            String title,
            NetworkQuestion network,
            Key from,
            Key to,
            int count,
            Weighting weighting,
            RunControl control) {
        var question = KeptQuestion.paths(pinned(network), from, to, count, weighting);
        return kept(viewer, title, question, PathsAnswer.class, control);
    }

    public Kept<TimedPathsAnswer> inTime(
            Viewer viewer,
            String title,
            NetworkQuestion network,
            InTime what,
            TimeRespectingPaths asked,
            boolean inferring,
            RunControl control) {
        var question = KeptQuestion.inTime(pinned(network), what, asked, inferring);
        return kept(viewer, title, question, TimedPathsAnswer.class, control);
    }

    public Kept<FlowAnswer> flow(
            Viewer viewer,
            String title,
            NetworkQuestion network,
            InTime what,
            GreatestFlow asked,
            Inferring inferring,
            RunControl control) {
        var question = KeptQuestion.flow(pinned(network), what, asked, inferring);
        return kept(viewer, title, question, FlowAnswer.class, control);
    }

    public Kept<CutAnswer> cut(
            Viewer viewer,
            String title,
            NetworkQuestion network,
            Set<String> fromKinds,
            Set<String> toKinds,
            Taking taking,
            RunControl control) {
        var question = KeptQuestion.cut(pinned(network), fromKinds, toKinds, taking);
        return kept(viewer, title, question, CutAnswer.class, control);
    }

    /** Asked as it will be asked again. */
    private <A> Kept<A> kept(Viewer viewer, String title, KeptQuestion question, Class<A> kind, RunControl control) {
        var asked = ask(viewer, question, question.network(), control);
        return new Kept<>(keep(viewer, title, question, asked.snapshot(), asked.result()), kind.cast(asked.answer()));
    }

    /** @param snapshot digest of what was asked */
    private record Asked(Object answer, String snapshot, KeptResult result) {}

    /** As known now, where nothing else was asked: tomorrow's records must not change today's answer. */
    private NetworkQuestion pinned(NetworkQuestion network) {
        return network.known().isPresent() ? network : network.knownBy(now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private KeptInvestigation keep(
            Viewer viewer, String title, KeptQuestion question, String snapshot, KeptResult result) {
        if (title.isBlank() || title.length() > 200) {
            throw new IllegalArgumentException("a title has 1 to 200 characters");
        }
        String id = UUID.randomUUID().toString();
        long slot = vault.allocate(1);
        var content = new KeptJson.Content(title.strip(), question, result);
        var node = new KeptNode(
                id,
                viewer.user(),
                now(),
                program(),
                List.copyOf(new TreeSet<>(viewer.cases())),
                viewer.clearance().name(),
                snapshot,
                KeptJson.digest(question, result),
                slot,
                vault.seal(new long[] {slot}, KeptJson.text(content).getBytes(StandardCharsets.UTF_8), context(id)));
        audit.record(viewer, "keep investigation", List.of(id), 1);
        return opened(nodes.save(node));
    }

    private static String context(String id) {
        return "investigation/" + id;
    }

    private KeptInvestigation opened(KeptNode node) {
        var content = KeptJson.content(vault.open(new long[] {node.slot}, node.sealed, context(node.id)));
        return new KeptInvestigation(
                node.id,
                content.title(),
                node.user,
                node.kept,
                node.program,
                Set.copyOf(node.cases),
                Handling.valueOf(node.clearance),
                content.question(),
                node.snapshot,
                content.result(),
                node.resultDigest);
    }

    /**
     * Throws one away, and with its key all that was written in it.
     *
     * @throws NotAllowed if the viewer neither kept it nor is a supervisor
     */
    public void remove(Viewer viewer, String id) {
        var node = node(viewer, id);
        if (!node.user.equals(viewer.user()) && !viewer.has(Role.SUPERVISOR)) {
            throw new NotAllowed("only " + node.user + " or a supervisor may throw this investigation away");
        }
        audit.record(viewer, "remove investigation", List.of(id), 1);
        nodes.deleteById(id);
        vault.destroy(node.slot);
    }

    private static String program() {
        String version = KeptInvestigations.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Those the viewer may see, the latest first. */
    public List<KeptInvestigation> visibleTo(Viewer viewer) {
        var seen = nodes.findAll().stream()
                .filter(node -> maySee(viewer, node))
                .map(this::opened)
                .sorted(Comparator.comparing(KeptInvestigation::kept).reversed().thenComparing(KeptInvestigation::id))
                .toList();
        audit.record(viewer, "list investigations", List.of(), seen.size());
        return seen;
    }

    /** An answer rests on everything the one who asked could see, so only who sees as much may see it. */
    private static boolean maySee(Viewer viewer, KeptNode node) {
        return viewer.cases().containsAll(node.cases)
                && viewer.clearance().level()
                        >= Handling.valueOf(node.clearance).level();
    }

    /** @throws NotAllowed if it is not there, or the viewer may not see it */
    public KeptInvestigation of(Viewer viewer, String id) {
        var found = opened(node(viewer, id));
        audit.record(viewer, "read investigation", List.of(id), 1);
        return found;
    }

    private KeptNode node(Viewer viewer, String id) {
        return nodes.findById(id)
                .filter(node -> maySee(viewer, node))
                .orElseThrow(() -> new NotAllowed("there is no investigation " + id + " that you may see"));
    }

    /** Asks it again, of what was recorded then, with the eyes of the one who asked. */
    public Repeated repeat(Viewer viewer, String id, RunControl control) {
        var kept = of(viewer, id);
        var again = ask(asThen(viewer, kept), kept.question(), kept.question().network(), control);
        return new Repeated(
                kept,
                again.snapshot().equals(kept.snapshot()),
                KeptJson.text(again.result()).equals(KeptJson.text(kept.result())),
                KeptJson.digest(kept.question(), again.result()));
    }

    /**
     * What changed since it was kept.
     *
     * @param later another answer to the same kind of question; without it the same question is asked of what is known now
     * @throws IllegalArgumentException if the two are not of one kind
     */
    public Changes compare(Viewer viewer, String id, Optional<String> later, RunControl control) {
        var before = of(viewer, id);
        if (later.isPresent()) {
            var after = of(viewer, later.get());
            if (!after.question().measure().equals(before.question().measure())) {
                throw new IllegalArgumentException(
                        "answers to '" + before.question().measure() + "' and '"
                                + after.question().measure() + "' cannot be compared");
            }
            return Changes.of(before.snapshot(), before.result(), after.snapshot(), after.result());
        }
        var now = before.question().network().knownBy(now());
        var after = ask(asThen(viewer, before), before.question(), now, control);
        return Changes.of(before.snapshot(), before.result(), after.snapshot(), after.result());
    }

    /** What had changed up to the kept answer: the same question asked of what was true at {@code date}, beside it. */
    public Changes since(Viewer viewer, String id, PartialTime date, RunControl control) {
        var after = of(viewer, id);
        return upTo(viewer, after, after.question().network().at(date), control);
    }

    /** What had been learnt up to the kept answer: the same question asked of what was known by {@code date}, beside it. */
    public Changes learntSince(Viewer viewer, String id, Instant date, RunControl control) {
        var after = of(viewer, id);
        return upTo(viewer, after, after.question().network().knownBy(date), control);
    }

    private Changes upTo(Viewer viewer, KeptInvestigation after, NetworkQuestion earlier, RunControl control) {
        var before = ask(asThen(viewer, after), after.question(), earlier, control);
        return Changes.of(before.snapshot(), before.result(), after.snapshot(), after.result());
    }

    private Asked ask(Viewer viewer, KeptQuestion question, NetworkQuestion network, RunControl control) {
        var ways = question.ways();
        var cutting = question.cutting();
        switch (question.measure()) {
            case KeptQuestion.BROKERS -> {
                var answer = investigations.brokers(
                        viewer, network, question.seed(), question.sureness(), question.furtherQuestion(), control);
                return of(answer, answer.network(), KeptResult.of(answer));
            }
            case KeptQuestion.DISRUPT -> {
                var answer = investigations.disrupt(
                        viewer, network, question.plan(), question.chance(), question.seed(), control);
                return of(answer, answer.network(), KeptResult.of(answer));
            }
            case KeptQuestion.COMMUNITIES -> {
                var answer = investigations.communities(viewer, network, question.seed(), control);
                return of(answer, answer.network(), KeptResult.of(answer));
            }
            case KeptQuestion.PATHS -> {
                var asked = Objects.requireNonNull(ways);
                var answer = investigations.paths(
                        viewer, network, asked.start(), asked.end(), asked.count(), asked.weighting(), control);
                return of(answer, answer.network(), KeptResult.of(answer));
            }
            case KeptQuestion.IN_TIME -> {
                var asked = Objects.requireNonNull(ways);
                var answer = flows.inTime(viewer, network, asked.what(), asked.chains(), asked.inferring(), control);
                return new Asked(answer, answer.digest(), KeptResult.of(answer));
            }
            case KeptQuestion.FLOW -> {
                var asked = Objects.requireNonNull(ways);
                var answer = flows.flow(viewer, network, asked.what(), asked.flow(), asked.guesses(), control);
                return new Asked(answer, answer.digest(), KeptResult.of(answer));
            }
            case KeptQuestion.CUT -> {
                var asked = Objects.requireNonNull(cutting);
                var answer = flows.cut(
                        viewer, network, Set.copyOf(asked.fromKinds()), Set.copyOf(asked.toKinds()), asked.what());
                return new Asked(answer, answer.digest(), KeptResult.of(answer));
            }
            default -> throw new IllegalStateException("kept by a later version: " + question.measure());
        }
    }

    private static Asked of(Object answer, ActorNetwork network, KeptResult result) {
        return new Asked(answer, network.snapshot().digest(), result);
    }

    /** Who protects whom and which rows there are must be as for the one who asked, whoever asks again. */
    private static Viewer asThen(Viewer viewer, KeptInvestigation kept) {
        return new Viewer(viewer.user(), viewer.roles(), kept.cases(), kept.clearance());
    }
}
