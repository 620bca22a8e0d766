package org.jejak.projection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.analysis.Tie;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;

/**
 * A network that still knows who stated its rows, so that it can say what is left without one origin. Its people stay;
 * only ties go.
 */
public final class StatedNetwork {

    /** Rows of these make a tie of their own or none; rows of other files decide over the ties of others. */
    private static final Set<RecordFile> FOR_THEMSELVES =
            EnumSet.of(RecordFile.CONTACTS, RecordFile.PAYMENTS, RecordFile.MOVEMENTS);

    private final ActorNetwork network;
    private final Set<Key> persons;
    private final RowsByFile rows;
    private final Things things;
    private final List<List<Key>> origins;

    StatedNetwork(ActorNetwork network, Set<Key> persons, RowsByFile rows, Things things, List<List<Key>> origins) {
        this.network = network;
        this.persons = persons;
        this.rows = rows;
        this.things = things;
        this.origins = origins;
    }

    /** What is left when all sources of one origin are not believed; what another origin states too stays. */
    public record Without(List<Key> sources, List<Tie> ties) {
        public Without {
            sources = List.copyOf(sources);
            ties = List.copyOf(ties);
        }
    }

    public ActorNetwork network() {
        return network;
    }

    /** For each origin on which some row rests alone, in the order of its first source. */
    public List<Without> withoutEachOrigin() {
        List<Without> answers = new ArrayList<>();
        for (List<Key> sources : origins) {
            var lost = rows.restingOn(Set.copyOf(sources));
            if (!lost.isEmpty()) {
                answers.add(new Without(sources, without(lost)));
            }
        }
        return answers;
    }

    private List<Tie> without(Map<RecordFile, Set<Key>> lost) {
        if (!FOR_THEMSELVES.containsAll(lost.keySet())) {
            return new TieReader(network.question(), persons, rows.without(lost), things).read();
        }
        Set<Key> gone = new HashSet<>();
        lost.values().forEach(gone::addAll);
        return network.snapshot().ties().stream()
                .filter(tie -> tie.stands(record -> !gone.contains(record)))
                .toList();
    }
}
