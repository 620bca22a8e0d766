package org.jejak.safeguard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.ColumnType;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/**
 * When anybody heard of some people for the last time: the latest day on which a time of a row that names them begins. A
 * birth is not when somebody was heard of, and a person's own row says nothing of it.
 */
@Component
final class LastHeard {

    private static final String BIRTH = "birth_date";

    private static final Map<String, List<String>> TIMES = times();

    private final CypherLibrary cypher;
    private final RowReader rows;

    LastHeard(CypherLibrary cypher, RowReader rows) {
        this.cypher = cypher;
        this.rows = rows;
    }

    /**
     * Whether anybody heard of a person on a day or later.
     *
     * @param since the day as the least text that a time on this day or later can begin with
     */
    record Question(String person, String since) {

        static Question of(Key person, LocalDate day) {
            String text = day.toString();
            if (text.endsWith("-01-01")) {
                return new Question(person.value(), text.substring(0, 4));
            }
            return new Question(person.value(), text.endsWith("-01") ? text.substring(0, 7) : text);
        }

        Map<String, Object> toMap() {
            return Map.of("key", person, "since", since);
        }
    }

    /** The earliest time that any row of the store has; the empty string where it is not known. */
    String earliest(Session session) {
        return session.run(cypher.text(Queries.READ_EARLIEST_TIME))
                .single()
                .get("earliest")
                .asString();
    }

    /** The latest time, as written, of each whom nobody heard of on their day or later; the empty string where none is known. */
    Map<Question, String> of(Session session, Collection<Question> questions) {
        var open = new LinkedHashSet<>(questions);
        for (List<Question> page : ProtectionRules.pages(questions)) {
            var asked = page.stream().map(Question::toMap).toList();
            session.run(cypher.text(Queries.FIND_NAMED_SINCE), Map.of("persons", asked, "times", TIMES))
                    .forEachRemaining(r -> open.remove(new Question(
                            r.get("person").asString(), r.get("since").asString())));
        }
        var latest =
                latest(session, open.stream().map(Question::person).distinct().toList());
        var answers = new HashMap<Question, String>();
        open.forEach(question -> answers.put(question, latest.getOrDefault(question.person(), "")));
        return answers;
    }

    private Map<String, String> latest(Session session, Collection<String> persons) {
        var latest = new HashMap<String, String>();
        for (List<String> page : ProtectionRules.pages(persons)) {
            session.run(cypher.text(Queries.READ_LAST_NAMED), Map.of("persons", page, "times", TIMES))
                    .forEachRemaining(r -> {
                        if (!speaksOfBirth(r.get("statement"))) {
                            latest.merge(
                                    r.get("person").asString(),
                                    r.get("latest").asString(),
                                    (a, b) -> a.compareTo(b) >= 0 ? a : b);
                        }
                    });
        }
        return latest;
    }

    private boolean speaksOfBirth(Value statement) {
        return !statement.isNull()
                && rows.sealedCells(statement).getOrDefault("property", BIRTH).equals(BIRTH);
    }

    private static Map<String, List<String>> times() {
        var times = new HashMap<String, List<String>>();
        for (RecordFile file : RecordFile.values()) {
            var columns = new ArrayList<String>();
            file.columns().stream()
                    .filter(c -> c.type().isTime() && !(c.type() instanceof ColumnType.PersonalDate))
                    .forEach(c -> columns.add(c.name()));
            if (!columns.isEmpty()) {
                times.put(file.fileName(), List.copyOf(columns));
            }
        }
        return Map.copyOf(times);
    }
}
