package org.jejak.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jejak.world.Collusion;
import org.jejak.world.Stress;
import org.jejak.world.World;
import org.jejak.world.WorldBundle;
import org.jejak.world.WorldParameters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "generate",
        description = {
            "A synthetic world as a bundle, the same bytes for the same options on every machine. What is true of it is in",
            "DIR.truth.json beside it, which is never loaded. JSON: {\"bundle\",\"truth\",\"seed\",\"colluders\"}"
        })
final class GenerateCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "A folder that is not there yet, or empty.")
    Path out = Path.of(".");

    @Option(names = "--seed", required = true, description = "Of every random stream.")
    long seed;

    @Option(names = "--persons", paramLabel = "N", description = "People, officials included (default: 400).")
    @Nullable
    Integer persons;

    @Option(names = "--officials", paramLabel = "N", description = "Officials among them (default: 78).")
    @Nullable
    Integer officials;

    @Option(names = "--days", paramLabel = "N", description = "Observed days (default: 343).")
    @Nullable
    Integer days;

    @Option(
            names = "--collusion",
            paramLabel = "none|weak|moderate|strong",
            defaultValue = "strong",
            description = "How the colluding officials behave (default: ${DEFAULT-VALUE}).")
    Collusion collusion = Collusion.STRONG;

    @Option(
            names = "--strength",
            paramLabel = "X",
            defaultValue = "1",
            description = "Multiplies that: 0 is honest, 1 as named (default: ${DEFAULT-VALUE}).")
    double strength = 1;

    @Option(names = "--posts", paramLabel = "N", description = "Posts on the route.")
    @Nullable
    Integer posts;

    @Option(names = "--unit-size", paramLabel = "N", description = "Officials at each of them.")
    @Nullable
    Integer unitSize;

    @Option(names = "--colluders", paramLabel = "N", description = "Officials who collude, at most one at a post.")
    @Nullable
    Integer colluders;

    @Option(
            names = "--active-shifts",
            paramLabel = "N",
            description = "Shifts at each post in which the network passes.")
    @Nullable
    Integer activeShifts;

    @Option(
            names = "--stress",
            paramLabel = "LIST",
            split = ",",
            description = "Honest circumstances that mislead naive tests: ${COMPLETION-CANDIDATES}.")
    List<Stress> stresses = List.of();

    @Option(names = "--passages", paramLabel = "N", description = "Total passages, filled up with ordinary traffic.")
    @Nullable
    Long passages;

    @Option(
            names = "--contacts",
            paramLabel = "N",
            description = "Total contacts, filled up between uninvolved phones.")
    @Nullable
    Long contacts;

    @Mixin
    AnyHome home = new AnyHome();

    @Mixin
    Output output = new Output();

    record Answer(String bundle, String truth, long seed, int colluders) {}

    @Override
    public Integer call() throws IOException {
        var parameters = parameters();
        var written = WorldBundle.write(World.of(parameters), out);
        var answer =
                new Answer(written.bundle().toString(), written.truthFile().toString(), seed, parameters.colluders());
        output.print(answer, () -> {
            output.line("Wrote the bundle " + answer.bundle());
            output.line("What is true of it: " + answer.truth() + " (never loaded)");
        });
        return Exit.DONE;
    }

    private WorldParameters parameters() {
        var sample = WorldParameters.sample(seed);
        var sized = persons == null && officials == null && days == null
                ? sample
                : sample.sized(
                        or(persons, Math.max(sample.persons(), or(officials, 0) + 300)),
                        or(officials, sample.officials()),
                        or(days, sample.days()));
        var wanted = sized.with(collusion, strength);
        if (posts != null || unitSize != null || colluders != null || activeShifts != null) {
            int atPosts = or(posts, sized.posts());
            wanted = wanted.withPosts(
                    atPosts,
                    or(unitSize, sized.unitSize()),
                    or(colluders, Math.min(sized.colluders(), atPosts)),
                    or(activeShifts, sized.activeShifts()));
        }
        if (!stresses.isEmpty()) {
            wanted = wanted.with(EnumSet.copyOf(stresses));
        }
        return passages == null && contacts == null
                ? wanted
                : wanted.withTotals(passages == null ? 0 : passages, contacts == null ? 0 : contacts);
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }
}
