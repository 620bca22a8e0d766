package org.jejak.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;

/**
 * A command as somebody typed it, and what it said.
 *
 * @param err all of standard error, the log included
 */
public record TypedCommand(int code, String out, String err) {

    public static TypedCommand run(String... words) {
        return on(TypedCommand.class, words);
    }

    /** With a web application for {@code run}. */
    public static TypedCommand on(Class<?> webApplication, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var before = System.out;
        var errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = Jejak.execute(words, webApplication);
            return new TypedCommand(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(errBefore);
        }
    }

    /** Every command that does something by itself, as it is typed. */
    public static Set<String> known() {
        var found = new TreeSet<String>();
        collect(Jejak.commands(TypedCommand.class), "", found);
        return found;
    }

    private static void collect(CommandLine command, String before, Set<String> found) {
        command.getSubcommands().forEach((name, below) -> {
            if (!below.getCommandSpec().usageMessage().hidden()) {
                String typed = before.isEmpty() ? name : before + " " + name;
                found.add(typed);
                collect(below, typed, found);
            }
        });
    }
}
