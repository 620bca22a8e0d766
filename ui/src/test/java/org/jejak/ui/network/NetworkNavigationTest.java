package org.jejak.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class NetworkNavigationTest {

    private static final Sheet TWO = Sheet.BLANK.with(List.of(new Key("X:ana"), new Key("X:ben")));

    @Test
    void anAddressHoldsTheDrawingWithEachOfItsConditions() {
        for (Sheet sheet : List.of(
                TWO,
                TWO.hiding(Set.of(EntityKind.PHONE, EntityKind.ACCOUNT)),
                TWO.between(Optional.of("2014-01-01"), Optional.empty()),
                TWO.between(Optional.empty(), Optional.of("2014-12-31")),
                TWO.asKnown(Optional.of("2015-06-01")),
                TWO.leavingOut(Set.of(new Key("X:sources/tip"))),
                TWO.tyingPeople(false))) {
            var address = NetworkNavigation.parameters(sheet, "unused").getQueryString();
            assertThat(NetworkNavigation.sheet(QueryParameters.fromString(address)))
                    .as(address)
                    .isEqualTo(sheet);
        }
    }

    @Test
    void aDrawingOfMoreThingsThanAnAddressHoldsIsNamedAsTheSessionKnowsIt() {
        var many = Sheet.BLANK.with(
                IntStream.range(0, 61).mapToObj(i -> new Key("X:" + i)).toList());
        assertThat(NetworkNavigation.parameters(many, "ab12").getQueryString()).isEqualTo("drawing=ab12");
        assertThat(NetworkNavigation.parameters(Sheet.BLANK, "ab12").getQueryString())
                .isEmpty();
    }

    @Test
    void theSourcesThatAreLeftOutStayThoughNothingIsDrawn() {
        var nothing = Sheet.BLANK.leavingOut(Set.of(new Key("X:sources/tip")));
        assertThat(NetworkNavigation.sheet(NetworkNavigation.parameters(nothing, "unused")))
                .isEqualTo(nothing);
    }

    @Test
    void whatAnAddressSaysThatNobodyUnderstandsIsPassedOver() {
        var sheet = NetworkNavigation.sheet(QueryParameters.fromString(
                "show=X:ana&show=nonsense&show=X:&hide=elephants&from=yesterday&until=2014-02-30&known=2015"));
        assertThat(sheet).isEqualTo(Sheet.BLANK.with(List.of(new Key("X:ana"))));
        assertThat(NetworkNavigation.sheet(QueryParameters.fromString("from=2014-01-01")))
                .isEqualTo(Sheet.BLANK);
    }
}
