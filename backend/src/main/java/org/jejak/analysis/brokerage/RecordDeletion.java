package org.jejak.analysis.brokerage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Tie;
import org.jejak.network.Key;

/**
 * Takes a share of the records of a network away, drawn at random, and with them all ties that do not stand without. At
 * least one record goes: a tenth of four is none, and four records would look as sure as four hundred.
 */
final class RecordDeletion {

    private final int[] one;
    private final int[] other;
    /** By tie the number of its record; where no record names both ends, below 0 and counted in {@link #meetings}. */
    private final int[] record;

    private final List<Meeting> meetings = new ArrayList<>();
    private final int records;
    private final int lost;

    /** Records of which one for each end has to be left. */
    private record Meeting(int[] ofOne, int[] ofOther) {}

    RecordDeletion(NetworkSnapshot network, double share) {
        List<Tie> ties = network.ties();
        SortedMap<Key, Integer> numbers = numbers(ties);
        this.records = numbers.size();
        this.lost = records == 0 ? 0 : Math.clamp(Math.round(share * records), 1, records);
        this.one = new int[ties.size()];
        this.other = new int[ties.size()];
        this.record = new int[ties.size()];
        for (int t = 0; t < record.length; t++) {
            Tie tie = ties.get(t);
            one[t] = network.vertex(tie.a());
            other[t] = network.vertex(tie.b());
            if (tie.ofA().isEmpty()) {
                record[t] = numbers.getOrDefault(tie.record(), 0);
            } else {
                meetings.add(new Meeting(numbered(numbers, tie.ofA()), numbered(numbers, tie.ofB())));
                record[t] = -meetings.size();
            }
        }
    }

    private static SortedMap<Key, Integer> numbers(List<Tie> ties) {
        SortedMap<Key, Integer> numbers = new TreeMap<>();
        ties.forEach(tie -> tie.records().forEach(key -> numbers.put(key, 0)));
        int next = 0;
        for (var entry : numbers.entrySet()) {
            entry.setValue(next++);
        }
        return numbers;
    }

    private static int[] numbered(SortedMap<Key, Integer> numbers, List<Key> keys) {
        return keys.stream().mapToInt(key -> numbers.getOrDefault(key, 0)).toArray();
    }

    LooseTies all() {
        return left(new boolean[records]);
    }

    LooseTies drawn(long seed) {
        Random random = new Random(seed);
        int[] order = IntStream.range(0, records).toArray();
        boolean[] gone = new boolean[records];
        for (int i = 0; i < lost; i++) {
            int j = i + random.nextInt(records - i);
            gone[order[j]] = true;
            order[j] = order[i];
        }
        return left(gone);
    }

    private LooseTies left(boolean[] gone) {
        LooseTies left = new LooseTies();
        for (int t = 0; t < record.length; t++) {
            if (record[t] >= 0 ? !gone[record[t]] : stands(meetings.get(-record[t] - 1), gone)) {
                left.add(one[t], other[t]);
            }
        }
        return left;
    }

    private static boolean stands(Meeting meeting, boolean[] gone) {
        return Arrays.stream(meeting.ofOne).anyMatch(r -> !gone[r])
                && Arrays.stream(meeting.ofOther).anyMatch(r -> !gone[r]);
    }
}
