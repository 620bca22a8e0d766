package org.jejak.investigation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.audit.AuditLog;
import org.jejak.identity.Vault;
import org.jejak.network.Handling;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
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
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    KeptInvestigations(KeptNodes nodes, Investigations investigations, Vault vault, AuditLog audit, Clock clock) {
        this.nodes = nodes;
        this.investigations = investigations;
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
        var question = KeptQuestion.brokers(pinned(network), sureness, seed);
        var answer = investigations.brokers(viewer, question.network(), seed, sureness, control);
        var digest = answer.network().snapshot().digest();
        return new Kept<>(keep(viewer, title, question, digest, KeptResult.of(answer)), answer);
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
        var answer = investigations.disrupt(viewer, question.network(), plan, replacement, seed, control);
        var digest = answer.network().snapshot().digest();
        return new Kept<>(keep(viewer, title, question, digest, KeptResult.of(answer)), answer);
    }

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
                KeptJson.digest(KeptJson.text(result)),
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
        String digest = KeptJson.digest(KeptJson.text(again.result));
        return new Repeated(kept, again.snapshot.equals(kept.snapshot()), digest.equals(kept.resultDigest()), digest);
    }

    /**
     * What changed since.
     *
     * @param later another answer to the same kind of question; without it the same question is asked of what is known now
     * @throws IllegalArgumentException if the two are not of one kind
     */
    public Changes compare(Viewer viewer, String id, Optional<String> later, RunControl control) {
        var before = of(viewer, id);
        if (later.isPresent()) {
            var after = of(viewer, later.get());
            if (!after.question().measure().equals(before.question().measure())) {
                throw new IllegalArgumentException("a ranking and a what-if cannot be compared");
            }
            return Changes.of(before.snapshot(), before.result(), after.snapshot(), after.result());
        }
        var now = before.question().network().knownBy(now());
        var after = ask(asThen(viewer, before), before.question(), now, control);
        return Changes.of(before.snapshot(), before.result(), after.snapshot, after.result);
    }

    private record Asked(String snapshot, KeptResult result) {}

    private Asked ask(Viewer viewer, KeptQuestion question, NetworkQuestion network, RunControl control) {
        if (question.measure().equals(KeptQuestion.BROKERS)) {
            var answer = investigations.brokers(viewer, network, question.seed(), question.sureness(), control);
            return new Asked(answer.network().snapshot().digest(), KeptResult.of(answer));
        }
        var answer =
                investigations.disrupt(viewer, network, question.plan(), question.chance(), question.seed(), control);
        return new Asked(answer.network().snapshot().digest(), KeptResult.of(answer));
    }

    /** Who protects whom and which rows there are must be as for the one who asked, whoever asks again. */
    private static Viewer asThen(Viewer viewer, KeptInvestigation kept) {
        return new Viewer(viewer.user(), viewer.roles(), kept.cases(), kept.clearance());
    }
}
