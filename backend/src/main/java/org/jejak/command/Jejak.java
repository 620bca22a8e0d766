package org.jejak.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands; without one it says which there are. */
@Command(
        name = "./jejak",
        mixinStandardHelpOptions = false,
        description = "Open graph analytics for mapping trafficking networks.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Run.class,
            NewBundleCommand.class,
            LoadCommand.class,
            LoadsCommand.class,
            UndoCommand.class,
            CasesCommand.class,
            StatusCommand.class,
            UsersCommand.class,
            ResetAdmin.class,
            KeysCommand.class,
            BrokersCommand.class,
            CommunitiesCommand.class,
            DisruptCommand.class,
            InvestigationsCommand.class,
            PathsCommand.class,
            CutCommand.class,
            ExportCommand.class,
            OfficialsCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            GenerateCommand.class,
            BenchCommand.class,
            Rehearse.class,
        })
public final class Jejak implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    private Jejak() {}

    /**
     * Runs one command and ends the process with its exit code; the web application stays until it is stopped.
     *
     * @param webApplication the Spring Boot application class of the pages
     */
    public static void main(String[] args, Class<?> webApplication) {
        int code = execute(args, webApplication);
        if (code != Run.STAYS) {
            System.exit(code);
        }
    }

    static int execute(String[] args, Class<?> webApplication) {
        // what is said, sorted and compared must not depend on the language of the machine it runs on
        Locale.setDefault(Locale.ENGLISH);
        return commands(webApplication).execute(args);
    }

    /** All commands, as they are typed. */
    static CommandLine commands(Class<?> webApplication) {
        System.setProperty("DEFAULT-KEYS", Place.defaultKeys().toString());
        var commands = new CommandLine(new Jejak(), new Commands(new WebStart(webApplication)));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(true);
        commands.registerConverter(org.jejak.network.Role.class, Words::role);
        commands.registerConverter(org.jejak.network.Handling.class, Words::handling);
        commands.registerConverter(org.jejak.network.Key.class, Words::key);
        for (var command : commands.getSubcommands().values()) {
            withHelp(command);
        }
        commands.setExecutionStrategy(new BeforeOrAfter());
        commands.setExecutionExceptionHandler((thrown, command, parsed) -> {
            var failure = Exit.of(thrown);
            Output.note("jejak: " + failure.line(thrown));
            return failure.code();
        });
        return commands;
    }

    private static void withHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new Help()));
        }
        command.getSubcommands().values().forEach(Jejak::withHelp);
    }

    /** On every command. */
    static final class Help {
        @CommandLine.Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Say what this does and stop.")
        boolean wanted;
    }

    /** Makes commands; {@link Run} and its rehearsal alone need to know the pages. */
    private record Commands(WebStart web) implements IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == Run.class) {
                return type.cast(new Run(web));
            }
            if (type == Rehearse.class) {
                return type.cast(new Rehearse(web));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(new CommandLine(this), "which command?");
    }
}
