package org.jejak.analysis.brokerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.network.ActorId;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.junit.jupiter.api.Test;

class BrokerageRolesTest {

    private static final Map<ActorId, String> GROUPS = Map.of(
            actor("a1"), "a", actor("a2"), "a", actor("a3"), "a", actor("b1"), "b", actor("b2"), "b", actor("c1"), "c");

    private static RoleCounts of(String written, String who) {
        return new BrokerageRoles(GROUPS).on(network(written)).get(actor(who));
    }

    @Test
    void everyRoleIsWhatItsNameSays() {
        assertThat(of("a1-a2, a2-a3", "a2")).isEqualTo(new RoleCounts(1, 0, 0, 0));
        assertThat(of("b1-a2, a2-b2", "a2")).isEqualTo(new RoleCounts(0, 1, 0, 0));
        assertThat(of("a1-a2, a2-b1", "a2")).isEqualTo(new RoleCounts(0, 0, 1, 0));
        assertThat(of("b1-a2, a2-c1", "a2")).isEqualTo(new RoleCounts(0, 0, 0, 1));
    }

    @Test
    void twoWhoAreTiedNeedNobodyBetween() {
        assertThat(of("a1-a2, a2-b1, a1-b1", "a2").total()).isZero();
    }

    @Test
    void whoHasNoGroupCountsNowhere() {
        assertThat(of("x-a2, a2-b1", "a2").total()).isZero();
        assertThat(of("a1-x, x-b1", "x").total()).isZero();
    }

    /** Every three, one by one. */
    @Test
    void countsAreThoseOfEveryThree() {
        for (long seed = 1; seed <= 5; seed++) {
            NetworkSnapshot network = Networks.random(30, 90, seed, Fold.SIMPLE);
            Random random = new Random(seed);
            Map<ActorId, String> groups = new HashMap<>();
            network.actors().forEach(who -> {
                int group = random.nextInt(5);
                if (group > 0) {
                    groups.put(who, "g" + group);
                }
            });
            var roles = new BrokerageRoles(groups).on(network);
            for (ActorId v : network.actors()) {
                assertThat(roles.get(v)).isEqualTo(counted(network, groups, v));
            }
        }
    }

    private static RoleCounts counted(NetworkSnapshot network, Map<ActorId, String> groups, ActorId v) {
        long[] counts = new long[4];
        var graph = network.graph();
        for (ActorId i : network.actors()) {
            for (ActorId k : network.actors()) {
                String gi = groups.get(i);
                String gv = groups.get(v);
                String gk = groups.get(k);
                if (i.compareTo(k) >= 0
                        || !graph.containsEdge(i, v)
                        || !graph.containsEdge(v, k)
                        || graph.containsEdge(i, k)
                        || gi == null
                        || gv == null
                        || gk == null) {
                    continue;
                }
                if (gi.equals(gk)) {
                    counts[gi.equals(gv) ? 0 : 1]++;
                } else {
                    counts[gi.equals(gv) || gk.equals(gv) ? 2 : 3]++;
                }
            }
        }
        return new RoleCounts(counts[0], counts[1], counts[2], counts[3]);
    }

    @Test
    void bridgesSayWhatHangsOnEitherSide() {
        assertThat(new Bridges().on(network("a-b, b-c, c-a, c-d, d-e, x-y")))
                .containsExactly(
                        new Bridge(actor("c"), actor("d"), 3, 2),
                        new Bridge(actor("d"), actor("e"), 4, 1),
                        new Bridge(actor("x"), actor("y"), 1, 1));
        assertThat(new Bridges().on(network("a-b, a-b", Fold.MULTIGRAPH))).hasSize(1);
        assertThat(new Bridges().on(Networks.ring(5))).isEmpty();
    }

    @Test
    void bridgesAreJGraphTs() {
        for (long seed = 1; seed <= 6; seed++) {
            NetworkSnapshot network = Networks.caseShaped(80, 0.6, seed, Fold.SIMPLE);
            var theirs = new BiconnectivityInspector<>(network.graph()).getBridges();
            var ours = new Bridges().on(network);
            assertThat(ours).hasSameSizeAs(theirs);
            assertThat(ours)
                    .allMatch(b -> theirs.stream()
                            .anyMatch(tie -> tie.a().equals(b.a()) && tie.b().equals(b.b())));
        }
    }
}
