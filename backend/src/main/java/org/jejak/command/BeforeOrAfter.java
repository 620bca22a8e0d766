package org.jejak.command;

import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Options of a command may stand before or after its subcommand. A command and its subcommand have options of one name
 * each for themselves, so one that stands before would be set on a command that does not run, and whoever typed it would
 * act as somebody else, on another home, without a word. Here what stood before is handed on; what the subcommand has no
 * use for, or what is said twice, is refused.
 */
final class BeforeOrAfter implements IExecutionStrategy {

    @Override
    public int execute(ParseResult parsed) throws ExecutionException {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        handOn(parsed);
        return new RunLast().execute(parsed);
    }

    /** From each command to the last subcommand that was named behind it. */
    static void handOn(ParseResult parsed) {
        var last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        var values = new HashMap<OptionSpec, @Nullable Object>();
        for (var at = parsed; at.hasSubcommand(); at = at.subcommand()) {
            for (OptionSpec given : at.matchedOptions()) {
                var wanted = theSame(given, at, last);
                if (last.hasMatchedOption(wanted)) {
                    values.put(wanted, wanted.getValue());
                }
                if (values.containsKey(wanted) && !Objects.equals(values.get(wanted), given.getValue())) {
                    throw new ParameterException(
                            last.commandSpec().commandLine(),
                            given.longestName() + " is given twice, before and behind '"
                                    + last.commandSpec().name() + "', and not alike; leave one of them out");
                }
                values.put(wanted, given.getValue());
                wanted.setValue(given.getValue());
            }
        }
    }

    private static OptionSpec theSame(OptionSpec given, ParseResult from, ParseResult to) {
        var wanted = to.commandSpec().findOption(given.longestName());
        if (wanted == null) {
            throw new ParameterException(
                    to.commandSpec().commandLine(),
                    given.longestName() + " is an option of '"
                            + from.commandSpec().qualifiedName() + "' and means nothing to '"
                            + to.commandSpec().qualifiedName() + "'; leave it out");
        }
        return wanted;
    }
}
