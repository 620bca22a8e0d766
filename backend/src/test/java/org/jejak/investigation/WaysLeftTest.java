package org.jejak.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.flow.FlowTie;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.projection.Flows;
import org.junit.jupiter.api.Test;

class WaysLeftTest {

    private static Key key(String name) {
        return new Key("T:" + name);
    }

    /** {@code p>dan>q} is a journey of Dan's from p to q. */
    private static Flows.Ways ways(Set<String> from, Set<String> to, String... journeys) {
        var ties = new ArrayList<FlowTie>();
        for (String journey : journeys) {
            String[] met = journey.split(">");
            for (int i = 1; i < met.length; i++) {
                ties.add(new FlowTie(key(met[i - 1]), key(met[i]), false, List.of(Key.of("T", "movements", journey))));
            }
        }
        return new Flows.Ways(
                ties,
                Map.of(),
                Set.copyOf(from.stream().map(WaysLeftTest::key).toList()),
                Set.copyOf(to.stream().map(WaysLeftTest::key).toList()),
                Set.of());
    }

    private static List<ActorId> people(String... names) {
        return List.of(names).stream().map(name -> new ActorId(key(name))).toList();
    }

    /** Dan and Eli each bring people from p to q, and one journey of nobody's goes straight. */
    @Test
    void everyRemovalTakesTheWaysOfItsCarrier() {
        var ways = ways(Set.of("p"), Set.of("q"), "p>dan>q", "p>eli>q", "p>q");
        assertThat(WaysLeft.of(ways, people("dan", "xi", "eli"), RunControl.PLAIN))
                .containsExactly(3L, 2L, 2L, 1L);
    }

    @Test
    void whereNothingIsRecordedNothingIsSaid() {
        assertThat(WaysLeft.of(ways(Set.of(), Set.of("q"), "p>dan>q"), people("dan"), RunControl.PLAIN))
                .isNull();
        assertThat(WaysLeft.of(ways(Set.of("p"), Set.of("p", "q"), "p>dan>q"), people("dan"), RunControl.PLAIN))
                .isNull();
    }
}
