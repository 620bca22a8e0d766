package org.jejak.investigation;

import java.util.Objects;
import java.util.Set;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.network.Viewer;
import org.jejak.projection.ActorNetwork;
import org.jejak.projection.ActorNetworks;
import org.jejak.projection.Flows;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.ReadingDoor;

/** Asks a question as it is kept: the same question, wherever it is asked, runs the same measure. */
final class KeptAsking {

    private final ReadingDoor door;
    private final Names names;

    /**
     * @param snapshot digest of what was asked
     * @param way in which it was counted
     */
    record Asked(Object answer, String snapshot, int way, KeptResult result) {

        NetworkThen.Counted counted() {
            return new NetworkThen.Counted(snapshot, way, Program.version());
        }
    }

    KeptAsking(ReadingDoor door, Names names) {
        this.door = door;
        this.names = names;
    }

    /**
     * @param network instead of the question's own: at another time, or as known by another
     * @param protection who is protected, and so neither ranked nor taken
     */
    Asked ask(
            Viewer viewer, KeptQuestion question, NetworkQuestion network, Protection protection, RunControl control) {
        var networks = new ActorNetworks(door, protection);
        var passed = new Flows(door, networks, protection);
        var investigations = new Investigations(networks, names, door, passed);
        var flows = new FlowQuestions(passed, names);
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
                return new Asked(answer, answer.digest(), Flows.DIGEST_WAY, KeptResult.of(answer));
            }
            case KeptQuestion.FLOW -> {
                var asked = Objects.requireNonNull(ways);
                var answer = flows.flow(viewer, network, asked.what(), asked.flow(), asked.guesses(), control);
                return new Asked(answer, answer.digest(), Flows.DIGEST_WAY, KeptResult.of(answer));
            }
            case KeptQuestion.CUT -> {
                var asked = Objects.requireNonNull(cutting);
                var answer = flows.cut(
                        viewer, network, Set.copyOf(asked.fromKinds()), Set.copyOf(asked.toKinds()), asked.what());
                return new Asked(answer, answer.digest(), Flows.DIGEST_WAY, KeptResult.of(answer));
            }
            default -> throw new IllegalStateException("kept by a later version: " + question.measure());
        }
    }

    private static Asked of(Object answer, ActorNetwork network, KeptResult result) {
        return new Asked(answer, network.snapshot().digest(), NetworkSnapshot.DIGEST_WAY, result);
    }
}
