package org.jejak.analysis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokersBenchTest {

    @Test
    void theMadeNetworkHasTheSizeOfTheBar() {
        assertThat(MadeNetworks.barabasiAlbert(10_000, 3, 1)).hasSize(29_994);
    }

    @Test
    void aCaseShapedNetworkHasItsShareOfActorsWithOneTie() {
        int[] ties = new int[2000];
        for (int[] edge : MadeNetworks.caseShaped(2000, 0.6, 3, 4)) {
            ties[edge[0]]++;
            ties[edge[1]]++;
        }
        long leaves = java.util.Arrays.stream(ties).filter(k -> k == 1).count();
        assertThat(leaves).isBetween(1200L, 1203L);
    }

    /** Small, so that it says nothing about speed; what it shows is that all engines run and agree. */
    @Test
    void allEnginesAgree() throws IOException {
        List<String> said = new ArrayList<>();
        BenchResult result = new BrokersBench(300, 2, 1, 2, 7).run(said::add);
        assertThat(result.networks()).hasSize(2).allMatch(NetworkTimes::agree);
        assertThat(result.networks().getFirst().engines())
                .extracting(EngineTimes::engine)
                .contains("jejak", "JGraphT");
        assertThat(said).isNotEmpty();
    }
}
