package org.jejak.command;

import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
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

    static PartialTime time(String typed) {
        try {
            return PartialTime.parse(typed, ZoneOffset.UTC);
        } catch (DateTimeParseException wrong) {
            throw new TypeConversionException("'" + typed + "' is no date such as 2015, 2015-03 or 2015-03-07");
        }
    }

    static Grade grade(String typed) {
        return Grade.parse(typed.strip().toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new TypeConversionException("'" + typed + "' is no grade such as B3"));
    }

    static Key key(String typed) {
        try {
            return new Key(typed);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }
}
