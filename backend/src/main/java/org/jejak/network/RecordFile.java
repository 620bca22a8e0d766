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
            must("id", Types.ID),
            must(
                    "kind",
                    Types.oneOf(
                            "testimony interview bank_record phone_record travel_record roster gate_log seizure cctv court patrol_log tip open_source registry hotline other")),
            may("title", Types.TEXT),
            may("date", Types.TIME),
            may("origin", Types.TEXT),
            may("reliability", Types.RELIABILITY),
            may("credibility", Types.CREDIBILITY),
            may("handling", Types.HANDLING),
            may("language", Types.CODE),
            may("text", Types.TEXT),
            may("file", Types.TEXT),
            may("sha256", Types.SHA256)),
    PERSONS(
            "persons",
            EntityKind.PERSON,
            true,
            must("id", Types.ID),
            may("name", Types.TEXT),
            may("aliases", Types.TEXTS),
            may("sex", Types.oneOf("female male other")),
            may("birth_date", Types.PERSONAL_DATE),
            may("nationality", Types.COUNTRIES),
            may("undocumented", Types.BOOL),
            may("remains", Types.BOOL),
            may("died", Types.PERSONAL_DATE),
            may("missing_since", Types.PERSONAL_DATE),
            may("note", Types.TEXT)),
    ORGANIZATIONS(
            "organizations",
            EntityKind.ORGANIZATION,
            true,
            must("id", Types.ID),
            must("name", Types.TEXT),
            must(
                    "kind",
                    Types.oneOf(
                            "agency recruitment_agency outsourcing_company employer front_company transport_company financial_institution ngo community_group syndicate other")),
            may("country", Types.COUNTRY),
            may("registration", Types.TEXT)),
    PLACES(
            "places",
            EntityKind.PLACE,
            true,
            must("id", Types.ID),
            must("name", Types.TEXT),
            must(
                    "kind",
                    Types.oneOf(
                            "camp grave_site holding_house checkpoint border_crossing jetty port airport detention_centre police_station factory plantation fishing_site entertainment_venue scam_compound shelter home office other")),
            may("country", Types.COUNTRY),
            may("lat", Types.SIGNED),
            may("lon", Types.SIGNED),
            may("part_of", Types.ref(EntityKind.PLACE)),
            may("capacity", Types.COUNT)),
    VEHICLES(
            "vehicles",
            EntityKind.VEHICLE,
            true,
            must("id", Types.ID),
            must("kind", Types.oneOf("car van lorry bus motorcycle boat ship aircraft")),
            may("registration", Types.TEXT),
            may("country", Types.COUNTRY),
            may("imo", Types.TEXT),
            may("mmsi", Types.TEXT),
            may("flag", Types.COUNTRY),
            may("make", Types.TEXT),
            may("model", Types.TEXT),
            may("colour", Types.TEXT)),
    PHONES("phones", EntityKind.PHONE, true, must("id", Types.ID), may("number", Types.TEXT), may("imei", Types.TEXT)),
    ACCOUNTS(
            "accounts",
            EntityKind.ACCOUNT,
            true,
            must("id", Types.ID),
            must("kind", Types.oneOf("bank ewallet crypto hawala cash")),
            may("number", Types.TEXT),
            may("institution", Types.TEXT),
            may("iban", Types.TEXT),
            may("country", Types.COUNTRY)),
    DOCUMENTS(
            "documents",
            EntityKind.DOCUMENT,
            true,
            must("id", Types.ID),
            must(
                    "kind",
                    Types.oneOf(
                            "passport identity_card visa work_permit birth_certificate unhcr_card seaman_book other")),
            may("number", Types.TEXT),
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
            must("id", Types.ID),
            must("kind", Types.oneOf("email social url advert game crypto_address")),
            must("value", Types.TEXT),
            may("platform", Types.TEXT)),
    ROLES(
            "roles",
            null,
            true,
            must("id", Types.ID),
            must("person", Types.ref(EntityKind.PERSON)),
            must(
                    "role",
                    Types.oneOf(
                            "suspect recruiter transporter guard organiser financier document_forger broker employer victim survivor witness informant official relative other")),
            may("from", Types.FROM),
            may("to", Types.TO),
            may("coerced", Types.BOOL),
            may("note", Types.TEXT)),
    OFFICIALS(
            "officials",
            null,
            true,
            must("person", Types.ref(EntityKind.PERSON)),
            must("agency", Types.ref(EntityKind.ORGANIZATION)),
            may("rank", Types.TEXT),
            may("badge", Types.TEXT),
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
            must("id", Types.ID),
            must("entity", Types.ref(Types.ENTITIES)),
            must("property", Types.CODE),
            must("value", Types.TEXT),
            may("from", Types.FROM),
            may("to", Types.TO),
            may("recorded", Types.TIME),
            may("contradicts", Types.BOOL)),
    LINKS(
            "links",
            null,
            true,
            must("id", Types.ID),
            must("subject", Types.ref(Types.ENTITIES)),
            must("relation", Types.RELATION),
            must("object", Types.ref(Types.ENTITIES)),
            may("from", Types.FROM),
            may("to", Types.TO),
            may("note", Types.TEXT)),
    PAYMENTS(
            "payments",
            null,
            true,
            must("id", Types.ID),
            must("payer", Types.ref(EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.ACCOUNT)),
            must("payee", Types.ref(EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.ACCOUNT)),
            must("amount", Types.DECIMAL),
            must("currency", Types.CURRENCY),
            may("time", Types.TIME),
            may("method", Types.oneOf("bank cash ewallet crypto hawala in_kind")),
            may("purpose", Types.TEXT)),
    RATES(
            "rates",
            null,
            true,
            must("id", Types.ID),
            must("currency", Types.CURRENCY),
            must("into", Types.CURRENCY),
            must("rate", Types.DECIMAL),
            must("date", Types.TIME)),
    CONTACTS(
            "contacts",
            null,
            true,
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
            must("id", Types.ID),
            must("person", Types.ref(EntityKind.PERSON)),
            must("place", Types.ref(EntityKind.PLACE)),
            must("in", Types.TIME),
            may("out", Types.TIME),
            may("outcome", Types.oneOf("held charged released deported transferred escaped died unknown")),
            may("released_to", Types.ref(EntityKind.PERSON, EntityKind.ORGANIZATION)),
            may("authorised_by", Types.ref(EntityKind.PERSON)),
            may("raid", Types.ref(EntityKind.RAID))),
    EXPLOITATIONS(
            "exploitations",
            null,
            true,
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
            may("sector", Types.TEXT),
            may("debt", Types.DECIMAL),
            may("currency", Types.CURRENCY),
            may("from", Types.FROM),
            may("to", Types.TO)),
    POSTINGS(
            "postings",
            null,
            true,
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
            must("id", Types.ID),
            must("official", Types.ref(EntityKind.PERSON)),
            must("organization", Types.ref(EntityKind.ORGANIZATION)),
            must("kind", Types.oneOf("quota visa licence inspection_pass")),
            may("applied", Types.TIME),
            must("decided", Types.TIME),
            must("decision", Types.oneOf("approved refused")),
            may("objection", Types.BOOL)),
    COMPLAINTS(
            "complaints",
            null,
            true,
            must("id", Types.ID),
            must("date", Types.TIME),
            must("officials", Types.refs(EntityKind.PERSON)),
            may("kind", Types.TEXT),
            may("finding", Types.oneOf("sustained not_sustained unfounded pending"))),
    LOOKUPS(
            "lookups",
            null,
            true,
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
            must("id", Types.ID),
            must("name", Types.TEXT),
            must("from", Types.FROM),
            may("to", Types.TO),
            may("lead", Types.ref(EntityKind.ORGANIZATION)),
            may("countries", Types.COUNTRIES),
            may("aims", Types.TEXTS),
            may("lessons", Types.TEXT)),
    RAIDS(
            "raids",
            EntityKind.RAID,
            true,
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
            must("id", Types.ID),
            may("operation", Types.ref(EntityKind.OPERATION)),
            must(
                    "kind",
                    Types.oneOf(
                            "victim_assisted warrant suspect_identified arrest investigation_opened bilateral_enquiry extradition_request conviction training awareness")),
            must("count", Types.COUNT),
            may("unit", Types.oneOf("persons events")),
            may("date", Types.TIME),
            may("country", Types.COUNTRY),
            may("sector", Types.TEXT),
            may("persons", Types.refs(EntityKind.PERSON))),
    SCREENINGS(
            "screenings",
            null,
            true,
            must("id", Types.ID),
            must("person", Types.ref(EntityKind.PERSON)),
            must("date", Types.TIME),
            may("raid", Types.ref(EntityKind.RAID)),
            must("instrument", Types.oneOf("ILO_LABOUR_ADULT ILO_LABOUR_CHILD ILO_SEX_ADULT ILO_SEX_CHILD")),
            may("indicators", Types.TEXTS),
            may("status", Types.oneOf("possible actual not_trafficked pending")),
            may("deciding_body", Types.TEXT),
            may("consent", Types.oneOf("given refused withdrawn not_asked")),
            may("penalties", Types.someOf("charged detained deported fined"))),
    REFERRALS(
            "referrals",
            null,
            true,
            must("id", Types.ID),
            must("person", Types.ref(EntityKind.PERSON)),
            must("to", Types.ref(EntityKind.ORGANIZATION)),
            must(
                    "kind",
                    Types.oneOf(
                            "shelter medical psychological legal financial visa_extension fee_waiver consular repatriation work_permit")),
            may("requested", Types.TIME),
            may("accepted", Types.TIME),
            may("refused_reason", Types.TEXT)),
    COMMITMENTS(
            "commitments",
            null,
            true,
            must("id", Types.ID),
            must("body", Types.ref(EntityKind.ORGANIZATION)),
            must("text", Types.TEXT),
            may("indicator", Types.TEXT),
            may("unit", Types.TEXT),
            may("target", Types.TEXT),
            must("due", Types.TIME),
            may("budget", Types.DECIMAL),
            may("currency", Types.CURRENCY),
            may("status", Types.oneOf("open met missed")),
            may("value", Types.TEXT),
            may("as_of", Types.TIME),
            may("evidence", Types.refs(EntityKind.SOURCE))),
    WITHDRAWALS(
            "withdrawals",
            null,
            false,
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
    private final Map<String, Column> columns;

    RecordFile(String fileName, @Nullable EntityKind describes, boolean sourced, Column... columns) {
        this.fileName = fileName;
        this.describes = describes;
        this.sourced = sourced;
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

    /** The node label of this file's rows: {@code Contacts} for {@code contacts.csv}. */
    public String label() {
        return Character.toUpperCase(fileName.charAt(0)) + fileName.substring(1);
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
