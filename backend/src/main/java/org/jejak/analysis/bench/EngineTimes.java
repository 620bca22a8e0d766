package org.jejak.analysis.bench;

import java.util.List;

/**
 * What one engine needed for one network.
 *
 * @param seconds by round, as a clock on the wall saw them
 * @param timesOurs its minimum divided by ours: how many times slower it is
 */
public record EngineTimes(String engine, List<Double> seconds, double minimum, double median, double timesOurs) {

    public EngineTimes {
        seconds = List.copyOf(seconds);
    }

    static EngineTimes of(String engine, List<Double> seconds, double ourMinimum) {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new EngineTimes(engine, seconds, sorted.getFirst(), median, sorted.getFirst() / ourMinimum);
    }
}
