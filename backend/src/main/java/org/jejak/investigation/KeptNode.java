package org.jejak.investigation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/**
 * An investigation as the graph holds it. Title, question and result are sealed with the key in {@code slot}: whoever
 * types a title may type a name.
 */
@Node("Investigation")
final class KeptNode {

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final String user;
    final Instant kept;
    final String program;
    final List<String> cases;
    final String clearance;
    final String snapshot;
    final String resultDigest;
    final long slot;
    final byte[] sealed;

    /** In which way the snapshot's digest was counted; null of what was kept before that was written down. */
    @Nullable
    final Integer way;

    @PersistenceCreator
    KeptNode(
            String id,
            String user,
            Instant kept,
            String program,
            List<String> cases,
            String clearance,
            String snapshot,
            String resultDigest,
            long slot,
            byte[] sealed,
            @Nullable Integer way) {
        this.id = id;
        this.user = user;
        this.kept = kept;
        this.program = program;
        this.cases = cases;
        this.clearance = clearance;
        this.snapshot = snapshot;
        this.resultDigest = resultDigest;
        this.slot = slot;
        this.sealed = sealed;
        this.way = way;
    }
}
