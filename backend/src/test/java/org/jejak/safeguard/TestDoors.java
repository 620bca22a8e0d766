package org.jejak.safeguard;

import java.nio.file.Path;
import java.time.Clock;
import org.jejak.audit.AuditLog;
import org.jejak.audit.HeadInMemory;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.Vault;
import org.jejak.ingest.TestLoads;
import org.neo4j.driver.Driver;

/** Everything that reads a test store for a viewer, put together as the application does it. */
public record TestDoors(
        ReadingDoor door,
        Protection protection,
        Names names,
        Search search,
        Surroundings surroundings,
        Identities identities) {

    /** @param folder for the audit log */
    public static TestDoors on(TestLoads loads, Path folder) {
        return on(
                loads.store().driver(),
                loads.cypher(),
                loads.store().vault(),
                AuditLog.open(folder, Clock.systemUTC(), new HeadInMemory()));
    }

    public static TestDoors on(Driver driver, CypherLibrary cypher, Vault vault, AuditLog audit) {
        var state = new StoreState(driver, cypher);
        var rows = rows(vault);
        var pseudonym = new Pseudonym(vault);
        var rules = new ProtectionRules(driver, cypher, rows, new Clearings(cypher, rows), new LastHeard(cypher, rows));
        var protection = new Protection(driver, cypher, state, new ProtectingRows(driver, cypher, rows), rules);
        var masks = new Masks(driver, cypher, rows, protection, pseudonym, state);
        var door = new ReadingDoor(driver, cypher, rows, masks, state, audit);
        var names = new Names(door, protection, pseudonym);
        return new TestDoors(
                door,
                protection,
                names,
                new Search(driver, cypher, rows, door, names, state, audit),
                new Surroundings(driver, cypher, state, audit),
                new Identities(driver, cypher, rows, protection, state, audit));
    }

    static RowReader rows(Vault vault) {
        return new RowReader(vault, new Pseudonym(vault));
    }
}
