package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which version follows which, and what a withdrawal takes back. */
class SuccessionTest {

    private static Succession.Candidate<String> version(String name, long delivered, long sequence, int digest) {
        return new Succession.Candidate<>(
                name, new DeliveryOrder(delivered, sequence), any -> new byte[] {(byte) digest}, name);
    }

    @Test
    void theLaterDeliveredIsCurrentThenTheGreaterSequenceThenTheGreaterDigest() {
        assertThat(Succession.current(List.of(version("old", 1, 9, 200), version("new", 2, 0, 0))))
                .isEqualTo("new");
        assertThat(Succession.current(List.of(version("first", 1, 0, 200), version("second", 1, 1, 0))))
                .isEqualTo("second");
        assertThat(Succession.current(List.of(version("a", 1, 1, 127), version("b", 1, 1, 128))))
                .as("digests are compared without a sign")
                .isEqualTo("b");
    }

    @Test
    void ofTwoThatNobodyCanReadOneIsCurrentWhicheverIsReadFirst() {
        var one = new Succession.Candidate<>("one", new DeliveryOrder(1, 1), any -> new byte[0], "one");
        var two = new Succession.Candidate<>("two", new DeliveryOrder(1, 1), any -> new byte[0], "two");
        assertThat(Succession.current(List.of(one, two))).isEqualTo(Succession.current(List.of(two, one)));
    }

    @Test
    void aWithdrawalReachesOnlyRowsOfItsFileThatWereDeliveredNoLater() {
        var withdrawal =
                new Succession.Withdrawal("N:withdrawals/w1", "N:f1", Optional.of("phones"), new DeliveryOrder(5, 0));
        assertThat(withdrawal.takesBack(new Succession.Row("N:f1", "phones", new DeliveryOrder(5, 0))))
                .isTrue();
        assertThat(withdrawal.takesBack(new Succession.Row("N:f1", "phones", new DeliveryOrder(5, 1))))
                .as("delivered again since")
                .isFalse();
        assertThat(withdrawal.takesBack(new Succession.Row("N:f1", "persons", new DeliveryOrder(1, 0))))
                .as("somebody who has the id of the phone")
                .isFalse();
    }

    private record History(Map<String, Succession.Row> rows, List<Succession.Withdrawal> withdrawals) {}

    /** Few rows, few instants: withdrawals of withdrawals, of themselves, at one instant, of what is not there. */
    private static History random(Random random) {
        var rows = new HashMap<String, Succession.Row>();
        var withdrawals = new ArrayList<Succession.Withdrawal>();
        for (int i = 0; i < 3; i++) {
            rows.put("r" + i, new Succession.Row("r" + i, "links", instant(random)));
        }
        for (int i = 0; i < 5; i++) {
            var withdrawal = new Succession.Withdrawal(
                    "w" + i,
                    random.nextBoolean() ? "r" + random.nextInt(4) : "w" + random.nextInt(5),
                    random.nextInt(5) == 0 ? Optional.of("persons") : Optional.empty(),
                    instant(random));
            withdrawals.add(withdrawal);
            rows.put(withdrawal.key(), new Succession.Row(withdrawal.key(), "withdrawals", withdrawal.order()));
        }
        Collections.shuffle(withdrawals, random);
        return new History(rows, withdrawals);
    }

    private static DeliveryOrder instant(Random random) {
        return new DeliveryOrder(random.nextInt(3), random.nextInt(2));
    }

    /** As loading does: row by row, each again when what withdraws it has changed, until nothing does. */
    private static Set<String> rowByRow(History history, Random random) {
        var withdrawn = new HashSet<String>();
        var keys = new ArrayList<>(history.rows.keySet());
        boolean changed = true;
        while (changed) {
            changed = false;
            Collections.shuffle(keys, random);
            for (String key : keys) {
                var row = history.rows.get(key);
                boolean now =
                        history.withdrawals.stream().anyMatch(w -> !withdrawn.contains(w.key()) && w.takesBack(row));
                changed |= now ? withdrawn.add(key) : withdrawn.remove(key);
            }
        }
        return withdrawn;
    }

    /** As the contract says it: it is withdrawn if a withdrawal of it, delivered no earlier, is not withdrawn itself. */
    private static boolean isWithdrawn(String key, History history) {
        var row = history.rows.get(key);
        for (var w : history.withdrawals) {
            boolean ofIt = w.target().equals(key)
                    && (w.file().isEmpty() || w.file().get().equals(row.file()));
            long since = (w.order().delivered() - row.order().delivered()) * 10
                    + w.order().sequence()
                    - row.order().sequence();
            boolean atOnce = since == 0 && (!key.startsWith("w") || w.key().compareTo(key) > 0);
            if (ofIt && (since > 0 || atOnce) && !isWithdrawn(w.key(), history)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void allAtOnceRowByRowAndByTheWordsOfTheContractTheSameIsTakenBack() {
        var random = new Random(3);
        int taken = 0;
        for (int i = 0; i < 3_000; i++) {
            var history = random(random);
            var atOnce = Succession.takenBack(history.withdrawals, history.rows::get);
            var expected = new HashSet<String>();
            history.rows.keySet().stream()
                    .filter(key -> isWithdrawn(key, history))
                    .forEach(expected::add);
            assertThat(atOnce).as(history.toString()).isEqualTo(expected);
            assertThat(rowByRow(history, random)).as(history.toString()).isEqualTo(expected);
            taken += expected.size();
        }
        assertThat(taken).isGreaterThan(1_000);
    }
}
