package org.jejak.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jejak.access.FirstStart;
import org.jejak.access.User;
import org.jejak.access.Users;
import org.jejak.identity.Badge;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "users",
        description = {
            "Who may sign in.",
            "JSON: {\"users\":[{\"name\",\"roles\":[role],\"withheld\":[role],\"clearance\",\"created\",\"lastLogin\",",
            "\"initialPassword\"}]}; withheld are roles that wait until a badge of theirs is known"
        },
        subcommands = {UsersCommand.Add.class, UsersCommand.Change.class})
final class UsersCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    record Shown(
            String name,
            List<String> roles,
            List<String> withheld,
            String clearance,
            String created,
            @Nullable String lastLogin,
            boolean initialPassword) {

        static Shown of(User user) {
            return new Shown(
                    user.name(),
                    words(user.roles()),
                    waiting(user),
                    user.clearance().label(),
                    user.created().toString(),
                    user.lastLogin().map(Object::toString).orElse(null),
                    user.initialPassword());
        }
    }

    record Answer(List<Shown> users) {}

    private static List<String> words(Collection<Role> roles) {
        return roles.stream().distinct().sorted().map(Words::of).toList();
    }

    private static List<String> waiting(User user) {
        var waiting = EnumSet.copyOf(user.roles());
        waiting.removeAll(user.inForce());
        return words(waiting);
    }

    private static void tell(User user) {
        if (user.isUnmatched()) {
            Output.note("The role " + String.join(", ", waiting(user)) + " waits: give --agency and --badge, so that"
                    + " nobody is shown a lead on themselves. A supervisor sees that it waits.");
        }
    }

    /** What an agency knows somebody by. */
    static final class Known {

        @Option(
                names = "--agency",
                paramLabel = "KEY",
                required = true,
                description = "Key of the agency they belong to, as records have it; may be repeated with --badge.")
        Key agency = new Key("-:-");

        @Option(names = "--badge", paramLabel = "B", required = true, description = "Their badge there.")
        String badge = "";

        static Set<Badge> badges(List<Known> given) {
            return given.stream().map(k -> new Badge(k.agency, k.badge)).collect(Collectors.toSet());
        }
    }

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            Users.requireAdministrator(opened.viewer(who));
            var users = opened.get(Users.class).all().stream().map(Shown::of).toList();
            output.print(new Answer(users), () -> {
                var rows = new ArrayList<List<@Nullable Object>>();
                for (var user : users) {
                    rows.add(Lines.row(
                            user.name(), String.join(", ", user.roles()), user.clearance(), user.lastLogin()));
                }
                output.table(List.of("user", "roles", "clearance", "last login"), rows);
            });
        }
        return Exit.DONE;
    }

    @Command(
            name = "add",
            description = {
                "Adds a user with a password made for them, written to an owner-only file whose path is printed.",
                "JSON: {\"user\",\"roles\":[role],\"withheld\":[role],\"clearance\",\"passwordFile\"}"
            })
    static final class Add implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Mixin
        Who who = new Who();

        @Mixin
        Output output = new Output();

        @Parameters(paramLabel = "NAME")
        String name = "";

        @Option(
                names = "--role",
                paramLabel = "R,...",
                required = true,
                split = ",",
                description = "investigator, prosecutor, integrity, victim-care, supervisor, administrator.")
        List<Role> roles = List.of();

        @Option(
                names = "--clearance",
                paramLabel = "TLP",
                defaultValue = "TLP:AMBER",
                description = "The strictest handling they may read (default: ${DEFAULT-VALUE}).")
        Handling clearance = Handling.AMBER;

        @ArgGroup(exclusive = false, multiplicity = "0..*")
        List<Known> known = new ArrayList<>();

        record Added(String user, List<String> roles, List<String> withheld, String clearance, String passwordFile) {}

        @Override
        public Integer call() {
            try (var opened = place.open()) {
                var written = opened.get(FirstStart.class)
                        .addUser(opened.viewer(who), name, EnumSet.copyOf(roles), clearance, Known.badges(known));
                var user = opened.get(Users.class).named(name).orElseThrow();
                var added = new Added(
                        name,
                        words(roles),
                        waiting(user),
                        clearance.label(),
                        written.file().toString());
                output.print(added, () -> FirstPasswords.tell(output, written));
                tell(user);
            }
            return Exit.DONE;
        }
    }

    @Command(
            name = "change",
            description = {
                "Changes what a user may do, or by which badges records may know them; what is not named stays.",
                "JSON: {\"users\":[user as in users]}"
            })
    static final class Change implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Mixin
        Who who = new Who();

        @Mixin
        Output output = new Output();

        @Parameters(paramLabel = "NAME")
        String name = "";

        @Option(names = "--role", paramLabel = "R,...", split = ",", description = "All their roles from now on.")
        List<Role> roles = List.of();

        @Option(names = "--clearance", paramLabel = "TLP", description = "The strictest handling they may read.")
        @Nullable
        Handling clearance;

        @ArgGroup(exclusive = false, multiplicity = "0..*")
        List<Known> known = new ArrayList<>();

        @Override
        public Integer call() {
            try (var opened = place.open()) {
                var viewer = opened.viewer(who);
                var users = opened.get(Users.class);
                Users.requireAdministrator(viewer);
                var user = users.named(name).orElseThrow(() -> new NotAllowed("there is no user " + name));
                if (!roles.isEmpty() || clearance != null) {
                    user = users.changeRoles(
                            viewer,
                            name,
                            roles.isEmpty() ? user.roles() : EnumSet.copyOf(roles),
                            clearance == null ? user.clearance() : clearance);
                }
                if (!known.isEmpty()) {
                    user = users.changeBadges(viewer, name, Known.badges(known));
                }
                var shown = Shown.of(user);
                output.print(
                        new Answer(List.of(shown)),
                        () -> output.line(
                                name + ": " + String.join(", ", shown.roles()) + ", up to " + shown.clearance()));
                tell(user);
            }
            return Exit.DONE;
        }
    }
}
