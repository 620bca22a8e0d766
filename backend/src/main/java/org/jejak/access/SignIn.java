package org.jejak.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jejak.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Name and password against {@link Users}, throttled; for the login page, the REST API and the command line alike. */
@Component
public class SignIn implements AuthenticationProvider {

    /** Longer than any password; stops a caller from making Argon2 chew megabytes. */
    private static final int LONGEST_SECRET = 1024;

    private final Users users;
    private final AuditLog log;
    private final LoginThrottle throttle;

    SignIn(Users users, AuditLog log, Clock clock) {
        this.users = users;
        this.log = log;
        this.throttle = new LoginThrottle(clock);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String secret = String.valueOf(attempt.getCredentials());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "here";
        var someone = SignedIn.as(verify(name, secret, address));
        var authentication = UsernamePasswordAuthenticationToken.authenticated(someone, null, someone.getAuthorities());
        authentication.setDetails(attempt.getDetails());
        return authentication;
    }

    /**
     * The user, if the secret is theirs.
     *
     * @throws LockedException if there were too many failures, whether or not the secret is right
     * @throws BadCredentialsException if name or secret are wrong; it does not say which
     */
    public User verify(String name, String secret, @Nullable String address) {
        String from = address == null ? "unknown" : address;
        Duration wait = throttle.wait(name, from);
        if (wait.isPositive()) {
            log.record(actor(name), "login slowed down", List.of(), 0);
            throw new LockedException("too many failures; try again in " + (wait.toSeconds() + 1) + " s");
        }
        var user = secret.length() > LONGEST_SECRET ? Optional.<User>empty() : users.verify(name, secret);
        if (user.isEmpty()) {
            throttle.failed(name, from);
            log.record(actor(name), "login failed", List.of(), 0);
            throw new BadCredentialsException("the name or the password is not right");
        }
        log.record(name, "login", List.of(), 1);
        throttle.succeeded(name);
        users.signedIn(name);
        return user.get();
    }

    /** What was typed goes into the log only where it is a user's name: people type passwords into the wrong field. */
    private String actor(String typed) {
        return typed.length() <= LONGEST_SECRET && users.named(typed).isPresent() ? typed : "nobody";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
