package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who is behind a phone, and which phones are one. */
class HoldingsTest {

    private static final Key ANA = key("ana");
    private static final Key BEN = key("ben");
    private static final Key FIRM = key("firm");
    private static final Set<Key> ACTORS = Set.of(ANA, BEN, FIRM);

    private static Key key(String id) {
        return Key.of("N", id);
    }

    private static Span year(int year) {
        return Span.of(PartialTime.parse(Integer.toString(year), ZoneOffset.UTC));
    }

    private static Holdings<String> holdings(SharedIdentifiers same) {
        return new Holdings<>(same, ACTORS::contains);
    }

    @Test
    void everyoneWhoMayHaveHeldItThenIsBehindIt() {
        var holdings = holdings(SharedIdentifiers.NONE);
        holdings.add(ANA, "uses", key("f1"), year(2014), "l1");
        holdings.add(BEN, "holds", key("f1"), Span.ALWAYS, "l2");
        holdings.add(BEN, "visited", key("f2"), Span.ALWAYS, "l3");
        assertThat(holdings.behind(key("f1"), year(2014))).containsExactly(ANA, BEN);
        assertThat(holdings.behind(key("f1"), year(2015))).containsExactly(BEN);
        assertThat(holdings.behind(key("f1"), Span.ALWAYS)).containsExactly(ANA, BEN);
        assertThat(holdings.behind(key("f2"), Span.ALWAYS)).isEmpty();
        assertThat(holdings.saying(key("f1"))).containsExactly("l1", "l2");
    }

    @Test
    void whoHoldsOneOfANumberHoldsAllOfIt() {
        var same = new SharedIdentifiers(Map.of(key("f1"), List.of("+60"), key("f2"), List.of("+60", "imei")));
        var holdings = holdings(same);
        holdings.add(ANA, "uses", key("f1"), Span.ALWAYS, "l1");
        assertThat(holdings.behind(key("f2"), Span.ALWAYS)).containsExactly(ANA);
        assertThat(holdings.saying(key("f2"))).containsExactly("l1");
    }

    /** f1 and f2 have a number in common, f2 and f3 a handset: that f2's handset was sold does not give f1 to its buyer. */
    @Test
    void sharingWithAThirdDoesNotMakeTwoOne() {
        var same = new SharedIdentifiers(Map.of(
                key("f1"), List.of("+60"),
                key("f2"), List.of("+60", "imei"),
                key("f3"), List.of("imei")));
        assertThat(same.areOne(key("f1"), key("f2"))).isTrue();
        assertThat(same.areOne(key("f2"), key("f3"))).isTrue();
        assertThat(same.areOne(key("f1"), key("f3"))).isFalse();
        assertThat(same.sameThing(key("f2"))).containsExactlyInAnyOrder(key("f1"), key("f2"), key("f3"));
        assertThat(same.first(key("f3"))).isEqualTo(key("f2"));
        var holdings = holdings(same);
        holdings.add(BEN, "uses", key("f3"), Span.ALWAYS, "l1");
        assertThat(holdings.behind(key("f1"), Span.ALWAYS)).isEmpty();
        assertThat(holdings.behind(key("f2"), Span.ALWAYS)).containsExactly(BEN);
    }

    @Test
    void aCompanyActsForItselfWhoeverOwnsIt() {
        var holdings = holdings(SharedIdentifiers.NONE);
        holdings.add(ANA, "owns", FIRM, Span.ALWAYS, "l1");
        holdings.add(ANA, "owns", BEN, Span.ALWAYS, "l2");
        assertThat(holdings.behind(FIRM, Span.ALWAYS)).containsExactly(FIRM);
        assertThat(holdings.behind(BEN, Span.ALWAYS)).containsExactly(BEN);
        assertThat(holdings.saying(FIRM)).isEmpty();
        assertThat(Holdings.actsForItself(EntityKind.ORGANIZATION)).isTrue();
        assertThat(Holdings.actsForItself(EntityKind.VEHICLE)).isFalse();
        assertThat(Holdings.actsForItself(null)).isFalse();
    }

    private record Link(Key holder, String relation, Key thing, Span when) {}

    /** The oracle goes through all links for every question, as the contract's sentence does. */
    @Test
    void behindAreExactlyThoseWhomSomeLinkPutsThere() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            Map<Key, List<String>> identifiers = Map.of(
                    key("f0"), List.of("n" + random.nextInt(3)),
                    key("f1"), List.of("n" + random.nextInt(3), "i" + random.nextInt(2)),
                    key("f2"), List.of("i" + random.nextInt(2)));
            var holdings = holdings(new SharedIdentifiers(identifiers));
            var links = new ArrayList<Link>();
            for (int i = 0; i < 8; i++) {
                var link = new Link(
                        List.of(ANA, BEN, FIRM).get(random.nextInt(3)),
                        List.of("uses", "holds", "owns", "visited", "directs").get(random.nextInt(5)),
                        random.nextInt(6) == 0 ? FIRM : key("f" + random.nextInt(4)),
                        random.nextInt(3) == 0 ? Span.ALWAYS : year(2010 + random.nextInt(3)));
                links.add(link);
                holdings.add(link.holder, link.relation, link.thing, link.when, "any");
            }
            for (Key end : List.of(key("f0"), key("f1"), key("f2"), key("f3"), FIRM, ANA)) {
                var when = random.nextBoolean() ? Span.ALWAYS : year(2010 + random.nextInt(3));
                var expected = new TreeSet<Key>();
                if (ACTORS.contains(end)) {
                    expected.add(end);
                } else {
                    for (Link link : links) {
                        boolean holds = link.relation.equals("uses")
                                || link.relation.equals("holds")
                                || link.relation.equals("owns");
                        boolean one = link.thing.equals(end)
                                || Optional.ofNullable(identifiers.get(end)).orElse(List.of()).stream()
                                        .anyMatch(i -> identifiers
                                                .getOrDefault(link.thing, List.of())
                                                .contains(i));
                        if (holds && one && !ACTORS.contains(link.thing) && link.when.mayOverlap(when)) {
                            expected.add(link.holder);
                        }
                    }
                }
                assertThat(holdings.behind(end, when))
                        .as("behind " + end + " in round " + round)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }
}
