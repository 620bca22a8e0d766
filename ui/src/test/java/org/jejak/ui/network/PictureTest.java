package org.jejak.ui.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.network.ActorId;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.ValidTime;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two people, who are tied by a link of 2012 to 2013 and have called each other through their phones in 2014 and 2015.
 */
class PictureTest {

    private static final Viewer VIEWER = new Viewer("ina", Set.of(Role.INVESTIGATOR), Set.of("C"), Handling.AMBER);
    private static final Key ANA = new Key("X:ana");
    private static final Key BEN = new Key("X:ben");
    private static final Key LINK = Key.of("X", "links", "l1");
    private static final Key EARLY = Key.of("X", "contacts", "c1");
    private static final Key LATE = Key.of("X", "contacts", "c2");
    private static final ValidTime LINKED = new ValidTime("2012", "2013-06");
    private static final Map<Key, ValidTime> TIMES = Map.of(
            LINK,
            LINKED,
            EARLY,
            new ValidTime("2014-03-01T10:00", "2014-03-01T10:00"),
            LATE,
            new ValidTime("2015-05-01T10:00", "2015-05-01T10:00"));

    private final NetworkReads reads = mock();
    private Standpoint today;

    @BeforeEach
    void twoPeople() {
        when(reads.names(any(), any())).thenAnswer(asked -> {
            var names = new LinkedHashMap<Key, Names.Shown>();
            asked.<Collection<Key>>getArgument(1)
                    .forEach(key -> names.put(key, new Names.Shown(key, key.value(), EntityKind.PERSON, "", false)));
            return names;
        });
        when(reads.between(any(), any()))
                .thenReturn(List.of(
                        new Surroundings.Between(ANA, "SUBJECT", BEN, "OBJECT", LINK, "links", "associate", LINKED)));
        when(reads.times(any(), any())).thenReturn(TIMES);
        var a = new ActorId(ANA);
        var b = new ActorId(BEN);
        var ties = List.of(
                new Tie(a, b, TieKind.LINK, LINK),
                new Tie(a, b, TieKind.CONTACT, EARLY),
                new Tie(a, b, TieKind.CONTACT, LATE));
        when(reads.ties(any(), any(), any())).thenReturn(ties);
        today = new Standpoint(reads, "1", Optional.empty(), Set.of(), Optional.empty(), Set.of(), Optional.empty());
    }

    private Picture between(String first, String last) {
        var sheet = Sheet.BLANK
                .with(List.of(ANA, BEN))
                .between(
                        Optional.of(first).filter(day -> !day.isEmpty()),
                        Optional.of(last).filter(day -> !day.isEmpty()));
        return Picture.of(today, VIEWER, sheet);
    }

    private static List<Key> rows(Picture picture) {
        return picture.lines().values().stream()
                .flatMap(line -> line.rows().stream())
                .toList();
    }

    @Test
    void withoutALimitAllIsDrawnAndNobodyAsksWhenEachRowWas() {
        var picture = between("", "");
        assertThat(rows(picture)).containsExactlyInAnyOrder(LINK, EARLY, LATE);
        assertThat(picture.lines()).hasSize(2);
        verify(reads, never()).times(any(), any());
    }

    @Test
    void ofCallsThroughPhonesOnlyThoseOfTheTimeAreDrawn() {
        var picture = between("2015-01-01", "");
        assertThat(rows(picture)).containsExactly(LATE);
        assertThat(picture.setAside()).isEqualTo(1);
        assertThat(picture.undated()).isZero();
    }

    @Test
    void whatIsSetAsideDoesNotComeBackAsATieOfPeople() {
        var picture = between("", "2011-12-31");
        assertThat(picture.lines()).isEmpty();
        assertThat(picture.setAside()).isEqualTo(2);
    }

    @Test
    void whatLastsIsDrawnForAsLongAsItLasts() {
        assertThat(rows(between("2013-01-01", "2013-12-31"))).containsExactly(LINK);
        assertThat(rows(between("2013-07-01", "2014-12-31"))).containsExactly(EARLY);
    }

    @Test
    void aLineOfSeveralRowsReachesFromTheFirstToTheLast() {
        assertThat(between("2014-01-01", "2015-12-31").lines().values())
                .extracting(line -> line.time().toString())
                .containsExactly("2014-03-01T10:00 – 2015-05-01T10:00");
    }

    @Test
    void whatIsNotThereIsNotSaidToBeHiddenByItsKind() {
        doReturn(Map.of(ANA, new Names.Shown(ANA, "Ana", EntityKind.PERSON, "", false)))
                .when(reads)
                .names(any(), any());
        var picture = between("", "");
        assertThat(picture.gone()).isEqualTo(1);
        assertThat(picture.hidden()).isZero();
        var hiding = Picture.of(today, VIEWER, picture.sheet().hiding(Set.of(EntityKind.PERSON)));
        assertThat(hiding.gone()).isEqualTo(1);
        assertThat(hiding.hidden()).isEqualTo(1);
    }

    @Test
    void aRowOfWhichNobodyKnowsWhenStaysAndIsCounted() {
        when(reads.times(any(), any())).thenReturn(Map.of());
        var picture = between("", "2011-12-31");
        assertThat(rows(picture)).containsExactlyInAnyOrder(EARLY, LATE);
        assertThat(picture.undated()).isEqualTo(1);
        assertThat(picture.setAside()).isEqualTo(1);
    }
}
