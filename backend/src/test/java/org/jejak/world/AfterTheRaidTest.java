package org.jejak.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RowCheck;
import org.jejak.ingest.RowOutcome;
import org.jejak.network.Key;
import org.jejak.network.Protecting;
import org.jejak.network.RecordFile;
import org.jejak.world.WorldTest.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a world says beyond names, ties and duty: ages, debts, care, promises, trials. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AfterTheRaidTest {

    private static final String DELIVERED = "2015-12-01";

    private static Stream<WorldParameters> worlds() {
        return Stream.of(
                WorldParameters.sample(SampleCase.SEED),
                SampleCase.quiet(),
                WorldParameters.sample(8),
                WorldParameters.sample(4).sized(300, 60, 42).with(Set.of(Stress.values())));
    }

    private final List<Row> rows = WorldTest.rowsOf(WorldParameters.sample(SampleCase.SEED));
    private final Truth truth =
            World.of(WorldParameters.sample(SampleCase.SEED)).describe((file, cells) -> {});

    private List<Row> of(RecordFile file) {
        return rows.stream().filter(r -> r.file() == file).toList();
    }

    private static String id(String key) {
        return key.substring(key.lastIndexOf(key.contains("/") ? '/' : ':') + 1);
    }

    private static Set<String> ids(List<String> keys) {
        return keys.stream().map(AfterTheRaidTest::id).collect(Collectors.toSet());
    }

    private Set<String> roles(String person) {
        return of(RecordFile.ROLES).stream()
                .filter(r ->
                        r.cell("person").equals(person) && !r.cell("coerced").equals("true"))
                .map(r -> r.cell("role"))
                .collect(Collectors.toSet());
    }

    private Row person(String id) {
        return of(RecordFile.PERSONS).stream()
                .filter(r -> r.cell("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLoaderRefusesNoRowOfAnyWorld() {
        var check = new RowCheck(Delivery.of(World.NAMESPACE, World.CASE));
        worlds().forEach(parameters -> World.of(parameters)
                .describe((file, cells) -> assertThat(
                                check.check(file.fileName(), new RawRow(2, cells, Optional.empty())))
                        .as("%s %s", file, cells)
                        .isInstanceOf(RowOutcome.Accepted.class)));
    }

    @Test
    void everyFileOfTheContractOccursButWithdrawals() {
        var written = rows.stream().map(Row::file).collect(Collectors.toSet());
        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RecordFile.values())
                        .filter(f -> f != RecordFile.WITHDRAWALS)
                        .toList());
    }

    /** What a seed planted stays where it was: the further people are numbered behind the others. */
    @Test
    void whoIsRecordedLaterIsNumberedBehindTheOthers() {
        var numbers = of(RecordFile.PERSONS).stream()
                .map(r -> Integer.parseInt(r.cell("id").substring(1)))
                .toList();
        var late = Stream.of(
                        truth.people().recordedTwice().stream().map(Truth.Twice::again),
                        truth.people().missing().stream(),
                        truth.people().remains().stream())
                .flatMap(s -> s)
                .map(key -> Integer.parseInt(id(key).substring(1)));
        assertThat(late).allMatch(n -> n > 400);
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.stream().filter(n -> n <= 400)).hasSize(400);
    }

    @Test
    void everyNameIsStrungTogetherFromSyllables() {
        String word = "(?:[btjhdrzsklmn][aiuo])+";
        assertThat(of(RecordFile.PERSONS))
                .extracting(r -> r.cell("name").toLowerCase(Locale.ROOT))
                .filteredOn(name -> !name.isEmpty())
                .allMatch(name -> name.matches(word + " " + word + "[btjhdrzsklmn]?"));
    }

    @Test
    void anAgeIsGuessedWhereNoBirthIsRecordedAndChildrenAreAmongThem() {
        var children = ids(truth.people().children());
        assertThat(children).hasSizeGreaterThan(10);
        for (Row row : of(RecordFile.PERSONS)) {
            if (row.cells().containsKey("age_to")) {
                assertThat(row.cells()).doesNotContainKey("birth_date");
                assertThat(Integer.parseInt(row.cell("age_from")))
                        .isLessThanOrEqualTo(Integer.parseInt(row.cell("age_to")));
                if (row.cell("remains").isEmpty()) {
                    assertThat(Integer.parseInt(row.cell("age_to")) < 18)
                            .as(row.cell("id"))
                            .isEqualTo(children.contains(row.cell("id")));
                }
            }
        }
        assertThat(children.stream().filter(c -> person(c).cell("thought_child").equals("true")))
                .isNotEmpty();
        assertThat(children).allSatisfy(c -> assertThat(roles(c)).containsAnyOf("victim", "survivor"));
    }

    @Test
    void whoWasRecordedTwiceIsJudgedByTwoSources() {
        assertThat(truth.people().recordedTwice()).isNotEmpty().allSatisfy(twice -> {
            var both = Set.of(id(twice.person()), id(twice.again()));
            var judged = of(RecordFile.JUDGEMENTS).stream()
                    .filter(r -> both.equals(Set.of(r.cell("a"), r.cell("b"))))
                    .toList();
            assertThat(judged).hasSize(2).extracting(r -> r.cell("source")).doesNotHaveDuplicates();
            assertThat(judged).extracting(r -> r.cell("verdict")).contains("same");
            assertThat(roles(id(twice.again()))).containsExactly("survivor");
        });
        assertThat(of(RecordFile.JUDGEMENTS))
                .extracting(r -> r.cell("verdict"))
                .contains("same", "different", "undecided");
    }

    @Test
    void whoIsMissingHasAFamilyThatAsksAndADayAndAPlace() {
        assertThat(ids(truth.people().missing())).isNotEmpty().allSatisfy(missing -> {
            assertThat(person(missing).cells()).containsKeys("missing_since", "last_seen", "dna_ref");
            assertThat(of(RecordFile.LINKS))
                    .anyMatch(r -> r.cell("relation").equals("family")
                            && r.cell("object").equals(missing)
                            && roles(r.cell("subject")).contains("relative"));
        });
    }

    @Test
    void remainsLieInTheGravesAndHaveNoName() {
        assertThat(ids(truth.people().remains())).isNotEmpty().allSatisfy(dead -> {
            assertThat(person(dead).cells()).containsKeys("dna_ref", "age_to").doesNotContainKey("name");
            assertThat(of(RecordFile.LINKS))
                    .anyMatch(r ->
                            r.cell("subject").equals(dead) && r.cell("object").equals("k4"));
        });
    }

    @Test
    void whoWorksOffADebtWasHeldAndWhoIsMerelyEmployedOwesNothing() {
        var indebted = ids(truth.people().indebted());
        for (Row row : of(RecordFile.EMPLOYMENTS)) {
            boolean bound = !row.cell("debt").isEmpty() && !row.cell("debt").equals("0");
            assertThat(indebted.contains(row.cell("worker"))).isEqualTo(bound);
            if (bound) {
                assertThat(roles(row.cell("worker"))).containsAnyOf("victim", "survivor");
                assertThat(Integer.parseInt(row.cell("paid_wage")))
                        .isLessThan(Integer.parseInt(row.cell("promised_wage")));
                assertThat(row.cells()).containsKeys("supplied_by", "interest_percent_month", "debt_currency");
            } else {
                assertThat(row.cell("papers_retained")).isEqualTo("false");
            }
        }
        assertThat(of(RecordFile.EMPLOYMENTS)).hasSizeGreaterThan(indebted.size());
    }

    @Test
    void answersOfAScreeningAreAmongItsQuestionsAndAChildIsAskedAsAChild() {
        var children = ids(truth.people().children());
        assertThat(of(RecordFile.SCREENINGS)).isNotEmpty().allSatisfy(row -> {
            var asked = List.of(row.cell("asked").split("\\|"));
            if (!row.cell("indicators").isEmpty()) {
                assertThat(asked).contains(row.cell("indicators").split("\\|"));
            }
            assertThat(row.cell("instrument"))
                    .isEqualTo(children.contains(row.cell("person")) ? Screenings.CHILD : Screenings.ADULT);
        });
        assertThat(of(RecordFile.SCREENINGS).stream()
                        .map(r -> r.cell("asked"))
                        .distinct()
                        .count())
                .as("some are asked less")
                .isGreaterThan(1);
    }

    @Test
    void whoTookAConsentBackHadGivenItBefore() {
        var withdrawn = of(RecordFile.CONSENTS).stream()
                .filter(r -> r.cell("answer").equals("withdrawn"))
                .toList();
        assertThat(withdrawn)
                .extracting(r -> r.cell("person"))
                .containsExactlyInAnyOrderElementsOf(ids(truth.people().consentWithdrawn()));
        assertThat(withdrawn)
                .allSatisfy(back -> assertThat(of(RecordFile.CONSENTS))
                        .anyMatch(r -> r.cell("person").equals(back.cell("person"))
                                && r.cell("purpose").equals(back.cell("purpose"))
                                && r.cell("answer").equals("given")
                                && r.cell("date").compareTo(back.cell("date")) < 0));
        assertThat(of(RecordFile.CONSENTS)).extracting(r -> r.cell("answer")).contains("refused");
    }

    @Test
    void aNeedOfProtectionIsOfSomebodyWhoWasHeld() {
        assertThat(of(RecordFile.PROTECTION_NEEDS))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(roles(r.cell("person"))).containsAnyOf("victim", "survivor"));
        assertThat(of(RecordFile.PROTECTION_NEEDS).stream()
                        .filter(r -> r.cell("kind").equals("unaccompanied_child"))
                        .map(r -> r.cell("person")))
                .isNotEmpty()
                .isSubsetOf(ids(truth.people().children()));
    }

    @Test
    void someOrdersRunPastTheDeliveryAndRemovalsAreYetToCome() {
        assertThat(of(RecordFile.ORDERS))
                .extracting(r -> r.cell("kind"))
                .contains("interim_protection", "protection", "removal");
        assertThat(of(RecordFile.ORDERS)).anyMatch(r -> r.cell("to").compareTo(DELIVERED) > 0);
        assertThat(ids(truth.people().toBeRemoved())).isNotEmpty().allSatisfy(held -> {
            assertThat(of(RecordFile.CUSTODY))
                    .anyMatch(r -> r.cell("person").equals(held)
                            && r.cell("out").isEmpty()
                            && r.cell("planned_removal").compareTo(DELIVERED) > 0);
            assertThat(of(RecordFile.ORDERS))
                    .anyMatch(
                            r -> r.cell("person").equals(held) && r.cell("kind").equals("removal"));
        });
    }

    @Test
    void theDirectorySaysWhichPaperSomebodyWillBeSentAwayFor() {
        var refused = of(RecordFile.REFERRALS).stream()
                .filter(r -> !r.cell("refused_paper").isEmpty())
                .toList();
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(of(RecordFile.SERVICES))
                        .anyMatch(s -> s.cell("organization").equals(r.cell("to"))
                                && s.cell("kind").equals(r.cell("kind"))
                                && Set.of(s.cell("papers").split("\\|")).contains(r.cell("refused_paper"))));
        assertThat(of(RecordFile.SERVICES))
                .as("a shelter is reached by its intake number, and its place is nowhere")
                .allSatisfy(s -> assertThat(s.cells()).containsKey("contact").doesNotContainKey("place"));
    }

    @Test
    void aPromiseThatTheCouncilCallsKeptIsJudgedOtherwiseByOthers() {
        assertThat(ids(truth.institutions().disputedPromises())).isNotEmpty().allSatisfy(promise -> {
            var findings = of(RecordFile.EVALUATIONS).stream()
                    .filter(r -> r.cell("commitment").equals(promise))
                    .toList();
            assertThat(findings).extracting(r -> r.cell("by")).doesNotHaveDuplicates();
            assertThat(findings)
                    .extracting(r -> r.cell("finding"))
                    .contains("met")
                    .anyMatch(f -> !f.equals("met"));
        });
        assertThat(of(RecordFile.COMMITMENTS)).anyMatch(r -> r.cells().containsKey("succeeds"));
        assertThat(of(RecordFile.COMMITMENTS)).anyMatch(r -> r.cells().keySet().containsAll(Set.of("budget", "spent")));
        assertThat(of(RecordFile.COMMITMENTS))
                .anyMatch(r -> r.cells().keySet().containsAll(Set.of("tabled", "debated"))
                        && r.cell("passed").isEmpty());
    }

    @Test
    void someMeetingsPublishWhatWasSaidAndSomeDoNot() {
        var silent = of(RecordFile.MEETINGS).stream()
                .filter(r -> r.cell("minutes_published").isEmpty())
                .map(r -> r.cell("id"))
                .toList();
        assertThat(silent)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(ids(truth.institutions().unpublishedMeetings()));
        assertThat(of(RecordFile.MEETINGS)).hasSizeGreaterThan(silent.size()).allSatisfy(r -> {
            int outside = Integer.parseInt(r.cell("outside_government"));
            assertThat(Integer.parseInt(r.cell("from_communities"))).isLessThanOrEqualTo(outside);
            assertThat(r.cell("minutes_published").isEmpty()
                            || r.cell("minutes_published").compareTo(r.cell("date")) > 0)
                    .isTrue();
        });
    }

    @Test
    void enquiriesWithoutAnAnswerAreNamed() {
        assertThat(of(RecordFile.ENQUIRIES).stream()
                        .filter(r -> r.cell("answered").isEmpty())
                        .map(r -> r.cell("id")))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(ids(truth.institutions().unansweredEnquiries()));
        assertThat(of(RecordFile.ENQUIRIES))
                .anyMatch(r -> !r.cell("to_organization").isEmpty());
    }

    @Test
    void aTrialEndsEitherWayAndLessIsPaidThanAwarded() {
        assertThat(of(RecordFile.PROCEEDINGS))
                .extracting(r -> r.cell("outcome"))
                .contains("convicted", "acquitted", "pending");
        assertThat(of(RecordFile.PROCEEDINGS))
                .filteredOn(r -> r.cell("outcome").equals("convicted"))
                .allSatisfy(r -> assertThat(Integer.parseInt(r.cell("compensation_paid")))
                        .isLessThan(Integer.parseInt(r.cell("compensation_awarded"))));
        var officials = truth.colluders().stream().map(c -> id(c.official())).toList();
        assertThat(of(RecordFile.PROCEEDINGS))
                .as("no file says whom the tests must find")
                .noneMatch(r ->
                        officials.stream().anyMatch(Set.of(r.cell("accused").split("\\|"))::contains));
    }

    @Test
    void aTrainingIsOfAUnitThatServesOrOfAnAgency() {
        var units = of(RecordFile.POSTINGS).stream().map(r -> r.cell("unit")).collect(Collectors.toSet());
        assertThat(of(RecordFile.TRAININGS))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(units.contains(r.cell("unit"))
                                || !r.cell("agency").isEmpty())
                        .isTrue());
    }

    @Test
    void whatIsCountedSaysHowExactlyAndAnUnstatedCountIsNone() {
        assertThat(of(RecordFile.OUTCOMES))
                .extracting(r -> r.cell("count_is"))
                .contains("exact", "over", "at_least", "about", "unstated");
        assertThat(of(RecordFile.OUTCOMES))
                .filteredOn(r -> r.cell("count_is").equals("unstated"))
                .allMatch(r -> r.cell("count").equals("0"));
        assertThat(of(RecordFile.OPERATIONS)).anyMatch(r -> !r.cell("part_of").isEmpty());
    }

    @Test
    void licencesAreSuspendedAndCompaniesComplainedOf() {
        assertThat(of(RecordFile.PERMITS)).extracting(r -> r.cell("decision")).contains("suspended", "revoked");
        assertThat(of(RecordFile.COMPLAINTS))
                .anyMatch(r -> !r.cell("organizations").isEmpty()
                        && r.cell("officials").isEmpty());
    }

    @Test
    void whoSailsABoatHasTheRoleAndWhoIsAboardHasNone() {
        assertThat(ids(truth.people().crew()))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(roles(c)).contains("transporter"))
                .allSatisfy(c -> assertThat(person(c).cell("birth_date")).isLessThan("1995"));
        assertThat(ids(truth.people().passengers()))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(roles(p)).containsExactly("other"));
        var aboard = of(RecordFile.MOVEMENTS).stream()
                .flatMap(r -> Stream.of(r.cell("persons").split("\\|")))
                .filter(p -> !p.isEmpty());
        assertThat(aboard).allSatisfy(p -> assertThat(roles(p)).isNotEmpty());
    }

    /** In any world: a row may claim to protect them only where it spares who has their role. */
    @Test
    void noRowProtectsWhoIsPlantedToBeFound() {
        for (long seed : new long[] {SampleCase.SEED, 1, 2, 3, 11, 12}) {
            var world = WorldTest.rowsOf(WorldParameters.sample(seed));
            var planted = World.of(WorldParameters.sample(seed)).describe((file, cells) -> {});
            var found = new HashSet<>(planted.brokers());
            found.addAll(planted.hubs());
            found.addAll(planted.people().crew());
            planted.colluders().forEach(c -> found.addAll(List.of(c.official(), c.partner(), c.spouse())));
            var roles = new HashMap<String, Set<String>>();
            for (Row row : world) {
                if (row.file() == RecordFile.ROLES && !row.cell("coerced").equals("true")) {
                    roles.computeIfAbsent("SYNTH:" + row.cell("person"), p -> new HashSet<>())
                            .add(row.cell("role"));
                }
            }
            for (Row row : world) {
                for (Protecting.Claim claim : claims(row)) {
                    claim.persons().stream()
                            .map(Key::value)
                            .filter(found::contains)
                            .filter(p -> !claim.rule().unless().spares(roles.getOrDefault(p, Set.of())))
                            .filter(p -> !isGrownUp(row, claim, roles.getOrDefault(p, Set.of())))
                            .forEach(p -> assertThat(p).as("%d: %s", seed, row).isEmpty());
                }
            }
        }
    }

    private static List<Protecting.Claim> claims(Row row) {
        if (!row.cells().containsKey("id")) {
            return List.of();
        }
        var full = new HashMap<>(row.cells());
        for (String column :
                List.of("person", "persons", "subject", "object", "victim", "worker", "holder", "entity")) {
            full.computeIfPresent(
                    column,
                    (c, ids) -> Arrays.stream(ids.split("\\|"))
                            .map(id -> Key.of(World.NAMESPACE, id).value())
                            .collect(Collectors.joining("|")));
        }
        return Protecting.claims(
                row.file(), row.file().key(World.NAMESPACE, row.cell("id")), c -> full.getOrDefault(c, ""));
    }

    /** An official, or of age from 2013 on, when the network's roles begin. */
    private static boolean isGrownUp(Row row, Protecting.Claim claim, Set<String> roles) {
        return claim.rule().conditions().stream().anyMatch(Protecting.Condition.Child.class::isInstance)
                && (roles.contains("official")
                        || Integer.parseInt(row.cell("birth_date").substring(0, 4)) < 1995);
    }

    @Test
    void theTruthCountsTheRowsOfEveryNewFile() {
        Map<String, Long> counted =
                rows.stream().collect(Collectors.groupingBy(r -> r.file().fileName(), Collectors.counting()));
        assertThat(truth.rows()).isEqualTo(counted);
    }
}
