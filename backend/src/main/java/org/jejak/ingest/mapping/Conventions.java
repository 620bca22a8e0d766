package org.jejak.ingest.mapping;

import java.util.Optional;

/**
 * How the people who wrote the table write.
 *
 * @param language of names of months, BCP 47; empty: that of the country
 * @param decimal what stands before a fraction, point or comma; empty: each number says it itself or is refused
 */
public record Conventions(WrittenCalendar calendar, Optional<String> language, Optional<Character> decimal) {

    public static final Conventions PLAIN =
            new Conventions(WrittenCalendar.GREGORIAN, Optional.empty(), Optional.empty());
}
