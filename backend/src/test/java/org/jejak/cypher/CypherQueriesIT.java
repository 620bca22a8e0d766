package org.jejak.cypher;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jejak.store.TestStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every query survives {@code EXPLAIN} on the migrated graph. */
class CypherQueriesIT {

    @TestFactory
    List<DynamicTest> everyQueryIsUnderstood() {
        var store = TestStore.empty();
        return new CypherLibrary()
                .all().entrySet().stream()
                        .map(query -> DynamicTest.dynamicTest(query.getKey(), () -> {
                            var parameters = new HashMap<String, Object>();
                            named("\\$(\\w+)", query.getValue()).forEach(name -> parameters.put(name, List.of()));
                            named("(?:SKIP|LIMIT) \\$(\\w+)", query.getValue())
                                    .forEach(name -> parameters.put(name, 1));
                            named("LOAD CSV WITH HEADERS FROM \\$(\\w+)", query.getValue())
                                    .forEach(name -> parameters.put(name, "file:///none.csv"));
                            named("SET \\w+ \\+?= \\$(\\w+)", query.getValue())
                                    .forEach(name -> parameters.put(name, Map.of()));
                            try (var session = store.driver().session()) {
                                assertThatCode(() -> session.run("EXPLAIN " + query.getValue(), parameters)
                                                .consume())
                                        .doesNotThrowAnyException();
                            }
                        }))
                        .toList();
    }

    private static List<String> named(String pattern, String query) {
        return Pattern.compile(pattern)
                .matcher(query)
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
