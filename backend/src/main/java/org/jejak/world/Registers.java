package org.jejak.world;

import java.util.List;
import org.jejak.network.RecordFile;
import org.jejak.world.Cast.Person;
import org.jejak.world.FictionalNames.Script;

/** Who and what there is: people, their roles and papers, companies, agencies, telephones, accounts. */
final class Registers {

    static final String TRANSPORT_COMPANY = "o4";
    static final String OUTSOURCING_COMPANY = "o5";
    static final String RECRUITMENT_AGENCY = "o6";
    static final String SYNDICATE = "o7";
    static final String AID_GROUP = "o8";
    static final String PLANTATION_COMPANY = "o9";
    static final String COUNCIL = "o10";
    static final String SHELTER = "o11";
    static final String LEGAL_AID = "o12";
    static final String WALLET_COMPANY = "o13";
    private static final String[] AGENCIES = {"o1", "o2", "o3"};
    private static final String[] RANKS = {"sergeant", "corporal", "constable"};

    private final WorldParameters parameters;
    private final Cast cast;
    private final Ages ages;
    private final RecordWriter rows;
    private final Chance chance;

    Registers(WorldParameters parameters, Cast cast, Ages ages, RecordWriter rows) {
        this.parameters = parameters;
        this.cast = cast;
        this.ages = ages;
        this.rows = rows;
        chance = Chance.of(parameters.seed(), "registers", 0);
    }

    void write(List<Unit> units, List<Person> spouses) {
        organizations();
        for (Unit unit : units) {
            officials(unit);
        }
        for (Circle circle : Circle.values()) {
            circle(circle);
        }
        for (var broker : cast.brokers()) {
            person(broker.person(), nationality(broker.joins().getFirst()), Sources.INFORMANT, Sources.OPERATOR);
            role(broker.person(), "broker", "C3", Sources.SURVIVOR);
            telephone(broker.person(), 1, Sources.OPERATOR);
            account(broker.person(), "bank");
        }
        victims();
        for (Person relative : cast.relatives()) {
            person(relative, "BD", Sources.AID_GROUP);
            role(relative, "relative", "", Sources.AID_GROUP);
            account(relative, chance.happens(.5) ? "ewallet" : "bank");
        }
        bystanders(spouses);
    }

    private void organizations() {
        var names = Chance.of(parameters.seed(), "companies", 0);
        organization("o1", "Border Guard of the Valley (fictional)", "agency", "", Sources.PERSONNEL);
        organization("o2", "Valley Police (fictional)", "agency", "", Sources.PERSONNEL);
        organization("o3", "Valley Immigration Office (fictional)", "agency", "", Sources.PERSONNEL);
        organization(
                TRANSPORT_COMPANY,
                FictionalNames.single(names) + " Haulage",
                "transport_company",
                "ZZ-0041",
                Sources.COMPANY_REGISTER);
        organization(
                OUTSOURCING_COMPANY,
                FictionalNames.single(names) + " Manpower",
                "outsourcing_company",
                "ZZ-0042",
                Sources.COMPANY_REGISTER);
        organization(
                RECRUITMENT_AGENCY,
                FictionalNames.single(names) + " Overseas",
                "recruitment_agency",
                "ZZ-0043",
                Sources.COMPANY_REGISTER);
        organization(SYNDICATE, "The people of the ridge", "syndicate", "", Sources.SURVIVOR);
        organization(AID_GROUP, "Aid group " + FictionalNames.single(names), "ngo", "", Sources.AID_GROUP);
        furtherOrganizations();
        for (String company : List.of(TRANSPORT_COMPANY, OUTSOURCING_COMPANY)) {
            String account = "a" + company;
            rows.named(RecordFile.ACCOUNTS, account)
                    .set("kind", "bank")
                    .set("number", Papers.account(900_000 + company.charAt(1) - '0'))
                    .set("institution", "Example Bank")
                    .set("country", "MY")
                    .from(Sources.BANK);
            link(company, "holds", account, "2012", Sources.BANK);
        }
        link(cast.hub(Circle.TRANSPORT).id(), "directs", TRANSPORT_COMPANY, "2012-03-01", Sources.COMPANY_REGISTER);
        link(cast.hub(Circle.OUTSOURCING).id(), "directs", OUTSOURCING_COMPANY, "2012-09-15", Sources.COMPANY_REGISTER);
        link(cast.hub(Circle.INLAND_RECRUITERS).id(), "directs", RECRUITMENT_AGENCY, "2011", Sources.COMPANY_REGISTER);
        link(OUTSOURCING_COMPANY, "owns", "k12", "2013", Sources.COMPANY_REGISTER);
    }

    /** Who employs, decides and helps; none of them is a part of the network. */
    private void furtherOrganizations() {
        var names = Chance.of(parameters.seed(), "further companies", 0);
        organization(
                PLANTATION_COMPANY,
                FictionalNames.single(names) + " Plantations",
                "employer",
                "ZZ-0044",
                Sources.COMPANY_REGISTER);
        organization(COUNCIL, "Valley Council against Trafficking (fictional)", "agency", "", Sources.COUNCIL);
        organization(SHELTER, "Shelter " + FictionalNames.single(names), "ngo", "", Sources.SHELTER);
        organization(LEGAL_AID, "Legal aid " + FictionalNames.single(names), "ngo", "", Sources.AID_GROUP);
        organization(
                WALLET_COMPANY,
                FictionalNames.single(names) + " Wallet",
                "financial_institution",
                "ZZ-0045",
                Sources.COMPANY_REGISTER);
    }

    private void organization(String id, String name, String kind, String registration, String source) {
        rows.named(RecordFile.ORGANIZATIONS, id)
                .set("name", name)
                .set("kind", kind)
                .set("country", "MY")
                .set("registration", registration)
                .from(source);
    }

    private void officials(Unit unit) {
        String agency = AGENCIES[unit.isPost() ? unit.index() % 2 * 2 : 1];
        for (int o = 0; o < unit.officials().size(); o++) {
            var official = unit.officials().get(o);
            person(official, "MY", Sources.PERSONNEL);
            role(official, "official", "A1", Sources.PERSONNEL);
            telephone(official, 0, Sources.PERSONNEL);
            var row = rows.bare(RecordFile.OFFICIALS)
                    .set("person", official.id())
                    .set("agency", agency)
                    .set("rank", RANKS[Math.min(o, 2)])
                    .set("badge", "Z" + (10_000 + official.number()))
                    .set("unit", unit.code())
                    .set("monthly_salary", 2_000 + 100 * chance.below(9) + (o == 0 ? 900 : 0))
                    .set("currency", "MYR")
                    .set("from", chance.between(2004, 2012));
            if (o > 0) {
                row.set("supervisor", unit.officials().getFirst().id());
            }
            row.from(Sources.PERSONNEL);
        }
    }

    private void circle(Circle circle) {
        var members = cast.members(circle);
        for (int i = 0; i < members.size(); i++) {
            var person = members.get(i);
            boolean hub = i == 0;
            person(person, nationality(circle), circle.isCamp() ? Sources.NOTEBOOK : Sources.OPERATOR);
            role(
                    person,
                    hub ? "organiser" : circle.role(),
                    hub ? "B2" : "",
                    i % 3 == 0 ? Sources.SURVIVOR : Sources.NOTEBOOK);
            telephone(
                    person,
                    circle == Circle.INLAND_RECRUITERS
                            ? 3
                            : circle == Circle.COAST_RECRUITERS ? 2 : circle.isCamp() ? 1 : 0,
                    circle.isCamp() ? Sources.OPERATOR_ABROAD : Sources.OPERATOR);
            if (circle == Circle.MONEY || hub || i % 4 == 1) {
                account(person, "bank");
            }
            if (circle == Circle.TRANSPORT || circle == Circle.OUTSOURCING) {
                link(
                        person.id(),
                        "works_for",
                        circle == Circle.TRANSPORT ? TRANSPORT_COMPANY : OUTSOURCING_COMPANY,
                        "2013",
                        Sources.COMPANY_REGISTER);
            } else if (i % 3 == 0) {
                link(person.id(), "member_of", SYNDICATE, "2013", Sources.SURVIVOR);
            }
        }
    }

    private static String nationality(Circle circle) {
        return switch (circle) {
            case COAST_RECRUITERS -> "MM";
            case INLAND_RECRUITERS -> "BD";
            case BOATS, LANDING, RIDGE_CAMP, STREAM_CAMP -> "TH";
            case OLD_CAMP, TRANSPORT, MONEY, OUTSOURCING -> "MY";
        };
    }

    private void victims() {
        int i = 0;
        for (Person victim : cast.victims()) {
            String source = i % 3 == 0 ? Sources.SURVIVOR : i % 3 == 1 ? Sources.AID_GROUP : Sources.NOTEBOOK;
            person(victim, i % 4 == 3 ? "BD" : "MM", source);
            boolean survivor = i % 5 == 0;
            var row = rows.next(RecordFile.ROLES)
                    .set("person", victim.id())
                    .set("role", survivor ? "survivor" : "victim")
                    .set("from", "2014")
                    .set("to", survivor ? "open" : "2015-05");
            row.from(source);
            i++;
        }
    }

    private void bystanders(List<Person> spouses) {
        int i = 0;
        for (Person person : cast.bystanders()) {
            boolean spouse = spouses.contains(person);
            person(person, "MY", spouse, spouse ? Sources.CIVIL_REGISTER : Sources.AID_GROUP);
            role(
                    person,
                    spouse ? "relative" : i % 2 == 0 ? "witness" : "other",
                    "",
                    spouse ? Sources.CIVIL_REGISTER : Sources.AID_GROUP);
            if (spouse) {
                account(person, "bank");
            }
            i++;
        }
    }

    private void person(Person person, String nationality, String... sources) {
        person(person, nationality, false, sources);
    }

    private void person(Person person, String nationality, boolean marries, String... sources) {
        boolean unnamed = sources[0].equals(Sources.NOTEBOOK) && person.number() % 7 == 0;
        boolean stateless = nationality.equals("MM");
        var row = rows.named(RecordFile.PERSONS, person.id()).set("sex", person.female() ? "female" : "male");
        if (!unnamed) {
            row.set("name", person.name().in(Script.LATIN));
            switch (nationality) {
                case "TH" -> row.set("aliases", person.name().in(Script.THAI));
                case "MM" ->
                    row.set(
                            "aliases",
                            person.name().in(Script.BURMESE) + "|"
                                    + person.name().in(Script.ROHINGYA));
                case "BD" -> row.set("aliases", person.name().in(Script.BENGALI));
                default -> {}
            }
        }
        int year = ages.born(person, chance.between(1962, 1998), marries);
        String born = chance.happens(.4)
                ? Integer.toString(year)
                : year + "-0" + chance.between(1, 9) + "-" + chance.between(10, 28);
        var guess = ages.guess(person);
        if (guess.isPresent()) {
            row.set("age_from", guess.get().from())
                    .set("age_to", guess.get().to())
                    .set("thought_child", guess.get().thought() ? "true" : "");
        } else {
            row.set("birth_date", born);
        }
        if (stateless) {
            row.set("undocumented", "true");
        } else {
            row.set("nationality", nationality);
        }
        row.from(sources);
    }

    private void role(Person person, String role, String grade, String source) {
        rows.next(RecordFile.ROLES)
                .set("person", person.id())
                .set("role", role)
                .set("from", role.equals("official") ? "2010" : "2013")
                .set("to", "open")
                .set("grade", grade)
                .from(source);
    }

    private void telephone(Person person, int country, String source) {
        var row = rows.named(RecordFile.PHONES, person.phone()).set("number", Papers.phone(country, person.number()));
        row.from(source);
        link(person.id(), "uses", person.phone(), "2013", source);
    }

    private void account(Person person, String kind) {
        rows.named(RecordFile.ACCOUNTS, person.account())
                .set("kind", kind)
                .set("number", Papers.account(person.number()))
                .set("institution", kind.equals("bank") ? "Example Bank" : "Example Wallet")
                .from(Sources.BANK);
        link(person.id(), "holds", person.account(), "2013", Sources.BANK);
    }

    private void link(String subject, String relation, String object, String from, String source) {
        rows.next(RecordFile.LINKS)
                .set("subject", subject)
                .set("relation", relation)
                .set("object", object)
                .set("from", from)
                .from(source);
    }
}
