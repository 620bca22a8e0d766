package org.jejak.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jejak.audit.AuditLog;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description = "The log of who read and changed what.",
        subcommands = AuditCommand.VerifyLog.class)
final class AuditCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "audit what? There is: audit verify");
    }

    @Command(
            name = "verify",
            description = {
                "Is the audit log whole: every entry following from the one before, none changed, taken out or cut off?",
                "Exits with 1 if not.",
                "JSON: {\"whole\",\"entries\",\"head\":{\"seq\",\"hash\"},\"kept\":{\"seq\",\"hash\"},\"problems\":[{\"line\",\"text\"}]};",
                "kept is the head noted in the database, null if none is"
            })
    static final class VerifyLog implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Mixin
        Who who = new Who();

        @Mixin
        Output output = new Output();

        record Head(long seq, String hash) {}

        record Problem(long line, String text) {}

        record Answer(
                boolean whole,
                long entries,
                Head head,
                @Nullable Head kept,
                List<Problem> problems) {}

        @Override
        public Integer call() {
            try (var opened = place.open()) {
                if (who.user != null && !opened.viewer(who).has(Role.SUPERVISOR)) {
                    throw new NotAllowed("the audit log is the business of a supervisor");
                }
                var found = opened.get(AuditLog.class).verify();
                var answer = new Answer(
                        found.whole(),
                        found.entries(),
                        new Head(found.head().seq(), found.head().hash()),
                        found.kept().map(k -> new Head(k.seq(), k.hash())).orElse(null),
                        found.problems().stream()
                                .map(p -> new Problem(p.line(), p.text()))
                                .toList());
                output.print(answer, () -> {
                    output.line(answer.entries() + " entries, " + (answer.whole() ? "whole" : "NOT whole"));
                    answer.problems().forEach(p -> output.line("line " + p.line() + ": " + p.text()));
                });
                return answer.whole() ? Exit.DONE : Exit.NO;
            }
        }
    }
}
