package org.jejak.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The principal of a sign-in. It carries the roles as they were then, for pages to be shown or not; what may be read is
 * asked of {@link Viewers} each time.
 */
public record SignedIn(String name, List<String> roles, boolean initialPassword) implements UserDetails {

    private static final long serialVersionUID = 1L;

    public SignedIn {
        roles = List.copyOf(roles);
    }

    static SignedIn as(User user) {
        return new SignedIn(user.name(), UserNode.names(user.inForce()), user.initialPassword());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream().map(r -> new SimpleGrantedAuthority("ROLE_" + r)).toList();
    }

    /** Never kept in a session. */
    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return name;
    }
}
