package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.network.Protecting.Basis;
import org.jejak.network.Protecting.Claim;
import org.jejak.network.Protecting.Condition;
import org.jejak.network.Protecting.Reach;
import org.jejak.network.Protecting.Unless;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the contract, as far as one row alone can tell. */
class ProtectingTest {

    private static final Key ROW = new Key("T:row");

    /** Columns that name persons in files that protect nobody, and why each is right to protect nobody. */
    private static final Map<String, String> NAMES_NOBODY_TO_PROTECT = new TreeMap<>(Map.ofEntries(
            Map.entry("officials.person", "serves a state"),
            Map.entry("officials.supervisor", "serves a state"),
            Map.entry("statements.entity", "its property's own column says"),
            Map.entry("payments.payer", "paying protects nobody; a debt stands in employments"),
            Map.entry("payments.payee", "being paid protects nobody"),
            Map.entry("contacts.a", "calling protects nobody"),
            Map.entry("contacts.b", "being called protects nobody"),
            Map.entry("passages.subject", "crossing a border protects nobody, irregularly neither"),
            Map.entry("passages.officer", "serves a state"),
            Map.entry("postings.official", "serves a state"),
            Map.entry("shifts.official", "serves a state"),
            Map.entry("duties.official", "serves a state"),
            Map.entry("duties.subjects", "being interviewed or arrested protects nobody by itself"),
            Map.entry("reports.official", "serves a state"),
            Map.entry("reports.about", "being seen protects nobody"),
            Map.entry("reports.to_official", "serves a state"),
            Map.entry("permits.official", "serves a state"),
            Map.entry("complaints.officials", "serves a state"),
            Map.entry("lookups.official", "serves a state"),
            Map.entry("lookups.subject", "being looked up protects nobody"),
            Map.entry("raids.known_to", "serves a state"),
            Map.entry("raids.ordered_by", "serves a state"),
            Map.entry("raids.held_by", "serves a state"),
            Map.entry("enquiries.about", "being asked about protects nobody"),
            Map.entry("proceedings.accused", "is accused"),
            Map.entry("consents.person", "consent alone does not say of what somebody is a victim"),
            Map.entry("judgements.a", "the other record's rows say"),
            Map.entry("judgements.b", "the other record's rows say")));

    private static Map<String, String> cells(String... pairs) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            cells.put(pairs[i], pairs[i + 1]);
        }
        return cells;
    }

    private static java.util.List<Claim> claims(RecordFile file, String... pairs) {
        var cells = cells(pairs);
        return Protecting.claims(file, ROW, column -> cells.getOrDefault(column, ""));
    }

    private static Set<String> named(RecordFile file, String... pairs) {
        return claims(file, pairs).stream()
                .flatMap(c -> c.persons().stream())
                .map(Key::local)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Protecting only(RecordFile file, String... pairs) {
        var claims = claims(file, pairs);
        assertThat(claims).hasSize(1);
        return claims.getFirst().rule();
    }

    @Test
    void everyFileSaysWhatItsRowsMean() {
        for (RecordFile file : RecordFile.values()) {
            assertThat(file.traits())
                    .as("%s must state its traits", file.fileName())
                    .isNotNull();
        }
    }

    @Test
    void everyColumnOfTextSaysWhatPeopleWriteInIt() {
        for (RecordFile file : RecordFile.values()) {
            for (Column column : file.columns()) {
                if (column.type() instanceof ColumnType.Text || column.type() instanceof ColumnType.Texts) {
                    assertThat(column.type().text())
                            .as("%s.%s must have a kind of text", file.fileName(), column.name())
                            .isPresent();
                }
            }
        }
    }

    @Test
    void whereAFileProtectsNobodySomebodyHasThoughtAboutEveryColumnThatNamesAPerson() {
        var columns = Stream.of(RecordFile.values())
                .filter(file -> file.traits().protects().isEmpty())
                .flatMap(file -> file.columns().stream()
                        .filter(c -> c.type() instanceof ColumnType.Reference to
                                && to.kinds().contains(EntityKind.PERSON))
                        .map(c -> file.fileName() + "." + c.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(columns)
                .as("a new column that names persons: say in the contract whether it protects them, then here why not")
                .isEqualTo(NAMES_NOBODY_TO_PROTECT.keySet());
    }

    @Test
    void everyRuleGoesByColumnsThatItsFileHas() {
        for (RecordFile file : RecordFile.values()) {
            for (Protecting rule : file.traits().protects()) {
                rule.column()
                        .ifPresent(c ->
                                assertThat(file.column(c)).as(file + " " + c).isPresent());
                for (Condition condition : rule.conditions()) {
                    var column = switch (condition) {
                        case Condition.OneOf one -> one.column();
                        case Condition.Given given -> given.column();
                        case Condition.AtPlace at -> at.column();
                        case Condition.Child child -> "birth_date";
                    };
                    assertThat(file.column(column)).as(file + " " + column).isPresent();
                    if (condition instanceof Condition.OneOf one
                            && file.column(column).orElseThrow().type() instanceof ColumnType.Closed closed) {
                        assertThat(closed.values()).containsAll(one.words());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"victim", "survivor"})
    void aVictimOrSurvivorIsProtectedForEverybodyWhateverElseTheyAre(String role) {
        var rule = only(RecordFile.ROLES, "person", "T:p", "role", role);
        assertThat(rule.reach()).isEqualTo(Reach.STORE);
        assertThat(rule.unless()).isEqualTo(Unless.NEVER);
    }

    @Test
    void aWitnessIsProtectedEverywhereUnlessTheyAreAnOffenderAndAnInformantWhereTheRowIs() {
        assertThat(only(RecordFile.ROLES, "person", "T:p", "role", "witness").reach())
                .isEqualTo(Reach.CASE_OF_OFFENDERS);
        assertThat(only(RecordFile.ROLES, "person", "T:p", "role", "informant").reach())
                .isEqualTo(Reach.CASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "other"
            })
    void anyOtherRoleProtectsOnlyWhoWasForcedIntoIt(String role) {
        assertThat(claims(RecordFile.ROLES, "person", "T:p", "role", role)).isEmpty();
        assertThat(claims(RecordFile.ROLES, "person", "T:p", "role", role, "coerced", "false"))
                .isEmpty();
        var rule = only(RecordFile.ROLES, "person", "T:p", "role", role, "coerced", "true");
        assertThat(rule.reach()).isEqualTo(Reach.STORE);
        assertThat(rule.unless()).isEqualTo(Unless.NEVER);
    }

    @Test
    void whoIsExploitedIsProtectedAndTheExploiterIsNot() {
        assertThat(named(RecordFile.EXPLOITATIONS, "victim", "T:p", "exploiter", "T:q"))
                .containsExactly("p");
        assertThat(named(RecordFile.LINKS, "subject", "T:q", "relation", "exploits", "object", "T:p"))
                .containsExactly("p");
        assertThat(claims(RecordFile.LINKS, "subject", "T:q", "relation", "harbours", "object", "T:p"))
                .isEmpty();
    }

    @Test
    void whoWasAssistedAsAVictimIsProtectedAndWhoWasArrestedIsNot() {
        assertThat(named(RecordFile.OUTCOMES, "kind", "victim_assisted", "persons", "T:p|T:q"))
                .containsExactly("p", "q");
        assertThat(claims(RecordFile.OUTCOMES, "kind", "arrest", "persons", "T:p"))
                .isEmpty();
        assertThat(claims(RecordFile.OUTCOMES, "kind", "victim_assisted", "count", "70"))
                .as("nobody is named")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"possible", "actual", "pending", "", "not_trafficked"})
    void aScreeningOfAnyStatusClaimsAndRestsOnTheScreening(String status) {
        var rule = only(RecordFile.SCREENINGS, "person", "T:p", "date", "2020", "status", status);
        assertThat(rule.basis()).isEqualTo(Basis.SCREENING);
        assertThat(rule.unless()).isEqualTo(Unless.NEVER);
    }

    @Test
    void aReferralAndAProtectionNeedProtectAndARemovalOrderDoesNot() {
        assertThat(named(RecordFile.REFERRALS, "person", "T:p", "kind", "legal"))
                .containsExactly("p");
        assertThat(named(RecordFile.PROTECTION_NEEDS, "person", "T:p", "kind", "stateless"))
                .containsExactly("p");
        assertThat(named(RecordFile.ORDERS, "person", "T:p", "kind", "interim_protection"))
                .containsExactly("p");
        assertThat(named(RecordFile.ORDERS, "person", "T:p", "kind", "protection"))
                .containsExactly("p");
        assertThat(claims(RecordFile.ORDERS, "person", "T:p", "kind", "removal"))
                .isEmpty();
    }

    @Test
    void remainsAndTheMissingAreProtectedAndTheDeadAloneAreNot() {
        assertThat(named(RecordFile.PERSONS, "remains", "true")).containsExactly("row");
        assertThat(claims(RecordFile.PERSONS, "remains", "false")).isEmpty();
        assertThat(named(RecordFile.PERSONS, "missing_since", "2014")).containsExactly("row");
        assertThat(claims(RecordFile.PERSONS, "died", "2014", "last_seen", "T:h"))
                .isEmpty();
    }

    @Test
    void anAgeClaimsAndOthersDecideWhetherItStillHolds() {
        for (var pair : Map.of("birth_date", "2010", "age_to", "15", "thought_child", "true")
                .entrySet()) {
            assertThat(only(RecordFile.PERSONS, pair.getKey(), pair.getValue()).conditions())
                    .containsExactly(new Condition.Child());
        }
        assertThat(claims(RecordFile.PERSONS, "thought_child", "false", "age_from", "12"))
                .isEmpty();
    }

    @Test
    void aStatementClaimsWhatItsValueWouldInThePersonsOwnRow() {
        assertThat(named(RecordFile.STATEMENTS, "entity", "T:p", "property", "remains", "value", "true"))
                .containsExactly("p");
        assertThat(named(RecordFile.STATEMENTS, "entity", "T:p", "property", "birth_date", "value", "2011"))
                .containsExactly("p");
        assertThat(named(RecordFile.STATEMENTS, "entity", "T:p", "property", "missing_since", "value", "2011"))
                .containsExactly("p");
        assertThat(claims(RecordFile.STATEMENTS, "entity", "T:p", "property", "name", "value", "true"))
                .isEmpty();
    }

    @Test
    void aStatementThatDeniesProtectsNobody() {
        assertThat(claims(
                        RecordFile.STATEMENTS,
                        "entity",
                        "T:p",
                        "property",
                        "remains",
                        "value",
                        "true",
                        "contradicts",
                        "true"))
                .isEmpty();
    }

    @Test
    void custodyProtectsAfterARaidOrByThePlaceAndRestsOnCustody() {
        var claims = claims(RecordFile.CUSTODY, "person", "T:p", "place", "T:h", "in", "2020", "raid", "T:raids/r");
        assertThat(claims).hasSize(2).allSatisfy(claim -> {
            assertThat(claim.rule().basis()).isEqualTo(Basis.CUSTODY);
            assertThat(claim.rule().unless()).isEqualTo(Unless.OFFICIAL_OR_OFFENDER);
        });
        var place = only(RecordFile.CUSTODY, "person", "T:p", "place", "T:h", "in", "2020");
        assertThat(place.conditions())
                .containsExactly(new Condition.AtPlace(
                        "place", Set.of("camp", "holding_house", "scam_compound", "detention_centre")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"located_at", "lives_at"})
    void whoIsOrLivesAtAPlaceIsProtectedIfItIsACampHoldingHouseOrCompound(String relation) {
        var rule = only(RecordFile.LINKS, "subject", "T:p", "relation", relation, "object", "T:h");
        assertThat(rule.unless()).isEqualTo(Unless.OFFICIAL_OR_OFFENDER);
        assertThat(rule.conditions())
                .contains(new Condition.AtPlace("object", Set.of("camp", "holding_house", "scam_compound")));
        assertThat(claims(RecordFile.LINKS, "subject", "T:p", "relation", "visited", "object", "T:h"))
                .isEmpty();
    }

    @Test
    void whoIsMovedHoldsARefugeesCardOrOwesTheirEmployerIsProtectedUnlessASuspect() {
        assertThat(named(RecordFile.MOVEMENTS, "origin", "T:a", "destination", "T:b", "persons", "T:p|T:q"))
                .containsExactly("p", "q");
        for (Protecting rule : Set.of(
                only(RecordFile.MOVEMENTS, "persons", "T:p"),
                only(RecordFile.DOCUMENTS, "holder", "T:p", "kind", "unhcr_card"),
                only(RecordFile.EMPLOYMENTS, "worker", "T:p", "papers_retained", "true"),
                only(RecordFile.EMPLOYMENTS, "worker", "T:p", "debt", "1200.50"))) {
            assertThat(rule.unless()).isEqualTo(Unless.OFFICIAL_OR_SUSPECT);
            assertThat(rule.basis()).isEqualTo(Basis.STANDING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "00"})
    void noDebtAtAllProtectsNobody(String debt) {
        assertThat(claims(RecordFile.EMPLOYMENTS, "worker", "T:p", "debt", debt, "papers_retained", "false"))
                .isEmpty();
    }

    @Test
    void retainedPapersInDocumentsAndAnyOtherPaperProtectNobody() {
        assertThat(claims(
                        RecordFile.DOCUMENTS,
                        "holder",
                        "T:p",
                        "kind",
                        "passport",
                        "status",
                        "retained",
                        "retained_by",
                        "T:q"))
                .isEmpty();
        assertThat(claims(RecordFile.DOCUMENTS, "kind", "unhcr_card"))
                .as("nobody holds it")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whomARuleSparesGoesByTheRolesTheyHave(Unless unless) {
        assertThat(unless.spares(Set.of())).isFalse();
        assertThat(unless.spares(Set.of("victim", "relative", "employer", "other", "witness")))
                .isFalse();
        assertThat(unless.spares(Set.of("suspect"))).isEqualTo(unless == Unless.OFFICIAL_OR_SUSPECT);
        for (String role :
                Set.of("official", "recruiter", "transporter", "guard", "organiser", "financier", "broker")) {
            assertThat(unless.spares(Set.of("suspect", role))).as(role).isEqualTo(unless != Unless.NEVER);
        }
    }
}
