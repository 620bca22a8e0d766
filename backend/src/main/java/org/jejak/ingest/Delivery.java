package org.jejak.ingest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jejak.network.Handling;

/**
 * What {@code bundle.json} says of a delivery. Other formats have the same facts from the command line.
 *
 * @param namespace who numbers these records, for instance {@code MY-PDRM}
 * @param caseRef the case the rows belong to
 * @param delivered when it was delivered; empty means at the instant of loading
 * @param sequence decides between deliveries of one instant
 * @param country ISO 3166-1 alpha-2; completes national phone numbers and plates
 * @param timezone for times without an offset
 */
public record Delivery(
        String namespace,
        String caseRef,
        Optional<Instant> delivered,
        long sequence,
        Optional<String> title,
        Optional<String> agency,
        Optional<String> country,
        ZoneId timezone,
        Handling handling) {

    /** How a namespace and a case reference are written. */
    public static final Pattern NAME = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,63}");

    public Delivery {
        if (!NAME.matcher(namespace).matches()) {
            throw new IllegalArgumentException(
                    "a namespace is 1 to 64 of A-Z, 0-9, '.', '_' and '-', beginning with a letter or digit, not '"
                            + namespace + "'");
        }
        if (!NAME.matcher(caseRef).matches()) {
            throw new IllegalArgumentException(
                    "a case reference is 1 to 64 of A-Z, 0-9, '.', '_' and '-', beginning with a letter or digit, not '"
                            + caseRef + "'");
        }
    }

    /** A delivery of now, UTC, {@code TLP:AMBER}, by nobody in particular: what a format without a header has. */
    public static Delivery of(String namespace, String caseRef) {
        return new Delivery(
                namespace,
                caseRef,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ZoneOffset.UTC,
                Handling.AMBER);
    }

    public Delivery withTitle(String title) {
        return new Delivery(
                namespace, caseRef, delivered, sequence, Optional.of(title), agency, country, timezone, handling);
    }

    public Delivery withCountry(String country) {
        return new Delivery(
                namespace, caseRef, delivered, sequence, title, agency, Optional.of(country), timezone, handling);
    }
}
