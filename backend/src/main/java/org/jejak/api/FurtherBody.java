package org.jejak.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.brokerage.Bridge;
import org.jejak.analysis.brokerage.RoleCounts;
import org.jejak.investigation.FurtherAnswer;
import org.jejak.investigation.FurtherMeasure;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/** The parts of {@code brokers --json} that are there only where they were asked for. */
public final class FurtherBody {

    private FurtherBody() {}

    /** How often somebody brokers: among their own, inside one other group, at their group's gate, between two others. */
    public record Roles(long coordinator, long itinerant, long gatekeeper, long liaison) {}

    /**
     * A pair whose tie is all that holds two parts together.
     *
     * @param onSideOfA how many would be left together there, {@code a} included
     */
    public record BridgeTie(
            String a, String b, String nameA, String nameB, int onSideOfA, int onSideOfB, List<String> records) {}

    /** @param reach share of the others within the steps asked, or their mean inverse distance */
    public record Reach(List<String> members, List<String> names, double reach) {}

    static @Nullable Roles roles(FurtherAnswer answer, ActorId actor) {
        RoleCounts counts = answer.roles().get(actor);
        return counts == null
                ? null
                : new Roles(counts.coordinator(), counts.itinerant(), counts.gatekeeper(), counts.liaison());
    }

    static @Nullable List<BridgeTie> bridges(FurtherAnswer answer, NetworkSnapshot snapshot) {
        if (!answer.asked().asks(FurtherMeasure.BRIDGES)) {
            return null;
        }
        List<BridgeTie> bridges = new ArrayList<>();
        for (Bridge bridge : answer.bridges()) {
            bridges.add(new BridgeTie(
                    bridge.a().toString(),
                    bridge.b().toString(),
                    answer.name(bridge.a()),
                    answer.name(bridge.b()),
                    bridge.onSideOfA(),
                    bridge.onSideOfB(),
                    snapshot.records(bridge.a(), bridge.b()).stream()
                            .map(Object::toString)
                            .toList()));
        }
        return bridges;
    }

    static @Nullable Reach reach(FurtherAnswer answer) {
        var found = answer.reach();
        return found == null
                ? null
                : new Reach(
                        found.members().stream().map(Object::toString).toList(),
                        found.members().stream().map(answer::name).toList(),
                        found.reach());
    }

    static SortedMap<String, Object> parameters(FurtherAnswer answer) {
        var asked = answer.asked();
        var parameters = new TreeMap<String, Object>();
        if (!asked.measures().isEmpty()) {
            parameters.put(
                    "measures",
                    asked.inOrder().stream()
                            .map(measure -> measure.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
        if (asked.asks(FurtherMeasure.ROLES)) {
            parameters.put("rolesOver", asked.over().name().toLowerCase(Locale.ROOT));
        }
        if (asked.asks(FurtherMeasure.REACH)) {
            parameters.putAll(Map.of("reach", asked.reachCount(), "within", asked.reachWithin()));
        }
        return parameters;
    }
}
