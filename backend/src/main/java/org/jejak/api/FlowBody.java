package org.jejak.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jejak.analysis.flow.FlowWay;
import org.jejak.analysis.flow.UnitFlow;
import org.jejak.investigation.FlowAnswer;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;

/**
 * {@code paths --in-time --flow --json}.
 *
 * @param digest of the records asked
 * @param flows one for each currency, or one of persons; none where nothing can have got there
 * @param uncounted records that do not say how much passed
 * @param undated records that may belong to the flow but say no time
 * @param names of all that is met, by id
 * @param investigation id under which it was kept; null where it was not
 */
public record FlowBody(
        SortedMap<String, Object> parameters,
        String digest,
        List<Flow> flows,
        int uncounted,
        int undated,
        SortedMap<String, String> names,
        @Nullable String investigation) {

    /**
     * @param unit a currency, or {@code persons}
     * @param atLeast so much can have passed, as {@code ways} say
     * @param atMost no more can have; the same where the times leave no doubt
     * @param carriers the steps that carry it, {@code amount} being what each carries of it
     */
    public record Flow(
            String unit,
            BigDecimal atLeast,
            BigDecimal atMost,
            boolean exact,
            List<TimedPathsBody.Step> carriers,
            List<Way> ways) {

        static Flow of(UnitFlow flow) {
            return new Flow(
                    flow.unit(),
                    flow.atLeast(),
                    flow.atMost(),
                    flow.isExact(),
                    flow.carriers().stream().map(TimedPathsBody::step).toList(),
                    flow.ways().stream().map(Way::of).toList());
        }
    }

    /** So much of it passes along these steps. */
    public record Way(BigDecimal amount, List<TimedPathsBody.Step> steps) {

        static Way of(FlowWay way) {
            return new Way(
                    way.amount(), way.steps().stream().map(TimedPathsBody::step).toList());
        }
    }

    public static FlowBody of(FlowAnswer answer) {
        var asked = answer.asked();
        var parameters = SnapshotBody.parameters(answer.question(), answer.eyes());
        parameters.put("inTime", answer.what().name().toLowerCase(Locale.ROOT));
        parameters.put("from", asked.from().stream().sorted().map(Key::value).toList());
        parameters.put("to", asked.to().stream().sorted().map(Key::value).toList());
        parameters.put("windowDays", asked.window().toDays());
        parameters.put("inferred", answer.inferring().on());
        if (answer.inferring().on()) {
            parameters.put("tolerance", answer.inferring().tolerance());
        }
        return new FlowBody(
                parameters,
                answer.digest(),
                answer.flow().units().stream().map(Flow::of).toList(),
                answer.flow().uncounted(),
                answer.undated(),
                SnapshotBody.names(answer.names()),
                null);
    }

    /** The same, with the id under which it was kept. */
    public FlowBody kept(String id) {
        return new FlowBody(parameters, digest, flows, uncounted, undated, names, id);
    }
}
