package org.jejak.analysis.brokerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.util.List;
import java.util.Set;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class OriginJackknifeTest {

    private static final List<Key> INFORMANT = List.of(Key.of("T", "sources", "s1"));
    private static final List<Key> POLICE = List.of(Key.of("T", "sources", "s2"), Key.of("T", "sources", "s3"));

    private static OriginJackknife.Without without(NetworkSnapshot network, List<Key> sources, String... lost) {
        Set<String> gone = Set.of(lost);
        return new OriginJackknife.Without(
                sources,
                network.ties().stream()
                        .filter(tie -> !gone.contains(tie.record().local()))
                        .toList());
    }

    /** b joins a and c, but a–b is only the informant's word; e joins d and f on anybody's. */
    @Test
    void whoStandsOnOneOriginsWordFallsWithoutIt() {
        NetworkSnapshot network = network("a-b, b-c, d-e, e-f");
        var origins = List.of(without(network, INFORMANT, "links/l0"), without(network, POLICE, "links/l1"));
        var falls = new OriginJackknife(Set.of(), origins).on(network);
        assertThat(falls.get(actor("b"))).isEqualTo(new OriginJackknife.Fall(1, 6, INFORMANT));
        assertThat(falls).doesNotContainKey(actor("e"));
    }

    /** All anybody says is his word, and a comes first of all by id: who is first then is so by name alone. */
    @Test
    void whereOneSourceCarriesEverythingTheFirstFallsToTheLastPlace() {
        NetworkSnapshot network = network("b-a, a-c, a-d");
        var origins = List.of(without(network, INFORMANT, "links/l0", "links/l1", "links/l2"));
        var falls = new OriginJackknife(Set.of(), origins).on(network);
        assertThat(falls).containsOnlyKeys(actor("a"));
        assertThat(falls.get(actor("a"))).isEqualTo(new OriginJackknife.Fall(1, 4, INFORMANT));
    }

    @Test
    void protectedPeopleHaveNoRankToFallFrom() {
        NetworkSnapshot network = network("a-b, b-c, d-e, e-f");
        Set<ActorId> unlisted = Set.of(actor("b"));
        var origins = List.of(without(network, INFORMANT, "links/l0"));
        assertThat(new OriginJackknife(unlisted, origins).on(network)).doesNotContainKey(actor("b"));
    }

    @Test
    void anyNumberOfThreadsGivesTheSame() {
        NetworkSnapshot network = network("a-b, b-c, c-d, d-e, e-a, a-f");
        var origins = List.of(
                without(network, INFORMANT, "links/l0", "links/l3"), without(network, POLICE, "links/l1", "links/l5"));
        var asked = new OriginJackknife(Set.of(), origins);
        assertThat(asked.on(network, RunControl.PLAIN.withThreads(1)))
                .isEqualTo(asked.on(network, RunControl.PLAIN.withThreads(2)));
    }
}
