package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jejak.cypher.CypherLibrary;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.summary.Plan;

/** Whom to protect is asked before nearly every read, so no question of it may read every row of the store. */
@TestInstance(Lifecycle.PER_CLASS)
class PlansOfProtectionIT {

    private static final int PERSONS = 1_000;

    private TestLoads loads;

    @BeforeAll
    void load() {
        loads = TestLoads.onEmptyStore();
        var persons = new ArrayList<>(List.of("id,birth_date,source"));
        var roles = new ArrayList<>(List.of("id,person,role,from,source"));
        for (int i = 0; i < PERSONS; i++) {
            persons.add("p" + i + ",19" + (50 + i % 50) + ",s1");
            roles.add("r" + i + ",p" + i + ",relative,2015,s1");
        }
        loads.load(Bundles.bundle()
                .source()
                .file("persons", persons.toArray(String[]::new))
                .file("roles", roles.toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Queries.FIND_PROTECTING,
                Queries.FIND_NAMED_SINCE,
                Queries.READ_LAST_NAMED,
                Queries.READ_UNCOERCED_ROLES,
                Queries.READ_KINDS_OF_PLACES,
                Queries.READ_CUSTODIANS,
                Queries.FIND_OTHER_THAN_PERSONS,
                Queries.FIND_HOLDERS_OF_THE_SAME_PAPER,
                Queries.READ_GUARDED_THINGS,
                Queries.READ_NAMES_OF_PERSONS
            })
    void noQuestionReadsEveryRow(String query) {
        var asked = Map.<String, Object>ofEntries(
                Map.entry("through", Long.MAX_VALUE),
                Map.entry("persons", List.of()),
                Map.entry("keys", List.of()),
                Map.entry("places", List.of()),
                Map.entry("raids", List.of()),
                Map.entry("stays", List.of()),
                Map.entry("doors", List.of()),
                Map.entry("relations", List.of()),
                Map.entry("times", Map.of()));
        try (var session = loads.store().driver().session()) {
            var plan = session.run("EXPLAIN " + new CypherLibrary().text(query), asked)
                    .consume()
                    .plan();
            var operators = new ArrayList<String>();
            collect(plan, operators);
            assertThat(operators)
                    .as(query)
                    .noneMatch(o -> o.startsWith("AllNodesScan") || o.startsWith("NodeByLabelScan"))
                    .anyMatch(o -> o.startsWith("NodeIndexSeek") || o.startsWith("NodeUniqueIndexSeek"));
        }
    }

    private static void collect(Plan plan, List<String> operators) {
        operators.add(plan.operatorType() + " " + plan.arguments().get("Details"));
        plan.children().forEach(child -> collect(child, operators));
    }
}
