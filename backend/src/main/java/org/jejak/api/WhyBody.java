package org.jejak.api;

import java.util.List;
import java.util.SortedMap;
import org.jejak.analysis.brokerage.Reasons;
import org.jejak.investigation.WhyAnswer;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;

/**
 * {@code brokers --why --json}: between whom somebody stands, and on which ties, records and sources that rests.
 *
 * @param between shares add up to 1
 * @param ties shares add up to 2: each path enters by one and leaves by another
 * @param sampled how it was estimated; null where everybody was searched from
 */
public record WhyBody(
        SnapshotBody snapshot,
        SortedMap<String, Object> parameters,
        String id,
        String name,
        double betweenness,
        List<Reasons.Joined> communities,
        List<Reasons.Between> between,
        List<Tie> ties,
        Reasons.@Nullable Sampled sampled) {

    /** A tie that carries it. */
    public record Tie(String to, String name, int community, double share, List<Row> records) {}

    /** A row that makes the tie, and who states it. */
    public record Row(String record, List<Source> sources) {}

    public record Source(String source, String grade) {}

    public static WhyBody of(WhyAnswer answer, long seed) {
        var parameters = SnapshotBody.parameters(answer.network());
        parameters.put("seed", seed);
        var reasons = answer.reasons();
        return new WhyBody(
                SnapshotBody.of(answer.network()),
                parameters,
                reasons.actor().toString(),
                answer.name(reasons.actor()),
                reasons.betweenness(),
                reasons.communities(),
                reasons.between(),
                reasons.ties().stream()
                        .map(tie -> new Tie(
                                tie.other().toString(),
                                answer.name(tie.other()),
                                tie.community(),
                                tie.share(),
                                tie.records().stream()
                                        .map(record -> row(answer, record))
                                        .toList()))
                        .toList(),
                reasons.sampled());
    }

    private static Row row(WhyAnswer answer, Key record) {
        return new Row(
                record.toString(),
                answer.statements().getOrDefault(record, List.of()).stream()
                        .map(s -> new Source(s.source().toString(), s.grade().toString()))
                        .toList());
    }
}
