package org.jejak.analysis.paths;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;

/**
 * What one currency was worth in another, as recorded. The rate nearest in time counts, read either way, and if there is
 * none of the two currencies, two rates through a third; none is taken from more than a year away. Without a rate amounts
 * of two currencies are not compared.
 */
public final class Rates {

    public static final Rates NONE = new Rates(List.of());

    private static final Duration FARTHEST = Duration.ofDays(366);

    private final SortedMap<String, Map<String, NavigableMap<Instant, Rate>>> known = new TreeMap<>();

    public Rates(Collection<Rate> rates) {
        rates.stream().sorted(Comparator.comparing(Rate::record)).forEach(rate -> {
            if (rate.worth() > 0 && !rate.currency().equals(rate.into())) {
                add(rate.currency(), rate.into(), rate);
                add(rate.into(), rate.currency(), rate);
            }
        });
    }

    private void add(String from, String to, Rate rate) {
        known.computeIfAbsent(from, any -> new HashMap<>())
                .computeIfAbsent(to, any -> new TreeMap<>())
                .putIfAbsent(rate.on(), rate);
    }

    /**
     * That one unit of {@code currency} was worth so many of {@code into}.
     *
     * @param on the beginning of its date
     */
    public record Rate(Key record, String currency, String into, double worth, Instant on) {

        double from(String given) {
            return given.equals(currency) ? worth : 1 / worth;
        }

        Duration farFrom(Instant when) {
            return Duration.between(on, when).abs();
        }
    }

    /**
     * @param factor by which an amount is to be multiplied
     * @param records of the rates it comes from
     */
    public record Exchange(double factor, List<Key> records) {
        public Exchange {
            records = List.copyOf(records);
        }

        static final Exchange SAME = new Exchange(1, List.of());
    }

    /** Every rate there is, in the order of its record. */
    public List<Rate> all() {
        return known.values().stream()
                .flatMap(into -> into.values().stream())
                .flatMap(byTime -> byTime.values().stream())
                .distinct()
                .sorted(Comparator.comparing(Rate::record))
                .toList();
    }

    /** How {@code from} was exchanged for {@code to} about then; empty where nothing says so. */
    public Optional<Exchange> between(String from, String to, Instant when) {
        if (from.equals(to)) {
            return Optional.of(Exchange.SAME);
        }
        Rate direct = nearest(from, to, when);
        if (direct != null) {
            return Optional.of(new Exchange(direct.from(from), List.of(direct.record())));
        }
        Rate first = null;
        Rate second = null;
        String best = "";
        for (String third : known.keySet()) {
            Rate one = nearest(from, third, when);
            Rate other = nearest(third, to, when);
            if (one != null
                    && other != null
                    && (first == null
                            || second == null
                            || farther(one, other, when).compareTo(farther(first, second, when)) < 0)) {
                first = one;
                second = other;
                best = third;
            }
        }
        return first == null || second == null
                ? Optional.empty()
                : Optional.of(
                        new Exchange(first.from(from) * second.from(best), List.of(first.record(), second.record())));
    }

    private static Duration farther(Rate one, Rate other, Instant when) {
        return one.farFrom(when).compareTo(other.farFrom(when)) >= 0 ? one.farFrom(when) : other.farFrom(when);
    }

    private @Nullable Rate nearest(String from, String to, Instant when) {
        NavigableMap<Instant, Rate> byTime = known.getOrDefault(from, Map.of()).get(to);
        if (byTime == null) {
            return null;
        }
        return Stream.of(Optional.ofNullable(byTime.floorEntry(when)), Optional.ofNullable(byTime.higherEntry(when)))
                .flatMap(Optional::stream)
                .map(Map.Entry::getValue)
                .filter(rate -> rate.farFrom(when).compareTo(FARTHEST) <= 0)
                .min(Comparator.comparing(rate -> rate.farFrom(when)))
                .orElse(null);
    }
}
