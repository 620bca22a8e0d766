package org.jejak.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Over the whole registry, whatever commands there are: an option given before a subcommand means what it means behind
 * it, or is refused. It is never passed over.
 */
class BeforeOrAfterTest {

    /** One option of a command, and a subcommand of it, each by the words that lead there. */
    record Given(List<String> command, String subcommand, String option) {

        @Override
        public String toString() {
            return String.join(" ", command) + " [" + option + "] " + subcommand;
        }
    }

    static Stream<Given> everyOptionOfACommandWithSubcommands() {
        var all = new ArrayList<Given>();
        collect(List.of(), Jejak.commands(BeforeOrAfterTest.class), all);
        return all.stream();
    }

    private static void collect(List<String> path, CommandLine command, List<Given> all) {
        command.getSubcommands().forEach((name, sub) -> {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.usageHelp() && !option.versionHelp()) {
                    all.add(new Given(path, name, option.longestName()));
                }
            }
            var deeper = new ArrayList<>(path);
            deeper.add(name);
            collect(deeper, sub, all);
        });
    }

    @ParameterizedTest
    @MethodSource("everyOptionOfACommandWithSubcommands")
    void anOptionMeansTheSameBeforeAndBehindOrIsRefused(Given given) {
        var command = at(given.command());
        var option = command.getCommandSpec().findOption(given.option());
        var sub = command.getSubcommands().get(given.subcommand());
        var typed = new ArrayList<>(List.of(given.option()));
        typed.addAll(sample(option));
        var needed = needed(sub, given.option());

        var before = new ArrayList<>(given.command());
        before.addAll(typed);
        before.add(given.subcommand());
        before.addAll(needed);
        var behind = new ArrayList<>(given.command());
        behind.add(given.subcommand());
        behind.addAll(needed);
        var without = List.copyOf(behind);
        behind.addAll(typed);

        if (sub.getCommandSpec().findOption(given.option()) == null) {
            assertThatThrownBy(() -> values(before)).isInstanceOf(ParameterException.class);
            assertThatThrownBy(() -> values(behind)).isInstanceOf(ParameterException.class);
        } else {
            assertThat(values(before)).isEqualTo(values(behind));
            assertThat(values(before))
                    .as("it is taken, not left at its default")
                    .isNotEqualTo(values(without));
        }
    }

    private static CommandLine at(List<String> path) {
        var command = Jejak.commands(BeforeOrAfterTest.class);
        for (String word : path) {
            command = command.getSubcommands().get(word);
        }
        return command;
    }

    /** What the last command named would run with. */
    private static Map<String, @Nullable Object> values(List<String> words) {
        var parsed = Jejak.commands(BeforeOrAfterTest.class).parseArgs(words.toArray(String[]::new));
        BeforeOrAfter.handOn(parsed);
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        var values = new TreeMap<String, @Nullable Object>();
        for (OptionSpec option : parsed.commandSpec().options()) {
            if (option.group() == null) {
                values.put(option.longestName(), option.getValue());
            }
        }
        return values;
    }

    private static List<String> needed(CommandLine command, String but) {
        var words = new ArrayList<String>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (option.required()
                    && option.group() == null
                    && !option.longestName().equals(but)) {
                words.add(option.longestName());
                words.addAll(sample(option));
            }
        }
        command.getCommandSpec().positionalParameters().stream()
                .filter(ArgSpec::required)
                .forEach(parameter -> words.addAll(sample(parameter)));
        return words;
    }

    private static List<String> sample(ArgSpec argument) {
        if (argument.arity().max() == 0) {
            return List.of();
        }
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type == Role.class) {
            return List.of("investigator");
        }
        if (type == Key.class) {
            return List.of("A:b");
        }
        if (type.isEnum()) {
            return List.of(
                    Arrays.stream(type.getEnumConstants()).toList().getLast().toString());
        }
        return List.of(type == String.class || type == java.nio.file.Path.class ? "else" : "7");
    }

    @Test
    void whoIsNamedBeforeTheSubcommandActsInIt() {
        var words = "users --as nur --home elsewhere --json add aziz --role prosecutor".split(" ");
        assertThat(values(List.of(words)))
                .containsEntry("--as", "nur")
                .containsEntry("--home", java.nio.file.Path.of("elsewhere"))
                .containsEntry("--json", true);
    }

    @Test
    void whatIsSaidTwiceAndNotAlikeIsRefused() {
        assertThat(values(List.of("cases --home here assign REEF nur --home here".split(" "))))
                .containsEntry("--home", java.nio.file.Path.of("here"));
        assertThatThrownBy(() -> values(List.of("cases --home here assign REEF nur --home there".split(" "))))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--home is given twice");
    }
}
