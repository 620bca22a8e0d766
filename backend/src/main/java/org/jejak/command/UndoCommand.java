package org.jejak.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jejak.ingest.Loads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "undo",
        description = {
            "Takes a load back: the store is as if it had never been, and later loads stay.",
            "JSON: {\"undone\":LOAD}"
        })
final class UndoCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    @Parameters(paramLabel = "LOAD", description = "As ./jejak loads lists it.")
    String load = "";

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            opened.get(Loads.class).undo(opened.viewer(who), load);
            output.print(Map.of("undone", load), () -> output.line("load " + load + " is taken back"));
        }
        return Exit.DONE;
    }
}
