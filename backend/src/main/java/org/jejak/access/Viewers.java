package org.jejak.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.network.Handling;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/**
 * Who is looking, as of now: roles, clearance and cases are read anew each time, so that what a supervisor takes away
 * is gone at the next request and not at the next sign-in.
 */
@Service
public class Viewers {

    private final Users users;
    private final Cases cases;

    Viewers(Users users, Cases cases) {
        this.users = users;
        this.cases = cases;
    }

    /** @throws NotAllowed if there is no such user */
    public Viewer named(String user) {
        var found = users.named(user).orElseThrow(() -> new NotAllowed("there is no user " + user));
        return new Viewer(found.name(), found.inForce(), casesOf(found), found.clearance(), found.badges());
    }

    private Set<String> casesOf(User user) {
        if (!user.readsCases()) {
            return Set.of();
        }
        return cases.all().stream()
                .filter(c -> c.shared() || c.assigned().contains(user.name()))
                .map(Case::ref)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The viewer behind a sign-in. */
    public Viewer of(@Nullable Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || !(authentication.getPrincipal() instanceof SignedIn someone)) {
            throw new NotAllowed("nobody is signed in");
        }
        return named(someone.getUsername());
    }

    /** The viewer behind the sign-in of this thread's request. */
    public Viewer current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /**
     * The owner of the home's files, who could read the keys anyway: all cases, everything except opening identities of
     * victims and witnesses and exporting identified.
     */
    public Viewer operator() {
        return new Viewer(
                Viewer.OPERATOR,
                EnumSet.of(Role.INVESTIGATOR, Role.INTEGRITY, Role.SUPERVISOR, Role.ADMINISTRATOR),
                cases.all().stream().map(Case::ref).collect(Collectors.toUnmodifiableSet()),
                Handling.RED);
    }
}
