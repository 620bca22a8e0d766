package org.jejak.integrity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jejak.analysis.chance.Hypergeometric;
import org.jejak.analysis.chance.StepDown;
import org.jejak.analysis.chance.StratifiedHypergeometric;
import org.jejak.analysis.chance.WeekBlocks;
import org.jejak.analysis.chance.WeekPermutation;
import org.jejak.network.Key;
import org.jejak.network.Span;

/**
 * Do the network's vehicles pass a place when this official is on duty, more than they should?
 *
 * <p>What passes in one shift is one episode, however many vehicles; so is what passes while nobody is rostered, for
 * leaving that out would bring the rest closer to everybody's shifts. Whole weeks of episodes are laid on whole weeks of
 * the official's roster in every order within blocks of six ({@link WeekPermutation}), so convoys, runs of nights, hours
 * people prefer, rotas, growth and leave are on both sides. Only rostered shifts count; coming in by swap is a document.
 * Days on which everybody behaves differently leave the weeks and are compared among themselves.
 *
 * <p><b>Rostered together</b>: {@link StepDown} per place, on the shifts, within slot, twelve weeks and the other's
 * presence. <b>How it became known</b>: a vehicle counts at a place only if somebody other than the place's own records
 * ties it to the network, and the passage by which it became known is left out. <b>Who is watched</b>: each official is
 * compared with their own other weeks at the same place, never with another post.
 *
 * <p>Cost: for each official and block {@code 6 · 2^6} steps times the greatest count. Misleads where the network knows
 * the roster and avoids an honest officer: then it rightly finds their colleagues, who need not know why.
 *
 * @param specialDays public holidays, market days
 */
record PassagesOnShift(WeekBlocks blocks, StepDown stepDown, Set<LocalDate> specialDays) implements Channel {

    static final String NAME = "passages_on_shift";

    private static final long JOINED = 6 * 3600L;
    private static final int WEEKS_OF_STRATUM = 12;

    PassagesOnShift {
        specialDays = Set.copyOf(specialDays);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The passages of one shift of the place, placed at the first of them. */
    private record Episode(
            long first,
            int week,
            DayOfWeek day,
            LocalTime time,
            int cell,
            boolean special,
            List<OfficialsCase.Passage> passages) {}

    /** What was asked of one official at the place. */
    private record Asked(Findings.Test test, BitSet weeks, BitSet activeCells) {}

    @Override
    public Findings about(Predicate<Key> asked, CaseView view) {
        var findings = new Findings();
        for (Key place : new TreeSet<>(view.rosteredPlaces())) {
            var roster = view.roster(place);
            if (roster != null && roster.officials().stream().anyMatch(asked)) {
                atPlace(place, roster, view, findings);
            }
        }
        return findings;
    }

    private void atPlace(Key place, Roster roster, CaseView view, Findings findings) {
        var episodes = new HashMap<NetworkSet, List<Episode>>();
        var asked = new ArrayList<Asked>();
        for (Key official : new TreeSet<>(roster.officials())) {
            var network = view.networkFor(official, view.ownOrigins(place));
            var seen = episodes.computeIfAbsent(network, n -> episodes(place, roster, n, view));
            if (!seen.isEmpty()) {
                asked.add(ask(official, place, roster, seen, network, view));
                swaps(official, place, roster, seen, network, view, findings);
            }
        }
        double[] p = asked.stream().mapToDouble(a -> a.test.p()).toArray();
        var outcome = stepDown.on(
                p,
                (person, other) ->
                        given(asked.get(person), asked.get(other).test.official(), roster));
        for (int i = 0; i < asked.size(); i++) {
            var on = outcome.conditionedOn().get(i).stream()
                    .map(c -> asked.get(c).test.official())
                    .toList();
            findings.tests().add(asked.get(i).test.given(outcome.p()[i], on));
            var group = outcome.group().get(i);
            if (group.size() > 1 && group.get(0) == i) {
                var members = new TreeSet<Key>();
                group.forEach(m -> members.add(asked.get(m).test.official()));
                findings.groups().add(members);
            }
        }
    }

    private List<Episode> episodes(Key place, Roster roster, NetworkSet network, CaseView view) {
        var passages = view.passages(place).stream()
                .filter(x -> !x.identified() && network.has(x.subject(), x.time()))
                .sorted((a, b) -> a.time().compareTo(b.time()))
                .toList();
        var episodes = new ArrayList<Episode>();
        long before = Long.MIN_VALUE;
        int cellBefore = -1;
        for (var passage : passages) {
            long second = passage.time().getEpochSecond();
            int cell = roster.cellAt(second);
            boolean same = !episodes.isEmpty()
                    && cell == cellBefore
                    && (roster.isAligned() && cell >= 0 || second - before < JOINED);
            if (same) {
                episodes.getLast().passages.add(passage);
            } else {
                var local = passage.time().atZone(roster.zone());
                var day = local.toLocalDate();
                var together = new ArrayList<>(List.of(passage));
                episodes.add(new Episode(
                        second,
                        Roster.week(day),
                        day.getDayOfWeek(),
                        local.toLocalTime(),
                        cell,
                        specialDays.contains(day),
                        together));
            }
            before = second;
            cellBefore = cell;
        }
        return episodes;
    }

    private Asked ask(
            Key official, Key place, Roster roster, List<Episode> episodes, NetworkSet network, CaseView view) {
        var turns = roster.planned(official);
        var weeks = new BitSet();
        var ofWeek = new HashMap<Integer, List<Episode>>();
        episodes.stream()
                .filter(e -> !e.special)
                .forEach(e ->
                        ofWeek.computeIfAbsent(e.week, w -> new ArrayList<>()).add(e));
        var squares = new ArrayList<int[][]>();
        for (Span posting : view.postingsAt(official, place)) {
            for (var block : blocks.of(roster.eligibleWeeks(official, posting))) {
                block.forEach(weeks::set);
                squares.add(square(block, ofWeek, turns, roster));
            }
        }
        var permuted = new WeekPermutation(squares);
        var chance = permuted.distribution();
        int observed = permuted.observed();
        var rests = new LinkedHashSet<Basis>();
        int n = 0;
        for (Episode episode : episodes) {
            if (weeks.get(episode.week) && !episode.special) {
                n++;
                if (turns.covers(episode.first)) {
                    rest(episode, network, rests);
                }
            }
        }
        if (!specialDays.isEmpty()) {
            var special = special(official, roster, episodes, weeks);
            chance = chance.plus(special.distribution());
            var on = roster.cells(official);
            for (Episode episode : episodes) {
                if (episode.special && episode.cell >= 0 && weeks.get(episode.week)) {
                    n++;
                    if (on.get(episode.cell)) {
                        observed++;
                        rest(episode, network, rests);
                    }
                }
            }
        }
        var active = new BitSet();
        episodes.stream().filter(e -> e.cell >= 0).forEach(e -> active.set(e.cell));
        var text =
                "The network passed %s in %d shifts of %d weeks; this official was rostered in %d of them, %.1f expected"
                                .formatted(view.in().nameOf(place), n, weeks.cardinality(), observed, chance.mean())
                        + " had the same weeks fallen in another order.";
        var test = new Findings.Test(
                NAME,
                place.value(),
                official,
                chance,
                observed,
                n,
                chance.atLeast(observed),
                List.of(),
                List.copyOf(rests),
                text);
        return new Asked(test, weeks, active);
    }

    private static int[][] square(
            List<Integer> block, Map<Integer, List<Episode>> ofWeek, Roster.Turns turns, Roster roster) {
        int[][] fit = new int[block.size()][block.size()];
        for (int i = 0; i < fit.length; i++) {
            for (Episode episode : ofWeek.getOrDefault(block.get(i), List.of())) {
                for (int j = 0; j < fit.length; j++) {
                    long laid = i == j
                            ? episode.first
                            : Roster.monday(block.get(j))
                                    .plusDays(episode.day.getValue() - 1)
                                    .atTime(episode.time)
                                    .atZone(roster.zone())
                                    .toEpochSecond();
                    if (turns.covers(laid)) {
                        fit[i][j]++;
                    }
                }
            }
        }
        return fit;
    }

    /** Special days among themselves, by slot: how many of the active ones would fall to one with so many of them. */
    private StratifiedHypergeometric special(Key official, Roster roster, List<Episode> episodes, BitSet weeks) {
        var active = new BitSet();
        episodes.stream().filter(e -> e.special && e.cell >= 0).forEach(e -> active.set(e.cell));
        return strata(roster, weeks, active, roster.cells(official), cell -> roster.cellSlot(cell), this::isSpecial);
    }

    private boolean isSpecial(Roster roster, int cell) {
        return specialDays.contains(Instant.ofEpochSecond(roster.cellStart(cell))
                .atZone(roster.zone())
                .toLocalDate());
    }

    /** The p of one official given that another is on, or off, in the same slot and the same twelve weeks. */
    private static double given(Asked person, Key other, Roster roster) {
        var others = roster.cells(other);
        var his = roster.cells(person.test.official());
        var strata = strata(
                roster,
                person.weeks,
                person.activeCells,
                his,
                cell -> (Math.floorDiv(roster.cellWeek(cell), WEEKS_OF_STRATUM) * 24 + roster.cellSlot(cell)) * 2
                        + (others.get(cell) ? 1 : 0),
                (r, cell) -> true);
        int observed = 0;
        var informative = strata.strata().stream().filter(s -> !s.saysNothing()).toList();
        var both = (BitSet) his.clone();
        both.and(person.activeCells);
        for (int cell = both.nextSetBit(0); cell >= 0; cell = both.nextSetBit(cell + 1)) {
            if (person.weeks.get(roster.cellWeek(cell))) {
                observed++;
            }
        }
        int certain = strata.strata().stream()
                .filter(Hypergeometric::saysNothing)
                .mapToInt(s -> s.distribution().lowest())
                .sum();
        return new StratifiedHypergeometric(informative).distribution().atLeast(observed - certain);
    }

    @FunctionalInterface
    private interface Stratum {
        int of(int cell);
    }

    @FunctionalInterface
    private interface Admitted {
        boolean is(Roster roster, int cell);
    }

    private static StratifiedHypergeometric strata(
            Roster roster, BitSet weeks, BitSet active, BitSet his, Stratum stratum, Admitted admitted) {
        var tables = new TreeMap<Integer, int[]>();
        for (int cell = 0; cell < roster.cellCount(); cell++) {
            if (weeks.get(roster.cellWeek(cell)) && admitted.is(roster, cell)) {
                int[] table = tables.computeIfAbsent(stratum.of(cell), s -> new int[3]);
                table[0]++;
                table[1] += his.get(cell) ? 1 : 0;
                table[2] += active.get(cell) ? 1 : 0;
            }
        }
        return new StratifiedHypergeometric(tables.values().stream()
                .map(t -> new Hypergeometric(t[0], t[1], t[2]))
                .toList());
    }

    private static void swaps(
            Key official,
            Key place,
            Roster roster,
            List<Episode> episodes,
            NetworkSet network,
            CaseView view,
            Findings findings) {
        var swapped = roster.swapped(official);
        var rests = new LinkedHashSet<Basis>();
        int active = 0;
        for (Episode episode : episodes) {
            if (swapped.covers(episode.first)) {
                active++;
                rest(episode, network, rests);
            }
        }
        if (active > 0) {
            var text =
                    "Present by swap, not by roster, in %d of the %d shifts in which the network passed %s; %d swaps in all."
                            .formatted(active, episodes.size(), view.in().nameOf(place), swapped.start().length);
            findings.documents().add(new Findings.Document(NAME, official, List.copyOf(rests), text));
        }
    }

    private static void rest(Episode episode, NetworkSet network, Set<Basis> rests) {
        for (var passage : episode.passages) {
            rests.add(passage.basis());
            rests.addAll(network.basesOf(passage.subject()));
        }
    }
}
