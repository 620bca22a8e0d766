package org.jejak.integrity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One channel's answer on one official, as it is handed out; a number that does not exist is null.
 *
 * @param kind {@code test} or {@code document}
 * @param p exact, after who is rostered together; null where nothing could be tested
 * @param midP shown, never decided on
 * @param minP the smallest p these data could have given
 * @param conditionedOn officials given whose presence it was asked
 * @param records keys of the rows it rests on
 */
public record ChannelResult(
        String channel,
        String kind,
        @Nullable Double p,
        @Nullable Double midP,
        @Nullable Double minP,
        List<String> conditionedOn,
        @Nullable Integer observed,
        @Nullable Double expected,
        @Nullable Integer n,
        List<String> records,
        String text) {

    static final String TEST = "test";
    static final String DOCUMENT = "document";

    public ChannelResult {
        conditionedOn = List.copyOf(conditionedOn);
        records = List.copyOf(records);
    }

    static ChannelResult of(Findings.Test test) {
        return new ChannelResult(
                test.channel(),
                TEST,
                test.isTestable() ? test.p() : null,
                test.chance().midP(test.observed()),
                test.chance().smallestP(),
                test.conditionedOn().stream().map(k -> k.value()).toList(),
                test.observed(),
                test.chance().mean(),
                test.n(),
                keys(test.rests()),
                test.text());
    }

    static ChannelResult of(Findings.Document document) {
        return new ChannelResult(
                document.channel(),
                DOCUMENT,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                keys(document.rests()),
                document.text());
    }

    private static List<String> keys(List<Basis> rests) {
        return rests.stream().map(b -> b.record().value()).distinct().sorted().toList();
    }
}
