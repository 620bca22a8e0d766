package org.jejak.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jejak.access.FirstStart;
import org.jejak.access.User;
import org.jejak.access.Users;
import org.jejak.network.Handling;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "users",
        description = {
            "Who may sign in.",
            "JSON: {\"users\":[{\"name\",\"roles\":[role],\"clearance\",\"created\",\"lastLogin\",\"initialPassword\"}]}"
        },
        subcommands = UsersCommand.Add.class)
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
            String clearance,
            String created,
            @Nullable String lastLogin,
            boolean initialPassword) {

        static Shown of(User user) {
            return new Shown(
                    user.name(),
                    user.roles().stream().sorted().map(Words::of).toList(),
                    user.clearance().label(),
                    user.created().toString(),
                    user.lastLogin().map(Object::toString).orElse(null),
                    user.initialPassword());
        }
    }

    record Answer(List<Shown> users) {}

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            requireAdministrator(opened.viewer(who));
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

    static void requireAdministrator(Viewer viewer) {
        if (!viewer.has(Role.ADMINISTRATOR)) {
            throw new NotAllowed("users are the business of an administrator");
        }
    }

    @Command(
            name = "add",
            description = {
                "Adds a user with a password made for them, written to an owner-only file whose path is printed.",
                "JSON: {\"user\",\"roles\":[role],\"clearance\",\"passwordFile\"}"
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

        record Added(String user, List<String> roles, String clearance, String passwordFile) {}

        @Override
        public Integer call() {
            try (var opened = place.open()) {
                var written = opened.get(FirstStart.class)
                        .addUser(opened.viewer(who), name, EnumSet.copyOf(roles), clearance);
                var added = new Added(
                        name,
                        roles.stream().distinct().sorted().map(Words::of).toList(),
                        clearance.label(),
                        written.file().toString());
                output.print(added, () -> FirstPasswords.tell(output, written));
            }
            return Exit.DONE;
        }
    }
}
