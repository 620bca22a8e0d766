package org.jejak.ingest.htcds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.Nobody;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.LineIds;
import org.jejak.ingest.translation.Table;
import org.jspecify.annotations.Nullable;

/**
 * Turns one line into rows of the contract. The standard fixes no ids: a line is known by {@code Id}, {@code cas_Id} or
 * {@code cas_CaseNumber}, its person by {@code prs_Id}, its organisation by {@code org_Id}. Without them a line is known
 * by the name of its file and the person's identity number, else by name and date of birth, else by all of its cells:
 * where a corrected file of that name comes, what is known by the first two is superseded, and what is not changed stays.
 * Where a person lives stays with the person: as a place of its own it would be shown to people to
 * whom the person is not.
 */
final class HtcdsTranslator {

    private static final List<String> OWN_IDS = List.of("Id", "cas_Id", "cas_CaseNumber", "hte_Id");

    /** What tells people apart who have no number. */
    private static final List<String> NAMES = List.of("prs_FirstName", "prs_MiddleName", "prs_SecondName");

    private final DeliveredFile file;
    private final MadeIds ids;
    private final LineIds lineIds;
    private final Map<String, String> organizations = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    HtcdsTranslator(DeliveredFile file, MadeIds ids) {
        this.file = file;
        this.ids = ids;
        this.lineIds = new LineIds(file, ids);
    }

    FileRows rows(Table.Line line) {
        return new Reading(line).rows();
    }

    /** One line on its way. */
    private final class Reading extends HtcdsLineRows {

        private final String id;
        private final Optional<String> personId;
        private final boolean described;
        private @Nullable MadeId made;

        Reading(Table.Line line) {
            super(line);
            Optional<String> given = cells.take("prs_Id").or(() -> cells.take("Person"));
            this.id = OWN_IDS.stream()
                    .flatMap(field -> cells.take(field).stream())
                    .findFirst()
                    .map(DeliveredFile::id)
                    .orElseGet(() -> given.filter(g -> cells.has("prs"))
                            .map(this::numbered)
                            .orElseGet(() -> known(line)));
            boolean aboutSomebody = Stream.of("prs", "vic", "per", "cas", "hte", "spl", "con", "cco")
                    .anyMatch(cells::has);
            this.personId =
                    given.map(DeliveredFile::id).or(() -> Optional.of(id).filter(any -> aboutSomebody));
            this.described = given.isEmpty() || cells.has("prs");
        }

        private String known(Table.Line line) {
            String identity = cells.peek("prs_IdentityNumber");
            if (!identity.isEmpty()) {
                return lineIds.of("identity", List.of(identity));
            }
            List<String> names = NAMES.stream().map(cells::peek).toList();
            String born = cells.peek("prs_Birthdate");
            if (!born.isEmpty() && names.stream().anyMatch(n -> !n.isEmpty())) {
                MadeId known = lineIds.made(
                        "person",
                        Stream.concat(names.stream(), Stream.of(born))
                                .map(MadeId.Part::fixed)
                                .toList());
                made = known;
                return known.id();
            }
            String organization = cells.peek("org_Name");
            boolean onlyOrganization = line.cells().keySet().stream().allMatch(c -> c.startsWith("org_"));
            return onlyOrganization && !organization.isEmpty()
                    ? lineIds.of("organization", List.of(organization, cells.peek("org_ShippingCountry")))
                    : lineIds.of(line);
        }

        /** Where a person has several lines, each is one of its own. */
        private String numbered(String person) {
            int before = lines.merge(person, 1, Integer::sum);
            return DeliveredFile.id(person) + (before == 1 ? "" : "#" + before);
        }

        FileRows rows() {
            if (cells.has("org")) {
                organization();
            }
            if (personId.isEmpty()) {
                keepApart();
                return rows;
            }
            String person = personId.get();
            boolean declined = value("vic_TraffickingStatus").equals("NotAVictimOfTrafficking");
            boolean victim =
                    !declined && Stream.of("vic", "hte", "cas", "spl", "con").anyMatch(cells::has);
            if (victim) {
                var role = begun("#victim");
                role.put("person", person);
                role.put("role", "victim");
                add("roles", role);
            }
            if (cells.has("per")) {
                perpetrator(person);
            }
            if (!declined && cells.has("vic")) {
                exploitation(person);
            }
            if (cells.has("hte")) {
                event(person);
            }
            caseFile(person);
            if (described) {
                person(person);
            }
            MadeId known = made;
            if (known != null) {
                rows.restOn(known);
            }
            return rows;
        }

        private Map<String, String> begun(String suffix) {
            return FileRows.begun(DeliveredFile.fitted(id + suffix), file.sourceId());
        }

        private void person(String person) {
            var row = FileRows.begun(person, file.sourceId());
            String name = NAMES.stream()
                    .map(cells::peek)
                    .filter(part -> !Nobody.is(part))
                    .collect(Collectors.joining(" "));
            if (!name.isEmpty()) {
                row.put("name", name);
                NAMES.forEach(cells::take);
            }
            sex(row);
            String born = cells.peek("prs_Birthdate");
            date("prs_Birthdate", "persons", row, "birth_date");
            countries("prs_Citizenship", "persons", row, "nationality", true);
            cells.take("prs_IdentityNumber").ifPresent(number -> identity(person, number, row.get("nationality")));
            reach(person, "prs_MobilePhone", "phones", "number", "mobile");
            reach(person, "prs_HomePhone", "phones", "number", "home");
            reach(person, "prs_Email", "handles", "value", "email");
            row.putAll(cells.rest());
            var unread = flawOf("persons", row)
                    .filter(flaw -> flaw.column().equals("birth_date"))
                    .map(RawRow.Flaw::value);
            String given = unread.orElse(row.getOrDefault("birth_date", ""));
            add("persons", row, Optional.ofNullable(made).map(known -> bornAs(known, born, given)));
        }

        /** Whose date of birth is corrected is known by the corrected one. */
        private static MadeId bornAs(MadeId known, String written, String given) {
            var parts = new ArrayList<>(known.parts());
            parts.set(parts.size() - 1, new MadeId.Part(written, "birth_date", given, ""));
            return known.with(parts);
        }

        private void identity(String person, String number, @Nullable String nationality) {
            var paper = FileRows.begun(DeliveredFile.fitted(person + "#identity"), file.sourceId());
            paper.put("kind", "other");
            paper.put("number", number);
            paper.put("holder", person);
            if (nationality != null && nationality.length() == 2) {
                paper.put("country", nationality);
            }
            add("documents", paper);
        }

        /** Numbers and addresses are things of their own, so that who shares one is seen to share it. */
        private void reach(String owner, String field, String thing, String column, String suffix) {
            cells.take(field).ifPresent(value -> {
                var reached = FileRows.begun(DeliveredFile.fitted(owner + "#" + suffix), file.sourceId());
                reached.put(column, value);
                if (thing.equals("handles")) {
                    reached.put("kind", "email");
                }
                add(thing, reached);
                link(owner, "uses", DeliveredFile.fitted(owner + "#" + suffix), owner + "#uses-" + suffix);
            });
        }

        private void link(String subject, String relation, String object, String linkId) {
            var link = FileRows.begun(DeliveredFile.fitted(linkId), file.sourceId());
            link.put("subject", subject);
            link.put("relation", relation);
            link.put("object", object);
            add("links", link);
        }

        private void perpetrator(String person) {
            var roles = new LinkedHashMap<String, String>();
            cells.peekAll("per_RoleInProcess")
                    .forEach(text -> HtcdsWords.value("per_RoleInProcess", text)
                            .ifPresentOrElse(
                                    known -> roles.putIfAbsent(HtcdsWords.ROLE.getOrDefault(known, "suspect"), ""),
                                    () -> roles.putIfAbsent(text, text)));
            if (roles.isEmpty()) {
                roles.put("suspect", "");
            }
            cells.peekAll("per_Organisation").forEach(name -> {
                String organization = organization(name);
                link(person, "member_of", organization, id + "#member");
            });
            Optional<String> note = cells.take("per_RoleDetails");
            Map<String, String> rest = cells.rest("per");
            int n = 0;
            for (var role : roles.entrySet()) {
                var row = begun("#role" + ++n);
                row.put("person", person);
                row.put("role", role.getKey());
                if (!role.getValue().isEmpty()) {
                    flaw(
                            "roles",
                            row,
                            "role",
                            role.getValue(),
                            "per_RoleInProcess: '" + role.getValue()
                                    + "' is neither a value nor a label of the standard: "
                                    + HtcdsWords.values("per_RoleInProcess"));
                }
                note.ifPresent(text -> row.put("note", text));
                row.putAll(rest);
                add("roles", row);
            }
        }

        private void exploitation(String person) {
            var recruitment = cells.take("vic_LocationOfRecruitment");
            recruitment.ifPresent(where -> {
                var row = begun("#recruitment");
                row.put("victim", person);
                row.put("acts", "recruitment");
                row.put("place", place(where));
                add("exploitations", row);
            });
            var row = begun("#exploitation");
            row.put("victim", person);
            if (recruitment.isEmpty() && !cells.peek("vic_MethodOfRecruitment").isEmpty()) {
                row.put("acts", "recruitment");
            }
            row.put("means", String.join("|", HtcdsWords.means(controls(row))));
            row.put(
                    "purposes",
                    String.join(
                            "|",
                            HtcdsWords.purposes(
                                    values("vic_TypeOfExploitation", "exploitations", row, "purposes"),
                                    values("vic_TypeOfSexExploitation", "exploitations", row, "purposes"))));
            if (!cells.peek("vic_TraffickingStatus").isEmpty()
                    && value("vic_TraffickingStatus").isEmpty()) {
                unknown(
                        "vic_TraffickingStatus",
                        cells.peek("vic_TraffickingStatus"),
                        "exploitations",
                        row,
                        "vic_TraffickingStatus");
            }
            cells.take("vic_LocationOfExploitation").ifPresent(where -> row.put("place", place(where)));
            cells.take("vic_ForcedLabourIndustry").ifPresent(sector -> row.put("sector", sector));
            row.putAll(cells.rest("vic"));
            add("exploitations", row);
        }

        /** Where and when somebody was recruited, taken along or exploited. */
        private void event(String person) {
            var row = begun("#event");
            row.put("victim", person);
            Optional.ofNullable(HtcdsWords.ACT.get(value("hte_Type"))).ifPresent(act -> row.put("acts", act));
            if (!cells.peek("hte_Type").isEmpty() && value("hte_Type").isEmpty()) {
                unknown("hte_Type", cells.peek("hte_Type"), "exploitations", row, "acts");
            }
            date("hte_Date", "exploitations", row, "from");
            eventPlace().ifPresent(place -> row.put("place", place));
            row.putAll(cells.rest("hte"));
            add("exploitations", row);
        }

        private Optional<String> eventPlace() {
            var place = begun("#event-at");
            String written = cells.peek("hte_Country");
            countries("hte_Country", "places", place, "country", false);
            String country = place.getOrDefault("country", written);
            String name = Stream.of("hte_Street", "hte_PostalCode", "hte_City", "hte_State")
                    .flatMap(field -> cells.take(field).stream())
                    .collect(Collectors.joining(", "));
            Optional<String> lat = cells.takeIf("hte_Latitude", HtcdsTranslator::isDegrees);
            Optional<String> lon = cells.takeIf("hte_Longitude", HtcdsTranslator::isDegrees);
            String shown = name.isEmpty() ? country : name;
            if (shown.isEmpty() && lat.isEmpty()) {
                return Optional.empty();
            }
            place.put("name", shown.isEmpty() ? lat.orElse("") + ", " + lon.orElse("") : shown);
            place.put("kind", "other");
            lat.ifPresent(value -> place.put("lat", value));
            lon.ifPresent(value -> place.put("lon", value));
            add("places", place);
            return Optional.of(String.valueOf(place.get("id")));
        }

        /** Status, referrals, plan and consent: a referral where the plan says to what, the rest beside the person. */
        private void caseFile(String person) {
            List<String> services = cells.peekAll("spl_Type");
            String plan = services.size() == 1
                    ? HtcdsWords.value("spl_Type", services.getFirst()).orElse(services.getFirst())
                    : "";
            boolean known = services.size() == 1
                    && HtcdsWords.value("spl_Type", services.getFirst()).isPresent();
            String service = known ? HtcdsWords.SERVICE.get(plan) : plan.isEmpty() ? null : plan;
            String to = cells.peek("cas_ReferredOrganisation");
            if (service != null && !to.isEmpty()) {
                var referral = begun("#referral");
                referral.put("person", person);
                referral.put("to", organization(to));
                referral.put("kind", service);
                if (!known) {
                    unknown("spl_Type", plan, "referrals", referral, "kind");
                }
                date("cas_OutgoingReferralDate", "referrals", referral, "requested");
                add("referrals", referral);
            }
            String status = cells.peek("cas_Status");
            Map<String, String> rest = described ? cells.rest("cas", "cco", "spl", "con", "vic") : cells.rest();
            if (!rest.isEmpty()) {
                var row = begun("#case");
                row.put("entity", person);
                row.put("property", "case");
                row.put("value", status.isEmpty() ? "recorded" : status);
                row.putAll(rest);
                add("statements", row);
            }
        }

        private void organization() {
            String own = cells.take("org_Id").map(DeliveredFile::id).orElse(id + (personId.isPresent() ? "#org" : ""));
            var row = FileRows.begun(own, file.sourceId());
            cells.take("org_Name").ifPresent(name -> row.put("name", name));
            row.put("kind", HtcdsWords.ORGANIZATION.getOrDefault(value("org_Type"), "other"));
            if (!cells.peek("org_Type").isEmpty() && value("org_Type").isEmpty()) {
                unknown("org_Type", cells.peek("org_Type"), "organizations", row, "kind");
            }
            countries("org_ShippingCountry", "organizations", row, "country", false);
            reach(own, "org_Phone", "phones", "number", "phone");
            row.putAll(cells.rest("org"));
            if (personId.isEmpty()) {
                row.putAll(cells.rest());
            }
            add("organizations", row);
        }

        /** One that is only named; the same name in one file is the same organisation. */
        private String organization(String name) {
            return organizations.computeIfAbsent(name, first -> {
                var row = named("organizations", name);
                row.put("name", name);
                row.put("kind", "other");
                add("organizations", row);
                return String.valueOf(row.get("id"));
            });
        }

        private String place(String name) {
            return places.computeIfAbsent(name, first -> {
                var row = named("places", name);
                row.put("name", name);
                row.put("kind", "other");
                add("places", row);
                return String.valueOf(row.get("id"));
            });
        }

        private Map<String, String> named(String kind, String name) {
            return FileRows.begun(ids.of("htcds-" + kind, List.of(file.name(), name)), file.sourceId());
        }

        /** A line about nobody and nothing: kept as it is. */
        private void keepApart() {
            var rest = cells.rest();
            if (!rest.isEmpty()) {
                var row = new LinkedHashMap<>(begun(""));
                row.putAll(rest);
                rows.add("htcds", number, row);
            }
        }
    }

    private static boolean isDegrees(String text) {
        return text.matches("-?\\d{1,3}(\\.\\d+)?");
    }
}
