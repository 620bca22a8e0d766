package org.jejak.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jejak.analysis.chance.CountDistribution;
import org.jejak.analysis.chance.Testability;
import org.jejak.network.Key;

/**
 * What a channel says: tests, documents, and who its records cannot tell apart.
 *
 * @param groups officials that are inseparable, each with at least two members
 */
record Findings(List<Test> tests, List<Document> documents, List<SortedSet<Key>> groups) {

    /**
     * A count and what chance makes of it.
     *
     * @param where the place or unit within which it compares
     * @param n of how many events
     * @param p exact, after who is rostered together; never below {@code chance.atLeast(observed)}
     * @param conditionedOn officials given whose presence it was asked
     * @param rests the rows it rests on
     */
    record Test(
            String channel,
            String where,
            Key official,
            CountDistribution chance,
            int observed,
            int n,
            double p,
            List<Key> conditionedOn,
            List<Basis> rests,
            String text) {

        boolean isTestable() {
            return Testability.USUAL.admits(chance);
        }

        Test given(double adjusted, List<Key> others) {
            return new Test(channel, where, official, chance, observed, n, Math.max(p, adjusted), others, rests, text);
        }
    }

    /** A fact with its rows and no p. */
    record Document(String channel, Key official, List<Basis> rests, String text) {}

    Findings() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(Findings others) {
        tests.addAll(others.tests);
        documents.addAll(others.documents);
        groups.addAll(others.groups);
    }
}
