package org.jejak.command;

import org.jejak.access.FirstStart;

/** Says where passwords were written; and what they are, if a person sits there. */
final class FirstPasswords {

    private FirstPasswords() {}

    static void tell(Output output, FirstStart.Written written) {
        output.line("One-time passwords are in " + written.file() + " (only you can read it).");
        if (Output.toTerminal()) {
            for (var initial : written.initials()) {
                output.line("  " + initial.user() + "   " + initial.password());
            }
        }
    }
}
