package org.jejak.safeguard;

import java.time.Instant;
import java.time.ZoneId;
import org.jejak.network.Handling;

/**
 * One delivery into a case, of which the viewer may see something.
 *
 * @param load id of the load
 * @param country ISO 3166-1 alpha-2, or the empty string
 */
public record Delivered(
        String load,
        String namespace,
        Instant delivered,
        long sequence,
        Handling handling,
        ZoneId zone,
        String country) {}
