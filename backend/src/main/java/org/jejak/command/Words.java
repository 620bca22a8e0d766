package org.jejak.command;

import java.util.Arrays;
import java.util.Locale;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import picocli.CommandLine.TypeConversionException;

/** What people type for roles, handling codes, times, grades and keys; and what they are shown. */
final class Words {

    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Role role(String typed) {
        String name = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[- ]", "_");
        return Arrays.stream(Role.values())
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + typed + "' is no role; roles are "
                        + Arrays.stream(Role.values()).map(Words::of).toList()));
    }

    static Handling handling(String typed) {
        String label = typed.strip().toUpperCase(Locale.ROOT);
        return Handling.parse(label.startsWith("TLP:") ? label : "TLP:" + label)
                .orElseThrow(() -> new TypeConversionException("'" + typed + "' is no handling code; they are "
                        + Arrays.stream(Handling.values()).map(Handling::label).toList()));
    }

    static Key key(String typed) {
        try {
            return new Key(typed);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }
}
