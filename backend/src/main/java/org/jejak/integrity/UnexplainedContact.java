package org.jejak.integrity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jejak.analysis.chance.ExposedGroup;
import org.jejak.analysis.chance.OverDispersion;
import org.jejak.network.Key;

/**
 * Does this official have more contact with the network that no duty explains than colleagues of the same unit?
 *
 * <p>Counted are days on which they and one person of the network were in contact (a meeting of several is one); of the
 * unit's total, theirs included, their share is beta-binomial ({@link org.jejak.analysis.chance.BetaBinomial}) with
 * exposure days on duty times caseload, and with an over-dispersion read from all <em>other</em> units of the same class
 * ({@link OverDispersion}). How much caseload weighs (not at all, by its root, in full) is read from the other units too.
 *
 * <p><b>Rostered together</b>: contact is personal, a colleague's does not make mine. <b>How it became known</b>: contacts
 * read from this official's own phone are left out, and a person counts only if somebody other than the unit's own duty
 * records ties them to the network. <b>Who is watched</b>: only colleagues of the same unit, place and class are compared.
 *
 * <p>Cost: one pass over contacts, and 121 likelihoods a unit. Needs large effects: with two contact-days a year expected
 * only some eight times as many are found. Misleads where one of a unit is the recognised contact without a duty record.
 *
 * @param fewestMembers in a unit
 * @param fewestUnits of the class, itself included; below, over-dispersion cannot be read and nothing is tested
 */
record UnexplainedContact(OverDispersion dispersion, int fewestMembers, int fewestUnits) implements Channel {

    static final String NAME = "contact";

    private static final double[] WEIGHTS_OF_CASELOAD = {0, 0.5, 1};

    @Override
    public String name() {
        return NAME;
    }

    /** A unit with what each member did. */
    private record Counted(String key, List<Units.Member> members, List<Map<String, List<Basis>>> days) {

        int[] counts() {
            return days.stream().mapToInt(Map::size).toArray();
        }

        double exposure(int member, double weight, double rate) {
            var m = members.get(member);
            return m.days() * Math.pow(m.caseload(rate), weight);
        }
    }

    @Override
    public Findings about(Predicate<Key> asked, CaseView view) {
        var findings = new Findings();
        for (boolean handlers : new boolean[] {false, true}) {
            var units = new ArrayList<Counted>();
            view.units().members().forEach((key, members) -> {
                if (view.units().unit(key).handlers() == handlers && members.size() >= fewestMembers) {
                    units.add(count(key, members, view));
                }
            });
            if (units.size() >= fewestUnits) {
                compare(units, asked, view, findings);
            }
        }
        return findings;
    }

    private void compare(List<Counted> units, Predicate<Key> asked, CaseView view, Findings findings) {
        var alternatives = new ArrayList<List<ExposedGroup>>();
        var fits = new ArrayList<List<OverDispersion.Fit>>();
        for (double weight : WEIGHTS_OF_CASELOAD) {
            var groups = exposed(units, weight);
            alternatives.add(groups);
            fits.add(dispersion.leavingEachOut(groups));
        }
        for (int u = 0; u < units.size(); u++) {
            var unit = units.get(u);
            if (unit.members.stream().noneMatch(m -> asked.test(m.official()))) {
                continue;
            }
            int at = u;
            var share = new OverDispersion.Alternatives(
                    fits.stream().map(f -> f.get(at)).toList(),
                    alternatives.stream().map(g -> g.get(at)).toList());
            for (int m = 0; m < unit.members.size(); m++) {
                findings.tests().add(test(unit, m, share, view));
            }
        }
    }

    /** On a scale where the average official of the class has 1. */
    private static List<ExposedGroup> exposed(List<Counted> units, double weight) {
        var everybody = units.stream().flatMap(u -> u.members.stream()).toList();
        double rate = everybody.stream().mapToInt(Units.Member::duties).sum()
                / everybody.stream().mapToDouble(Units.Member::days).sum();
        double sum = 0;
        int people = 0;
        for (Counted unit : units) {
            for (int m = 0; m < unit.members.size(); m++) {
                sum += unit.exposure(m, weight, rate);
                people++;
            }
        }
        double average = sum / people;
        return units.stream()
                .map(unit -> {
                    double[] exposures = new double[unit.members.size()];
                    for (int m = 0; m < exposures.length; m++) {
                        exposures[m] = unit.exposure(m, weight, rate) / average;
                    }
                    return new ExposedGroup(unit.counts(), exposures);
                })
                .toList();
    }

    private static Findings.Test test(Counted unit, int member, OverDispersion.Alternatives share, CaseView view) {
        var chance = share.shareOf(member);
        int observed = unit.days.get(member).size();
        int total = Arrays.stream(unit.counts()).sum();
        var official = unit.members.get(member).official();
        var rests = unit.days.get(member).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        var named = view.units().unit(unit.key);
        var text = ("%d days of contact with the network that no duty explains, of %d in the unit %s (%d officials);"
                        + " %.1f expected from days on duty, and colleagues differ by kappa %.1f.")
                .formatted(
                        observed,
                        total,
                        named.name().isBlank() ? "of the post" : named.name(),
                        unit.members.size(),
                        chance.mean(),
                        share.best().kappa());
        return new Findings.Test(
                NAME, unit.key, official, chance, observed, total, chance.atLeast(observed), List.of(), rests, text);
    }

    private static Counted count(String key, List<Units.Member> members, CaseView view) {
        var own = new HashSet<String>();
        members.forEach(m ->
                view.duties(m.official()).forEach(d -> d.basis().said().forEach(s -> own.add(s.origin()))));
        var days = members.stream().map(m -> days(m, own, view)).toList();
        return new Counted(key, members, days);
    }

    /** Contact-days, each with the rows it rests on. */
    private static Map<String, List<Basis>> days(Units.Member member, Set<String> own, CaseView view) {
        var network = view.networkFor(member.official(), own);
        var days = new TreeMap<String, List<Basis>>();
        for (var touch : view.contacts().of(member.official())) {
            var contact = touch.contact();
            if (touch.explained() || member.spans().stream().noneMatch(s -> s.mayHoldAt(contact.from()))) {
                continue;
            }
            var other = touch.persons().stream()
                    .filter(p -> network.hasEver(p) && !view.units().serveTogether(member.official(), p))
                    .min(Key::compareTo);
            if (other.isPresent()) {
                var with = contact.group().isEmpty() ? other.get().value() : "meeting " + contact.group();
                var rests = days.computeIfAbsent(with + " " + contact.day(), k -> new ArrayList<>());
                rests.add(contact.basis());
                rests.addAll(network.basesOf(other.get()));
            }
        }
        return new HashMap<>(days);
    }
}
