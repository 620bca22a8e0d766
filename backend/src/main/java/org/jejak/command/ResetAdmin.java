package org.jejak.command;

import java.util.concurrent.Callable;
import org.jejak.access.FirstStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "reset-admin",
        description = {
            "Gives the administrator a new one-time password, written to an owner-only file whose path is printed.",
            "Only the owner of the home's files can do this. JSON: {\"user\",\"passwordFile\"}"
        })
final class ResetAdmin implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Output output = new Output();

    record Reset(String user, String passwordFile) {}

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var written = opened.get(FirstStart.class).resetAdministrator();
            output.print(
                    new Reset(FirstStart.ADMINISTRATOR, written.file().toString()),
                    () -> FirstPasswords.tell(output, written));
        }
        return Exit.DONE;
    }
}
