package org.jejak.savedview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/** A view as the graph holds it: its name and notes may name people, so all of its content is sealed. */
@Node("View")
final class ViewNode {

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final String caseRef;
    final long slot;
    String by;
    Instant at;
    byte[] sealed;

    @PersistenceCreator
    ViewNode(String id, String caseRef, long slot, String by, Instant at, byte[] sealed) {
        this.id = id;
        this.caseRef = caseRef;
        this.slot = slot;
        this.by = by;
        this.at = at;
        this.sealed = sealed;
    }
}
