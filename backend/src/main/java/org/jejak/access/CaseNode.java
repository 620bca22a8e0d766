package org.jejak.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/** A case as the graph holds it. Users are another aggregate, so it names them and has no relationship to them. */
@Node("Case")
final class CaseNode {

    @Id
    final String ref;

    @Version
    @Nullable
    Long version;

    final Instant created;

    @Nullable
    String title;

    boolean shared;
    List<String> assigned;

    @PersistenceCreator
    CaseNode(String ref, Instant created, boolean shared, List<String> assigned) {
        this.ref = ref;
        this.created = created;
        this.shared = shared;
        this.assigned = assigned;
    }

    Case toCase() {
        return new Case(ref, Optional.ofNullable(title), shared, Set.copyOf(assigned), created);
    }
}
