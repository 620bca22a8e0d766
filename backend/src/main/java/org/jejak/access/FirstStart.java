package org.jejak.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.audit.AuditLog;
import org.jejak.identity.Badge;
import org.jejak.identity.OwnerOnly;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.store.Home;
import org.springframework.stereotype.Service;

/** Makes the first users of a home, and a new password for its administrator who lost theirs. */
@Service
public class FirstStart {

    /** Name of the administrator that every home begins with. */
    public static final String ADMINISTRATOR = "administrator";

    /** What the sample's integrity unit is known by: an agency of no records, so that nobody of theirs is in any. */
    private static final Badge OF_THE_SAMPLE = new Badge(new Key("JEJAK:integrity-unit"), "sample");

    private final Users users;
    private final Cases cases;
    private final AuditLog log;
    private final Home home;

    FirstStart(Users users, Cases cases, AuditLog log, Home home) {
        this.users = users;
        this.cases = cases;
        this.log = log;
        this.home = home;
    }

    /** A password made for somebody, to be handed over once. */
    public record Initial(String user, String password, Set<Role> roles) {

        private String line() {
            return user + "\t" + password + "\t"
                    + roles.stream().sorted().map(FirstStart::word).collect(Collectors.joining(",")) + "\n";
        }

        @Override
        public String toString() {
            return "Initial[" + user + "]";
        }
    }

    /** The passwords, and the owner-only file they were written to. */
    public record Written(Path file, List<Initial> initials) {}

    /**
     * Makes an administrator, and with the sample one user for each role; nobody where there are users already. The
     * passwords are on disk before the users are in the store, so that a crash between the two loses none.
     */
    public Optional<Written> makeUsers(boolean sample) {
        if (!users.isEmpty()) {
            return Optional.empty();
        }
        var initials = new ArrayList<Initial>();
        initials.add(new Initial(ADMINISTRATOR, users.newPassword(), Set.of(Role.ADMINISTRATOR)));
        if (sample) {
            for (var role : Role.values()) {
                if (role != Role.ADMINISTRATOR) {
                    initials.add(new Initial(word(role), users.newPassword(), Set.of(role)));
                }
            }
        }
        var file = write("first-passwords", initials);
        log.record(
                Viewer.OPERATOR,
                "make first users",
                initials.stream().map(Initial::user).toList(),
                initials.size());
        for (var initial : initials) {
            var badges = initial.roles().contains(Role.INTEGRITY) ? Set.of(OF_THE_SAMPLE) : Set.<Badge>of();
            users.add(initial.user(), initial.roles(), Handling.RED, badges, initial.password());
        }
        return Optional.of(new Written(file, List.copyOf(initials)));
    }

    /** Lets the users of the sample, one for each role, into its case. */
    public void assignSampleUsers(Viewer operator, String caseRef) {
        for (var role : Role.values()) {
            if (role.readsCases() && users.named(word(role)).isPresent()) {
                cases.assign(operator, caseRef, word(role));
            }
        }
    }

    /** A new password for the administrator, who is made again where somebody took them away. */
    public Written resetAdministrator() {
        var fresh = new Initial(ADMINISTRATOR, users.newPassword(), Set.of(Role.ADMINISTRATOR));
        var file = write("administrator-password", List.of(fresh));
        log.record(Viewer.OPERATOR, "reset administrator", List.of(ADMINISTRATOR), 1);
        var there = users.named(ADMINISTRATOR);
        if (there.isEmpty()) {
            users.add(ADMINISTRATOR, fresh.roles(), Handling.RED, Set.of(), fresh.password());
        } else {
            users.resetPassword(ADMINISTRATOR, fresh.password());
        }
        return new Written(file, List.of(fresh));
    }

    /**
     * Adds a user with a password of their own, written to a file only the owner can read.
     *
     * @param badges by which the records may know them; without any the role integrity waits
     */
    public Written addUser(Viewer administrator, String name, Set<Role> roles, Handling clearance, Set<Badge> badges) {
        Users.requireAdministrator(administrator);
        users.requireFree(name);
        log.record(administrator, "add user", List.of(name), 1);
        var fresh = new Initial(name, users.newPassword(), User.requireCompatible(roles));
        users.add(name, roles, clearance, badges, fresh.password());
        return new Written(write("password-of-" + name, List.of(fresh)), List.of(fresh));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Path write(String name, List<Initial> initials) {
        try {
            var file = OwnerOnly.directory(home.keys()).resolve(name + "-" + markOfHome() + ".tsv");
            var text = initials.stream().map(Initial::line).collect(Collectors.joining());
            OwnerOnly.replace(file, text.getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Several homes may keep their keys in one folder; the files of one must not replace those of another. */
    private String markOfHome() {
        return String.format("%08x", home.directory().toString().hashCode());
    }
}
