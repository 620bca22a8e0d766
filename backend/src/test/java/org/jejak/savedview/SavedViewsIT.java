package org.jejak.savedview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jejak.access.TestAccess;
import org.jejak.cypher.CypherLibrary;
import org.jejak.ingest.TestLoads;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ComponentScan;

class SavedViewsIT {

    private static final Viewer ANA = TestLoads.investigator("ana", Handling.RED, "C1");
    private static final Viewer BEN = TestLoads.investigator("ben", Handling.GREEN, "C1");
    private static final Viewer STRANGER = TestLoads.investigator("cy", Handling.RED, "C2");
    private static final Key OPEN = new Key("A:p1");
    private static final Key CLOSE_HELD = new Key("A:p2");

    private final TestLoads records = TestLoads.onEmptyStore();

    @ComponentScan("org.jejak.safeguard")
    static class Safeguard {}

    private void withViews(Consumer<SavedViews> steps) throws IOException {
        var bundle = Files.createDirectories(records.folder());
        Files.writeString(
                bundle.resolve("bundle.json"),
                "{\"format\":\"jejak-records/1\",\"namespace\":\"A\",\"case\":\"C1\",\"delivered\":\"2016-01-01T00:00:00Z\","
                        + "\"handling\":\"TLP:GREEN\",\"country\":\"MY\"}");
        Files.writeString(bundle.resolve("sources.csv"), """
                id,kind,title,reliability,credibility,handling
                s1,testimony,First statement,B,2,
                s2,tip,A tip,C,3,TLP:RED
                """);
        Files.writeString(bundle.resolve("persons.csv"), """
                id,name,sex,source
                p1,Awang Budiman,male,s1
                p2,Salmah Jamilah,female,s2
                """);
        assertThat(records.load(bundle).hasRefusals()).isFalse();
        TestAccess.on(records.store(), Clock.systemUTC())
                .withBean(CypherLibrary.class)
                .withUserConfiguration(Safeguard.class)
                .withBean(SavedViews.class)
                .run(context -> steps.accept(context.getBean(SavedViews.class)));
    }

    private static SavedView.Content drawing(String name) {
        return new SavedView.Content(
                name,
                "Salmah was seen at the jetty",
                List.of(new SavedView.Placed(CLOSE_HELD, -12, 7, true), new SavedView.Placed(OPEN, 3, 4.5, false)),
                Set.of(EntityKind.PLACE),
                Optional.of("2014-01-01"),
                Optional.empty(),
                false,
                Optional.of("2015-06-30"),
                Set.of(new Key("A:sources/tip")));
    }

    @Test
    void aViewReopensExactlyAsItWasKept() throws IOException {
        withViews(views -> {
            var kept = views.keep(ANA, "C1", drawing("Jetty, first look"));
            assertThat(views.open(ANA, kept.id()).content()).isEqualTo(drawing("Jetty, first look"));
            assertThat(views.visibleTo(ANA)).extracting(SavedView::id).containsExactly(kept.id());
        });
    }

    /** As it was sealed before there were {@code leftOut} sources. */
    @Test
    void aViewThatWasKeptBeforeSourcesCouldBeLeftOutLeavesOutNone() {
        var older = """
                {"name":"Jetty","notes":"","things":[{"key":{"value":"A:p1"},"x":1.0,"y":2.0,"pinned":true}],
                 "hidden":["PLACE"],"from":"2014-01-01","until":null,"peopleTies":false,"known":null}""";
        var read = SavedViews.JSON.readValue(older, SavedView.Content.class);
        assertThat(read.leftOut()).isEmpty();
        assertThat(read.hidden()).containsExactly(EntityKind.PLACE);
        assertThat(read.from()).contains("2014-01-01");
        assertThat(read.until()).isEmpty();
    }

    @Test
    void keptAgainUnderItsNameItKeepsItsAddress() throws IOException {
        withViews(views -> {
            var first = views.keep(ANA, "C1", drawing("Jetty"));
            var again = views.keep(ANA, "C1", drawing("Jetty"));
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(views.keep(BEN, "C1", drawing("Jetty")).id()).isNotEqualTo(first.id());
            assertThat(views.visibleTo(ANA)).hasSize(2);
        });
    }

    @Test
    void whoMaySeeLessFindsLessOnIt() throws IOException {
        withViews(views -> {
            var kept = views.keep(ANA, "C1", drawing("Jetty"));
            assertThat(views.open(BEN, kept.id()).keys()).containsExactly(OPEN);
            assertThat(views.visibleTo(BEN)).flatExtracting(SavedView::keys).containsExactly(OPEN);
        });
    }

    @Test
    void withoutTheCaseThereIsNoView() throws IOException {
        withViews(views -> {
            var kept = views.keep(ANA, "C1", drawing("Jetty"));
            assertThat(views.visibleTo(STRANGER)).isEmpty();
            assertThatThrownBy(() -> views.open(STRANGER, kept.id()))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessage("there is no view " + kept.id() + " that you may see");
            assertThatThrownBy(() -> views.remove(STRANGER, kept.id())).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> views.keep(STRANGER, "C1", drawing("Jetty")))
                    .isInstanceOf(NotAllowed.class);
        });
    }

    @Test
    void onlyItsKeeperOrASupervisorThrowsItAway() throws IOException {
        withViews(views -> {
            var kept = views.keep(ANA, "C1", drawing("Jetty"));
            assertThatThrownBy(() -> views.remove(BEN, kept.id())).hasMessageContaining("only ana or a supervisor");
            views.remove(new Viewer("dee", Set.of(Role.SUPERVISOR), Set.of("C1"), Handling.RED), kept.id());
            assertThat(views.visibleTo(ANA)).isEmpty();
        });
    }

    @Test
    void nothingThatSomebodyWroteOnItStandsInTheStoreInClear() throws IOException {
        withViews(views -> {
            views.keep(ANA, "C1", drawing("Around Salmah Jamilah"));
            var stored = records.strings(
                    "MATCH (v:View) UNWIND keys(v) AS name WITH v, name WHERE name <> 'sealed' RETURN toString(v[name])",
                    Map.of());
            assertThat(stored).noneMatch(text -> text.contains("Salmah"));
            try (var session = records.store().driver().session()) {
                byte[] sealed = session.run("MATCH (v:View) RETURN v.sealed")
                        .single()
                        .get(0)
                        .asByteArray();
                assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Salmah");
            }
        });
    }

    @Test
    void aViewWithoutANameOrWithANoPointIsRefused() {
        assertThatThrownBy(() -> drawing(" ")).hasMessageContaining("a view needs a name");
        assertThatThrownBy(() -> new SavedView.Placed(OPEN, Double.NaN, 0, false))
                .hasMessageContaining("A:p1");
    }
}
