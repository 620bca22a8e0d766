package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jejak.identity.Badge;
import org.jejak.identity.Vault;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.junit.jupiter.api.Test;

/** Users are matched to officials by agency and badge, whichever of the two is there first. */
class ConflictsIT {

    private final TestLoads loads = TestLoads.onEmptyStore();
    private final Vault vault = loads.store().vault();
    private final Conflicts conflicts =
            new Conflicts(loads.store().driver(), loads.cypher(), TestDoors.rows(vault), vault);

    private Viewer withBadge(String agency, String badge) {
        return new Viewer(
                "ina",
                Set.of(Role.INTEGRITY),
                Set.of(),
                Handling.CLEAR,
                Set.of(new Badge(new Key(agency), badge).mark(vault)));
    }

    private static Bundles bundle() {
        return Bundles.bundle()
                .source()
                .file("persons", "id,name,source", "p1,An Officer,s1", "p2,Her Husband,s1", "p3,A Colleague,s1")
                .file("organizations", "id,name,kind,source", "o1,Border Guard,agency,s1", "o2,Police,agency,s1")
                .file("officials", "person,agency,badge,unit,source", "p1,o1,Z-10 01,U1,s1", "p3,o2,Z1001,U1,s1")
                .file("links", "id,subject,relation,object,source", "l1,p2,family,p1,s1", "l2,p1,associate,p3,s1");
    }

    @Test
    void theyAreWhoHasTheirBadgeInTheirAgencyAndTheirFamilyWhateverTheyMayRead() {
        var officer = withBadge("TEST:o1", "z1001");
        assertThat(conflicts.of(officer))
                .as("added before the officials' rows came")
                .isEmpty();
        var load = loads.load(bundle());
        assertThat(conflicts.of(officer)).containsExactlyInAnyOrder(new Key("TEST:p1"), new Key("TEST:p2"));
        assertThat(conflicts.of(withBadge("TEST:o2", "Z 1001"))).containsExactly(new Key("TEST:p3"));
        assertThat(conflicts.of(withBadge("TEST:o1", "Z1002"))).isEmpty();
        assertThat(conflicts.of(new Viewer("ben", Set.of(), Set.of("CASE-1"), Handling.RED)))
                .isEmpty();
        loads.loads().undo(TestLoads.OPERATOR, load.load());
        assertThat(conflicts.of(officer)).isEmpty();
    }
}
