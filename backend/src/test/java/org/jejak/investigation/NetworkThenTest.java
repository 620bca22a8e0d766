package org.jejak.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkThenTest {

    private static NetworkThen.Counted counted(String digest, @Nullable Integer way) {
        return new NetworkThen.Counted(digest, way, "0.9");
    }

    @Test
    void digestsOfOneWayOfCountingSayWhetherTheRecordsDiffer() {
        assertThat(NetworkThen.of(counted("aa", 2), counted("aa", 2))).isEqualTo(NetworkThen.SAME);
        assertThat(NetworkThen.of(counted("aa", 2), counted("bb", 2))).isEqualTo(NetworkThen.DIFFERS);
    }

    @Test
    void digestsOfTwoWaysOfCountingSayNothingOfTheRecords() {
        assertThat(NetworkThen.of(counted("aa", 1), counted("bb", 2))).isEqualTo(NetworkThen.COUNTED_OTHERWISE);
        assertThat(NetworkThen.of(counted("aa", null), counted("bb", 2))).isEqualTo(NetworkThen.COUNTED_OTHERWISE);
        assertThat(NetworkThen.of(counted("aa", null), counted("bb", null)))
                .as("kept before anybody wrote down how it was counted")
                .isEqualTo(NetworkThen.COUNTED_OTHERWISE);
    }

    @Test
    void oneDigestIsOfOneNetworkHoweverItWasCounted() {
        assertThat(NetworkThen.of(counted("aa", null), counted("aa", 2))).isEqualTo(NetworkThen.SAME);
    }
}
