package org.jejak.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.ClientException;

class GraphStoreIT {

    @Test
    void startsAgainWithWhatItHeldAndLetsASecondOneJoin() throws Exception {
        var home = TestStore.temporaryHome();
        try (var first = GraphStore.open(home, GraphStore.Sharing.OWN)) {
            first.driver().executableQuery("CREATE (:Memory {of: 'rain'})").execute();
            assertThatThrownBy(() -> GraphStore.open(home, GraphStore.Sharing.OWN))
                    .isInstanceOf(HomeInUse.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            try (var second = GraphStore.open(home, GraphStore.Sharing.JOIN)) {
                assertThat(second.isEmbedded()).isFalse();
                assertThat(count(second)).isEqualTo(1);
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.passwordFile())))
                    .isEqualTo("rw-------");
            refusesEverybodyWithoutThePassword(home);
        }
        try (var again = GraphStore.open(home, GraphStore.Sharing.OWN)) {
            assertThat(count(again)).isEqualTo(1);
            again.close();
        }
    }

    private static void refusesEverybodyWithoutThePassword(Home home) {
        var uri = HomeLock.awaitHolder(home).uri();
        for (var auth : new org.neo4j.driver.AuthToken[] {AuthTokens.basic("neo4j", "neo4j"), AuthTokens.none()}) {
            try (var driver = GraphDatabase.driver(uri, auth)) {
                assertThatThrownBy(driver::verifyConnectivity).isInstanceOf(ClientException.class);
            }
        }
    }

    private static long count(GraphStore store) {
        return store.driver()
                .executableQuery("MATCH (m:Memory) RETURN count(m) AS n")
                .execute()
                .records()
                .getFirst()
                .get("n")
                .asLong();
    }
}
