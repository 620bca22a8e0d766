package org.jejak.ui.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.analysis.brokerage.BrokerRanking;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.investigation.FurtherAnswer;
import org.jejak.network.ActorId;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.projection.ActorNetwork;
import org.jejak.projection.Eyes;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.NameBook;
import org.junit.jupiter.api.Test;

/** Six thousand around one: a ranking of many is read, logged and sent by what somebody looks at. */
class LargeRankingTest extends BrowserlessTest {

    private static final int SIZE = 6_000;

    private final Set<Key> read = new HashSet<>();
    private final BrokersAnswer answer = answer();

    private BrokersAnswer answer() {
        var actors = new ArrayList<ActorId>();
        var ties = new ArrayList<Tie>();
        for (int i = 0; i < SIZE; i++) {
            actors.add(ActorId.of("T:n%04d".formatted(i)));
            if (i > 0) {
                ties.add(new Tie(actors.getFirst(), actors.get(i), TieKind.LINK, Key.of("T", "links", "l" + i)));
            }
        }
        var star = NetworkSnapshot.of(actors, ties, Fold.SIMPLE);
        var sureness = Sureness.USUAL.depth(Depth.MEASURES);
        var report = new BrokerRanking(Set.of(), 1, sureness).on(star);
        var network = new ActorNetwork(
                NetworkQuestion.of(Set.of("C")),
                new Eyes(Set.of("C"), Handling.AMBER),
                star,
                Set.of(),
                Set.of(),
                Set.of(),
                0,
                0);
        var names =
                new NameBook(report.brokers().stream().map(b -> b.id().key()).toList(), page -> {
                    read.addAll(page);
                    return Map.of();
                });
        return new BrokersAnswer(network, report, Map.of(), sureness, names, FurtherAnswer.NOTHING, List.of());
    }

    @Test
    void theMarksBeyondDegreeAreOfTheFirstAndThatIsSaid() {
        var panel = new BeyondDegreePanel(answer);
        UI.getCurrent().add(panel);
        assertThat(read).hasSize(2_000);
        assertThat(find(Paragraph.class, panel).all())
                .extracting(Paragraph::getText)
                .contains("The first 2,000 of 6,000 in the ranking are drawn.");
    }

    @Test
    void nameOfACommunityIsReadWhenItIsSpokenOf() {
        var communities = new CommunityNames(answer);
        assertThat(read).isEmpty();
        var first = answer.report().brokers().getFirst();
        assertThat(communities.of(first.community())).isEqualTo(first.community() + " (" + first.id() + ")");
        assertThat(read).contains(first.id().key()).hasSize(500);
    }

    @Test
    void aTableOfManyIsNeitherSortedByNameNorChosenWhole() {
        var table = new BrokersTable(answer, asked -> {});
        UI.getCurrent().add(table);
        assertThat(((GridMultiSelectionModel<Broker>) table.getSelectionModel()).getSelectAllCheckboxVisibility())
                .isEqualTo(SelectAllCheckboxVisibility.HIDDEN);
        assertThat(table.getColumns().stream().filter(c -> c.isFrozen())).noneMatch(c -> c.isSortable());
    }
}
