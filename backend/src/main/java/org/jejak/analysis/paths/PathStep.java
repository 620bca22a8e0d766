package org.jejak.analysis.paths;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.network.ActorId;
import org.jejak.network.Key;

/** One tie walked along, with every record behind it. */
public record PathStep(ActorId from, ActorId to, List<Tie> ties) {

    public PathStep {
        ties = List.copyOf(ties);
    }

    /** By key. */
    public List<Key> records() {
        return ties.stream()
                .flatMap(tie -> tie.records().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public Set<TieKind> kinds() {
        EnumSet<TieKind> kinds = EnumSet.noneOf(TieKind.class);
        ties.forEach(tie -> kinds.add(tie.kind()));
        return kinds;
    }
}
