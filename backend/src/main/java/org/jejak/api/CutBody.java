package org.jejak.api;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jejak.investigation.CutAnswer;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;

/**
 * {@code cut --json}.
 *
 * @param digest of the ways the question was put to
 * @param admissible false where a way leads past all that may be taken; the rest then says nothing
 * @param flow how many must go
 * @param starts and {@code ends}: places everything is to be kept from passing between
 * @param ties and {@code nodes}: what to take; one of them is empty
 * @param investigation id under which it was kept; null where it was not
 */
public record CutBody(
        SortedMap<String, Object> parameters,
        String digest,
        int ways,
        boolean admissible,
        long flow,
        List<String> starts,
        List<String> ends,
        List<Tie> ties,
        List<String> nodes,
        SortedMap<String, String> names,
        @Nullable String investigation) {

    /** One way between two of them, and the records that say so. */
    public record Tie(String from, String to, List<String> records) {}

    public static CutBody of(CutAnswer answer) {
        var parameters = SnapshotBody.parameters(answer.question(), answer.eyes());
        parameters.put("taking", answer.asked().taking().name().toLowerCase(Locale.ROOT));
        parameters.put("fromKinds", new TreeSet<>(answer.fromKinds()));
        parameters.put("toKinds", new TreeSet<>(answer.toKinds()));
        return new CutBody(
                parameters,
                answer.digest(),
                answer.ties(),
                answer.cut().admissible(),
                answer.cut().flow(),
                answer.asked().starts().stream().sorted().map(Key::value).toList(),
                answer.asked().ends().stream().sorted().map(Key::value).toList(),
                answer.cut().ties().stream()
                        .map(t -> new Tie(
                                t.from().value(),
                                t.to().value(),
                                t.records().stream().map(Key::value).toList()))
                        .toList(),
                answer.cut().nodes().stream().map(Key::value).toList(),
                SnapshotBody.names(answer.names()),
                null);
    }

    /** The same, with the id under which it was kept. */
    public CutBody kept(String id) {
        return new CutBody(parameters, digest, ways, admissible, flow, starts, ends, ties, nodes, names, id);
    }
}
