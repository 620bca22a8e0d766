package org.jejak.integrity;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer of one integrity run. Every official of the case is in exactly one of {@code officials} and
 * {@code notEnoughData}; to somebody who is an official of the case themselves, every one but those kept apart from them,
 * whose number stands in the parameters.
 *
 * @param parameters what the run was asked with and what it left out, so that it can be repeated
 * @param tested officials with a q
 * @param flagged officials with q at most the run's
 * @param leads groups among these: who cannot be told apart is one lead
 */
public record OfficialsReport(
        Counts networkSet,
        SortedMap<String, Object> parameters,
        int tested,
        int flagged,
        int leads,
        List<OfficialResult> officials,
        List<String> notEnoughData) {

    /** Parameter that says how many officials are kept apart from who asks, and why this answer has fewer. */
    public static final String KEPT_APART = "keptApart";

    /** How many of each the network's side consists of. */
    public record Counts(int persons, int vehicles, int phones, int accounts, int organizations, int places) {}

    /** The same answer, told with one more of what it was asked with. */
    OfficialsReport with(String parameter, Object value) {
        var more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new OfficialsReport(networkSet, more, tested, flagged, leads, officials, notEnoughData);
    }

    public OfficialsReport {
        parameters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        officials = List.copyOf(officials);
        notEnoughData = List.copyOf(notEnoughData);
    }
}
