package org.jejak.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jejak.audit.AuditLog;
import org.jejak.identity.Badge;
import org.jejak.identity.Vault;
import org.jejak.network.Handling;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Everybody who may sign in. */
@Service
public class Users {

    /** Shortest password a user may choose: NIST SP 800-63B asks for 15 where nothing else guards the account. */
    public static final int SHORTEST_PASSWORD = 15;

    /** How long a password that was made for somebody opens the door. */
    static final Duration INITIAL_PASSWORD_LASTS = Duration.ofDays(30);

    /** No letter or digit that is mistaken for another when read aloud or typed from paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** An Argon2id hash with the parameters in use, of a password nobody has. */
    private static final String NOBODY =
            "$argon2id$v=19$m=16384,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final int PASSWORD_LETTERS = 20;

    private final UserNodes nodes;
    private final PasswordEncoder encoder;
    private final Vault vault;
    private final AuditLog log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Users(UserNodes nodes, PasswordEncoder encoder, Vault vault, AuditLog log, Clock clock) {
        this.nodes = nodes;
        this.encoder = encoder;
        this.vault = vault;
        this.log = log;
        this.clock = clock;
    }

    public List<User> all() {
        return nodes.findAll().stream()
                .map(UserNode::toUser)
                .sorted(Comparator.comparing(User::name))
                .toList();
    }

    public Optional<User> named(String name) {
        return nodes.findById(name).map(UserNode::toUser);
    }

    /** Those with a role that waits for their badge: for a supervisor, who is told of them. */
    public List<User> unmatched(Viewer supervisor) {
        if (!supervisor.has(Role.SUPERVISOR)) {
            throw new NotAllowed("whose role waits is for a supervisor to know");
        }
        return all().stream().filter(User::isUnmatched).toList();
    }

    public boolean isEmpty() {
        return nodes.count() == 0;
    }

    /**
     * Adds a user whose password was made by {@link #newPassword}. Who asks for it is written down by whoever lets them.
     *
     * @throws IllegalArgumentException if the name is taken or impossible, or the roles exclude one another
     */
    User add(String name, Set<Role> roles, Handling clearance, Set<Badge> badges, String password) {
        var now = clock.instant();
        var node = new UserNode(
                name,
                now,
                UserNode.names(User.requireCompatible(roles)),
                clearance.name(),
                encode(password),
                true,
                now);
        node.badges = marks(badges);
        requireFree(name);
        try {
            return nodes.save(node).toUser();
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException another) {
            throw taken(name);
        }
    }

    private List<String> marks(Set<Badge> badges) {
        return badges.stream().map(b -> b.mark(vault)).sorted().toList();
    }

    void requireFree(String name) {
        if (nodes.existsById(User.requireName(name))) {
            throw taken(name);
        }
    }

    private static IllegalArgumentException taken(String name) {
        return new IllegalArgumentException("there is a user " + name + " already");
    }

    /** Gives the user a password made by {@link #newPassword}, to be handed over and changed; the caller writes it down. */
    void resetPassword(String name, String password) {
        change(name, user -> {
            user.passwordHash = encode(password);
            user.initialPassword = true;
            user.passwordSince = clock.instant();
        });
    }

    /** @throws IllegalArgumentException if the old one is wrong or the new one too short or the same */
    public void changePassword(String name, String old, String chosen) {
        if (chosen.codePointCount(0, chosen.length()) < SHORTEST_PASSWORD || chosen.length() > 256) {
            throw new IllegalArgumentException(
                    "a password has at least " + SHORTEST_PASSWORD + " characters and at most 256");
        }
        if (chosen.equals(old) || chosen.equals(name)) {
            throw new IllegalArgumentException("the new password must be another one");
        }
        if (verify(name, old).isEmpty()) {
            log.record(name, "change password refused", List.of(name), 0);
            throw new WrongPassword("the old password is not right");
        }
        log.record(name, "change password", List.of(name), 1);
        change(name, user -> {
            user.passwordHash = encode(chosen);
            user.initialPassword = false;
            user.passwordSince = clock.instant();
        });
    }

    /** Changes what a user may do; whoever is signed in feels it at their next request. */
    public User changeRoles(Viewer administrator, String name, Set<Role> roles, Handling clearance) {
        var compatible = User.requireCompatible(roles);
        return changed(administrator, "change roles", name, user -> {
            user.roles = UserNode.names(compatible);
            user.clearance = clearance.name();
        });
    }

    /** Says by which badges the records may know a user, in place of what was said before. */
    public User changeBadges(Viewer administrator, String name, Set<Badge> badges) {
        var marks = marks(badges);
        return changed(administrator, "change badges", name, user -> user.badges = marks);
    }

    /** Written down first: what cannot be logged is not done. */
    private User changed(Viewer administrator, String action, String name, Consumer<UserNode> change) {
        requireAdministrator(administrator);
        if (nodes.existsById(name)) {
            log.record(administrator, action, List.of(name), 1);
        }
        change(name, change);
        return named(name).orElseThrow();
    }

    /** @throws NotAllowed if the viewer is no administrator */
    public static void requireAdministrator(Viewer viewer) {
        if (!viewer.has(Role.ADMINISTRATOR)) {
            throw new NotAllowed("users are the business of an administrator");
        }
    }

    /** The user, if that is their password. An unknown name takes as long as a wrong password. */
    Optional<User> verify(String name, String password) {
        var found = nodes.findById(name);
        boolean right = encoder.matches(password, found.map(u -> u.passwordHash).orElse(NOBODY));
        return found.filter(u -> right && !expired(u)).map(UserNode::toUser);
    }

    private boolean expired(UserNode user) {
        return user.initialPassword
                && user.passwordSince.plus(INITIAL_PASSWORD_LASTS).isBefore(clock.instant());
    }

    /** Kept to the minute: a program signs in with every request, and several at a time. */
    void signedIn(String name) {
        var now = clock.instant();
        var last = nodes.findById(name).map(user -> user.lastLogin);
        if (last.isEmpty() || last.get().plus(Duration.ofMinutes(1)).isBefore(now)) {
            change(name, user -> user.lastLogin = now);
        }
    }

    /** Some 99 bits of the system's generator, in groups of five letters. */
    public String newPassword() {
        var password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LETTERS; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private String encode(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private void change(String name, Consumer<UserNode> change) {
        for (int attempt = 0; ; attempt++) {
            var node = nodes.findById(name).orElseThrow(() -> new NotAllowed("there is no user " + name));
            change.accept(node);
            try {
                nodes.save(node);
                return;
            } catch (OptimisticLockingFailureException another) {
                if (attempt == 5) {
                    throw another;
                }
            }
        }
    }
}
