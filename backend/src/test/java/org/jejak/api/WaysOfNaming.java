package org.jejak.api;

import static org.jejak.api.Named.Says.AT_HOME;
import static org.jejak.api.Named.Says.OPEN;
import static org.jejak.api.Named.Says.PROTECTED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jejak.ingest.Bundles;

/**
 * One case with a person for each way in which records can name one. Each alone ties somebody to the rest, is paid and
 * pays, and stands by name in what is said of others:
 *
 * <pre>
 *            ┌── wy000q ── b000
 *   hub ─────┼── wy001q ── b001       hub and b… are suspects; the alias, the note and a statement of b001 hold the name
 *            └── wy002q ── b002       of wy001q, and so do a place, an organization and the title of a source
 * </pre>
 */
final class WaysOfNaming {

    static final String HUB = "TEST:hub";

    private static final Map<String, String> HEADERS = new LinkedHashMap<>();

    static {
        HEADERS.put("sources", "id,kind,title");
        HEADERS.put(
                "persons", "id,name,aliases,birth_date,age_to,thought_child,remains,died,missing_since,note,source");
        HEADERS.put("roles", "id,person,role,coerced,source");
        HEADERS.put("officials", "person,agency,rank,source");
        HEADERS.put("organizations", "id,name,kind,source");
        HEADERS.put("places", "id,name,kind,source");
        HEADERS.put("phones", "id,number,source");
        HEADERS.put("documents", "id,kind,number,country,holder,status,source");
        HEADERS.put("statements", "id,entity,property,value,source");
        HEADERS.put("links", "id,subject,relation,object,source");
        HEADERS.put("payments", "id,payer,payee,amount,currency,time,source");
        HEADERS.put("contacts", "id,a,b,time,channel,source");
        HEADERS.put("movements", "id,origin,destination,departed,arrived,persons,stage,source");
        HEADERS.put("custody", "id,person,place,in,raid,source");
        HEADERS.put("exploitations", "id,victim,exploiter,source");
        HEADERS.put("duties", "id,official,kind,subjects,time,source");
        HEADERS.put("raids", "id,place,time,source");
        HEADERS.put("outcomes", "id,kind,count,persons,source");
        HEADERS.put("screenings", "id,person,date,instrument,status,deciding_body,consent,source");
        HEADERS.put("referrals", "id,person,to,kind,source");
        HEADERS.put("protection_needs", "id,person,kind,source");
        HEADERS.put("orders", "id,person,kind,from,source");
        HEADERS.put("employments", "id,worker,employer,papers_retained,debt,debt_currency,source");
        HEADERS.put("judgements", "id,a,b,verdict,date,source");
        HEADERS.put("withdrawals", "id,file,row,reason");
    }

    private final List<Named> all = new ArrayList<>();

    WaysOfNaming() {
        roles();
        exploitationAndScreening();
        careAndState();
        placesAndPapers();
        whatProtectsNobody();
        rowsThatCameAndWent();
    }

    List<Named> all() {
        return all;
    }

    private void way(Named.Says says, String how, String... rows) {
        all.add(new Named(all.size(), how, says, List.of(rows)));
    }

    private void roles() {
        // the first, whom others are compared with
        way(PROTECTED, "victim", "roles: #,@,victim,,s1");
        for (String role : List.of("survivor", "witness", "informant")) {
            way(PROTECTED, role, "roles: #,@," + role + ",,s1");
        }
        for (String role : List.of("recruiter", "suspect", "other")) {
            way(PROTECTED, "coerced " + role, "roles: #,@," + role + ",true,s1");
        }
        way(PROTECTED, "recruiter and victim", "roles: #,@,recruiter,,s1", "roles: #b,@,victim,,s1");
        way(PROTECTED, "suspect and witness", "roles: #,@,suspect,,s1", "roles: #b,@,witness,,s1");
        way(PROTECTED, "broker and informant", "roles: #,@,broker,,s1", "roles: #b,@,informant,,s1");
        for (String role : List.of(
                "suspect",
                "recruiter",
                "transporter",
                "guard",
                "organiser",
                "financier",
                "document_forger",
                "broker",
                "employer",
                "official",
                "relative",
                "other")) {
            way(OPEN, role, "roles: #,@," + role + ",,s1");
        }
        way(OPEN, "official of an agency", "officials: @,agency,corporal,s1");
        way(PROTECTED, "official, a victim", "officials: @,agency,corporal,s1", "roles: #,@,victim,,s1");
    }

    private void exploitationAndScreening() {
        way(PROTECTED, "exploitation", "exploitations: #,@,hub,s1");
        way(OPEN, "exploiter", "exploitations: #,victim,@,s1", "roles: #,@,organiser,,s1");
        way(PROTECTED, "exploited (link)", "links: #,hub,exploits,@,s1");
        way(PROTECTED, "victim assisted", "outcomes: #,victim_assisted,1,@,s1");
        way(OPEN, "arrested (outcome)", "outcomes: #,arrest,1,@,s1");
        for (String status : List.of("possible", "actual", "pending", "")) {
            way(PROTECTED, "screened " + status, "screenings: #,@,2015-06-01,X," + status + ",,,s1");
        }
        way(PROTECTED, "screened not, by nobody", "screenings: #,@,2015-06-01,X,not_trafficked,,,s1");
        way(OPEN, "screened not, consented", "screenings: #,@,2015-06-01,X,not_trafficked,Panel,given,s1");
    }

    private void careAndState() {
        way(PROTECTED, "referral", "referrals: #,@,ngo,medical,s1");
        way(PROTECTED, "protection need", "protection_needs: #,@,asylum_seeker,s1");
        way(PROTECTED, "protection order", "orders: #,@,protection,2015-06-01,s1");
        way(OPEN, "removal order", "orders: #,@,removal,2015-06-01,s1");
        way(PROTECTED, "remains", "persons: ,,,true,,");
        way(PROTECTED, "remains (statement)", "statements: #,@,remains,true,s1");
        way(PROTECTED, "missing", "persons: ,,,,,2015-04-01");
        way(PROTECTED, "minor by birth", "persons: 2012-05,,,,,");
        way(PROTECTED, "minor by age", "persons: ,14,,,,");
        way(PROTECTED, "thought a child", "persons: ,,true,,,");
        way(PROTECTED, "child (statement)", "statements: #,@,thought_child,true,s1");
        way(OPEN, "dead", "persons: ,,,,2015-07-01,");
        way(AT_HOME, "family of a victim", "links: #,victim,family,@,s1");
        way(AT_HOME, "household of a victim", "links: #,@,lives_at,hut,s1");
        way(OPEN, "family, a recruiter", "links: #,victim,family,@,s1", "roles: #,@,recruiter,,s1");
    }

    private void placesAndPapers() {
        way(PROTECTED, "held by a raid", "custody: #,@,station,2015-05-20,raid,s1");
        way(PROTECTED, "held in a camp", "custody: #,@,camp,2015-05-20,,s1");
        way(PROTECTED, "suspect held in a camp", "roles: #,@,suspect,,s1", "custody: #,@,camp,2015-05-20,,s1");
        way(OPEN, "guard held in a camp", "roles: #,@,guard,,s1", "custody: #,@,camp,2015-05-20,,s1");
        way(OPEN, "held at a station", "custody: #,@,station,2015-05-20,,s1");
        way(PROTECTED, "located at a camp", "links: #,@,located_at,camp,s1");
        way(PROTECTED, "lives at a holding house", "links: #,@,lives_at,house,s1");
        way(OPEN, "visited a camp", "links: #,@,visited,camp,s1");
        way(PROTECTED, "journey", "movements: #,jetty,port,2015-03-01,2015-03-02,@,transit,s1");
        way(PROTECTED, "UNHCR card", "documents: #,unhcr_card,,,@,genuine,s1");
        way(PROTECTED, "papers retained at work", "employments: #,@,firm,true,,,s1");
        way(PROTECTED, "in debt at work", "employments: #,@,firm,,900,MYR,s1");
        way(OPEN, "at work", "employments: #,@,firm,false,,,s1");
        way(OPEN, "paper retained", "documents: #,visa,,,@,retained,s1");
        way(PROTECTED, "same passport as a victim", "documents: #,passport,KQ7001000,TH,@,genuine,s1");
        way(OPEN, "same by one user", "judgements: #,@,victim,same,2015-08-01,s1");
    }

    private void whatProtectsNobody() {
        for (String relation : List.of("recruits", "harbours", "transports", "supplies")) {
            way(OPEN, relation + " (object)", "links: #,hub," + relation + ",@,s1");
        }
        way(OPEN, "interviewed", "duties: #,official,interview,@,2015-06-01,s1");
        way(OPEN, "nothing");
    }

    private void rowsThatCameAndWent() {
        way(OPEN, "role withdrawn for error", "roles: #,@,victim,,s1", "withdrawals: #,roles,#,error");
        way(
                PROTECTED,
                "role withdrawn by consent",
                "roles: #,@,victim,,s1",
                "withdrawals: #,roles,#,consent_withdrawn");
        way(OPEN, "victim before", "roles: #,@,victim,,s1", "later: #,@,other,,s1");
        way(PROTECTED, "victim since", "roles: #,@,other,,s1", "later: #,@,victim,,s1");
    }

    Bundles bundle() {
        var lines = new LinkedHashMap<String, List<String>>();
        HEADERS.forEach((file, header) -> lines.put(file, new ArrayList<>(List.of(header))));
        around(lines);
        for (Named one : all) {
            HEADERS.keySet().stream()
                    .filter(file -> !file.equals("persons"))
                    .forEach(file -> lines.get(file).addAll(one.rowsOf(file)));
            person(lines, one);
            others(lines, one);
            if (one.carries()) {
                journey(lines, one);
            }
        }
        var bundle = Bundles.bundle()
                .with("country", "MY")
                .with("handling", "TLP:GREEN")
                .delivered("2016-01-01T00:00:00Z");
        lines.forEach((file, rows) -> bundle.file(file, rows.toArray(String[]::new)));
        return bundle;
    }

    /** What arrives after answers were kept. */
    Bundles later() {
        var roles = new ArrayList<>(List.of(HEADERS.get("roles")));
        all.forEach(one -> roles.addAll(one.rowsOf("later")));
        return Bundles.bundle()
                .with("country", "MY")
                .with("handling", "TLP:GREEN")
                .delivered("2016-02-01T00:00:00Z")
                .file("roles", roles.toArray(String[]::new));
    }

    private static void around(Map<String, List<String>> lines) {
        lines.get("sources").add("s1,registry,Register");
        lines.get("persons").add("hub,Tengah Besar,,,,,,,,,s1");
        lines.get("persons").add("victim,Dijaga Selalu,,,,,,,,,s1");
        lines.get("persons").add("official,Pegawai Contoh,,,,,,,,,s1");
        lines.get("roles").addAll(List.of("h1,hub,suspect,,s1", "h2,victim,victim,,s1"));
        lines.get("officials").add("official,agency,sergeant,s1");
        lines.get("organizations")
                .addAll(List.of(
                        "agency,River Guard,agency,s1", "firm,Palm Estate,employer,s1", "ngo,Open Door,ngo,s1"));
        lines.get("places")
                .addAll(List.of(
                        "camp,Hill,camp,s1",
                        "house,Third house,holding_house,s1",
                        "station,Post,police_station,s1",
                        "jetty,Old jetty,jetty,s1",
                        "port,New port,port,s1",
                        "hut,Hut,home,s1"));
        lines.get("phones").add("hubphone,+60129998877,s1");
        lines.get("links").addAll(List.of("h1,hub,uses,hubphone,s1", "h2,victim,lives_at,hut,s1"));
        lines.get("raids").add("raid,camp,2015-05-20,s1");
    }

    private static void person(Map<String, List<String>> lines, Named one) {
        String id = one.id();
        String n = "%03d".formatted(one.number());
        String states = one.rowsOf("persons").stream().findFirst().orElse(",,,,,");
        lines.get("persons").add(id + "," + one.name() + "," + one.alias() + "," + states + ",,s1");
        lines.get("phones").add(one.phone() + "," + one.dialled() + ",s1");
        lines.get("documents").add("p" + n + ",passport," + one.passport() + ",TH," + id + ",genuine,s1");
        lines.get("links")
                .addAll(List.of(
                        "a" + n + ",hub,associate," + id + ",s1",
                        "c" + n + "," + id + ",associate," + one.beyond() + ",s1",
                        "u" + n + "," + id + ",uses," + one.phone() + ",s1"));
        lines.get("payments")
                .addAll(List.of(
                        "x" + n + ",hub," + id + ",100,MYR,2015-03-01,s1",
                        "y" + n + "," + id + "," + one.beyond() + ",100,MYR,2015-03-02,s1"));
        lines.get("contacts").add("t" + n + ",hubphone," + one.phone() + ",2015-03-01T10:00,call,s1");
    }

    /** Their name in what is said of others; of relatives, whom the house may name, in prose and not in others' names. */
    private static void others(Map<String, List<String>> lines, Named one) {
        String n = "%03d".formatted(one.number());
        String other = one.beyond();
        String inNames = one.says() == AT_HOME ? "Nama " + n : one.name();
        lines.get("sources").add("s" + n + ",interview,Talk with " + one.name());
        lines.get("persons")
                .add(other + ",Luar " + one.beyond() + "," + inNames + ",,,,,,,seen with " + one.name() + " and "
                        + one.alias() + ",s" + n);
        lines.get("roles").add("o" + n + "," + other + ",suspect,,s1");
        lines.get("statements").add("v" + n + "," + other + ",note,drives " + one.name() + " to work,s1");
        lines.get("organizations").add("g" + n + "," + inNames + " Trading,front_company,s1");
        lines.get("places").add("l" + n + ",House of " + inNames + ",office,s1");
    }

    /** From a jetty of their own, in their hands alone, to a factory; past a port, where they may not be taken. */
    private static void journey(Map<String, List<String>> lines, Named one) {
        String n = "%03d".formatted(one.number());
        lines.get("places")
                .addAll(List.of(
                        "m" + n + ",From " + n + ",jetty,s1",
                        "n" + n + ",Past " + n + ",port,s1",
                        "q" + n + ",To " + n + ",factory,s1"));
        String in = one.isProtected() ? "n" : "q";
        lines.get("movements")
                .add("d" + n + ",m" + n + "," + in + n + ",2015-03-01,2015-03-02," + one.id() + ",recruitment,s1");
        lines.get("movements")
                .add(
                        one.isProtected()
                                ? "e" + n + ",n" + n + ",q" + n + ",2015-03-03,2015-03-04,,exploitation,s1"
                                : "e" + n + ",m" + n + ",q" + n + ",2015-03-03,2015-03-04," + one.id()
                                        + ",exploitation,s1");
    }
}
