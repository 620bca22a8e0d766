package org.jejak.safeguard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.neo4j.driver.Session;

/**
 * Which other records are of the same person: by a paper of the same number and country that is neither forged nor
 * borrowed, or because two users judged so: {@code same} holds once two users said it since anybody said {@code different},
 * by the dates of the judgements; {@code undecided} changes nothing. It chains.
 */
final class SamePersons {

    private final CypherLibrary cypher;
    private final Session session;
    private final List<String> doors;

    /** @param doors of the viewer's own cases, at every level of handling */
    SamePersons(CypherLibrary cypher, Session session, List<String> doors) {
        this.cypher = cypher;
        this.session = session;
        this.doors = doors;
    }

    /** The other records of these persons. */
    Set<Key> of(Set<Key> persons) {
        var judged = judgedTheSame();
        var all = new HashSet<>(persons);
        var open = new ArrayDeque<Key>(persons);
        while (!open.isEmpty()) {
            var asked = List.copyOf(open);
            open.clear();
            var found = new HashSet<>(holdersOfTheSamePaper(asked));
            asked.forEach(one -> found.addAll(judged.getOrDefault(one, Set.of())));
            found.removeAll(all);
            all.addAll(found);
            open.addAll(found);
        }
        all.removeAll(persons);
        return all;
    }

    private Set<Key> holdersOfTheSamePaper(Collection<Key> persons) {
        var found = new HashSet<Key>();
        var keys = persons.stream().map(Key::value).toList();
        session.run(cypher.text(Queries.FIND_HOLDERS_OF_THE_SAME_PAPER), Map.of("doors", doors, "persons", keys))
                .forEachRemaining(r -> found.add(new Key(r.get("same").asString())));
        return found;
    }

    /** @param when it was judged; before all others where nobody says */
    private record Judgement(String verdict, Instant when, String row, String user) {}

    private Map<Key, Set<Key>> judgedTheSame() {
        var byPair = new HashMap<Set<Key>, List<Judgement>>();
        session.run(cypher.text(Queries.READ_JUDGEMENTS), Map.of("doors", doors))
                .forEachRemaining(r -> {
                    var pair = Set.copyOf(List.of(
                            new Key(r.get("a").asString()), new Key(r.get("b").asString())));
                    byPair.computeIfAbsent(pair, any -> new ArrayList<>())
                            .add(new Judgement(
                                    r.get("verdict").asString(),
                                    when(r.get("date").asString("")),
                                    r.get("row").asString(),
                                    r.get("user").asString("")));
                });
        var same = new HashMap<Key, Set<Key>>();
        byPair.forEach((pair, judgements) -> {
            if (pair.size() == 2 && isSame(judgements)) {
                var both = List.copyOf(pair);
                same.computeIfAbsent(both.get(0), any -> new HashSet<>()).add(both.get(1));
                same.computeIfAbsent(both.get(1), any -> new HashSet<>()).add(both.get(0));
            }
        });
        return same;
    }

    private static Instant when(String date) {
        return date.isEmpty()
                ? Instant.MIN
                : PartialTime.parse(date, ZoneOffset.UTC).from();
    }

    private static boolean isSame(List<Judgement> judgements) {
        var sorted = judgements.stream()
                .sorted(Comparator.comparing(Judgement::when).thenComparing(Judgement::row))
                .toList();
        var users = new HashSet<String>();
        for (Judgement one : sorted) {
            switch (one.verdict()) {
                case "same" -> users.add(one.user());
                case "different" -> users.clear();
                default -> {}
            }
        }
        return users.size() >= 2;
    }
}
