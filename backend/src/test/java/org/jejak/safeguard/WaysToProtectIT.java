package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Ways.Way;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All ways to name somebody, and whether each protects them as the contract says: in the case, and in another. */
@TestInstance(Lifecycle.PER_CLASS)
class WaysToProtectIT {

    private static final Viewer HERE = TestLoads.investigator("ana", Handling.GREEN, "CASE-1");
    private static final Viewer ELSEWHERE = TestLoads.investigator("eve", Handling.RED, "CASE-2");
    private static final Viewer ZARA = new Viewer("zara", Set.of(Role.values()), Set.of("CASE-1"), Handling.RED);

    private static final String CLEARED =
            "screenings person=$ date=2018-05-01 instrument=X status=not~trafficked deciding~body=Panel consent=given";

    private final Ways ways = new Ways();
    private Protection.Guarded here;
    private Protection.Guarded elsewhere;
    private Protection protection;

    private static Bundles on(int day, String caseRef) {
        return Bundles.bundle()
                .with("handling", "TLP:AMBER")
                .with("case", caseRef)
                .delivered("2020-01-0" + day + "T00:00:00Z");
    }

    @BeforeAll
    void load(@TempDir Path folder) {
        roles();
        exploitation();
        screenings();
        careAndOrders();
        statesOfThePerson();
        ages();
        placesAndJourneys();
        papersAndDebts();
        otherRecords();
        whatHappensToRows();
        var loads = TestLoads.onEmptyStore();
        loads.load(common(on(1, "CASE-1")));
        loads.load(ways.into(on(1, "CASE-1").with("sequence", "1"), "first:"));
        loads.load(ZARA, ways.into(on(2, "CASE-1"), "zara:").in(loads.folder()));
        loads.load(ways.into(on(2, "CASE-2"), "elsewhere:"));
        loads.load(ways.into(on(3, "CASE-1"), "later:"));
        loads.load(ways.into(on(4, "CASE-1"), "latest:"));
        protection = TestDoors.on(loads, folder).protection();
        here = protection.guarded(HERE);
        elsewhere = protection.guarded(ELSEWHERE);
    }

    private static Bundles common(Bundles bundle) {
        return bundle.file("sources", "id,kind", "s1,registry", "s2,tip", "s3,tip")
                .file(
                        "organizations",
                        "id,name,kind,source",
                        "police,River Police,agency,s1",
                        "panel,Panel,agency,s1",
                        "firm,Plantation Ltd,employer,s1",
                        "ngo,Open Door,ngo,s1")
                .file(
                        "places",
                        "id,name,kind,source",
                        "camp,A,camp,s1",
                        "grave,B,grave_site,s1",
                        "house,C,holding_house,s1",
                        "compound,D,scam_compound,s1",
                        "centre,E,detention_centre,s1",
                        "station,F,police_station,s1",
                        "factory,G,factory,s1",
                        "jetty,H,jetty,s1",
                        "shelter,I,shelter,s1",
                        "home,J,home,s1",
                        "doubted,K,factory,s1")
                .file(
                        "raids",
                        "id,place,time,unit,source",
                        "raid,factory,2018-01-01,River,s1",
                        "mute,factory,2018,,s1");
    }

    private void roles() {
        for (String role : List.of("victim", "survivor", "witness")) {
            ways.protects("a " + role, "roles person=$ role=" + role);
        }
        ways.protectsHereOnly("an informant", "roles person=$ role=informant");
        for (String role : List.of(
                "suspect",
                "recruiter",
                "transporter",
                "guard",
                "organiser",
                "financier",
                "document~forger",
                "broker",
                "employer",
                "official",
                "relative",
                "other")) {
            ways.protectsNobody("a person with the role " + role, "roles person=$ role=" + role);
            ways.protects("one forced to be " + role, "roles person=$ role=" + role + " coerced=true");
        }
        ways.protects("a victim who also recruited", "roles person=$ role=victim", "roles person=$ role=recruiter");
        ways.protectsHereOnly(
                "a witness who is a guard in this case", "roles person=$ role=witness", "roles person=$ role=guard");
        ways.protectsHereOnly(
                "a witness who is a guard in another case",
                "roles person=$ role=witness",
                "elsewhere: roles person=$ role=guard");
        ways.protects(
                "a witness who was forced to be a guard",
                "roles person=$ role=witness",
                "roles person=$ role=guard coerced=true");
        ways.protectsHereOnly(
                "an informant who is a broker", "roles person=$ role=informant", "roles person=$ role=broker");
        ways.protectsNobody("a recruiter whom nobody forced", "roles person=$ role=recruiter coerced=false");
        ways.protects("a victim of long ago", "roles person=$ role=victim from=1999");
        ways.protects("a victim in another case only", "elsewhere: roles person=$ role=victim");
        ways.protects(
                "an official who is a witness", "officials person=$ agency=police", "roles person=$ role=witness");
    }

    private void exploitation() {
        ways.protects("one who is exploited", "exploitations victim=$");
        ways.protects("one exploited who is a suspect too", "exploitations victim=$", "roles person=$ role=organiser");
        ways.protectsNobody("an exploiter", "exploitations victim=$2 exploiter=$");
        ways.protects("the object of a link exploits", "links subject=$2 relation=exploits object=$");
        ways.protectsNobody("the subject of a link exploits", "links subject=$ relation=exploits object=$2");
        ways.protects("one assisted as a victim", "outcomes kind=victim~assisted count=2 persons=$|$2");
        ways.protectsNobody("one identified as a suspect", "outcomes kind=suspect~identified count=1 persons=$");
    }

    private void screenings() {
        String screening = "screenings person=$ date=2018-03-01 instrument=X";
        for (String status : List.of("possible", "actual", "pending")) {
            ways.protects("one screened as " + status, screening + " status=" + status);
        }
        ways.protects("one screened without an answer", screening);
        ways.protects("one screened who is an official", screening, "officials person=$ agency=police");
        ways.protectsNobody("one found not trafficked by a panel with consent", CLEARED);
        ways.protectsNobody("one screened as possible and cleared since", screening + " status=possible", CLEARED);
        ways.protects(
                "one cleared and screened as possible again",
                CLEARED,
                "screenings person=$ date=2018-06-01 instrument=X status=possible");
        ways.protects(
                "one screened as possible in the year of the clearing, nobody knows when",
                CLEARED,
                "screenings person=$ date=2018 instrument=X status=possible");
        ways.protects("one found not trafficked by nobody", screening + " status=not~trafficked consent=given");
        for (String consent : List.of("refused", "withdrawn", "not~asked")) {
            ways.protects(
                    "one found not trafficked with consent " + consent,
                    screening + " status=not~trafficked deciding~body=Panel consent=" + consent);
        }
        ways.protects(
                "one found not trafficked without a word of consent",
                screening + " status=not~trafficked deciding~body=Panel");
        ways.protects(
                "one found not trafficked by the unit that raided",
                screening + " raid=raid status=not~trafficked deciding~body=The_RIVER_unit consent=given");
        ways.protects(
                "one found not trafficked by the unit that raided, as another screening says",
                screening + " raid=raid status=possible",
                CLEARED.replace("Panel", "River"));
        ways.protects("one found not trafficked after a raid of nobody knows whom", CLEARED + " raid=mute");
        ways.protects(
                "one found not trafficked by the agency that holds",
                "officials person=$2 agency=police",
                "custody person=$ place=centre in=2018-01-01 authorised~by=$2",
                CLEARED.replace("Panel", "river-police"));
        ways.protects(
                "one found not trafficked while nobody knows who holds",
                "custody person=$ place=centre in=2018-01-01",
                CLEARED);
        ways.protectsNobody(
                "one held by the police and found not trafficked by a panel",
                "officials person=$2 agency=police",
                "custody person=$ place=centre in=2018-01-01 authorised~by=$2",
                CLEARED);
        ways.protectsNobody(
                "one held after a raid and found not trafficked by a panel",
                "custody person=$ place=station in=2018-01-01 raid=raid",
                CLEARED);
        ways.protects(
                "one held again after the finding",
                "custody person=$ place=station in=2018-01-01 raid=raid",
                "custody person=$ place=station in=2019-01-01 raid=raid",
                CLEARED);
        ways.protects(
                "one whose clearing was retracted",
                CLEARED + " id=c$",
                "later: withdrawals file=screenings row=c$ reason=retracted");
        ways.protectsNobody(
                "one whose clearing was an error",
                CLEARED + " id=c$",
                "later: withdrawals file=screenings row=c$ reason=error");
        ways.protects("one cleared who is a victim", CLEARED, "roles person=$ role=victim");
        ways.protects("one cleared who was referred", CLEARED, "referrals person=$ to=ngo kind=legal");
        ways.protects("one cleared who was moved", CLEARED, "movements origin=jetty destination=camp persons=$");
    }

    private void careAndOrders() {
        ways.protects("one referred to help", "referrals person=$ to=ngo kind=shelter");
        for (String need : List.of("asylum~seeker", "refugee", "stateless", "fears~return", "unaccompanied~child")) {
            ways.protects("one in need as " + need, "protection~needs person=$ kind=" + need);
        }
        ways.protects("one under interim protection", "orders person=$ kind=interim~protection from=2019");
        ways.protects("one under protection", "orders person=$ kind=protection from=2019 to=2019-06");
        ways.protectsNobody("one to be removed", "orders person=$ kind=removal from=2019");
        ways.protectsNobody("one who gave consent", "consents person=$ purpose=police answer=given date=2019");
    }

    private void statesOfThePerson() {
        ways.protects("human remains", "persons id=$ remains=true");
        ways.protectsNobody("one who is no remains", "persons id=$ remains=false");
        ways.protects("one who is missing", "persons id=$ missing~since=2014-03");
        ways.protectsNobody("one who died", "persons id=$ died=2014-03");
        ways.protects("remains by a statement", "statements entity=$ property=remains value=true");
        ways.protectsNobody(
                "remains that a statement denies", "statements entity=$ property=remains value=true contradicts=true");
        ways.protects("one missing by a statement", "statements entity=$ property=missing~since value=2014");
        ways.protects(
                "remains although another statement denies it",
                "persons id=$ remains=true",
                "statements entity=$ property=remains value=true contradicts=true");
    }

    private void ages() {
        ways.protects("a child by birth", "persons id=$ birth~date=2010-02-03");
        ways.protects("a child by the year", "persons id=$ birth~date=2003");
        ways.protectsNobody("one grown up by delivery", "persons id=$ birth~date=2001-12-31");
        ways.protects(
                "one who was a child when last named",
                "persons id=$ birth~date=1990-05-05",
                "roles person=$ role=relative from=2008-05-04");
        ways.protectsNobody(
                "one who came of age on the day when last named",
                "persons id=$ birth~date=1990-05-05",
                "roles person=$ role=relative from=2008-05-05");
        ways.protects(
                "a child named until an open end",
                "persons id=$ birth~date=1990-05-05",
                "roles person=$ role=relative from=2000 to=open");
        ways.protects(
                "one named in the year of coming of age",
                "persons id=$ birth~date=1990-05-05",
                "links subject=$ relation=family object=$2 from=2008");
        ways.protects(
                "a child whose nationality was stated while a child",
                "persons id=$ birth~date=1990",
                "statements entity=$ property=nationality value=MM recorded=2000");
        ways.protectsNobody(
                "one whose nationality was stated since",
                "persons id=$ birth~date=1990",
                "roles person=$ role=relative from=2000",
                "statements entity=$ property=nationality value=MM recorded=2010");
        ways.protects(
                "a child whose birth was written down late",
                "persons id=$ birth~date=1990",
                "roles person=$ role=relative from=2000",
                "statements entity=$ property=birth~date value=1991 recorded=2015",
                "documents kind=birth~certificate holder=$ issued=2015");
        ways.protects("one who died a child", "persons id=$ birth~date=1990 died=2001-01-01");
        ways.protectsNobody("one who died grown up", "persons id=$ birth~date=1990 died=2009");
        ways.protects("one of fifteen at most", "persons id=$ age~to=15");
        ways.protectsNobody("one of eighteen at most", "persons id=$ age~from=15 age~to=18");
        ways.protects("one thought a child", "persons id=$ thought~child=true");
        ways.protectsNobody("one not thought a child", "persons id=$ thought~child=false");
        ways.protects("a child by a statement", "statements entity=$ property=birth~date value=2009");
        ways.protectsNobody(
                "a child whom a statement denies",
                "statements entity=$ property=birth~date value=2009 contradicts=true");
        ways.protects("one thought a child by a statement", "statements entity=$ property=thought~child value=true");
        ways.protects("a child suspected", "persons id=$ birth~date=2009", "roles person=$ role=suspect");
        ways.protects("a child who guards", "persons id=$ birth~date=2009", "roles person=$ role=guard");
        ways.protectsNobody(
                "an official however young", "persons id=$ birth~date=2009", "officials person=$ agency=police");
        ways.protects(
                "a child with a passport for years to come",
                "persons id=$ birth~date=2009",
                "documents kind=passport holder=$ issued=2019 expires=2029");
    }

    private void placesAndJourneys() {
        for (String place : List.of("camp", "house", "compound", "centre")) {
            ways.protects("one held in a " + place, "custody person=$ place=" + place + " in=2019");
        }
        for (String place : List.of("station", "factory", "jetty", "shelter")) {
            ways.protectsNobody("one held in a " + place, "custody person=$ place=" + place + " in=2019");
            ways.protects(
                    "one held in a " + place + " by a raid", "custody person=$ place=" + place + " in=2019 raid=raid");
        }
        for (String relation : List.of("located~at", "lives~at")) {
            for (String place : List.of("camp", "house", "compound")) {
                ways.protects(
                        "one who " + relation + " a " + place,
                        "links subject=$ relation=" + relation + " object=" + place);
            }
            for (String place : List.of("centre", "station", "factory", "shelter", "home", "grave")) {
                ways.protectsNobody(
                        "one who " + relation + " a " + place,
                        "links subject=$ relation=" + relation + " object=" + place);
            }
        }
        ways.protectsNobody("one who visited a camp", "links subject=$ relation=visited object=camp");
        ways.protects(
                "one at a factory that a statement calls a compound",
                "statements entity=doubted property=kind value=scam~compound",
                "links subject=$ relation=located~at object=doubted");
        ways.protects(
                "a suspect held by a raid",
                "custody person=$ place=station in=2019 raid=raid",
                "roles person=$ role=suspect");
        for (String role : List.of("guard", "official", "recruiter")) {
            ways.protectsNobody(
                    "a " + role + " held by a raid",
                    "custody person=$ place=station in=2019 raid=raid",
                    "roles person=$ role=" + role);
            ways.protectsNobody(
                    "a " + role + " at a camp",
                    "links subject=$ relation=located~at object=camp",
                    "roles person=$ role=" + role);
        }
        ways.protects(
                "one forced to guard at a camp",
                "links subject=$ relation=located~at object=camp",
                "roles person=$ role=guard coerced=true");
        ways.protectsNobody(
                "an official at a camp",
                "links subject=$ relation=located~at object=camp",
                "officials person=$ agency=police");
        ways.protects("one on a journey", "movements origin=jetty destination=factory persons=$2|$");
        ways.protectsNobody(
                "a suspect on a journey",
                "movements origin=jetty destination=factory persons=$",
                "elsewhere: roles person=$ role=suspect");
        ways.protectsNobody(
                "an official on a boat",
                "movements origin=jetty destination=factory persons=$",
                "officials person=$ agency=police");
    }

    private void papersAndDebts() {
        ways.protects("the holder of a refugee's card", "documents kind=unhcr~card holder=$");
        ways.protectsNobody(
                "a suspect with a refugee's card", "documents kind=unhcr~card holder=$", "roles person=$ role=suspect");
        ways.protectsNobody(
                "one whose passport is retained",
                "documents kind=passport number=Z$ country=MM holder=$ status=retained retained~by=$2");
        ways.protectsNobody(
                "one who retains papers", "documents kind=passport number=Y$ holder=$2 status=retained retained~by=$");
        ways.protects("a worker whose papers are retained", "employments worker=$ employer=firm papers~retained=true");
        ways.protectsNobody("a worker with their papers", "employments worker=$ employer=firm papers~retained=false");
        ways.protects("a worker in debt", "employments worker=$ employer=firm debt=0.5");
        ways.protectsNobody("a worker without debt", "employments worker=$ employer=firm debt=0 fee=900");
        ways.protectsNobody(
                "a suspect in debt", "employments worker=$ employer=firm debt=500", "roles person=$ role=suspect");
        String paper = "documents kind=passport country=MM number=P$ holder=";
        ways.protectsHereOnly(
                "one with the passport number of a victim", "roles person=$2 role=victim", paper + "$", paper + "$2");
        for (String status : List.of("forged", "borrowed")) {
            ways.protectsNobody(
                    "one with a " + status + " passport of a victim's number",
                    "roles person=$2 role=victim",
                    paper + "$ status=" + status,
                    paper + "$2 status=genuine");
        }
        ways.protectsNobody(
                "one with a victim's passport number of another country",
                "roles person=$2 role=victim",
                paper.replace("MM", "TH") + "$",
                paper + "$2");
    }

    private void otherRecords() {
        String same = "judgements a=$ b=$2 verdict=same date=2019-01-01";
        ways.protectsNobody("one whom one user calls the same as a victim", "roles person=$2 role=victim", same);
        ways.protectsHereOnly(
                "one whom two users call the same as a victim", "roles person=$2 role=victim", same, "zara: " + same);
        ways.protectsNobody(
                "one whom two users call the same and one different since",
                "roles person=$2 role=victim",
                same,
                "zara: " + same,
                "zara: judgements a=$2 b=$ verdict=different date=2019-02-01");
        ways.protectsHereOnly(
                "one whom two users call the same and one is undecided since",
                "roles person=$2 role=victim",
                same,
                "zara: " + same,
                "later: judgements a=$2 b=$ verdict=undecided date=2019-02-01");
        ways.protectsNobody(
                "one whom one user twice calls the same as a victim",
                "roles person=$2 role=victim",
                same,
                "later: " + same);
        ways.protectsNobody(
                "family of a victim", "roles person=$2 role=victim", "links subject=$ relation=family object=$2");
        ways.protectsNobody(
                "one interviewed by an official",
                "officials person=$2 agency=police",
                "duties official=$2 kind=interview subjects=$ time=2019");
        ways.protectsNobody("one who paid a ransom", "payments payer=$ payee=$2 amount=5 currency=MYR reason=ransom");
        ways.protectsNobody("one who called", "contacts a=$ b=$2 time=2019");
        ways.protectsNobody("one who crossed a border", "passages subject=$ place=jetty time=2019 outcome=stopped");
        ways.protectsNobody(
                "one looked up", "officials person=$2 agency=police", "lookups official=$2 subject=$ time=2019");
        ways.protectsNobody("one accused", "proceedings accused=$ stage=trial");
    }

    private void whatHappensToRows() {
        String role = "roles id=r$ person=$ role=victim";
        ways.protectsNobody("a victim until a later version", role, "later: roles id=r$ person=$ role=other");
        ways.protects("a victim by a later version", "roles id=r$ person=$ role=other", "later: " + role);
        ways.protectsNobody("a victim in a row that waits", "roles person=$ role=victim source=s-unheard");
        for (String reason : List.of("retracted", "consent~withdrawn", "court~order")) {
            ways.protects(
                    "a victim in a row withdrawn for " + reason,
                    role,
                    "later: withdrawals file=roles row=r$ reason=" + reason);
            ways.protects(
                    "a victim whose own record is withdrawn for " + reason,
                    role,
                    "later: withdrawals file=persons row=$ reason=" + reason);
            ways.protects(
                    "a child whose own record is withdrawn for " + reason,
                    "persons id=$ birth~date=1990",
                    "roles person=$ role=relative from=2000",
                    "later: withdrawals file=persons row=$ reason=" + reason);
            ways.protects(
                    "one held in a camp whose record is withdrawn for " + reason,
                    "places id=h$ name=N kind=camp",
                    "custody person=$ place=h$ in=2019",
                    "later: withdrawals file=places row=h$ reason=" + reason);
        }
        ways.protectsNobody(
                "a victim in a row withdrawn for an error", role, "later: withdrawals file=roles row=r$ reason=error");
        ways.protectsNobody(
                "a victim whose own record is withdrawn for an error",
                role,
                "later: withdrawals file=persons row=$ reason=error");
        ways.protects(
                "a victim by a source that is withdrawn as retracted",
                "sources id=q$ kind=tip source=",
                role + " source=q$",
                "later: withdrawals file=sources row=q$ reason=retracted");
        ways.protectsNobody(
                "a victim by a source that is withdrawn for an error",
                "sources id=q$ kind=tip source=",
                role + " source=q$",
                "later: withdrawals file=sources row=q$ reason=error");
        ways.protectsHereOnly(
                "an informant whose row is retracted",
                "roles id=r$ person=$ role=informant",
                "later: withdrawals file=roles row=r$ reason=retracted");
        ways.protectsNobody(
                "a victim retracted, said again, and then an error",
                "zara: withdrawals file=roles row=r$ reason=retracted",
                "later: " + role,
                "latest: withdrawals file=roles row=r$ reason=error");
        ways.protects(
                "a victim withdrawn for an error and said again",
                role,
                "zara: withdrawals file=roles row=r$ reason=error",
                "later: " + role);
    }

    List<Way> table() {
        return ways.table();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void protects(Way way) {
        var person = Key.of("TEST", way.person());
        assertThat(here.persons().contains(person)).as("in the case").isEqualTo(way.here());
        assertThat(elsewhere.persons().contains(person)).as("elsewhere").isEqualTo(way.elsewhere());
    }

    @Test
    void onlyPersonsAreProtected() {
        assertThat(here.persons())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.local()).matches("p\\d+b?"));
    }

    @Test
    void rowsThatWaitProtectWhateverLeavesTheHouse() {
        var waiting = ways.table().stream()
                .filter(w -> w.sentence().startsWith("a victim in a row that waits"))
                .map(w -> Key.of("TEST", w.person()))
                .toList();
        assertThat(protection.waiting()).containsExactlyElementsOf(waiting);
    }

    @Test
    void anOfficialStaysInTheIntegrityRunAlthoughAWitness() {
        var witness = ways.table().stream()
                .filter(w -> w.sentence().startsWith("an official who is a witness"))
                .map(w -> Key.of("TEST", w.person()))
                .toList();
        assertThat(protection.onlyByTestimony(HERE)).containsAll(witness);
    }
}
