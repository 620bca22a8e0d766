package org.jejak.safeguard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.ingest.Bundles;

/**
 * A table of ways to name people, written as one would say them: {@code roles person=$ role=victim} is a row of
 * {@code roles} about the person of that line of the table, {@code $2} a second one. Rows whose word in front ends with a
 * colon come in another delivery than the first.
 */
final class Ways {

    /**
     * One line of the table.
     *
     * @param sentence what happened
     * @param here whether the person is protected for viewers of the case
     * @param elsewhere whether for viewers of another case
     */
    record Way(String sentence, boolean here, boolean elsewhere, String person) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    private final List<Way> table = new ArrayList<>();
    private final Map<String, Map<String, List<Map<String, String>>>> deliveries = new LinkedHashMap<>();

    List<Way> table() {
        return List.copyOf(table);
    }

    void protects(String sentence, String... rows) {
        line(sentence, true, true, rows);
    }

    void protectsNobody(String sentence, String... rows) {
        line(sentence, false, false, rows);
    }

    void protectsHereOnly(String sentence, String... rows) {
        line(sentence, true, false, rows);
    }

    private void line(String sentence, boolean here, boolean elsewhere, String... rows) {
        String person = "p" + table.size();
        table.add(new Way(sentence + (here ? elsewhere ? ": yes" : ": here only" : ": no"), here, elsewhere, person));
        var described = new LinkedHashSet<String>();
        for (String row : rows) {
            var words = new ArrayList<>(
                    List.of(row.replace("$2", person + "b").replace("$", person).split(" ")));
            String delivery = words.getFirst().endsWith(":") ? words.removeFirst() : "first:";
            var cells = new LinkedHashMap<String, String>();
            String file = words.removeFirst().replace('~', '_');
            for (String word : words) {
                int equals = word.indexOf('=');
                cells.put(
                        word.substring(0, equals).replace('~', '_'),
                        word.substring(equals + 1).replace('_', ' ').replace('~', '_'));
            }
            if (file.equals("persons")) {
                described.add(cells.get("id"));
            }
            add(delivery, file, person, cells);
        }
        for (String id : Set.of(person, person + "b")) {
            boolean named = String.join(" ", rows).contains("$2");
            if (!described.contains(id) && (id.equals(person) || named)) {
                add("first:", "persons", person, new LinkedHashMap<>(Map.of("id", id)));
            }
        }
    }

    private void add(String delivery, String file, String person, Map<String, String> cells) {
        var all = deliveries
                .computeIfAbsent(delivery, any -> new LinkedHashMap<>())
                .computeIfAbsent(file, any -> new ArrayList<>());
        if (!file.equals("officials")) {
            cells.putIfAbsent("id", person + "-" + delivery.charAt(0) + all.size());
        }
        if (!file.equals("withdrawals")) {
            cells.putIfAbsent("source", "s1");
        }
        all.add(cells);
    }

    /** Adds the rows of one delivery to a bundle. */
    Bundles into(Bundles bundle, String delivery) {
        deliveries.getOrDefault(delivery, Map.of()).forEach((file, rows) -> {
            var columns = new LinkedHashSet<String>();
            rows.forEach(row -> columns.addAll(row.keySet()));
            var lines = new ArrayList<String>();
            lines.add(String.join(",", columns));
            rows.forEach(row ->
                    lines.add(columns.stream().map(c -> row.getOrDefault(c, "")).collect(Collectors.joining(","))));
            bundle.file(file, lines.toArray(String[]::new));
        });
        return bundle;
    }
}
