package org.jejak.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jejak.pack.SigningKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "keys",
        description = {
            "The public keys: the one that signs packs here, and those this installation knows.",
            "JSON: {\"fingerprint\",\"publicKey\":\"PEM\",\"known\":[{\"fingerprint\",\"name\"}]}"
        })
final class KeysCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Output output = new Output();

    record Known(String fingerprint, String name) {}

    record Answer(String fingerprint, String publicKey, List<Known> known) {}

    @Override
    public Integer call() {
        var own = SigningKeys.in(place.keys());
        var known = SigningKeys.known(place.keys()).entrySet().stream()
                .map(e -> new Known(e.getKey(), e.getValue()))
                .sorted(java.util.Comparator.comparing(Known::fingerprint))
                .toList();
        var answer = new Answer(own.fingerprint(), own.publicPem(), known);
        output.print(answer, () -> {
            output.line("Packs made here are signed by " + answer.fingerprint());
            output.line(answer.publicKey());
            var rows = new ArrayList<List<@Nullable Object>>();
            known.forEach(k -> rows.add(Lines.row(k.fingerprint(), k.name())));
            output.table(List.of("known", "name"), rows);
        });
        return Exit.DONE;
    }
}
