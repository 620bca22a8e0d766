package org.jejak.integrity;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jejak.network.Key;
import org.jejak.network.Span;

/**
 * Did money go from the network to this official's household, directly or through associates and companies?
 *
 * <p>At most three payments, none before the one that feeds it, none more than ninety days after it; from a person,
 * company or account of the network to the official, their family, or a company of theirs. Payments along the same chain
 * are one document with their number and sum. Always a document: how often honest households receive such money is not
 * known, so no p is given and nobody is flagged by it.
 *
 * <p><b>Rostered together</b>: does not arise. <b>How it became known</b>: the rows that tie the payer to the network are
 * among those it rests on. <b>Who is watched</b>: whose bank records were obtained shows more; no household is compared
 * with another.
 *
 * <p>Cost: for each official the payments into the household and, for three steps, into those who may pass money on.
 * Misleads where a company of the network also pays honest wages; the text says where a payee works for the payer.
 */
record MoneyPaths(int hops, Duration window) implements Channel {

    static final String NAME = "money";

    private static final int MOST_DOCUMENTS = 20;

    @Override
    public String name() {
        return NAME;
    }

    /** A payment between those who hold the accounts. */
    private record Transfer(OfficialsCase.Payment payment, Set<Key> from, Set<Key> to) {}

    /** Payments along one chain of people. */
    private record Chain(List<Key> parties, Set<OfficialsCase.Payment> payments, List<Basis> rests) {}

    @Override
    public Findings about(Predicate<Key> asked, CaseView view) {
        var into = new HashMap<Key, List<Transfer>>();
        for (var payment : view.in().payments()) {
            var from = holders(payment.payer(), payment, view);
            var to = holders(payment.payee(), payment, view);
            var transfer = new Transfer(payment, from, to);
            to.forEach(k -> into.computeIfAbsent(k, x -> new ArrayList<>()).add(transfer));
        }
        var findings = new Findings();
        var households = new Household(view.in());
        for (Key official : view.officials()) {
            if (asked.test(official)) {
                new Search(official, households, into, view).into(findings);
            }
        }
        return findings;
    }

    private static Set<Key> holders(Key party, OfficialsCase.Payment payment, CaseView view) {
        var found = view.holders().of(party, new Span(payment.from(), payment.until()));
        return found.isEmpty() ? Set.of(view.in().canonical(party)) : found;
    }

    private final class Search {
        private final Key official;
        private final Household households;
        private final Map<Key, List<Transfer>> into;
        private final CaseView view;
        private final NetworkSet network;
        private final Map<Key, List<Basis>> household;
        private final Map<String, Chain> chains = new TreeMap<>();

        Search(Key official, Household households, Map<Key, List<Transfer>> into, CaseView view) {
            this.official = official;
            this.households = households;
            this.into = into;
            this.view = view;
            this.network = view.networkFor(official, Set.of());
            this.household = households.of(official);
        }

        void into(Findings findings) {
            household.forEach((member, rows) -> {
                if (member.equals(official) || !network.hasEver(member)) {
                    back(member, List.of(), List.of(member), rows);
                }
            });
            chains.values().stream()
                    .sorted((a, b) -> a.parties.size() != b.parties.size()
                            ? a.parties.size() - b.parties.size()
                            : b.payments.size() - a.payments.size())
                    .limit(MOST_DOCUMENTS)
                    .forEach(chain ->
                            findings.documents().add(new Findings.Document(NAME, official, chain.rests, text(chain))));
        }

        /** One payment further back from {@code to}; {@code later} are the payments after it, first to last. */
        private void back(Key to, List<OfficialsCase.Payment> later, List<Key> parties, List<Basis> rows) {
            for (Transfer transfer : into.getOrDefault(to, List.of())) {
                if (!later.isEmpty() && !feeds(transfer.payment, later.get(0))) {
                    continue;
                }
                var payments = new ArrayList<OfficialsCase.Payment>();
                payments.add(transfer.payment);
                payments.addAll(later);
                for (Key from : transfer.from) {
                    if (parties.contains(from) || household.containsKey(from) && !network.hasEver(from)) {
                        continue;
                    }
                    var chain = new ArrayList<Key>();
                    chain.add(from);
                    chain.addAll(parties);
                    if (network.hasEver(from) || network.hasEver(transfer.payment.payer())) {
                        found(chain, payments, rows);
                    } else if (payments.size() < hops && households.mayPass(from, household)) {
                        back(from, payments, chain, rows);
                    }
                }
            }
        }

        private void found(List<Key> parties, List<OfficialsCase.Payment> payments, List<Basis> rows) {
            var chain = chains.computeIfAbsent(parties.toString(), k -> {
                var rests = new ArrayList<Basis>(rows);
                rests.addAll(network.basesOf(parties.get(0)));
                return new Chain(parties, new HashSet<>(), rests);
            });
            for (var payment : payments) {
                if (chain.payments.add(payment)) {
                    chain.rests.add(payment.basis());
                    chain.rests.addAll(view.holders().basesOf(payment.payer()));
                    chain.rests.addAll(view.holders().basesOf(payment.payee()));
                }
            }
        }

        private String text(Chain chain) {
            var sums = new TreeMap<String, BigDecimal>();
            var times = new TreeSet<String>();
            int last = 0;
            for (var payment : chain.payments) {
                if (!payment.time().isEmpty()) {
                    times.add(payment.time());
                }
                if (households.of(official).containsKey(chain.parties.getLast())
                        && holders(payment.payee(), payment, view).contains(chain.parties.getLast())) {
                    last++;
                    if (payment.amount() != null) {
                        sums.merge(payment.currency(), payment.amount(), BigDecimal::add);
                    }
                }
            }
            var text = new StringBuilder("%d payment%s".formatted(last, last == 1 ? "" : "s"));
            sums.forEach((currency, sum) -> text.append(" %s %s".formatted(sum.toPlainString(), currency)));
            if (!times.isEmpty()) {
                text.append(
                        times.size() == 1
                                ? " on " + times.first()
                                : " between " + times.first() + " and " + times.last());
            }
            text.append(" from ").append(name(chain.parties.getFirst()));
            for (Key via : chain.parties.subList(1, chain.parties.size() - 1)) {
                text.append(", through ").append(name(via));
            }
            var payee = chain.parties.getLast();
            text.append(" to ").append(payee.equals(official) ? "this official" : name(payee) + " of the household");
            if (households.worksFor(payee, chain.parties.get(chain.parties.size() - 2))) {
                text.append(", who works for the payer");
            }
            return text.append('.').toString();
        }

        private String name(Key key) {
            return view.in().nameOf(key);
        }
    }

    private boolean feeds(OfficialsCase.Payment earlier, OfficialsCase.Payment later) {
        if (earlier.from() == null || later.from() == null || earlier.until() == null || later.until() == null) {
            return true;
        }
        return earlier.from().isBefore(later.until())
                && !later.from().isAfter(earlier.until().plus(window));
    }
}
