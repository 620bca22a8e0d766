package org.jejak.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A command as somebody typed it, and what it said.
 *
 * @param err all of standard error, the log included
 */
record TypedCommand(int code, String out, String err) {

    static TypedCommand run(String... words) {
        return on(TypedCommand.class, words);
    }

    /** With a web application for {@code run}. */
    static TypedCommand on(Class<?> webApplication, String... words) {
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
}
