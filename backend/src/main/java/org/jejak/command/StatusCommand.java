package org.jejak.command;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jejak.access.Cases;
import org.jejak.access.User;
import org.jejak.access.Users;
import org.jejak.network.Role;
import org.jejak.safeguard.ReadingDoor;
import org.jejak.store.GraphStore;
import org.jejak.store.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = {
            "Is it well, and how much is there, as far as you may see.",
            "JSON: {\"home\",\"keys\",\"store\":\"embedded|joined\",\"java\",\"users\",\"cases\","
                    + "\"records\":{file: rows},\"unmatchedUsers\":[name]} (users is null for all but administrators,",
            "unmatchedUsers, whose role integrity waits for their badge, for all but supervisors)"
        })
final class StatusCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    record Answer(
            String home,
            String keys,
            String store,
            String java,
            @Nullable Integer users,
            int cases,
            SortedMap<String, Long> records,
            @Nullable List<String> unmatchedUsers) {}

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            var home = opened.get(Home.class);
            var answer = new Answer(
                    home.directory().toString(),
                    home.keys().toString(),
                    opened.get(GraphStore.class).isEmbedded() ? "embedded" : "joined",
                    Runtime.version().toString(),
                    viewer.has(Role.ADMINISTRATOR)
                            ? opened.get(Users.class).all().size()
                            : null,
                    opened.get(Cases.class).visibleTo(viewer).size(),
                    opened.get(ReadingDoor.class).count(viewer),
                    viewer.has(Role.SUPERVISOR)
                            ? opened.get(Users.class).unmatched(viewer).stream()
                                    .map(User::name)
                                    .toList()
                            : null);
            output.print(answer, () -> say(answer));
        }
        return Exit.DONE;
    }

    private void say(Answer answer) {
        output.line("home   " + answer.home());
        output.line("keys   " + answer.keys());
        output.line("store  " + (answer.store().equals("embedded") ? "opened by this command" : "of the running one"));
        output.line("cases  " + answer.cases());
        if (answer.unmatchedUsers() != null && !answer.unmatchedUsers().isEmpty()) {
            output.line("waits  the role integrity of " + String.join(", ", answer.unmatchedUsers())
                    + ", until an administrator says by which badge records may know them");
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        answer.records().forEach((file, count) -> rows.add(Lines.row(file, count)));
        output.table(List.of("file", "rows"), rows);
    }
}
