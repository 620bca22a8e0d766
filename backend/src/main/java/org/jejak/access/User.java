package org.jejak.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.network.Handling;
import org.jejak.network.Role;
import org.jejak.network.Viewer;

/**
 * Somebody who may sign in.
 *
 * @param roles as given; what of them holds says {@link #inForce()}
 * @param badges keyed hashes of what their agencies know them by
 * @param clearance the strictest handling they may read, in the cases they are assigned to
 * @param initialPassword whether they still have the password that was made for them
 */
public record User(
        String name,
        Set<Role> roles,
        Set<String> badges,
        Handling clearance,
        boolean initialPassword,
        Instant created,
        Optional<Instant> lastLogin) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public User {
        requireName(name);
        roles = requireCompatible(roles);
        badges = Set.copyOf(badges);
    }

    /**
     * The roles that hold. Whose badge nobody knows cannot be matched to officials, and might be shown a lead on
     * themselves: the role integrity waits until it is known.
     */
    public Set<Role> inForce() {
        return roles.stream()
                .filter(r -> r != Role.INTEGRITY || !badges.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a role of theirs waits for their badge. */
    public boolean isUnmatched() {
        return inForce().size() < roles.size();
    }

    static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a user name is 1 to 64 of a-z, 0-9, '.', '_' and '-', beginning with a letter or digit, not '"
                            + name + "'");
        }
        if (name.equals(Viewer.OPERATOR)) {
            throw new IllegalArgumentException("the name " + name + " belongs to the owner of the home's files");
        }
        return name;
    }

    /**
     * Who looks for leads about officials must not also investigate the case with them. Roles hold for all cases of a
     * user, so nobody has both.
     */
    static Set<Role> requireCompatible(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a user has at least one role of " + List.of(Role.values()));
        }
        if (roles.contains(Role.INTEGRITY) && roles.contains(Role.INVESTIGATOR)) {
            throw new IllegalArgumentException(
                    "nobody is integrity and investigator of one case: make two users, for two people");
        }
        return Set.copyOf(roles);
    }

    /** Whoever has only roles that read no case is assigned to none. */
    boolean mayBeAssigned() {
        return roles.stream().anyMatch(Role::readsCases);
    }

    /** Not even a shared one is read without such a role; nor by whose only such role waits. */
    boolean readsCases() {
        return inForce().stream().anyMatch(Role::readsCases);
    }
}
