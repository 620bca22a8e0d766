package org.jejak.ui.investigation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.investigation.Changes;
import org.jejak.investigation.KeptInvestigation;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Names;
import org.springframework.stereotype.Component;

/** What the view of kept answers reads, each time on behalf of who is signed in. */
@Component
class KeptReads {

    private final Viewers viewers;
    private final KeptInvestigations kept;
    private final Names names;

    /** What became of an answer, and what those it names are called today. */
    record Since(Changes changes, Map<String, Names.Shown> names) {}

    KeptReads(Viewers viewers, KeptInvestigations kept, Names names) {
        this.viewers = viewers;
        this.kept = kept;
        this.names = names;
    }

    Viewer viewer() {
        return viewers.current();
    }

    /** Latest first. */
    List<KeptInvestigation> all() {
        return kept.visibleTo(viewer());
    }

    KeptInvestigation one(String id) {
        return kept.of(viewer(), id);
    }

    void remove(String id) {
        kept.remove(viewer(), id);
    }

    KeptInvestigations.Repeated repeat(Viewer viewer, String id, RunControl control) {
        return kept.repeat(viewer, id, control);
    }

    Since since(Viewer viewer, String id, Optional<String> later, RunControl control) {
        var changes = kept.compare(viewer, id, later, control);
        var ids = new HashSet<String>();
        changes.ranks().forEach(moved -> ids.add(moved.id()));
        changes.steps().forEach(step -> {
            add(ids, step.removedBefore());
            add(ids, step.removedAfter());
        });
        return new Since(changes, named(viewer, ids));
    }

    /** How everybody in a kept answer is called today; who may no longer be seen is not there. */
    Map<String, Names.Shown> named(KeptInvestigation one) {
        var ids = new HashSet<String>();
        one.result().brokers().forEach(broker -> ids.add(broker.id()));
        one.result().steps().forEach(step -> {
            add(ids, step.removed());
            ids.addAll(step.leftAlone());
        });
        return named(viewer(), ids);
    }

    private static void add(Collection<String> ids, @org.jspecify.annotations.Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private Map<String, Names.Shown> named(Viewer viewer, Collection<String> ids) {
        var named = new java.util.HashMap<String, Names.Shown>();
        names.of(viewer, ids.stream().sorted().map(Key::new).toList())
                .forEach((key, shown) -> named.put(key.value(), shown));
        return named;
    }
}
