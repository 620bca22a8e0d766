package org.jejak.integrity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The answer of one integrity run. Every official of the case is in exactly one of {@code officials},
 * {@code notEnoughData} and {@code protectedOfficials}; to somebody who is an official of the case themselves, every one but those kept apart from them,
 * whose number stands in the parameters.
 *
 * @param parameters what the run was asked with and what it left out, so that it can be repeated
 * @param tested officials with a q
 * @param flagged officials with q at most the run's
 * @param leads groups among these: who cannot be told apart is one lead
 * @param protectedOfficials officials who are protected: they are tested with the others, so that nobody else looks
 *     guilty in their place, and are neither listed nor flagged; a group with one of them in it is no lead
 */
public record OfficialsReport(
        Counts networkSet,
        SortedMap<String, Object> parameters,
        int tested,
        int flagged,
        int leads,
        List<OfficialResult> officials,
        List<String> notEnoughData,
        List<String> protectedOfficials) {

    /** Parameter that says how many officials are kept apart from who asks, and why this answer has fewer. */
    public static final String KEPT_APART = "keptApart";

    /** How many of each the network's side consists of. */
    public record Counts(int persons, int vehicles, int phones, int accounts, int organizations, int places) {}

    /** The same answer, told with one more of what it was asked with. */
    OfficialsReport with(String parameter, Object value) {
        var more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new OfficialsReport(
                networkSet, more, tested, flagged, leads, officials, notEnoughData, protectedOfficials);
    }

    /** The same answer without some officials. A lead with one of them in it goes as a whole: nobody of a lead is listed alone. */
    OfficialsReport without(Set<String> apart) {
        var left = new ArrayList<OfficialResult>();
        int stillTested = 0;
        var stillLeads = new HashSet<List<String>>();
        int stillFlagged = 0;
        for (var official : officials) {
            if (apart.contains(official.id()) || official.group().stream().anyMatch(apart::contains)) {
                continue;
            }
            left.add(official.ranked(left.size() + 1));
            stillTested += official.q() == null ? 0 : 1;
            stillFlagged += official.isFlagged() ? 1 : 0;
            if (official.isFlagged()) {
                stillLeads.add(official.group());
            }
        }
        return new OfficialsReport(
                networkSet,
                parameters,
                stillTested,
                stillFlagged,
                stillLeads.size(),
                left,
                notEnoughData.stream().filter(o -> !apart.contains(o)).toList(),
                protectedOfficials.stream().filter(o -> !apart.contains(o)).toList());
    }

    /** The same answer in which these are neither listed nor flagged, because they are protected. */
    OfficialsReport protecting(Set<String> persons) {
        var all = new TreeSet<String>(notEnoughData);
        officials.forEach(o -> all.add(o.id()));
        all.retainAll(persons);
        var shown = without(all);
        var gone = new TreeSet<String>();
        officials.forEach(o -> gone.add(o.id()));
        shown.officials().forEach(o -> gone.remove(o.id()));
        gone.removeAll(all);
        var unlisted = new ArrayList<>(shown.notEnoughData());
        unlisted.addAll(gone);
        return new OfficialsReport(
                shown.networkSet(),
                shown.parameters(),
                shown.tested(),
                shown.flagged(),
                shown.leads(),
                shown.officials(),
                unlisted.stream().sorted().toList(),
                List.copyOf(all));
    }

    public OfficialsReport {
        parameters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        officials = List.copyOf(officials);
        notEnoughData = List.copyOf(notEnoughData);
        protectedOfficials = List.copyOf(protectedOfficials);
    }
}
