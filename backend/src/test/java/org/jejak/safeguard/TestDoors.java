package org.jejak.safeguard;

import java.nio.file.Path;
import java.time.Clock;
import org.jejak.audit.AuditLog;
import org.jejak.audit.HeadInMemory;
import org.jejak.ingest.TestLoads;

/** The reading door of the test store, for the tests of what reads through it. */
public record TestDoors(ReadingDoor door, Protection protection) {

    /** @param folder for the audit log */
    public static TestDoors on(TestLoads loads, Path folder) {
        var driver = loads.store().driver();
        var state = new StoreState(driver, loads.cypher());
        var protection = new Protection(driver, loads.cypher(), state);
        var audit = AuditLog.open(folder, Clock.systemUTC(), new HeadInMemory());
        var rows = new RowReader(loads.store().vault());
        return new TestDoors(new ReadingDoor(driver, loads.cypher(), rows, protection, state, audit), protection);
    }
}
