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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.ReadingDoor;
import org.jejak.safeguard.Surroundings;
import org.springframework.stereotype.Service;

/**
 * Keeps questions with their answers, asks them again, and says what changed. What is kept rests on what Jejak had recorded
 * at that moment, and is asked again of the same: only an undone load or an erased identity can change it. What is shown of
 * it follows what is known today: whoever is protected now is named nowhere as somebody to watch or to take.
 */
@Service
public class KeptInvestigations {

    private final KeptNodes nodes;
    private final KeptAsking asking;
    private final Protection protection;
    private final Surroundings surroundings;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    KeptInvestigations(
            KeptNodes nodes,
            ReadingDoor door,
            Names names,
            Protection protection,
            Surroundings surroundings,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.nodes = nodes;
        this.asking = new KeptAsking(door, names);
        this.protection = protection;
        this.surroundings = surroundings;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** An answer, and what was kept of it. */
    public record Kept<A>(KeptInvestigation investigation, A answer) {}

    /**
     * What came of asking again.
     *
     * @param keptDigest of the result as it was kept, {@code resultDigest} as it is now
     * @param network what the digest of the snapshot says of its records
     * @param program version of Jejak that kept it
     * @param sameResult whether the result is the same to the byte
     */
    public record Repeated(
            String id,
            String keptDigest,
            NetworkThen network,
            String program,
            boolean sameResult,
            String resultDigest) {

        public boolean sameNetwork() {
            return network == NetworkThen.SAME;
        }
    }

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
        if (title.isBlank() || title.length() > 200) {
            throw new IllegalArgumentException("a title has 1 to 200 characters");
        }
        var guarded = protection.guarded(viewer);
        var asked = asking.ask(viewer, question, question.network(), protection.asJudged(guarded), control);
        var ids = guarded.persons().stream().map(Key::value).sorted().toList();
        var content = new KeptJson.Content(title.strip(), question, asked.result(), ids);
        return new Kept<>(keep(viewer, content, asked), kind.cast(asked.answer()));
    }

    /** As known now, where nothing else was asked: tomorrow's records must not change today's answer. */
    private NetworkQuestion pinned(NetworkQuestion network) {
        return network.known().isPresent() ? network : network.knownBy(now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private KeptInvestigation keep(Viewer viewer, KeptJson.Content content, KeptAsking.Asked asked) {
        String id = UUID.randomUUID().toString();
        long slot = vault.allocate(1);
        var node = new KeptNode(
                id,
                viewer.user(),
                now(),
                Program.version(),
                List.copyOf(new TreeSet<>(viewer.cases())),
                viewer.clearance().name(),
                asked.snapshot(),
                KeptJson.digest(content.question(), content.result()),
                slot,
                vault.seal(new long[] {slot}, KeptJson.text(content).getBytes(StandardCharsets.UTF_8), context(id)),
                asked.way());
        audit.record(viewer, "keep investigation", List.of(id), 1);
        return head(new Opened(nodes.save(node), content));
    }

    private static String context(String id) {
        return "investigation/" + id;
    }

    /** With all that was kept of it: nothing of this is shown without {@link ListedToday}. */
    private record Opened(KeptNode node, KeptJson.Content content) {

        KeptQuestion question() {
            return content.question();
        }

        KeptResult result() {
            return content.result();
        }

        NetworkThen.Counted counted() {
            return new NetworkThen.Counted(node.snapshot, node.way, node.program);
        }
    }

    private Opened opened(KeptNode node) {
        return new Opened(node, KeptJson.content(vault.open(new long[] {node.slot}, node.sealed, context(node.id))));
    }

    private static KeptInvestigation head(Opened opened) {
        var node = opened.node();
        return new KeptInvestigation(
                node.id,
                opened.content().title(),
                node.user,
                node.kept,
                node.program,
                Set.copyOf(node.cases),
                Handling.valueOf(node.clearance),
                opened.question(),
                node.snapshot,
                node.resultDigest,
                0);
    }

    private ListedToday listed(Viewer viewer, Stream<String> named) {
        return ListedToday.of(viewer, named.distinct().toList(), protection, surroundings);
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

    /** Those the viewer may see, the latest first. */
    public List<KeptInvestigation> visibleTo(Viewer viewer) {
        var seen = nodes.findAll().stream()
                .filter(node -> maySee(viewer, node))
                .map(this::opened)
                .toList();
        audit.record(viewer, "list investigations", List.of(), seen.size());
        return seen.stream()
                .map(one -> listed(viewer, ListedToday.named(one.question())).of(head(one)))
                .sorted(Comparator.comparing(KeptInvestigation::kept).reversed().thenComparing(KeptInvestigation::id))
                .toList();
    }

    /** An answer rests on everything the one who asked could see, so only who sees as much may see it. */
    private static boolean maySee(Viewer viewer, KeptNode node) {
        return viewer.cases().containsAll(node.cases)
                && viewer.clearance().level()
                        >= Handling.valueOf(node.clearance).level();
    }

    /** @throws NotAllowed if it is not there, or the viewer may not see it */
    public AnswerToday of(Viewer viewer, String id) {
        var found = read(viewer, id);
        var listed = listed(viewer, ListedToday.named(found.question(), found.result()));
        var result = listed.of(found.question(), found.result());
        return new AnswerToday(listed.of(head(found)), result);
    }

    private Opened read(Viewer viewer, String id) {
        var found = opened(node(viewer, id));
        audit.record(viewer, "read investigation", List.of(id), 1);
        return found;
    }

    private KeptNode node(Viewer viewer, String id) {
        return nodes.findById(id)
                .filter(node -> maySee(viewer, node))
                .orElseThrow(() -> new NotAllowed("there is no investigation " + id + " that you may see"));
    }

    /**
     * Asks it again, of what was recorded then, with the eyes of the one who asked and nobody protected but who was then.
     * What comes of it is held against what was kept, and shown to nobody.
     */
    public Repeated repeat(Viewer viewer, String id, RunControl control) {
        var kept = read(viewer, id);
        var then = Optional.ofNullable(kept.content().guarded())
                .map(ids -> ids.stream().map(Key::new).collect(Collectors.toSet()))
                .map(persons -> protection.asJudged(new Protection.Guarded(persons, Set.of(), Set.of())))
                .orElse(protection);
        var again = ask(viewer, kept, kept.question().network(), then, control);
        return new Repeated(
                head(kept).id(),
                kept.node().resultDigest,
                NetworkThen.of(kept.counted(), again.counted()),
                kept.node().program,
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
        var before = read(viewer, id);
        if (later.isPresent()) {
            var after = read(viewer, later.get());
            if (!after.question().measure().equals(before.question().measure())) {
                throw new IllegalArgumentException(
                        "answers to '" + before.question().measure() + "' and '"
                                + after.question().measure() + "' cannot be compared");
            }
            return changes(
                    viewer, before.question(), before.counted(), before.result(), after.counted(), after.result());
        }
        var after = ask(viewer, before, before.question().network().knownBy(now()), protection, control);
        return changes(viewer, before.question(), before.counted(), before.result(), after.counted(), after.result());
    }

    /** What had changed up to the kept answer: the same question asked of what was true at {@code date}, beside it. */
    public Changes since(Viewer viewer, String id, PartialTime date, RunControl control) {
        var after = read(viewer, id);
        return upTo(viewer, after, after.question().network().at(date), control);
    }

    /** What had been learnt up to the kept answer: the same question asked of what was known by {@code date}, beside it. */
    public Changes learntSince(Viewer viewer, String id, Instant date, RunControl control) {
        var after = read(viewer, id);
        return upTo(viewer, after, after.question().network().knownBy(date), control);
    }

    private Changes upTo(Viewer viewer, Opened after, NetworkQuestion earlier, RunControl control) {
        var before = ask(viewer, after, earlier, protection, control);
        return changes(viewer, after.question(), before.counted(), before.result(), after.counted(), after.result());
    }

    /** A refusal would name whom a what-if takes out, and they may have become somebody whom nobody is to name so. */
    private KeptAsking.Asked ask(
            Viewer viewer, Opened kept, NetworkQuestion network, Protection judging, RunControl control) {
        try {
            return asking.ask(asThen(viewer, kept), kept.question(), network, judging, control);
        } catch (NotAllowed refused) {
            throw new NotAllowed(
                    "it cannot be asked of that network: somebody whom it takes out is protected, or not in it");
        }
    }

    private Changes changes(
            Viewer viewer,
            KeptQuestion question,
            NetworkThen.Counted networkBefore,
            KeptResult before,
            NetworkThen.Counted networkAfter,
            KeptResult after) {
        var named = Stream.concat(ListedToday.named(question, before), ListedToday.named(question, after));
        return listed(viewer, named).of(question, Changes.of(networkBefore, before, networkAfter, after));
    }

    /** Who protects whom and which rows there are must be as for the one who asked, whoever asks again. */
    private static Viewer asThen(Viewer viewer, Opened kept) {
        var node = kept.node();
        return new Viewer(viewer.user(), viewer.roles(), Set.copyOf(node.cases), Handling.valueOf(node.clearance));
    }
}
