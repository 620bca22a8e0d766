package org.jejak.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the page tells a newcomer to try in Neo4j Browser answers something. */
class CypherPageIT {

    private static final Pattern BLOCK = Pattern.compile("```cypher\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    List<DynamicTest> everyExampleOfThePageAnswers() throws IOException {
        var loads = TestLoads.onEmptyStore();
        loads.load(Bundles.kite());
        loads.load(Bundles.bundle()
                .with("namespace", "OTHER")
                .source()
                .file("persons", "id,name,source", "q1,Ana,s1", "q2,Ben,s1")
                .file("phones", "id,number,source", "t1,+60120000001,s1", "t2,+60 12 000 0001,s1")
                .file("links", "id,subject,relation,object,source", "u1,q1,uses,t1,s1", "u2,q2,uses,t2,s1"));
        String place = loads.strings("MATCH (p:Place)<-[]-(:Movements) RETURN p.key LIMIT 1")
                .getFirst();
        String source = loads.strings("MATCH (s:Source)<-[:STATED_BY]-() RETURN s.key LIMIT 1")
                .getFirst();
        return BLOCK.matcher(Files.readString(Path.of("..", "cypher", "README.md")))
                .results()
                .map(block -> block.group(1))
                .map(query -> DynamicTest.dynamicTest(query.lines().findFirst().orElse(""), () -> {
                    var key = Map.<String, Object>of("key", query.contains("(p:Place") ? place : source);
                    assertThat(loads.strings(query, key)).isNotEmpty();
                }))
                .toList();
    }
}
