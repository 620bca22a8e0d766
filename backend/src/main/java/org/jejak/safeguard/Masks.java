package org.jejak.safeguard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.TextKind;
import org.jejak.network.Viewer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Makes the mask through which a viewer reads, by who is protected and what rows of the viewer's own cases call them. */
@Component
final class Masks {

    private static final int KEPT = 32;
    private static final int NAMES_KEPT = 200_000;

    private final Driver driver;
    private final CypherLibrary cypher;
    private final RowReader rows;
    private final Protection protection;
    private final Pseudonym pseudonym;
    private final StoreState state;
    private final Map<String, Set<String>> names = new ConcurrentHashMap<>();
    private final Map<Question, NameMask> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, NameMask> eldest) {
            return size() > KEPT;
        }
    };

    private record Question(String mark, Set<Key> persons, Set<String> cases) {}

    Masks(
            Driver driver,
            CypherLibrary cypher,
            RowReader rows,
            Protection protection,
            Pseudonym pseudonym,
            StoreState state) {
        this.driver = driver;
        this.cypher = cypher;
        this.rows = rows;
        this.protection = protection;
        this.pseudonym = pseudonym;
        this.state = state;
    }

    /** @param unsealing whether sealed cells are read at all; where none are, nothing needs a mask */
    Mask of(Viewer viewer, boolean unsealing) {
        if (!unsealing) {
            return Mask.NOTHING;
        }
        var guarded = protection.guarded(viewer);
        var keys = new HashSet<>(guarded.persons());
        keys.addAll(guarded.things());
        return new Mask(keys, names(viewer, guarded.persons()), true);
    }

    private NameMask names(Viewer viewer, Set<Key> persons) {
        if (persons.isEmpty()) {
            return NameMask.NONE;
        }
        var question = new Question(state.now().mark(), persons, viewer.cases());
        synchronized (recent) {
            var known = recent.get(question);
            if (known != null) {
                return known;
            }
        }
        var mask = read(viewer, persons);
        synchronized (recent) {
            recent.put(question, mask);
        }
        return mask;
    }

    private NameMask read(Viewer viewer, Set<Key> persons) {
        var pseudonyms = new HashMap<String, String>();
        var asked = Map.<String, Object>of(
                "doors",
                viewer.whateverTheHandling().keys(),
                "persons",
                persons.stream().map(Key::value).toList());
        try (var session = driver.session()) {
            session.run(cypher.text(Queries.READ_NAMES_OF_PERSONS), asked).forEachRemaining(r -> {
                String called = pseudonym.of(new Key(r.get("person").asString()));
                namesIn(r.get("row")).forEach(name -> pseudonyms.put(name, called));
            });
        }
        return NameMask.of(pseudonyms);
    }

    private Set<String> namesIn(Value row) {
        String version =
                row.get("_key").asString() + " " + row.get("_commitment").asString("");
        var known = names.get(version);
        if (known != null) {
            return known;
        }
        var cells = new HashMap<>(RowReader.openCells(row));
        cells.putAll(rows.sealedCells(row));
        boolean statement = row.get("_file").asString().equals(RecordFile.STATEMENTS.fileName());
        var found = new HashSet<String>();
        cells.forEach((column, cell) -> {
            String property = statement && column.equals("value") ? cells.getOrDefault("property", "") : column;
            boolean means = !statement || column.equals("value");
            if (means && isName(property)) {
                found.addAll(Set.of(cell.split("\\|")));
            }
        });
        if (names.size() < NAMES_KEPT) {
            names.put(version, Set.copyOf(found));
        }
        return found;
    }

    private static boolean isName(String column) {
        return RecordFile.PERSONS
                .column(column)
                .flatMap(c -> c.type().text())
                .filter(kind -> kind == TextKind.NAME)
                .isPresent();
    }
}
