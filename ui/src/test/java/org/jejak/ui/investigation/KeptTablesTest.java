package org.jejak.ui.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jejak.investigation.Changes;
import org.jejak.investigation.KeptInvestigation;
import org.jejak.investigation.KeptQuestion;
import org.jejak.investigation.KeptResult;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.safeguard.Names;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Ana was ranked when the answer was kept; since then somebody said that she was a victim. */
class KeptTablesTest extends BrowserlessTest {

    private static final Map<String, Names.Shown> NAMES = Map.of(
            "R:ana", new Names.Shown(new Key("R:ana"), "Protected person A1", EntityKind.PERSON, "", true),
            "R:ben", new Names.Shown(new Key("R:ben"), "Ben", EntityKind.PERSON, "", false),
            "R:cy", new Names.Shown(new Key("R:cy"), "Cy", EntityKind.PERSON, "", false));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As it lies in the store: what an older version kept has fewer fields than what is kept today. */
    private static KeptInvestigation kept(String measure, String result) {
        var question = JSON.readValue("""
                {"measure":"%s","cases":["RIVER"],"known":"2026-03-01T00:00:00Z","withoutSource":[],"fold":"SIMPLE",
                 "ties":["LINK"],"seed":1,"remove":[]}""".formatted(measure), KeptQuestion.class);
        return new KeptInvestigation(
                "id",
                "March",
                "anna",
                Instant.parse("2026-03-01T00:00:00Z"),
                "1.0",
                Set.of("RIVER"),
                Handling.AMBER,
                question,
                "digest",
                JSON.readValue(result, KeptResult.class),
                "digest");
    }

    private static String broker(String id, int rank, double betweenness) {
        return """
                {"id":"%s","rank":%d,"degree":2,"betweenness":%s,"lowest":1,"highest":3,"harmonic":1.5,"pageRank":0.3,
                 "coreness":1,"cutVertex":false,"community":1,"brokerClass":"BROKER"}""".formatted(id, rank, betweenness);
    }

    private static String step(String id, double pairsLeft) {
        return """
                {"removed":"%s","fragmentation":0.5,"pairsLeft":%s,"largestComponentShare":0.6,"pairsLeftLow":0.4,
                 "pairsLeftHigh":0.4,"leftAlone":[]}""".formatted(id, pairsLeft);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    @Test
    void whoIsProtectedTodayIsNotInTheRankingOfThenAndThatIsSaid() {
        var result = "{\"persons\":3,\"ties\":2,\"steps\":[],\"brokers\":[%s,%s,%s]}"
                .formatted(broker("R:ana", 1, 9), broker("R:ben", 2, 3), broker("R:cy", 3, 0));
        String shown = text(KeptTables.result(kept(KeptQuestion.BROKERS, result), NAMES));
        assertThat(shown).contains("Ben", "Cy").doesNotContain("Protected person", "R:ana");
        assertThat(shown).contains("1 of those it listed are not listed any more");
    }

    @Test
    void whoIsProtectedTodayIsNotNamedAsSomebodyToLose() {
        var result = "{\"persons\":3,\"ties\":2,\"brokers\":[],\"steps\":[%s,%s]}"
                .formatted(step("R:ana", 0.4), step("R:ben", 0.1));
        String shown = text(KeptTables.result(kept(KeptQuestion.DISRUPT, result), NAMES));
        assertThat(shown).contains("somebody not listed any more", "Ben").doesNotContain("Protected person", "R:ana");
    }

    @Test
    void whatChangedNamesWhoMovedAndHowFar() {
        var changes = JSON.readValue("""
                {"sameNetwork":false,"sameResult":false,"personsBefore":3,"personsAfter":4,"tiesBefore":2,"tiesAfter":5,
                 "ranks":[{"id":"R:ana","rankBefore":1,"betweennessBefore":9,"classBefore":"BROKER"},
                          {"id":"R:cy","rankBefore":3,"rankAfter":1,"betweennessBefore":0,"betweennessAfter":4,
                           "classBefore":"NONE","classAfter":"BROKER"}],
                 "steps":[],"regrouped":[],"gone":[],"came":[],"amounts":[]}""", Changes.class);
        String shown = text(KeptTables.changes("March → now", new KeptReads.Since(changes, NAMES)));
        assertThat(shown)
                .contains("Before: 3 people, 2 ties. After: 4 people, 5 ties.", "Cy", "▲ 2", "neither → broker");
        assertThat(shown).doesNotContain("Protected person", "R:ana");
    }
}
