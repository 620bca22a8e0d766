package org.jejak.cypher;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.List;
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
                            Pattern.compile("\\$(\\w+)")
                                    .matcher(query.getValue())
                                    .results()
                                    .forEach(m -> parameters.put(m.group(1), List.of()));
                            parameters.put("skip", 0);
                            parameters.put("limit", 1);
                            try (var session = store.driver().session()) {
                                assertThatCode(() -> session.run("EXPLAIN " + query.getValue(), parameters)
                                                .consume())
                                        .doesNotThrowAnyException();
                            }
                        }))
                        .toList();
    }
}
