package org.jejak.pack.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code java -jar jejak-verify.jar PACK [--trust FINGERPRINT]... [--json]}. Exits 0 if the pack is whole and its
 * signer is known, 1 if not, 2 on wrong usage, 3 if there is no pack to be read.
 */
public final class Verify {

    private static final String USAGE = "usage: java -jar jejak-verify.jar PACK [--trust FINGERPRINT]... [--json]\n"
            + "  PACK                 the evidence pack, a .zip\n"
            + "  --trust FINGERPRINT  a signing key you know: 64 hexadecimal digits; may be repeated\n"
            + "  --json               print the answer as JSON\n"
            + "exits 0: whole and signed by a key you know; 1: not; 2: wrong usage; 3: nothing that can be read";

    private Verify() {}

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Does what {@link #main} does and returns its exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        String pack = "";
        boolean json = false;
        Set<String> trusted = new HashSet<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--help")) {
                out.println(USAGE);
                return 0;
            } else if (args[i].equals("--json")) {
                json = true;
            } else if (args[i].equals("--trust") && i + 1 < args.length && args[i + 1].matches("[0-9A-Fa-f]{64}")) {
                trusted.add(args[++i]);
            } else if (!args[i].startsWith("-") && pack.isEmpty()) {
                pack = args[i];
            } else {
                err.println("not understood: " + args[i]);
                err.println(USAGE);
                return 2;
            }
        }
        if (pack.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        try {
            Verdict verdict = PackVerifier.verify(Path.of(pack), trusted);
            print(verdict, json, out);
            return verdict.valid() ? 0 : 1;
        } catch (NotAPack | InvalidPathException e) {
            err.println(e.getMessage());
            return 3;
        } catch (IOException e) {
            err.println("cannot be read: " + pack + " (" + e.getMessage() + ")");
            return 3;
        }
    }

    /** The checks one a line, then the two answers. */
    public static void print(Verdict verdict, boolean json, PrintStream out) {
        if (json) {
            out.println(verdict.toJson());
            return;
        }
        for (Check check : verdict.checks()) {
            out.printf("%-5s%-22s%s%n", check.ok() ? "ok" : "FAIL", check.check(), printable(check.detail()));
        }
        out.println("integrity: " + (verdict.integrity() ? "nothing was changed since it was signed" : "BROKEN"));
        out.println("trust:     " + (verdict.trusted() ? "signed by a key you know" : "NOT signed by a key you know"));
    }

    /** Details may quote a hostile file; a terminal must not obey it. */
    private static String printable(String detail) {
        return detail.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
