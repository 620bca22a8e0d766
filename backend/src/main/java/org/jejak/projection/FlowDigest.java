package org.jejak.projection;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jejak.analysis.Fingerprint;
import org.jejak.analysis.flow.FlowTie;
import org.jejak.analysis.paths.Rates;
import org.jejak.analysis.paths.TimedStep;
import org.jejak.network.Key;

/** The fingerprint of what passes between some: equal records give equal ones, in whatever order they were read. */
final class FlowDigest {

    /** As {@link org.jejak.analysis.NetworkSnapshot#DIGEST_WAY}: raise it with every change to what is counted here. */
    static final int WAY = 1;

    private FlowDigest() {}

    static String ofSteps(List<TimedStep> steps) {
        Fingerprint told = new Fingerprint("jejak-steps-1");
        lines(told, steps.stream().map(FlowDigest::line).toList());
        return told.hexadecimal();
    }

    static String of(String steps, Rates rates) {
        Fingerprint told = new Fingerprint("jejak-steps-and-rates-1");
        told.text(steps);
        lines(
                told,
                rates.all().stream()
                        .map(rate -> List.of(
                                rate.record().value(),
                                rate.currency(),
                                rate.into(),
                                String.valueOf(rate.worth()),
                                rate.on().toString()))
                        .toList());
        return told.hexadecimal();
    }

    static String of(Flows.Ways ways) {
        Fingerprint told = new Fingerprint("jejak-ways-1");
        lines(told, ways.ties().stream().map(FlowDigest::line).toList());
        keys(told, ways.recruiting());
        keys(told, ways.exploiting());
        keys(told, ways.guarded());
        told.number(ways.kinds().size());
        new TreeMap<>(ways.kinds()).forEach((place, kind) -> {
            told.text(place.value());
            told.text(kind);
        });
        return told.hexadecimal();
    }

    private static void lines(Fingerprint told, List<List<String>> lines) {
        told.number(lines.size());
        lines.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(line -> {
                    told.number(line.size());
                    line.forEach(told::text);
                });
    }

    private static void keys(Fingerprint told, Collection<Key> keys) {
        told.number(keys.size());
        keys.stream().sorted().forEach(key -> told.text(key.value()));
    }

    private static List<String> line(TimedStep step) {
        return List.of(
                step.from().value(),
                step.to().value(),
                step.leavesFrom().toString(),
                step.leavesUntil().toString(),
                step.arrivesFrom().toString(),
                step.arrivesUntil().toString(),
                step.records().toString(),
                step.amount().toString(),
                step.unit(),
                step.carried().stream().sorted().toList().toString(),
                step.heads().toString(),
                String.valueOf(step.inferred()));
    }

    private static List<String> line(FlowTie tie) {
        return List.of(
                tie.from().value(),
                tie.to().value(),
                String.valueOf(tie.bothWays()),
                tie.records().toString());
    }
}
