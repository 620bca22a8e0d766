package org.jejak.integrity;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.chance.OverDispersion;
import org.jejak.analysis.chance.StepDown;
import org.jejak.analysis.chance.Testability;
import org.jejak.analysis.chance.WeekBlocks;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;

/**
 * Which officials need looking at, because something goes beyond what their duty explains and beyond chance?
 *
 * <p>Each channel asks its question; each official's smallest exact p is bounded over their channels, and the officials
 * together are corrected for their number ({@link org.jejak.analysis.chance.DiscreteFalseDiscovery}). Flagged is who has
 * q at most {@code q}; documents never flag. Then, for each flagged official, the run is repeated without each origin
 * that says anything of it.
 *
 * <p>It finds leads, never guilt, and its numbers say how surprising the records are, not how likely an official is to
 * be corrupt. Misleads where rosters are wrong, or where the network was named by the very official under test.
 *
 * @param q flag at this false-discovery rate or below
 * @param seed kept with the result; nothing is drawn at random as long as every channel is exact
 * @param specialDays holidays and market days, compared among themselves
 */
public record IntegrityRun(double q, long seed, Set<LocalDate> specialDays) {

    /** At which a flag is drawn unless told otherwise; at 0.1 precision is 0.9 by construction, so we draw it tighter. */
    public static final double USUAL_Q = 0.05;

    /** Up to which q is shown exactly. */
    static final double SHOWN = 0.1;

    private static final int HOPS = 3;
    private static final Duration PAID_ON = Duration.ofDays(90);
    private static final int FEWEST_MEMBERS = 3;
    private static final int FEWEST_UNITS = 20;

    public IntegrityRun {
        specialDays = Set.copyOf(specialDays);
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException("q lies between 0 and 1, not at " + q);
        }
    }

    public static IntegrityRun usual() {
        return new IntegrityRun(USUAL_Q, 1, Set.of());
    }

    List<Channel> channels() {
        return List.of(
                new PassagesOnShift(WeekBlocks.USUAL, StepDown.USUAL, specialDays),
                new UnexplainedContact(OverDispersion.USUAL, FEWEST_MEMBERS, FEWEST_UNITS),
                new MoneyPaths(HOPS, PAID_ON));
    }

    /** Pure: the same case gives the same report. */
    public OfficialsReport on(OfficialsCase in) {
        return on(in, RunControl.PLAIN);
    }

    /** The same, to be followed and given up. */
    public OfficialsReport on(OfficialsCase in, RunControl control) {
        var view = new CaseView(in);
        var assessment = assess(view, control.part(0, 0.6));
        var flagged = new TreeSet<Key>();
        view.officials().stream().filter(o -> assessment.isNamed(o, q)).forEach(flagged::add);
        var needed = originsNeeded(flagged, view, assessment, control.part(0.6, 1));
        var counterweight = new Counterweight(view, assessment);
        var listed = new ArrayList<Key>();
        var notEnough = new ArrayList<String>();
        for (Key official : view.officials()) {
            if (assessment.q(official) != null
                    || !assessment.documents(official).isEmpty()) {
                listed.add(official);
            } else {
                notEnough.add(official.value());
            }
        }
        listed.sort(Comparator.comparing((Key o) -> assessment.q(o) == null)
                .thenComparing(o -> orOne(assessment.q(o)))
                .thenComparing(assessment::smallestP)
                .thenComparing(Comparator.naturalOrder()));
        var results = new ArrayList<OfficialResult>();
        for (Key official : listed) {
            results.add(result(official, results.size() + 1, view, assessment, flagged, needed, counterweight));
        }
        var leads = new HashSet<SortedSet<Key>>();
        flagged.forEach(o -> leads.add(assessment.group(o)));
        return new OfficialsReport(
                        counts(view),
                        parameters(in),
                        assessment.tested(),
                        flagged.size(),
                        leads.size(),
                        results,
                        notEnough,
                        List.of())
                .protecting(in.protectedOfficials());
    }

    private Assessment assess(CaseView view, RunControl control) {
        var findings = new Findings();
        var channels = channels();
        for (int c = 0; c < channels.size(); c++) {
            control.stop().check();
            control.progress().advanced("channels", (double) c / channels.size());
            findings.add(channels.get(c).about(o -> true, view));
        }
        return new Assessment(findings, Math.max(SHOWN, q));
    }

    /** For each flagged official the origins without which the flag falls. */
    private Map<Key, SortedSet<String>> originsNeeded(
            Set<Key> flagged, CaseView view, Assessment assessment, RunControl control) {
        var restsOn = new TreeMap<String, Set<Key>>();
        for (Key official : flagged) {
            for (var test : assessment.tests(official)) {
                test.rests()
                        .forEach(b -> b.origins()
                                .forEach(origin -> restsOn.computeIfAbsent(origin, k -> new TreeSet<>())
                                        .add(official)));
            }
        }
        var needed = new HashMap<Key, SortedSet<String>>();
        var done = new AtomicInteger();
        restsOn.forEach((origin, officials) -> {
            control.stop().check();
            control.progress().advanced("origins", (double) done.getAndIncrement() / restsOn.size());
            var without = view.without(origin);
            var again = new ArrayList<Findings.Test>();
            for (Channel channel : channels()) {
                if (!channel.name().equals(MoneyPaths.NAME)) {
                    again.addAll(channel.about(officials::contains, without).tests());
                }
            }
            var left = assessment.with(officials, again);
            officials.stream()
                    .filter(o -> !left.isNamed(o, q))
                    .forEach(
                            o -> needed.computeIfAbsent(o, k -> new TreeSet<>()).add(origin));
        });
        return needed;
    }

    private OfficialResult result(
            Key official,
            int rank,
            CaseView view,
            Assessment assessment,
            Set<Key> flagged,
            Map<Key, SortedSet<String>> needed,
            Counterweight counterweight) {
        var channels = new ArrayList<ChannelResult>();
        assessment.tests(official).forEach(t -> channels.add(ChannelResult.of(t)));
        assessment.documents(official).forEach(d -> channels.add(ChannelResult.of(d)));
        int explained = (int) view.contacts().of(official).stream()
                .filter(NetworkContacts.Touch::explained)
                .map(t -> t.contact().basis().record())
                .distinct()
                .count();
        boolean isFlagged = flagged.contains(official);
        var origins = needed.getOrDefault(official, new TreeSet<>());
        return new OfficialResult(
                official.value(),
                view.in().names().getOrDefault(official, ""),
                rank,
                assessment.q(official),
                isFlagged ? OfficialResult.LEAD : null,
                assessment.group(official).stream().map(Key::value).toList(),
                channels,
                explained,
                isFlagged ? origins.isEmpty() : null,
                counterweight.of(official, explained, isFlagged, origins));
    }

    private static double orOne(@org.jspecify.annotations.Nullable Double q) {
        return q == null ? 1 : q;
    }

    private static OfficialsReport.Counts counts(CaseView view) {
        var network = view.network();
        return new OfficialsReport.Counts(
                network.persons().size(),
                network.of(EntityKind.VEHICLE).size(),
                network.of(EntityKind.PHONE).size(),
                network.of(EntityKind.ACCOUNT).size(),
                network.of(EntityKind.ORGANIZATION).size(),
                network.of(EntityKind.PLACE).size());
    }

    private SortedMap<String, Object> parameters(OfficialsCase in) {
        var parameters = new TreeMap<String, Object>();
        parameters.put("q", q);
        parameters.put("seed", seed);
        parameters.put("falseDiscoveryLevel", Math.max(SHOWN, q));
        parameters.put("testableAtMost", Testability.USUAL.atMost());
        parameters.put("stepDown", StepDown.USUAL.keeps());
        parameters.put("weeksInBlock", WeekBlocks.USUAL.length());
        parameters.put("fewestUnits", FEWEST_UNITS);
        parameters.put("fewestInUnit", FEWEST_MEMBERS);
        parameters.put(
                "specialDays",
                new TreeSet<>(specialDays).stream().map(LocalDate::toString).toList());
        parameters.put("hops", HOPS);
        parameters.put("channels", channels().stream().map(Channel::name).toList());
        parameters.put("rowsTooCoarseInTime", in.tooCoarse());
        return parameters;
    }
}
