package org.jejak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.RecordFile;
import org.jejak.network.Relations;
import org.junit.jupiter.api.Test;

/**
 * A rule of the domain stands in one place. Each test looks in the text of the code for what would be written if somebody
 * wrote one of them again, and names the class to go by instead.
 */
class OneDefinitionTest {

    /** What decides over records, for whom a rule is easily written a second time. */
    private static final List<String> DECIDING =
            List.of("projection", "integrity", "safeguard", "ingest", "investigation", "analysis", "pack");

    private static final Path MAIN = Path.of("src", "main", "java", "org", "jejak");

    private static final Map<String, String> JAVA = read();

    private final Map<String, String> queries = new CypherLibrary().all();

    private static Map<String, String> read() {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = MAIN.relativize(file).toString().replace('\\', '/');
                texts.put(name, Files.readString(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return texts;
    }

    /** Files of these features in which the pattern occurs. */
    private static Set<String> saying(String pattern, List<String> features) {
        var wanted = Pattern.compile(pattern);
        return JAVA.entrySet().stream()
                .filter(file -> features.stream().anyMatch(f -> file.getKey().startsWith(f + "/")))
                .filter(file -> wanted.matcher(file.getValue()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> saying(String pattern) {
        return saying(pattern, List.of("network", "projection", "integrity", "safeguard", "ingest", "investigation"));
    }

    @Test
    void theTextsAreThere() {
        assertThat(JAVA).hasSizeGreaterThan(300).containsKey("network/Relations.java");
    }

    /** Translations into and out of other formats say which word stands for which; that is no rule. */
    @Test
    void whatARelationMeansIsSaidByRelations() {
        String words = String.join("|", new TreeSet<>(RecordFile.RELATIONS));
        assertThat(saying("\"(" + words + ")\"", List.of("projection", "integrity", "safeguard", "investigation")))
                .as("lists of relations beside network.Relations")
                .isEmpty();
        assertThat(saying("Set\\.of\\([^)]*\"(" + words + ")\"", DECIDING)).isEmpty();
    }

    /** Cypher has no constants: a list of relations is passed, or is one of ours to the letter. */
    @Test
    void noQueryHasARelationOfItsOwn() {
        var lists = Pattern.compile("relation IN \\[([^]]*)]");
        var held = new TreeSet<String>();
        queries.forEach((name, text) -> {
            assertThat(text).as(name).doesNotContainPattern("relation (=|<>) '");
            lists.matcher(text).results().forEach(list -> {
                assertThat(Arrays.stream(list.group(1).split(","))
                                .map(word -> word.strip().replace("'", ""))
                                .collect(Collectors.toSet()))
                        .as(name)
                        .isEqualTo(Relations.HOLDING);
                held.add(name);
            });
        });
        assertThat(held).isSubsetOf("safeguard/read-protected");
    }

    @Test
    void whetherTwoTimesAgreeIsSaidBySpan() {
        assertThat(saying("boolean may(Overlap|Agree|HoldAt|HoldDuring)\\(")).containsExactly("network/Span.java");
    }

    @Test
    void howLongADutyLastsIsSaidByDuty() {
        assertThat(saying("time\\(\"until\"\\)")).containsExactly("network/Duty.java");
        assertThat(saying("plusDays\\(1\\)\\s*\\.atStartOfDay"))
                .as("days from midnight to midnight: of a duty, of a roster")
                .containsExactly("integrity/Roster.java", "network/Duty.java");
    }

    @Test
    void whatADutyExplainsIsSaidByDutyExplains() {
        assertThat(saying("\\.subjects\\(\\)"))
                .as("who looks at the subjects of duties: the rule, and what an official did against the network")
                .containsExactly("integrity/Counterweight.java", "network/DutyExplains.java");
    }

    @Test
    void whoHoldsAThingIsSaidByHoldings() {
        assertThat(saying("Relations\\.HOLDING\\.contains"))
                .as("what the rule is, and where links are passed over that can say nothing of it")
                .containsExactly("network/Holdings.java", "projection/KindsOfThings.java", "projection/Things.java");
    }

    @Test
    void whoASourceComesFromIsSaidByOrigin() {
        assertThat(saying("cell\\(\"origin\"\\)")).containsExactly("network/Origin.java");
    }

    /** The reader's line is what a statement without a grade would be; the store writes none. */
    @Test
    void whatIsNotGradedIsSaidByGrade() {
        assertThat(saying("\"F6\"|equals\\(\"admiralty\"\\)|asString\\(\"admiralty\"\\)"))
                .isSubsetOf("safeguard/RowReader.java");
        assertThat(saying("cell\\(\"reliability\"\\)|text\\(\"reliability\"\\)"))
                .as("who asks what a source says of itself, to hand it to Grade")
                .containsExactly("ingest/RowMaps.java", "safeguard/History.java");
        queries.forEach((name, text) -> assertThat(text.lines().filter(l -> !l.startsWith("//")))
                .as(name)
                .noneMatch(line -> line.contains("'F6'") || line.contains("'admiralty'")));
    }

    @Test
    void whichVersionIsCurrentIsSaidBySuccessionAndDeliveryOrder() {
        assertThat(saying("compareUnsigned\\(")).containsExactly("safeguard/Succession.java");
        assertThat(saying("(?i)thenComparing\\w*\\([^)]*sequence")).containsExactly("safeguard/DeliveryOrder.java");
        assertThat(saying("(?i)sequence\\(\\) *[<>]|Long\\.compare\\([^;]*sequence"))
                .isEmpty();
        assertThat(saying("stated\\(\\)|stated &&")).containsExactly("safeguard/Standing.java");
    }

    /** The digest of the graph counts what came earlier by the same order, in Cypher. */
    @Test
    void theOneQueryThatOrdersDeliveriesDoesSoAsDeliveryOrderDoes() {
        var ordering = queries.entrySet().stream()
                .filter(query -> query.getValue().contains("_sequence <"))
                .toList();
        assertThat(ordering).extracting(Map.Entry::getKey).containsExactly("ingest/digest-records");
        assertThat(ordering.getFirst().getValue())
                .contains("o._delivered < r._delivered OR o._delivered = r._delivered AND o._sequence < r._sequence");
    }

    @Test
    void whatARowNamesIsSaidByEntityColumns() {
        assertThat(saying("kinds\\(\\)\\.(stream\\(\\)\\.allMatch|iterator\\(\\)\\.next\\(\\)\\.isEntity)"))
                .containsExactly("network/EntityColumns.java");
    }
}
