package org.jejak.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.network.Handling;
import org.jejak.network.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/** A user as the graph holds it. */
@Node("User")
final class UserNode {

    @Id
    final String name;

    @Version
    @Nullable
    Long version;

    final Instant created;
    List<String> roles;
    String clearance;
    String passwordHash;
    boolean initialPassword;
    Instant passwordSince;

    @Nullable
    Instant lastLogin;

    /** Keyed hashes; a badge itself would name an official of the records beside their sealed row. */
    @Nullable
    List<String> badges;

    @PersistenceCreator
    UserNode(
            String name,
            Instant created,
            List<String> roles,
            String clearance,
            String passwordHash,
            boolean initialPassword,
            Instant passwordSince) {
        this.name = name;
        this.created = created;
        this.roles = roles;
        this.clearance = clearance;
        this.passwordHash = passwordHash;
        this.initialPassword = initialPassword;
        this.passwordSince = passwordSince;
    }

    static List<String> names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }

    User toUser() {
        return new User(
                name,
                roles.stream().map(Role::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))),
                badges == null ? Set.of() : Set.copyOf(badges),
                Handling.valueOf(clearance),
                initialPassword,
                created,
                Optional.ofNullable(lastLogin));
    }
}
