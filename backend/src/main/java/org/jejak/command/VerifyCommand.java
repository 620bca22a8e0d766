package org.jejak.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jejak.pack.SigningKeys;
import org.jejak.pack.verify.NotAPack;
import org.jejak.pack.verify.PackVerifier;
import org.jejak.pack.verify.Verify;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = {
            "Is an evidence pack whole, and is its signer known? Needs no store; exits with 1 if not both.",
            "JSON: {\"valid\",\"integrity\",\"trusted\",\"fingerprint\",\"checks\":[{\"check\",\"ok\",\"detail\"}]}"
        })
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PACK", description = "The pack, a .zip.")
    Path pack = Path.of(".");

    @Option(
            names = "--trust",
            paramLabel = "FINGERPRINT",
            description = "A signing key you know, 64 hexadecimal digits; may be repeated.")
    List<String> trust = List.of();

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "Folder of the keys you know (default: ${DEFAULT-KEYS}).")
    @Nullable
    Path keys;

    @Mixin
    AnyHome home = new AnyHome();

    @Option(names = "--json", description = "Print the result as JSON on standard output, and nothing else there.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        var known = new HashSet<>(
                SigningKeys.known(keys == null ? Place.defaultKeys() : keys).keySet());
        for (String fingerprint : trust) {
            if (!fingerprint.matches("[0-9A-Fa-f]{64}")) {
                throw new IllegalArgumentException("a fingerprint is 64 hexadecimal digits, not '" + fingerprint + "'");
            }
            known.add(fingerprint);
        }
        try {
            var verdict = PackVerifier.verify(pack, known);
            Verify.print(verdict, json, System.out);
            return verdict.valid() ? Exit.DONE : Exit.NO;
        } catch (NotAPack unreadable) {
            Output.note("jejak: " + unreadable.getMessage());
            return Exit.UNREADABLE;
        }
    }
}
