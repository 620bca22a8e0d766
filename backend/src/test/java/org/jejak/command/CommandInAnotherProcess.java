package org.jejak.command;

/** Runs one command without pages; for tests that end the process while it works. */
final class CommandInAnotherProcess {

    private CommandInAnotherProcess() {}

    public static void main(String[] args) {
        System.exit(Jejak.execute(args, CommandInAnotherProcess.class));
    }
}
