package org.jejak.ui.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.investigation.AnswerToday;
import org.jejak.investigation.Changes;
import org.jejak.investigation.KeptInvestigation;
import org.jejak.investigation.KeptQuestion;
import org.jejak.investigation.KeptResult;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.safeguard.NameBook;
import org.jejak.safeguard.Names;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Ana was somebody when the answer was kept; since then somebody said that she was a victim. */
class KeptTablesTest extends BrowserlessTest {

    private static final Map<String, String> NAMES =
            Map.of("R:ana", "Protected person A1", "R:ben", "Ben", "R:cy", "Cy", "R:farm", "Farm");

    private static final KeptReads.Called CALLED = new KeptReads.Called(
            new NameBook(NAMES.keySet().stream().sorted().map(Key::new).toList(), page -> {
                var shown = new HashMap<Key, Names.Shown>();
                page.forEach(key -> shown.put(
                        key,
                        new Names.Shown(
                                key,
                                NAMES.getOrDefault(key.value(), ""),
                                EntityKind.PERSON,
                                "",
                                key.value().equals("R:ana"))));
                return shown;
            }),
            Map.of("R:payments/f1", "MYR"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As it comes out of the store: what an older version kept has fewer fields than what is kept today. */
    private static KeptReads.Today kept(String measure, int unlisted, String result) {
        var question = JSON.readValue("""
                {"measure":"%s","cases":["RIVER"],"known":"2026-03-01T00:00:00Z","withoutSource":[],"fold":"SIMPLE",
                 "ties":["LINK"],"seed":1,"remove":[]}""".formatted(measure), KeptQuestion.class);
        var one = new KeptInvestigation(
                "id",
                "March",
                "anna",
                Instant.parse("2026-03-01T00:00:00Z"),
                "1.0",
                Set.of("RIVER"),
                Handling.AMBER,
                question,
                "digest",
                "digest",
                unlisted);
        return new KeptReads.Today(new AnswerToday(one, JSON.readValue(result, KeptResult.class)), CALLED);
    }

    private static KeptReads.Today ways(String measure, String ways) {
        return kept(measure, 0, """
                {"persons":3,"ties":2,"brokers":[],"steps":[],"ways":%s}""".formatted(ways));
    }

    private static String broker(String id, int rank, double betweenness) {
        return """
                {"id":"%s","rank":%d,"degree":2,"betweenness":%s,"lowest":1,"highest":3,"harmonic":1.5,"pageRank":0.3,
                 "coreness":1,"cutVertex":false,"community":1,"brokerClass":"BROKER"}""".formatted(id, rank, betweenness);
    }

    private static String step(String id, double pairsLeft) {
        return """
                {"removed":%s,"fragmentation":0.5,"pairsLeft":%s,"largestComponentShare":0.6,"pairsLeftLow":0.4,
                 "pairsLeftHigh":0.4,"leftAlone":[]}""".formatted(id, pairsLeft);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    /** Every row of every table, cells separated by bars. */
    private static List<String> rows(Component component) {
        var rows = new ArrayList<String>();
        collect(component, rows);
        return rows;
    }

    private static void collect(Component component, List<String> rows) {
        if (component instanceof NativeTableRow row) {
            rows.add(
                    String.join("|", row.getChildren().map(KeptTablesTest::text).toList()));
        }
        component.getChildren().forEach(child -> collect(child, rows));
    }

    @Test
    void whoIsProtectedTodayIsNotInTheRankingOfThenAndThatIsSaid() {
        var result = "{\"persons\":3,\"ties\":2,\"steps\":[],\"brokers\":[%s,%s]}"
                .formatted(broker("R:ben", 2, 3), broker("R:cy", 3, 0));
        String shown = text(KeptTables.result(kept(KeptQuestion.BROKERS, 1, result)));
        assertThat(shown).contains("Ben", "Cy");
        assertThat(shown).contains("1 of those it listed are not listed any more");
    }

    @Test
    void whoIsProtectedTodayIsNotNamedAsSomebodyToLose() {
        var result = "{\"persons\":3,\"ties\":2,\"brokers\":[],\"steps\":[%s,%s]}"
                .formatted(step("null", 0.4), step("\"R:ben\"", 0.1));
        String shown = text(KeptTables.result(kept(KeptQuestion.DISRUPT, 1, result)));
        assertThat(shown).contains("somebody not listed any more", "Ben");
    }

    @Test
    void whatWasAskedBeyondTheRankingIsShownBesideIt() {
        var result = """
                {"persons":3,"ties":2,"steps":[],"brokers":[%s],"further":{"lines":[],
                 "bridges":[{"a":"R:ana","b":"R:cy","onSideOfA":2,"onSideOfB":1}],"reach":["R:ben"],"reached":0.75}}""".formatted(broker("R:ben", 1, 9));
        var shown = KeptTables.result(kept(KeptQuestion.BROKERS, 0, result));
        assertThat(text(shown)).contains("Ben; share of the others reached: 0.7500");
        assertThat(rows(shown)).contains("Protected person A1|2|Cy|1");
    }

    @Test
    void communitiesNameTheirMembersAndTheProtectedByPseudonym() {
        var result = """
                {"persons":4,"ties":2,"brokers":[],"steps":[],
                 "groups":{"quality":0.25,"communities":[["R:ana","R:ben"],["R:cy"],["R:farm"]]}}""";
        var shown = KeptTables.result(kept(KeptQuestion.COMMUNITIES, 0, result));
        assertThat(rows(shown)).containsExactly("Community|Members|Who", "1|2|Protected person A1, Ben");
        assertThat(text(shown)).contains("Modularity 0.250", "In no community: 2");
    }

    @Test
    void pathsAreShownStepByStepWithTheirRecords() {
        var shown = KeptTables.result(ways(KeptQuestion.PATHS, """
                {"ways":[{"cost":2.0,"steps":[
                  {"from":"R:ben","to":"R:ana","inferred":false,"records":["R:links/l1","R:links/l2","R:links/l3","R:links/l4"]},
                  {"from":"R:ana","to":"R:cy","inferred":false,"records":["R:links/l5"]}]}],"amounts":[],"complete":true}"""));
        assertThat(rows(shown))
                .containsExactly(
                        "Way|Cost|From|To|Records",
                        "1|2.00|Ben|Protected person A1|R:links/l1, R:links/l2, R:links/l3 and 1 more",
                        "1|2.00|Protected person A1|Cy|R:links/l5");
    }

    @Test
    void waysInTimeSayWhenAndHowMuchAndWhatWasInferred() {
        var shown = KeptTables.result(ways(KeptQuestion.IN_TIME, """
                {"ways":[{"steps":[
                  {"from":"R:ben","to":"R:ana","time":"2015-05-01T00:00:00Z","amount":60.05,"inferred":false,
                   "records":["R:payments/f1"]},
                  {"from":"R:ana","to":"R:cy","time":"2015-05-02T00:00:00Z","amount":60,"inferred":true,
                   "records":["R:payments/f2"]}]}],"amounts":[],"complete":false}"""));
        assertThat(rows(shown))
                .containsExactly(
                        "Way|When|From|To|Amount|Records",
                        "1|2015-05-01T00:00:00Z|Ben|Protected person A1|60.05 MYR|R:payments/f1",
                        "1|2015-05-02T00:00:00Z|Protected person A1|Cy|60|inferred from R:payments/f2");
        assertThat(text(shown)).contains("given up before it had tried everything");
    }

    @Test
    void aFlowSaysHowMuchOfEachUnitAndWhatCarriesIt() {
        var shown = KeptTables.result(ways(KeptQuestion.FLOW, """
                {"ways":[{"steps":[{"from":"R:ben","to":"R:cy","time":"2015-05-01T00:00:00Z","amount":100,"inferred":false,
                   "records":["R:payments/f1"]}]}],
                 "amounts":[{"unit":"MYR","atLeast":"60.05","atMost":"100"}],"complete":false}"""));
        assertThat(rows(shown))
                .containsExactly(
                        "What|At least|At most",
                        "MYR|60.05|100",
                        "When|From|To|Amount|Records",
                        "2015-05-01T00:00:00Z|Ben|Cy|100 MYR|R:payments/f1");
        assertThat(text(shown)).contains("The times leave room");
    }

    @Test
    void aCutSaysWhatItTakesAndWhereThereIsNone() {
        var shown = KeptTables.result(ways(KeptQuestion.CUT, """
                {"ways":[{"steps":[{"from":"R:ben","to":"R:farm","inferred":false,"records":["R:movements/v1"]}]},
                  {"steps":[{"from":"R:cy","to":"","inferred":false,"records":[]}]}],"amounts":[],"complete":true}"""));
        assertThat(rows(shown)).containsExactly("To take|on the way to|Records", "Ben|Farm|R:movements/v1", "Cy|–|–");
        assertThat(text(KeptTables.result(ways(KeptQuestion.CUT, "{\"ways\":[],\"amounts\":[],\"complete\":false}"))))
                .contains("No cut: a way leads past all that may be taken.");
    }

    @Test
    void anAnswerThatFoundNothingSaysSo() {
        for (var none : Map.of(
                        KeptQuestion.PATHS, "No way over ties",
                        KeptQuestion.IN_TIME, "No way in time",
                        KeptQuestion.FLOW, "Nothing can have got there",
                        KeptQuestion.CUT, "Nothing to take")
                .entrySet()) {
            assertThat(text(KeptTables.result(ways(none.getKey(), "{\"ways\":[],\"amounts\":[],\"complete\":true}"))))
                    .contains(none.getValue());
        }
    }

    private static KeptReads.Since since(String changed) {
        return new KeptReads.Since(JSON.readValue("""
                        {"sameNetwork":false,"sameResult":false,"personsBefore":3,"personsAfter":4,"tiesBefore":2,
                         "tiesAfter":5,"ranks":[],"steps":[],"regrouped":[],"gone":[],"came":[],"amounts":[],"unlisted":1,
                         %s}""".formatted(changed), Changes.class), CALLED);
    }

    @Test
    void whatChangedNamesWhoMovedAndHowFar() {
        String shown = text(KeptTables.changes("March → now", KeptQuestion.BROKERS, since("""
                "ranks":[{"id":"R:cy","rankBefore":3,"rankAfter":1,"betweennessBefore":0,"betweennessAfter":4,
                          "classBefore":"NONE","classAfter":"BROKER"}]""")));
        assertThat(shown)
                .contains("Before: 3 people, 2 ties. After: 4 people, 5 ties.", "Cy", "▲ 2", "neither → broker")
                .contains("1 of those it listed are not listed any more");
    }

    @Test
    void whatChangedInAWhatIfTellsNobodyFromNoSuchStep() {
        var shown = KeptTables.changes("March → now", KeptQuestion.DISRUPT, since("""
                "steps":[{"step":1,"removedAfter":"R:ben","pairsLeftBefore":0.5,"pairsLeftAfter":0.4},
                         {"step":2,"removedAfter":"R:cy","pairsLeftAfter":0.1}]"""));
        assertThat(rows(shown)).contains("1|somebody not listed any more|Ben|0.5000|0.4000", "2|–|Cy|–|0.1000");
    }

    @Test
    void whatChangedInCommunitiesSaysWhoIsInOtherCompany() {
        var shown = KeptTables.changes(
                "March → now",
                KeptQuestion.COMMUNITIES,
                since("\"regrouped\":[{\"id\":\"R:ana\",\"before\":1},{\"id\":\"R:cy\",\"before\":1,\"after\":2}]"));
        assertThat(rows(shown)).contains("Protected person A1|1|–", "Cy|1|2");
    }

    @Test
    void whatChangedInAFlowSaysHowMuchAndAlongWhat() {
        var shown = KeptTables.changes("March → now", KeptQuestion.FLOW, since("""
                "came":[{"steps":[{"from":"R:ben","to":"R:cy","time":"2015-05-01T00:00:00Z","amount":100,"inferred":false,
                         "records":["R:payments/f1"]}]}],
                "amounts":[{"unit":"MYR","atLeastAfter":"100","atMostAfter":"100"}]"""));
        assertThat(rows(shown)).contains("MYR|–|100|–|100", "2015-05-01T00:00:00Z|Ben|Cy|100 MYR|R:payments/f1");
        assertThat(text(shown))
                .contains("New in the answer")
                .doesNotContain("No longer in the answer")
                .contains("Before: 3 people, accounts or places, 2 records. After: 4 and 5.");
    }
}
