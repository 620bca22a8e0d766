package org.jejak.analysis.bench;

import java.util.List;

/**
 * What one engine needed for one network.
 *
 * @param seconds by round, as a clock on the wall saw them
 * @param timesOurs its minimum divided by ours: how many times slower it is
 * @param medianTimesOurs its median divided by ours
 */
public record EngineTimes(
        String engine, List<Double> seconds, double minimum, double median, double timesOurs, double medianTimesOurs) {

    public EngineTimes {
        seconds = List.copyOf(seconds);
    }

    static EngineTimes of(String engine, List<Double> seconds, List<Double> ours) {
        double minimum = seconds.stream().min(Double::compare).orElseThrow();
        return new EngineTimes(
                engine,
                seconds,
                minimum,
                median(seconds),
                minimum / ours.stream().min(Double::compare).orElseThrow(),
                median(seconds) / median(ours));
    }

    private static double median(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
