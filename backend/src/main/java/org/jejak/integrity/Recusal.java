package org.jejak.integrity;

import java.util.HashSet;
import java.util.Set;
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
        return run.on(in.withoutDutyOf(recused), control)
                .without(colleagues)
                .with(OfficialsReport.KEPT_APART, colleagues.size());
    }
}
