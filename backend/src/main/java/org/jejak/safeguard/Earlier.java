package org.jejak.safeguard;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jejak.audit.AuditLog;
import org.jejak.network.Viewer;
import org.springframework.stereotype.Service;

/** Takes a viewer back to what Jejak had recorded by an earlier instant. */
@Service
public class Earlier {

    private final ReadingDoor door;
    private final Names names;
    private final AuditLog audit;

    Earlier(ReadingDoor door, Names names, AuditLog audit) {
        this.door = door;
        this.names = names;
        this.audit = audit;
    }

    /** Reads everything the viewer may see as of {@code known}; it takes as long as reading all of it. */
    public AsKnown at(Viewer viewer, Instant known) {
        var then = new AsKnown(viewer, names, audit);
        var reading = Reading.everything().knownBy(Optional.of(known));
        door.stream(viewer, reading.unseal(), then::add);
        if (!viewer.without().isEmpty()) {
            door.stream(viewer.withoutSources(Set.of()), reading, then::addNameless);
        }
        return then;
    }
}
