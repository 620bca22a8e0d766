package org.jejak.pack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.analysis.StopSignal;
import org.jejak.audit.AuditLog;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;

/** Through whose hands what is in a pack went: when its records were loaded, who touched what was selected, and the export. */
final class CustodyActs {

    private CustodyActs() {}

    static List<PackContent.Custody> of(
            AuditLog audit,
            Viewer viewer,
            ExportRequest request,
            List<VisibleRecord> records,
            Selection selection,
            Pseudonyms pseudonyms,
            Instant now,
            StopSignal stop) {
        var acts = new ArrayList<PackContent.Custody>();
        var recorded = new TreeMap<Instant, Integer>();
        records.forEach(r -> recorded.merge(r.recorded(), 1, Integer::sum));
        recorded.forEach((at, count) ->
                acts.add(new PackContent.Custody(at, "Jejak", "record", count + " records of this pack", "loaded")));
        var selected = new HashMap<String, Key>();
        selection.entities().forEach(k -> selected.put(k.value(), pseudonyms.key(k)));
        audit.read(entry -> {
            stop.check();
            var touched = new TreeSet<String>();
            for (String object : entry.objects()) {
                Key inPack = selected.get(object);
                if (inPack != null) {
                    touched.add(inPack.value());
                }
            }
            if (!touched.isEmpty()) {
                acts.add(new PackContent.Custody(
                        entry.at(),
                        entry.actor(),
                        entry.action(),
                        String.join(", ", touched),
                        "log entry " + entry.seq()));
            }
        });
        acts.sort(Comparator.comparing(PackContent.Custody::at));
        acts.add(new PackContent.Custody(
                now, viewer.user(), "export", request.caseRef() + " exhibit " + request.exhibit(), request.why()));
        return acts;
    }
}
