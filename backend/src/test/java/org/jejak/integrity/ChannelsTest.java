package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.integrity.Posts.key;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.Span;
import org.junit.jupiter.api.Test;

/** The traps each channel must answer, one small world each. */
class ChannelsTest {

    private static final ZoneId ZONE = Posts.ZONE;

    @Test
    void overnightShiftHoldsTheSmallHours() {
        var roster = roster();
        assertThat(roster.cellAt(second("2014-03-04T01:00"))).isEqualTo(roster.cellAt(second("2014-03-03T22:00")));
        assertThat(roster.cellAt(second("2014-03-04T06:00"))).isEqualTo(-1);
        assertThat(roster.planned(key("ana")).covers(second("2014-03-04T01:00")))
                .isTrue();
        assertThat(roster.planned(key("ana")).covers(second("2014-03-04T06:00")))
                .isFalse();
    }

    @Test
    void weeksBeginOnMondayAndOnlyKnownOnesCount() {
        assertThat(Roster.monday(Roster.week(LocalDate.of(2014, 3, 9)))).isEqualTo(LocalDate.of(2014, 3, 3));
        assertThat(Roster.monday(Roster.week(LocalDate.of(1969, 12, 31)))).isEqualTo(LocalDate.of(1969, 12, 29));
    }

    @Test
    void vehicleThatOnlyThePostItselfTiesToTheNetworkDoesNotCountThere() {
        var posts = onePost();
        posts.links.clear();
        posts.links.add(new OfficialsCase.Link(
                posts.basis("links", "gate0", "gate_log", "post 0"), key("n0"), "uses", key("car0"), Span.ALWAYS));
        assertThat(passages(posts)).isEmpty();
    }

    @Test
    void passageByWhichTheVehicleBecameKnownIsLeftOut() {
        var posts = onePost();
        int before = passages(posts).get(0).n();
        posts.passages.replaceAll(p ->
                new OfficialsCase.Passage(p.basis(), p.subject(), p.place(), p.time(), p.outcome(), p.officer(), true));
        assertThat(before).isPositive();
        assertThat(passages(posts)).isEmpty();
    }

    @Test
    void victimsAndTheCoercedAreNoPartOfTheNetworkNorIsAnOfficialOfTheirOwn() {
        var posts = onePost();
        posts.roles.add(role(posts, "eve", "guard", true));
        posts.roles.add(role(posts, "vic", "recruiter", false));
        posts.victims.add(key("vic"));
        posts.roles.add(role(posts, "p00_1", "suspect", false));
        var view = new CaseView(posts.world());
        assertThat(view.network().hasPerson(key("eve"))).isFalse();
        assertThat(view.network().hasPerson(key("vic"))).isFalse();
        assertThat(view.network().hasPerson(key("p00_1"))).isTrue();
        assertThat(view.networkFor(key("p00_1"), Set.of()).hasPerson(key("p00_1")))
                .isFalse();
        assertThat(view.networkFor(key("p00_1"), Set.of()).hasPerson(key("n0"))).isTrue();
    }

    @Test
    void contactThatADutyExplainsIsShownAndNotCounted() {
        var posts = onePost();
        var day = LocalDate.of(2013, 5, 6);
        posts.contacts.clear();
        posts.contact(key("p00_2"), key("n3"), day);
        posts.contact(key("p00_2"), key("n3"), day.plusDays(3));
        posts.duties.add(new OfficialsCase.Duty(
                posts.basis("duties", "book", "patrol_log", "case book"),
                key("p00_2"),
                "interview",
                List.of(key("n3")),
                new Span(
                        day.atStartOfDay(ZONE).toInstant(),
                        day.plusDays(1).atStartOfDay(ZONE).toInstant())));
        var touches = new CaseView(posts.world()).contacts().of(key("p00_2"));
        assertThat(touches).hasSize(2);
        assertThat(touches).filteredOn(NetworkContacts.Touch::explained).hasSize(1);
    }

    /** f1 and f2 have a number in common, f2 and f3 a handset. */
    @Test
    void aPhoneOfTheNetworkIsKnownByWhateverCarriesItsIdentifierAndIsCountedOnce() {
        var posts = onePost();
        posts.same = new SharedIdentifiers(Map.of(
                key("f1"), List.of("+60"),
                key("f2"), List.of("+60", "imei"),
                key("f3"), List.of("imei")));
        List.of("f1", "f2", "f3").forEach(f -> posts.kinds.put(key(f), EntityKind.PHONE));
        link(posts, "n3", "uses", "f3");
        var view = new CaseView(posts.world());
        assertThat(view.network().hasEver(key("f2"))).isTrue();
        assertThat(view.network().hasEver(key("f1"))).isFalse();
        assertThat(view.network().of(EntityKind.PHONE)).containsExactly(key("f2"));
        assertThat(view.holders().of(key("f2"), Span.ALWAYS)).containsExactly(key("n3"));
    }

    @Test
    void contactReadFromTheOfficialsOwnPhoneIsLeftOut() {
        var posts = onePost();
        posts.contacts.clear();
        for (int i = 0; i < 5; i++) {
            posts.contact(key("p00_2"), key("n" + i), LocalDate.of(2013, 5, 6 + i));
        }
        assertThat(new CaseView(posts.world()).contacts().of(key("p00_2"))).isEmpty();
        posts.contact(key("p00_3"), key("n1"), LocalDate.of(2013, 7, 1));
        assertThat(new CaseView(posts.world()).contacts().of(key("p00_2"))).hasSize(5);
    }

    @Test
    void moneyIsFollowedInTimeThroughAssociatesAndCompaniesToTheFamily() {
        var posts = onePost();
        person(posts, "wife");
        person(posts, "friend");
        posts.kinds.put(key("firm"), EntityKind.ORGANIZATION);
        link(posts, "p00_4", "family", "wife");
        link(posts, "p00_4", "associate", "friend");
        pay(posts, "n1", "firm", "2013-02-01T10:00");
        pay(posts, "firm", "friend", "2013-02-03T10:00");
        pay(posts, "friend", "wife", "2013-02-05T10:00");
        var documents = money(posts, "p00_4");
        assertThat(documents).hasSize(1);
        assertThat(documents.get(0).text()).contains("through T:firm, through T:friend to T:wife of the household");
        assertThat(money(posts, "p00_5")).isEmpty();

        posts.payments.remove(2);
        pay(posts, "friend", "wife", "2013-02-02T10:00");
        assertThat(money(posts, "p00_4")).as("paid on before it came in").isEmpty();
        posts.payments.remove(2);
        pay(posts, "friend", "wife", "2013-09-02T10:00");
        assertThat(money(posts, "p00_4")).as("half a year later").isEmpty();
    }

    @Test
    void documentsNeverFlagAndEveryOfficialIsInExactlyOneList() {
        var posts = onePost();
        posts.activeShifts = 1;
        pay(posts, "n1", "p00_4", "2013-02-01T10:00");
        posts.passages.clear();
        var report = IntegrityRun.usual().on(posts.world());
        assertThat(report.tested()).isZero();
        assertThat(report.flagged()).isZero();
        assertThat(report.officials()).singleElement().satisfies(o -> {
            assertThat(o.id()).isEqualTo("T:p00_4");
            assertThat(o.q()).isNull();
            assertThat(o.state()).isNull();
            assertThat(o.channels().get(0).kind()).isEqualTo("document");
        });
        var everybody = new HashSet<>(report.notEnoughData());
        assertThat(everybody).hasSize(8).doesNotContain("T:p00_4");
    }

    @Test
    void fixedRosterIsNotEnoughDataAndNeverClean() {
        var posts = onePost();
        var shifts = List.copyOf(posts.shifts);
        posts.shifts.clear();
        shifts.stream().filter(s -> s.official().equals(key("p00_0"))).limit(1).forEach(s -> {
            for (int day = 0; day < 7 * 48; day++) {
                var start = Posts.start(day * 3);
                posts.shifts.add(new OfficialsCase.Shift(
                        s.basis(), s.official(), s.place(), start, start.plusSeconds(8 * 3600), true, ZONE));
            }
        });
        assertThat(passages(posts)).allSatisfy(t -> assertThat(t.isTestable()).isFalse());
        assertThat(IntegrityRun.usual().on(posts.world()).notEnoughData()).contains("T:p00_0");
    }

    @Test
    void sameCaseGivesTheSameReport() {
        var posts = onePost();
        assertThat(IntegrityRun.usual().on(posts.world()))
                .isEqualTo(IntegrityRun.usual().on(posts.world()));
    }

    private static Posts onePost() {
        var posts = new Posts(17);
        posts.posts = 1;
        return posts.fill(0);
    }

    private static List<Findings.Test> passages(Posts posts) {
        return IntegrityRun.usual()
                .channels()
                .get(0)
                .about(o -> true, new CaseView(posts.world()))
                .tests();
    }

    private static List<Findings.Document> money(Posts posts, String official) {
        return IntegrityRun.usual()
                .channels()
                .get(2)
                .about(key(official)::equals, new CaseView(posts.world()))
                .documents();
    }

    private static OfficialsCase.RoleOf role(Posts posts, String person, String role, boolean coerced) {
        person(posts, person);
        return new OfficialsCase.RoleOf(posts.basis("roles", "court", "court", "court"), key(person), role, coerced);
    }

    private static void person(Posts posts, String person) {
        posts.kinds.put(key(person), EntityKind.PERSON);
    }

    private static void link(Posts posts, String subject, String relation, String object) {
        posts.links.add(new OfficialsCase.Link(
                posts.basis("links", "register", "registry", "civil register"),
                key(subject),
                relation,
                key(object),
                Span.ALWAYS));
    }

    private static void pay(Posts posts, String payer, String payee, String time) {
        var at = LocalDateTime.parse(time).atZone(ZONE).toInstant();
        posts.payments.add(new OfficialsCase.Payment(
                posts.basis("payments", "bank", "bank_record", "bank"),
                key(payer),
                key(payee),
                new BigDecimal("100"),
                "MYR",
                at,
                at.plusSeconds(60),
                time));
    }

    private static Roster roster() {
        var posts = new Posts(1);
        var start = LocalDateTime.parse("2014-03-03T22:00").atZone(ZONE).toInstant();
        return new Roster(List.of(new OfficialsCase.Shift(
                posts.basis("shifts", "roster", "roster", "agency"),
                key("ana"),
                new Key("T:gate"),
                start,
                start.plusSeconds(8 * 3600),
                true,
                ZONE)));
    }

    private static long second(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toEpochSecond();
    }
}
