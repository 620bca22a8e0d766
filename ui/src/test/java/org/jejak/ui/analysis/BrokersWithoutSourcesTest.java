package org.jejak.ui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jejak.access.Case;
import org.jejak.access.Cases;
import org.jejak.access.Viewers;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.analysis.brokerage.BrokerRanking;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.investigation.FurtherAnswer;
import org.jejak.investigation.Investigations;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.network.ActorId;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.projection.ActorNetwork;
import org.jejak.projection.Eyes;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.NameBook;
import org.jejak.safeguard.Names;
import org.jejak.ui.evidence.Basket;
import org.jejak.ui.rows.RowsBehind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;

/** A register says that Ana knows Ben, a tip alone that Ben knows Cy. */
class BrokersWithoutSourcesTest extends BrowserlessTest {

    private static final Key TIP = Key.of("T", "sources", "S-14");
    private static final Key NEVER_SEEN = Key.of("T", "sources", "S-99");
    private static final ActorId ANA = ActorId.of("T:ana");
    private static final ActorId BEN = ActorId.of("T:ben");
    private static final ActorId CY = ActorId.of("T:cy");
    private static final Viewer VIEWER = new Viewer("ina", Set.of(Role.INVESTIGATOR), Set.of("C", "D"), Handling.AMBER);

    private final List<Viewer> askedBy = new CopyOnWriteArrayList<>();
    private final List<NetworkQuestion> asked = new CopyOnWriteArrayList<>();
    private final Investigations investigations = mock(this::answer);
    private static final ThreadLocal<BrokersView> PAGE = new ThreadLocal<>();

    /** Stands where the page stands, which needs Spring to be made. */
    public static final class Frame extends Div implements BeforeEnterObserver {

        private static final long serialVersionUID = 1L;

        @Override
        public void beforeEnter(BeforeEnterEvent entering) {
            if (getComponentCount() == 0) {
                add(PAGE.get());
            }
            PAGE.get().beforeEnter(entering);
        }
    }

    private BrokersAnswer answer(InvocationOnMock invoked) {
        Viewer viewer = invoked.getArgument(0);
        NetworkQuestion question = invoked.getArgument(1);
        asked.add(question);
        askedBy.add(viewer);
        var ties = new ArrayList<>(List.of(new Tie(ANA, BEN, TieKind.LINK, Key.of("T", "links", "l1"))));
        if (!question.without().contains(TIP)) {
            ties.add(new Tie(BEN, CY, TieKind.LINK, Key.of("T", "links", "l2")));
        }
        var snapshot = NetworkSnapshot.of(Set.of(ANA, BEN, CY), ties, Fold.SIMPLE);
        var network = new ActorNetwork(question, Eyes.of(viewer), snapshot, Set.of(), Set.of(), Set.of(), 0, 0);
        return new BrokersAnswer(
                network,
                new BrokerRanking(Set.of(), 1, Sureness.USUAL).on(snapshot),
                Map.of(),
                Sureness.USUAL,
                new NameBook(List.of(), page -> Map.of()),
                FurtherAnswer.NOTHING,
                List.of());
    }

    @BeforeEach
    void aPage() {
        Viewers viewers = mock();
        when(viewers.current()).thenReturn(VIEWER);
        Cases cases = mock();
        when(cases.visibleTo(any())).thenReturn(List.of(aCase("C"), aCase("D")));
        Names names = mock();
        when(names.of(any(), any(Collection.class))).thenAnswer(BrokersWithoutSourcesTest::named);
        KeptInvestigations kept = mock();
        Basket basket = mock();
        RowsBehind rows = mock();
        PAGE.set(new BrokersView(viewers, cases, investigations, kept, names, basket, rows));
        var routes = RouteConfiguration.forSessionScope();
        routes.setRoute("brokers", Frame.class);
    }

    private static Case aCase(String ref) {
        return new Case(ref, Optional.empty(), false, Set.of("ina"), Instant.EPOCH);
    }

    @AfterEach
    void nobodyIsThere() {
        PAGE.remove();
    }

    private static Map<Key, Names.Shown> named(InvocationOnMock asked) {
        Viewer viewer = asked.getArgument(0);
        Collection<Key> keys = asked.getArgument(1);
        var seen = new HashMap<Key, Names.Shown>();
        if (keys.contains(TIP) && !viewer.without().contains(TIP)) {
            seen.put(TIP, new Names.Shown(TIP, "A tip by telephone", EntityKind.SOURCE, "tip", false));
        }
        return seen;
    }

    private void shows(String words) throws InterruptedException {
        long end = System.nanoTime() + 15_000_000_000L;
        while (!text().contains(words) && System.nanoTime() < end) {
            Thread.sleep(20);
            MockVaadin.clientRoundtrip();
        }
        assertThat(text()).contains(words);
    }

    private static void open(String query) {
        UI.getCurrent().navigate("brokers", QueryParameters.fromString(query));
    }

    private static String text() {
        return PAGE.get().getElement().getTextRecursively();
    }

    private void press(String label) {
        find(Button.class).all().stream()
                .filter(b -> b.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    @Test
    void aTieThatRestsOnTheSourceAloneGoesAndComesBackWithIt() throws Exception {
        open("case=C&without=T:sources/S-14");
        shows("3 people, 1 ties");
        assertThat(text()).contains("Without A tip by telephone").contains("What this source says is left out");
        assertThat(askedBy).isNotEmpty().allMatch(viewer -> viewer.without().equals(Set.of(TIP)));
        askedBy.clear();
        press("Count what A tip by telephone says again");
        shows("3 people, 2 ties");
        assertThat(text()).doesNotContain("Without A tip", "left out of everything");
        assertThat(address()).isEqualTo("brokers?case=C");
        assertThat(askedBy).isNotEmpty().allMatch(viewer -> viewer.without().isEmpty());
    }

    @Test
    void aSourceThatTheViewerMayNotSeeIsNamedByItsKeyLikeOneThatIsNotThere() throws Exception {
        open("without=T:sources/S-99&without=T:sources/S-14&without=nonsense");
        shows("3 people, 1 ties");
        assertThat(text())
                .contains("Without A tip by telephone")
                .contains("Without " + NEVER_SEEN + " (no source that you may see)")
                .contains("What these sources say is left out")
                .doesNotContain("nonsense");
        press("Count what A tip by telephone says again");
        shows("3 people, 2 ties");
        assertThat(text()).contains("Without " + NEVER_SEEN).doesNotContain("A tip by telephone");
    }

    @Test
    void theWayThereFromASourceSaysWhichCaseAndWhichSource() throws Exception {
        BrokersNavigation.showWithout(UI.getCurrent(), "D", TIP);
        shows("3 people, 1 ties");
        assertThat(text()).contains("Without A tip by telephone");
        assertThat(asked).isNotEmpty().allMatch(question -> question.cases().equals(Set.of("D")));
    }
}
