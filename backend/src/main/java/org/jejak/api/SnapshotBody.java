package org.jejak.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.network.Key;
import org.jejak.projection.ActorNetwork;
import org.jejak.projection.Eyes;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;
import org.jspecify.annotations.Nullable;

/**
 * What a result was computed on, for this viewer.
 *
 * @param caseRef its case; several are separated by commas
 * @param undated rows without a time that stayed in although a date was asked
 * @param explained contacts left out because a duty explains them
 */
public record SnapshotBody(
        @JsonProperty("case") String caseRef,
        @Nullable String at,
        @Nullable String known,
        int persons,
        int ties,
        String digest,
        int undated,
        int explained) {

    static SnapshotBody of(ActorNetwork network) {
        var question = network.question();
        return new SnapshotBody(
                String.join(",", new TreeSet<>(question.cases())),
                question.at().map(Object::toString).orElse(null),
                question.known().map(Object::toString).orElse(null),
                network.snapshot().size(),
                network.snapshot().tieCount(),
                network.snapshot().digest(),
                network.undated(),
                network.explained());
    }

    /** How all that is met is shown, by id. */
    static SortedMap<String, String> names(Map<Key, Names.Shown> shown) {
        var names = new TreeMap<String, String>();
        shown.forEach((key, as) -> names.put(key.value(), as.name()));
        return names;
    }

    static SortedMap<String, Object> parameters(ActorNetwork network) {
        return parameters(network.question(), network.eyes());
    }

    /** How the question was put, to put it again, and for whom. */
    static SortedMap<String, Object> parameters(NetworkQuestion question, Eyes eyes) {
        var parameters = new TreeMap<String, Object>();
        parameters.put("cases", new TreeSet<>(question.cases()));
        question.at().ifPresent(t -> parameters.put("at", t.toString()));
        question.known().ifPresent(k -> parameters.put("known", k.toString()));
        question.minimum().ifPresent(g -> parameters.put("minGrade", g.toString()));
        if (!question.without().isEmpty()) {
            parameters.put(
                    "withoutSource",
                    question.without().stream().map(Object::toString).sorted().toList());
        }
        parameters.put("fold", question.fold().name().toLowerCase(Locale.ROOT));
        parameters.put(
                "ties",
                question.ties().stream()
                        .sorted()
                        .map(t -> t.name().toLowerCase(Locale.ROOT))
                        .toList());
        parameters.put("weights", question.weights().name().toLowerCase(Locale.ROOT));
        parameters.put("explained", question.explained().name().toLowerCase(Locale.ROOT));
        parameters.put("viewerCases", eyes.sortedCases());
        parameters.put("clearance", eyes.clearance().label());
        return parameters;
    }
}
