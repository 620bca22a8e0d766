package org.jejak.ui.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.analysis.brokerage.Bridges;
import org.jejak.analysis.brokerage.BrokerRanking;
import org.jejak.analysis.brokerage.BrokerageRoles;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.OriginJackknife;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.analysis.centrality.Closeness;
import org.jejak.analysis.disruption.KeyReach;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.investigation.FurtherAnswer;
import org.jejak.investigation.FurtherMeasure;
import org.jejak.investigation.FurtherQuestion;
import org.jejak.investigation.RoleGroups;
import org.jejak.network.ActorId;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.projection.ActorNetwork;
import org.jejak.projection.Eyes;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.NameBook;
import org.junit.jupiter.api.Test;

/** Ana knows Ben, Ben knows Cy: Ben is between. */
class BrokersTableTest extends BrowserlessTest {

    private static final ActorId ANA = ActorId.of("T:ana");
    private static final ActorId BEN = ActorId.of("T:ben");
    private static final ActorId CY = ActorId.of("T:cy");
    private static final Consumer<ActorId> NOBODY = asked -> {};
    private static final NetworkSnapshot CHAIN = NetworkSnapshot.of(
            Set.of(ANA, BEN, CY),
            List.of(
                    new Tie(ANA, BEN, TieKind.LINK, Key.of("T", "links", "l1")),
                    new Tie(BEN, CY, TieKind.LINK, Key.of("T", "links", "l2"))),
            Fold.SIMPLE);

    private static BrokersAnswer answer(FurtherAnswer further) {
        return answer(further, Map.of());
    }

    private static BrokersAnswer answer(FurtherAnswer further, Map<ActorId, OriginJackknife.Fall> falls) {
        var sureness = Sureness.USUAL.depth(Depth.MEASURES);
        var network = new ActorNetwork(
                NetworkQuestion.of(Set.of("C")),
                new Eyes(Set.of("C"), Handling.AMBER),
                CHAIN,
                Set.of(),
                Set.of(),
                Set.of(),
                0,
                0);
        var report = new BrokerRanking(Set.of(), 1, sureness).on(CHAIN);
        return new BrokersAnswer(
                network, report, falls, sureness, new NameBook(List.of(), page -> Map.of()), further, List.of());
    }

    private static FurtherAnswer further() {
        var asked = new FurtherQuestion(
                Set.of(FurtherMeasure.CLOSENESS, FurtherMeasure.ROLES, FurtherMeasure.BRIDGES, FurtherMeasure.REACH),
                RoleGroups.COUNTRIES,
                1,
                1);
        return new FurtherAnswer(
                asked,
                Map.of(FurtherMeasure.CLOSENESS, new Closeness().on(CHAIN)),
                new BrokerageRoles(Map.of(ANA, "MM", BEN, "MY", CY, "TH")).on(CHAIN),
                new Bridges().on(CHAIN),
                new KeyReach(1, 1, Set.of(), 1).on(CHAIN),
                Map.of());
    }

    private static boolean isShown(Grid<?> table, BrokerColumn column) {
        return table.getColumnByKey(column.name()).isVisible();
    }

    @Test
    void atFirstOnlyFewColumnsAreSeen() {
        var table = new BrokersTable(answer(FurtherAnswer.NOTHING), NOBODY);
        UI.getCurrent().add(table);
        assertThat(BrokerColumn.atFirst()).hasSizeLessThan(9).contains(BrokerColumn.RANK, BrokerColumn.RANK_INTERVAL);
        for (BrokerColumn column : BrokerColumn.values()) {
            assertThat(isShown(table, column))
                    .as(column.name())
                    .isEqualTo(BrokerColumn.atFirst().contains(column));
        }
        assertThat(BrokerColumn.asked(BrokerColumn.atFirst()))
                .as("nothing that takes long")
                .isEmpty();
    }

    @Test
    void nobodyIsChosenUntilALineIsMarked() {
        var table = new BrokersTable(answer(FurtherAnswer.NOTHING), NOBODY);
        UI.getCurrent().add(table);
        assertThat(table.chosen()).isEmpty();
        assertThat(table.first(1)).containsExactly(BEN.key());
        table.select(table.getListDataView().getItem(2));
        assertThat(table.chosen()).hasSize(1).doesNotContain(BEN.key());
    }

    @Test
    void whyIsAskedWithoutAMouseToo() {
        var asked = new ArrayList<ActorId>();
        var table = new BrokersTable(answer(FurtherAnswer.NOTHING), asked::add);
        UI.getCurrent().add(table);
        var why = (Button) test(table).getCellComponent(0, 2);
        assertThat(why.getAriaLabel()).contains("Why T:ben");
        test(why).click();
        assertThat(asked).containsExactly(BEN);
    }

    @Test
    void whoChoosesAColumnSeesItsNumbers() {
        var plain = answer(FurtherAnswer.NOTHING);
        var table = new BrokersTable(plain, NOBODY);
        UI.getCurrent().add(table);
        var first = plain.report().brokers().getFirst();
        assertThat(first.id()).isEqualTo(BEN);
        assertThat(BrokerColumn.CLOSENESS.text(plain, first)).isEqualTo("–");
        var chosen = Set.of(BrokerColumn.CLOSENESS, BrokerColumn.LIAISON);
        assertThat(BrokerColumn.asked(chosen))
                .containsExactlyInAnyOrder(FurtherMeasure.CLOSENESS, FurtherMeasure.ROLES);
        table.show(chosen);
        table.fill(answer(further()));
        assertThat(isShown(table, BrokerColumn.CLOSENESS)).isTrue();
        assertThat(isShown(table, BrokerColumn.BETWEENNESS)).isFalse();
        var cells = test(table);
        assertThat(cells.getCellText(0, 2)).isEqualTo("1.0000");
        assertThat(cells.getCellText(0, 3)).as("between Myanmar and Thailand").isEqualTo("1");
    }

    @Test
    void whoStandsOnOneOriginsWordSeesOnWhose() {
        var source = Key.of("T", "sources", "s1");
        var answer = answer(FurtherAnswer.NOTHING, Map.of(BEN, new OriginJackknife.Fall(1, 1_203, List.of(source))));
        var brokers = answer.report().brokers();
        assertThat(BrokerColumn.FALLS_TO.text(answer, brokers.getFirst())).isEqualTo("to 1203 without T:sources/s1");
        assertThat(BrokerColumn.FALLS_TO.text(answer, brokers.getLast())).isEqualTo("–");
        assertThat(BrokerColumn.FALLS_TO.order(answer, brokers.getFirst()))
                .isGreaterThan(BrokerColumn.FALLS_TO.order(answer, brokers.getLast()));
    }

    @Test
    void everyColumnHasAHeadingAndSaysWhatItMeans() {
        for (BrokerColumn column : BrokerColumn.values()) {
            assertThat(column.heading()).doesNotContain("brokers.", "!");
            assertThat(column.meaning()).doesNotContain("brokers.", "!");
        }
    }

    @Test
    void bridgesAndReachAreSaidInWordsAndNumbers() {
        var panel = new FurtherPanel(answer(FurtherAnswer.NOTHING), null);
        UI.getCurrent().add(panel);
        panel.show(further());
        assertThat(panel.getElement().getTextRecursively())
                .contains("T:ben: 100 % of all others are within 1 step.")
                .contains("Ties that alone hold two parts together")
                .contains("Showing 2 of 2 bridges");
    }
}
