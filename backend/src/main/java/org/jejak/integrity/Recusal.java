package org.jejak.integrity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.analysis.RunControl;
import org.jejak.network.Key;

/**
 * What an integrity run says to somebody who is an official of the case, or whose family is: nothing from which they
 * could tell whether they are flagged. The run is made without their rows as officials, so that its answer is the same
 * whatever these say; and who served with them is not in it either, for without the one a colleague may look guilty of
 * what the other did, and about one's own unit one does not ask.
 *
 * @param persons who asks, by the records, and their family; empty for everybody else
 */
record Recusal(Set<Key> persons) {

    Recusal {
        persons = Set.copyOf(persons);
    }

    OfficialsReport on(OfficialsCase in, IntegrityRun run, RunControl control) {
        if (persons.isEmpty()) {
            return run.on(in, control);
        }
        var whole = new CaseView(in);
        var recused = new HashSet<>(whole.officials());
        recused.retainAll(persons);
        if (recused.isEmpty()) {
            return run.on(in, control);
        }
        var colleagues = new HashSet<String>();
        whole.officials().stream()
                .filter(o -> recused.stream().anyMatch(r -> whole.units().serveTogether(o, r)))
                .forEach(o -> colleagues.add(o.value()));
        recused.forEach(r -> colleagues.add(r.value()));
        return without(colleagues, run.on(in.withoutDutyOf(recused), control));
    }

    /** A lead with one of them in it goes as a whole: nobody of a lead is ever listed alone. */
    private static OfficialsReport without(Set<String> apart, OfficialsReport report) {
        var left = new ArrayList<OfficialResult>();
        int tested = 0;
        var leads = new HashSet<List<String>>();
        int flagged = 0;
        for (var official : report.officials()) {
            if (apart.contains(official.id()) || official.group().stream().anyMatch(apart::contains)) {
                continue;
            }
            left.add(official.ranked(left.size() + 1));
            tested += official.q() == null ? 0 : 1;
            flagged += official.isFlagged() ? 1 : 0;
            if (official.isFlagged()) {
                leads.add(official.group());
            }
        }
        var parameters = new TreeMap<>(report.parameters());
        parameters.put(OfficialsReport.KEPT_APART, apart.size());
        return new OfficialsReport(
                report.networkSet(),
                parameters,
                tested,
                flagged,
                leads.size(),
                left,
                report.notEnoughData().stream().filter(o -> !apart.contains(o)).toList());
    }
}
