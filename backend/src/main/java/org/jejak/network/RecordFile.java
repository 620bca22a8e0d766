package org.jejak.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The record files of the contract {@code jejak-records/1}, in the order in which they are read, with their columns.
 * This is the one statement of the contract in code: the reader, the empty bundle, the world generator, the graph and
 * the inspector all go by it.
 */
public enum RecordFile {
    SOURCES(
            "sources",
            EntityKind.SOURCE,
            false,
            RowTraits.none(),
            must("id", Types.ID),
            must(
                    "kind",
                    Types.oneOf(
                            "testimony interview bank_record phone_record travel_record roster gate_log seizure cctv court patrol_log tip open_source registry hotline other")),
            may("title", Types.PROSE),
            may("date", Types.TIME),
            may("origin", Types.PROSE),
            may("reliability", Types.RELIABILITY),
            may("credibility", Types.CREDIBILITY),
            may("handling", Types.HANDLING),
            may("language", Types.CODE),
            may("text", Types.PROSE),
            may("file", Types.PROSE),
            may("sha256", Types.SHA256)),
    PERSONS(
            "persons",
            EntityKind.PERSON,
            true,
            RowTraits.protecting(
                    Protecting.itself().when("remains", "true"),
                    Protecting.itself().given("missing_since"),
                    Protecting.itself().child()),
            must("id", Types.ID),
            may("name", Types.NAME),
            may("aliases", Types.NAMES),
            may("sex", Types.oneOf("female male other")),
            may("birth_date", Types.PERSONAL_DATE),
            may("age_from", Types.COUNT),
            may("age_to", Types.COUNT),
            may("thought_child", Types.BOOL),
            may("nationality", Types.COUNTRIES),
            may("undocumented", Types.BOOL),
            may("remains", Types.BOOL),
            may("died", Types.PERSONAL_DATE),
            may("missing_since", Types.PERSONAL_DATE),
            may("last_seen", Types.ref(EntityKind.PLACE)),
            may("dna_ref", Types.WORDS),
            may("note", Types.PROSE)),
    ORGANIZATIONS(
            "organizations",
            EntityKind.ORGANIZATION,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("name", Types.NAME),
            must(
                    "kind",
                    Types.oneOf(
                            "agency recruitment_agency outsourcing_company employer front_company transport_company financial_institution ngo community_group syndicate other")),
            may("country", Types.COUNTRY),
            may("registration", Types.IDENTIFIER)),
    PLACES(
            "places",
            EntityKind.PLACE,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("name", Types.NAME),
            must(
                    "kind",
                    Types.oneOf(
                            "camp grave_site holding_house checkpoint border_crossing jetty port airport detention_centre police_station factory plantation fishing_site entertainment_venue scam_compound shelter home office other")),
            may("country", Types.COUNTRY),
            may("lat", Types.SIGNED),
            may("lon", Types.SIGNED),
            may("uncertainty_m", Types.DECIMAL),
            may("part_of", Types.ref(EntityKind.PLACE)),
            may("capacity", Types.COUNT)),
    VEHICLES(
            "vehicles",
            EntityKind.VEHICLE,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("kind", Types.oneOf("car van lorry bus motorcycle boat ship aircraft")),
            may("registration", Types.IDENTIFIER),
            may("country", Types.COUNTRY),
            may("imo", Types.IDENTIFIER),
            may("mmsi", Types.IDENTIFIER),
            may("flag", Types.COUNTRY),
            may("make", Types.WORDS),
            may("model", Types.WORDS),
            may("colour", Types.WORDS)),
    PHONES(
            "phones",
            EntityKind.PHONE,
            true,
            RowTraits.none().needing("number", "imei"),
            must("id", Types.ID),
            may("number", Types.IDENTIFIER),
            may("imei", Types.IDENTIFIER)),
    ACCOUNTS(
            "accounts",
            EntityKind.ACCOUNT,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("kind", Types.oneOf("bank ewallet crypto hawala cash")),
            may("number", Types.IDENTIFIER),
            may("institution", Types.SHARED),
            may("iban", Types.IDENTIFIER),
            may("country", Types.COUNTRY)),
    DOCUMENTS(
            "documents",
            EntityKind.DOCUMENT,
            true,
            RowTraits.protecting(Protecting.who("holder")
                            .when("kind", "unhcr_card")
                            .unless(Protecting.Unless.OFFICIAL_OR_SUSPECT))
                    .drawnFrom("holder"),
            must("id", Types.ID),
            must(
                    "kind",
                    Types.oneOf(
                            "passport identity_card visa work_permit birth_certificate unhcr_card seaman_book other")),
            may("number", Types.IDENTIFIER),
            may("country", Types.COUNTRY),
            may("holder", Types.ref(EntityKind.PERSON)),
            may("issued", Types.TIME),
            may("expires", Types.TIME),
            may("status", Types.oneOf("genuine forged borrowed retained lost unknown")),
            may("retained_by", Types.ref(EntityKind.PERSON, EntityKind.ORGANIZATION))),
    HANDLES(
            "handles",
            EntityKind.HANDLE,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("kind", Types.oneOf("email social url advert game crypto_address")),
            must("value", Types.IDENTIFIER),
            may("platform", Types.SHARED)),
    ROLES(
            "roles",
            null,
            true,
            RowTraits.protecting(
                            Protecting.who("person").when("role", "victim", "survivor"),
                            Protecting.who("person")
                                    .when("role", "witness")
                                    .reaching(Protecting.Reach.CASE_OF_OFFENDERS),
                            Protecting.who("person").when("role", "informant").reaching(Protecting.Reach.CASE),
                            Protecting.who("person").when("coerced", "true"))
                    .saying("person")
                    .drawnFrom("person"),
            must("id", Types.ID),
            must("person", Types.ref(EntityKind.PERSON)),
            must(
                    "role",
                    Types.oneOf(
                            "suspect recruiter transporter guard organiser financier document_forger broker employer victim survivor witness informant official relative other")),
            may("from", Types.FROM),
            may("to", Types.TO),
            may("coerced", Types.BOOL),
            may("note", Types.PROSE)),
    OFFICIALS(
            "officials",
            null,
            true,
            RowTraits.none().saying("person").drawnFrom("person"),
            must("person", Types.ref(EntityKind.PERSON)),
            must("agency", Types.ref(EntityKind.ORGANIZATION)),
            may("rank", Types.WORDS),
            may("badge", Types.IDENTIFIER),
            may("unit", Types.CODE),
            may("supervisor", Types.ref(EntityKind.PERSON)),
            may("monthly_salary", Types.DECIMAL),
            may("currency", Types.CURRENCY),
            may("from", Types.FROM),
            may("to", Types.TO)),
    STATEMENTS(
            "statements",
            null,
            true,
            RowTraits.none().saying("entity"),
            must("id", Types.ID),
            must("entity", Types.ref(Types.ENTITIES)),
            must("property", Types.CODE),
            must("value", Types.VALUE),
            may("from", Types.FROM),
            may("to", Types.TO),
            may("recorded", Types.TIME),
            may("contradicts", Types.BOOL)),
    LINKS(
            "links",
            null,
            true,
            RowTraits.protecting(
                    Protecting.who("object").when("relation", "exploits"),
                    Protecting.who("subject")
                            .when("relation", "located_at", "lives_at")
                            .at("object", "camp", "holding_house", "scam_compound")
                            .unless(Protecting.Unless.OFFICIAL_OR_OFFENDER)),
            must("id", Types.ID),
            must("subject", Types.ref(Types.ENTITIES)),
            must("relation", Types.RELATION),
            must("object", Types.ref(Types.ENTITIES)),
            may("from", Types.FROM),
            may("to", Types.TO),
            may("note", Types.PROSE)),
    PAYMENTS(
            "payments",
            null,
            true,
            RowTraits.none().leading("payer"),
            must("id", Types.ID),
            must("payer", Types.ref(EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.ACCOUNT)),
            must("payee", Types.ref(EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.ACCOUNT)),
            must("amount", Types.DECIMAL),
            must("currency", Types.CURRENCY),
            may("time", Types.TIME),
            may("method", Types.oneOf("bank cash ewallet crypto hawala in_kind")),
            may("reason", Types.oneOf("ransom fee debt wage bribe other")),
            may("purpose", Types.PROSE)),
    RATES(
            "rates",
            null,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("currency", Types.CURRENCY),
            must("into", Types.CURRENCY),
            must("rate", Types.DECIMAL),
            must("date", Types.TIME)),
    CONTACTS(
            "contacts",
            null,
            true,
            RowTraits.none().leading("a"),
            must("id", Types.ID),
            must("a", Types.ref(EntityKind.PERSON, EntityKind.PHONE, EntityKind.HANDLE)),
            must("b", Types.ref(EntityKind.PERSON, EntityKind.PHONE, EntityKind.HANDLE)),
            must("time", Types.TIME),
            may("duration_s", Types.DECIMAL),
            may("channel", Types.oneOf("call sms message meeting")),
            may("group", Types.CODE),
            may("place", Types.ref(EntityKind.PLACE))),
    MOVEMENTS(
            "movements",
            null,
            true,
            RowTraits.protecting(Protecting.who("persons").unless(Protecting.Unless.OFFICIAL_OR_SUSPECT))
                    .leading("origin", "vehicle", "persons"),
            must("id", Types.ID),
            may("vehicle", Types.ref(EntityKind.VEHICLE)),
            must("origin", Types.ref(EntityKind.PLACE)),
            must("destination", Types.ref(EntityKind.PLACE)),
            may("departed", Types.TIME),
            may("arrived", Types.TIME),
            may("persons", Types.refs(EntityKind.PERSON)),
            may("head_count", Types.COUNT),
            may("stage", Types.oneOf("recruitment transit exploitation return"))),
    PASSAGES(
            "passages",
            null,
            true,
            RowTraits.none().leading("subject"),
            must("id", Types.ID),
            must("subject", Types.ref(EntityKind.VEHICLE, EntityKind.PERSON)),
            must("place", Types.ref(EntityKind.PLACE)),
            must("time", Types.TIME),
            may("direction", Types.oneOf("in out")),
            may("lane", Types.CODE),
            may("outcome", Types.oneOf("cleared inspected stopped seized unrecorded")),
            may("officer", Types.ref(EntityKind.PERSON)),
            may("identified", Types.BOOL)),
    TRAFFIC(
            "traffic",
            null,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("place", Types.ref(EntityKind.PLACE)),
            must("hour", Types.TIME),
            may("direction", Types.oneOf("in out")),
            may("lane", Types.CODE),
            must("cleared", Types.COUNT),
            must("inspected", Types.COUNT)),
    CUSTODY(
            "custody",
            null,
            true,
            RowTraits.protecting(
                            Protecting.who("person")
                                    .given("raid")
                                    .unless(Protecting.Unless.OFFICIAL_OR_OFFENDER)
                                    .restingOn(Protecting.Basis.CUSTODY),
                            Protecting.who("person")
                                    .at("place", "camp", "holding_house", "scam_compound", "detention_centre")
                                    .unless(Protecting.Unless.OFFICIAL_OR_OFFENDER)
                                    .restingOn(Protecting.Basis.CUSTODY))
                    .drawnFrom("person"),
            must("id", Types.ID),
            must("person", Types.ref(EntityKind.PERSON)),
            must("place", Types.ref(EntityKind.PLACE)),
            must("in", Types.TIME),
            may("out", Types.TIME),
            may("outcome", Types.oneOf("held charged released deported transferred escaped died unknown")),
            may("released_to", Types.ref(EntityKind.PERSON, EntityKind.ORGANIZATION)),
            may("authorised_by", Types.ref(EntityKind.PERSON)),
            may("raid", Types.ref(EntityKind.RAID)),
            may("planned_removal", Types.TIME)),
    EXPLOITATIONS(
            "exploitations",
            null,
            true,
            RowTraits.protecting(Protecting.who("victim")),
            must("id", Types.ID),
            must("victim", Types.ref(EntityKind.PERSON)),
            may("exploiter", Types.ref(EntityKind.PERSON, EntityKind.ORGANIZATION)),
            may("place", Types.ref(EntityKind.PLACE)),
            may("acts", Types.someOf("recruitment transportation transfer harbouring receipt")),
            may(
                    "means",
                    Types.someOf(
                            "threat_or_force other_coercion abduction fraud deception abuse_of_power abuse_of_vulnerability payment_to_controller debt_bondage")),
            may(
                    "purposes",
                    Types.someOf(
                            "prostitution_of_others other_sexual forced_labour forced_criminality slavery practices_similar servitude organ_removal forced_marriage forced_begging")),
            may("sector", Types.PROSE),
            may("debt", Types.DECIMAL),
            may("currency", Types.CURRENCY),
            may("from", Types.FROM),
            may("to", Types.TO)),
    POSTINGS(
            "postings",
            null,
            true,
            RowTraits.none().leading("official"),
            must("id", Types.ID),
            must("official", Types.ref(EntityKind.PERSON)),
            must("place", Types.ref(EntityKind.PLACE)),
            may("unit", Types.CODE),
            must("from", Types.FROM),
            may("to", Types.TO)),
    SHIFTS(
            "shifts",
            null,
            true,
            RowTraits.none().drawnFrom("official"),
            must("id", Types.ID),
            must("official", Types.ref(EntityKind.PERSON)),
            must("place", Types.ref(EntityKind.PLACE)),
            must("start", Types.TIME),
            must("end", Types.TIME),
            may("planned", Types.BOOL)),
    DUTIES(
            "duties",
            null,
            true,
            RowTraits.none().drawnFrom("official"),
            must("id", Types.ID),
            must("official", Types.ref(EntityKind.PERSON)),
            must("kind", Types.oneOf("arrest interview inspection patrol intercept informant_handling custody court")),
            must("subjects", Types.refs(EntityKind.PERSON, EntityKind.PHONE, EntityKind.VEHICLE)),
            must("time", Types.TIME),
            may("until", Types.TIME),
            may("case_ref", Types.CODE)),
    REPORTS(
            "reports",
            null,
            true,
            RowTraits.none().drawnFrom("official"),
            must("id", Types.ID),
            must("official", Types.ref(EntityKind.PERSON)),
            must("about", Types.ref(EntityKind.PLACE, EntityKind.PERSON, EntityKind.VEHICLE)),
            must("time", Types.TIME),
            may("kind", Types.oneOf("sighting suspicion incident discovery order_hold request_forensics forensics")),
            may("to_official", Types.ref(EntityKind.PERSON))),
    PERMITS(
            "permits",
            null,
            true,
            RowTraits.none().drawnFrom("official"),
            must("id", Types.ID),
            must("official", Types.ref(EntityKind.PERSON)),
            must("organization", Types.ref(EntityKind.ORGANIZATION)),
            must("kind", Types.oneOf("quota visa licence inspection_pass")),
            may("applied", Types.TIME),
            must("decided", Types.TIME),
            must("decision", Types.oneOf("approved refused suspended revoked")),
            may("objection", Types.BOOL)),
    COMPLAINTS(
            "complaints",
            null,
            true,
            RowTraits.none().needing("officials", "organizations"),
            must("id", Types.ID),
            must("date", Types.TIME),
            may("officials", Types.refs(EntityKind.PERSON)),
            may("organizations", Types.refs(EntityKind.ORGANIZATION)),
            may("kind", Types.PROSE),
            may("finding", Types.oneOf("sustained not_sustained unfounded pending"))),
    LOOKUPS(
            "lookups",
            null,
            true,
            RowTraits.none().drawnFrom("official"),
            must("id", Types.ID),
            must("official", Types.ref(EntityKind.PERSON)),
            must("subject", Types.ref(Types.ENTITIES)),
            must("time", Types.TIME),
            may("system", Types.CODE),
            may("case_ref", Types.CODE)),
    OPERATIONS(
            "operations",
            EntityKind.OPERATION,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("name", Types.NAME),
            must("from", Types.FROM),
            may("to", Types.TO),
            may("part_of", Types.ref(EntityKind.OPERATION)),
            may("parts", Types.COUNT),
            may("supporters", Types.NAMES),
            may("lead", Types.ref(EntityKind.ORGANIZATION)),
            may("countries", Types.COUNTRIES),
            may("aims", Types.PROSES),
            may("lessons", Types.PROSE)),
    RAIDS(
            "raids",
            EntityKind.RAID,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            may("operation", Types.ref(EntityKind.OPERATION)),
            must("place", Types.ref(EntityKind.PLACE)),
            may("planned", Types.TIME),
            must("time", Types.TIME),
            may("unit", Types.CODE),
            may("outcome", Types.oneOf("found partial empty called_off")),
            may("persons_found", Types.COUNT),
            may("known_to", Types.refs(EntityKind.PERSON)),
            may("known_to_basis", Types.oneOf("plan later_inquiry")),
            may("ordered_by", Types.ref(EntityKind.PERSON)),
            may("held_by", Types.ref(EntityKind.PERSON)),
            may("held_until", Types.TIME)),
    OUTCOMES(
            "outcomes",
            null,
            true,
            RowTraits.protecting(Protecting.who("persons").when("kind", "victim_assisted")),
            must("id", Types.ID),
            may("operation", Types.ref(EntityKind.OPERATION)),
            must(
                    "kind",
                    Types.oneOf(
                            "victim_assisted warrant suspect_identified arrest investigation_opened bilateral_enquiry extradition_request conviction training awareness network_disrupted")),
            must("count", Types.COUNT),
            may("count_is", Types.oneOf("exact over at_least about unstated")),
            may("unit", Types.oneOf("persons events")),
            may("date", Types.TIME),
            may("country", Types.COUNTRY),
            may("sector", Types.PROSE),
            may("persons", Types.refs(EntityKind.PERSON))),
    SCREENINGS(
            "screenings",
            null,
            true,
            RowTraits.protecting(Protecting.who("person").restingOn(Protecting.Basis.SCREENING))
                    .drawnFrom("person"),
            must("id", Types.ID),
            must("person", Types.ref(EntityKind.PERSON)),
            must("date", Types.TIME),
            may("raid", Types.ref(EntityKind.RAID)),
            must("instrument", Types.CODE),
            may("indicators", Types.WORD_LIST),
            may("asked", Types.WORD_LIST),
            may("tier", Types.CODE),
            may("status", Types.oneOf("possible actual not_trafficked pending")),
            may("deciding_body", Types.WORDS),
            may("consent", Types.oneOf("given refused withdrawn not_asked")),
            may("penalties", Types.someOf("charged detained deported fined"))),
    REFERRALS(
            "referrals",
            null,
            true,
            RowTraits.protecting(Protecting.who("person")).drawnFrom("person"),
            must("id", Types.ID),
            must("person", Types.ref(EntityKind.PERSON)),
            must("to", Types.ref(EntityKind.ORGANIZATION)),
            must("kind", Types.oneOf(Types.SERVICES)),
            may("requested", Types.TIME),
            may("accepted", Types.TIME),
            may("refused_reason", Types.PROSE),
            may("refused_paper", Types.WORDS)),
    COMMITMENTS(
            "commitments",
            EntityKind.COMMITMENT,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("body", Types.ref(EntityKind.ORGANIZATION)),
            must("text", Types.PROSE),
            may("indicator", Types.PROSE),
            may("unit", Types.PROSE),
            may("target", Types.PROSE),
            must("due", Types.TIME),
            may("budget", Types.DECIMAL),
            may("spent", Types.DECIMAL),
            may("currency", Types.CURRENCY),
            may("baseline", Types.PROSE),
            may("responsible", Types.ref(EntityKind.ORGANIZATION)),
            may("succeeds", Types.ref(EntityKind.COMMITMENT)),
            may("arises_from", Types.ref(EntityKind.SOURCE)),
            may("instrument", Types.PROSE),
            may("paragraph", Types.WORDS),
            may("tabled", Types.TIME),
            may("debated", Types.TIME),
            may("passed", Types.TIME),
            may("status", Types.oneOf("open met missed")),
            may("value", Types.PROSE),
            may("as_of", Types.TIME),
            may("evidence", Types.refs(EntityKind.SOURCE))),
    EVALUATIONS(
            "evaluations",
            null,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("commitment", Types.ref(EntityKind.COMMITMENT)),
            may("by", Types.ref(EntityKind.ORGANIZATION)),
            must("date", Types.TIME),
            must("finding", Types.oneOf("met partly not_met no_evidence")),
            may("text", Types.PROSE)),
    MEETINGS(
            "meetings",
            null,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("body", Types.ref(EntityKind.ORGANIZATION)),
            must("date", Types.TIME),
            may("kind", Types.oneOf("council committee subcommittee planning debrief working_group other")),
            may("regions", Types.NAMES),
            may("travel_paid", Types.BOOL),
            may("from_government", Types.COUNT),
            may("outside_government", Types.COUNT),
            may("from_communities", Types.COUNT),
            may("outside_capital", Types.COUNT),
            may("minutes_published", Types.TIME)),
    ENQUIRIES(
            "enquiries",
            null,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            may("operation", Types.ref(EntityKind.OPERATION)),
            must("from_country", Types.COUNTRY),
            may("to_country", Types.COUNTRY),
            may("to_organization", Types.ref(EntityKind.ORGANIZATION)),
            must("kind", Types.oneOf("bilateral_enquiry mutual_legal_assistance extradition_request")),
            must("asked", Types.TIME),
            may("answered", Types.TIME),
            may("outcome", Types.oneOf("answered partly refused withdrawn pending")),
            may("about", Types.refs(Types.ENTITIES))),
    SERVICES(
            "services",
            null,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("organization", Types.ref(EntityKind.ORGANIZATION)),
            must("kind", Types.oneOf(Types.SERVICES + " screening interpreting")),
            may("place", Types.ref(EntityKind.PLACE)),
            may("languages", Types.WORD_LIST),
            may("papers", Types.someOf(Types.PAPERS)),
            may("for", Types.someOf("women men children families all")),
            may("contact", Types.IDENTIFIER),
            may("capacity", Types.COUNT),
            may("hours", Types.PROSE),
            may("from", Types.FROM),
            may("to", Types.TO)),
    EMPLOYMENTS(
            "employments",
            null,
            true,
            RowTraits.protecting(
                            Protecting.who("worker")
                                    .given("papers_retained")
                                    .unless(Protecting.Unless.OFFICIAL_OR_SUSPECT),
                            Protecting.who("worker").given("debt").unless(Protecting.Unless.OFFICIAL_OR_SUSPECT))
                    .drawnFrom("worker"),
            must("id", Types.ID),
            must("worker", Types.ref(EntityKind.PERSON)),
            must("employer", Types.ref(EntityKind.ORGANIZATION)),
            may("supplied_by", Types.ref(EntityKind.ORGANIZATION)),
            may("promised_wage", Types.DECIMAL),
            may("paid_wage", Types.DECIMAL),
            may("deductions", Types.DECIMAL),
            may("currency", Types.CURRENCY),
            may("per", Types.oneOf("day week month")),
            may("fee", Types.DECIMAL),
            may("debt", Types.DECIMAL),
            may("interest_percent_month", Types.DECIMAL),
            may("debt_currency", Types.CURRENCY),
            may("papers_retained", Types.BOOL),
            may("from", Types.FROM),
            may("to", Types.TO)),
    TRAININGS(
            "trainings",
            null,
            true,
            RowTraits.none().needing("unit", "agency"),
            must("id", Types.ID),
            may("unit", Types.CODE),
            may("agency", Types.ref(EntityKind.ORGANIZATION)),
            must("date", Types.TIME),
            may("audience", Types.PROSE),
            may("hours", Types.DECIMAL),
            may("persons", Types.COUNT),
            may("trainer", Types.NAME),
            may("topic", Types.PROSE)),
    PROCEEDINGS(
            "proceedings",
            null,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("accused", Types.refs(EntityKind.PERSON, EntityKind.ORGANIZATION)),
            may("law", Types.WORDS),
            may("section", Types.WORDS),
            must("stage", Types.oneOf("investigation charge trial verdict appeal closed")),
            may("date", Types.TIME),
            may("outcome", Types.oneOf("convicted acquitted discharged withdrawn pending")),
            may("sentence", Types.PROSE),
            may("compensation_awarded", Types.DECIMAL),
            may("compensation_paid", Types.DECIMAL),
            may("currency", Types.CURRENCY)),
    CONSENTS(
            "consents",
            null,
            true,
            RowTraits.none().drawnFrom("person"),
            must("id", Types.ID),
            must("person", Types.ref(EntityKind.PERSON)),
            must("purpose", Types.oneOf("interview record police consulate family statistics cross_border")),
            may("state", Types.COUNTRY),
            must("answer", Types.oneOf("given refused withdrawn")),
            must("date", Types.TIME),
            may("language", Types.CODE),
            may("interpreter", Types.BOOL),
            may("guardian", Types.BOOL)),
    PROTECTION_NEEDS(
            "protection_needs",
            null,
            true,
            RowTraits.protecting(Protecting.who("person")).drawnFrom("person"),
            must("id", Types.ID),
            must("person", Types.ref(EntityKind.PERSON)),
            must("kind", Types.oneOf("asylum_seeker refugee stateless fears_return unaccompanied_child")),
            may("country", Types.COUNTRY),
            may("date", Types.TIME)),
    ORDERS(
            "orders",
            null,
            true,
            RowTraits.protecting(Protecting.who("person").when("kind", "interim_protection", "protection"))
                    .drawnFrom("person"),
            must("id", Types.ID),
            must("person", Types.ref(EntityKind.PERSON)),
            must("kind", Types.oneOf("interim_protection protection removal")),
            must("from", Types.FROM),
            may("to", Types.TO),
            may("place", Types.ref(EntityKind.PLACE)),
            may("free_movement", Types.BOOL),
            may("right_to_work", Types.BOOL),
            may("authority", Types.WORDS)),
    JUDGEMENTS(
            "judgements",
            null,
            true,
            RowTraits.none(),
            must("id", Types.ID),
            must("a", Types.ref(EntityKind.PERSON, EntityKind.PLACE)),
            must("b", Types.ref(EntityKind.PERSON, EntityKind.PLACE)),
            must("verdict", Types.oneOf("same different undecided")),
            may("date", Types.TIME),
            may("reason", Types.PROSE)),
    WITHDRAWALS(
            "withdrawals",
            null,
            false,
            RowTraits.none(),
            must("id", Types.ID),
            must("file", Types.FILE_NAME),
            must("row", Types.ROW),
            must("reason", Types.oneOf("error retracted consent_withdrawn court_order")),
            may("date", Types.TIME));

    /** Relations of {@code links.relation} that stand open in the graph; any other is kept, sealed. */
    public static final Set<String> RELATIONS = words(
            "owns uses holds directs works_for commands family associate recruits transports guards harbours"
                    + " exploits supplies finances member_of located_at visited lives_at represents forged_for shares_with");

    private static final Map<String, RecordFile> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RecordFile::fileName, f -> f));

    private final String fileName;
    private final @Nullable EntityKind describes;
    private final boolean sourced;
    private final RowTraits traits;
    private final Map<String, Column> columns;

    RecordFile(String fileName, @Nullable EntityKind describes, boolean sourced, RowTraits traits, Column... columns) {
        this.fileName = fileName;
        this.describes = describes;
        this.sourced = sourced;
        this.traits = traits;
        var byName = new LinkedHashMap<String, Column>();
        for (Column column : columns) {
            byName.put(column.name(), column);
        }
        if (sourced) {
            byName.put("source", new Column("source", Types.refs(EntityKind.SOURCE), true));
            byName.put("grade", new Column("grade", new ColumnType.GradeText(), false));
            byName.put("grade_scheme", new Column("grade_scheme", new ColumnType.Code(), false));
        }
        this.columns = java.util.Collections.unmodifiableMap(byName);
    }

    /** Name without {@code .csv}, as it stands in keys: {@code contacts}. */
    public String fileName() {
        return fileName;
    }

    /** What a row of this file describes, where other rows may refer to it. */
    public Optional<EntityKind> describes() {
        return Optional.ofNullable(describes);
    }

    /** Whether every row needs at least one source (the files marked S). */
    public boolean isSourced() {
        return sourced;
    }

    /** What its rows mean beyond the types of their columns. */
    public RowTraits traits() {
        return traits;
    }

    /** Columns by whose text a search finds what a row describes or says something of; most files have none. */
    public List<Column> searchable() {
        boolean ofOneThing =
                describes != null && describes.isEntity() || traits.says().isPresent();
        return columns().stream()
                .filter(c -> ofOneThing
                        && c.type().text().filter(TextKind::isSearchable).isPresent())
                .toList();
    }

    /** Columns in the order of the contract, {@code source}, {@code grade} and {@code grade_scheme} last. */
    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    public Optional<Column> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /**
     * Whether a valid cell stands readable in the graph. Of columns that the contract does not know only the strength of a
     * tie does: a number tells nobody apart.
     */
    public boolean isOpen(String column, String cell) {
        Column known = columns.get(column);
        return known == null
                ? this == LINKS
                        && column.equals(Strength.COLUMN)
                        && Strength.of(cell).isPresent()
                : known.type().isOpen(cell);
    }

    /** The node label of this file's rows: {@code ProtectionNeeds} for {@code protection_needs.csv}. */
    public String label() {
        return Arrays.stream(fileName.split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The key of a row of this file. {@code OFFICIALS} rows are keyed by {@link #officialKey}. */
    public Key key(String namespace, String id) {
        return describes != null && describes.isEntity() ? Key.of(namespace, id) : Key.of(namespace, fileName, id);
    }

    /** The key of an {@code officials} row: {@code NS:officials/PERSON@AGENCY} with {@code @FROM} where it is given. */
    public static Key officialKey(String namespace, String person, String agency, String from) {
        return Key.of(namespace, OFFICIALS.fileName, person + "@" + agency + (from.isEmpty() ? "" : "@" + from));
    }

    public static Optional<RecordFile> named(String fileName) {
        return Optional.ofNullable(BY_NAME.get(fileName));
    }

    /** The file whose rows describe things of this kind. */
    public static RecordFile describing(EntityKind kind) {
        return Arrays.stream(values())
                .filter(f -> f.describes == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    private static Column must(String name, ColumnType type) {
        return new Column(name, type, true);
    }

    private static Column may(String name, ColumnType type) {
        return new Column(name, type, false);
    }
}
