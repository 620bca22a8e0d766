package org.jejak.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the files of {@code cypher/queries}, the constants that name them, and what their headers say together. */
class CypherFilesTest {

    private static final Pattern PARAMETER = Pattern.compile("\\$([a-zA-Z]\\w*)");

    /** Queries that answer no viewer: nothing of a case leaves by them (their headers say why). */
    private static final Set<String> WITHOUT_A_VIEWER = Set.of(
            "safeguard/read-state",
            "safeguard/read-searchable",
            "safeguard/read-badges",
            "safeguard/read-family",
            "safeguard/find-protecting",
            "safeguard/find-protecting-under-way",
            "safeguard/read-uncoerced-roles",
            "safeguard/read-kinds-of-places",
            "safeguard/find-named-since",
            "safeguard/read-earliest-time",
            "safeguard/read-last-named",
            "safeguard/find-other-than-persons",
            "safeguard/find-held-protecting",
            "safeguard/read-custodians");

    /** Queries that judge who is protected, on what a load under way brings as well. */
    private static final Set<String> JUDGING_PROTECTION = Set.of(
            "safeguard/read-guarded-things",
            "safeguard/find-holders-of-the-same-paper",
            "safeguard/read-judgements",
            "safeguard/read-names-of-persons");

    private final Map<String, String> files = new CypherLibrary().all();

    private static Set<String> constants() {
        var values = new HashSet<String>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.jejak").stream()
                        .filter(c -> c.getSimpleName().equals("Queries"))
                        .forEach(c -> values.addAll(constantsOf(c.reflect())));
        return values;
    }

    private static List<String> constantsOf(Class<?> queries) {
        return Arrays.stream(queries.getDeclaredFields())
                .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == String.class)
                .map(f -> {
                    try {
                        f.setAccessible(true);
                        return (String) f.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void everyFileHasAConstantAndEveryConstantAFile() {
        assertThat(constants()).containsExactlyInAnyOrderElementsOf(files.keySet());
    }

    @Test
    void everyParameterIsInTheHeader() {
        files.forEach((name, text) -> {
            var header = text.lines().filter(l -> l.startsWith("//")).collect(Collectors.joining("\n"));
            var body = text.lines().filter(l -> !l.startsWith("//")).collect(Collectors.joining("\n"));
            var said = parameters(header);
            assertThat(said).as(name).containsAll(parameters(body));
            assertThat(header).as(name).contains("// returns");
        });
    }

    @Test
    void everyQueryThatAnswersAViewerIsGivenTheirKeys() {
        files.forEach((name, text) -> {
            if (name.startsWith("safeguard/") && !WITHOUT_A_VIEWER.contains(name)) {
                assertThat(parameters(text)).as(name).contains("doors");
            }
        });
    }

    /** Cypher has no includes: the condition stands in each query that counts or finds rows, in the same words. */
    @Test
    void everyQueryThatLeavesOutSourcesDoesSoByTheSameCondition() {
        var conditions = Pattern.compile(
                "\\(size\\(\\$without\\) = 0 OR NOT (\\w+)\\._key .*?doors\\) \\}\\)\\)", Pattern.DOTALL);
        var said = new TreeSet<String>();
        var saying = new TreeSet<String>();
        files.forEach((name, text) -> conditions.matcher(text).results().forEach(found -> {
            String row = found.group(1);
            said.add(found.group().replaceAll("\\b" + row + "\\b", "row").replaceAll("\\s+", " "));
            saying.add(name);
        }));
        assertThat(said).hasSize(1);
        assertThat(saying)
                .isEqualTo(files.entrySet().stream()
                        .filter(file -> file.getValue().contains("size($without)"))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyMatchOnARecordTheViewerSeesAsksForADoor() {
        files.forEach((name, text) -> {
            if (name.startsWith("safeguard/") && !WITHOUT_A_VIEWER.contains(name)) {
                long records = Pattern.compile("\\((\\w+):Record")
                        .matcher(text)
                        .results()
                        .map(m -> m.group(1))
                        .distinct()
                        .count();
                long guarded = Pattern.compile("IN (\\w+)\\.(_doors|doors) WHERE")
                        .matcher(text)
                        .results()
                        .map(m -> m.group(1))
                        .distinct()
                        .count();
                assertThat(guarded).as(name).isGreaterThanOrEqualTo(records);
            }
        });
    }

    /** Whom to protect is judged on what a load under way brings as well. */
    @Test
    void everyLiveRowTheViewerSeesIsAskedWhetherItsLoadIsWhole() {
        files.forEach((name, text) -> {
            if (name.startsWith("safeguard/")
                    && !WITHOUT_A_VIEWER.contains(name)
                    && !JUDGING_PROTECTION.contains(name)) {
                String body = text.lines().filter(l -> !l.startsWith("//")).collect(Collectors.joining("\n"));
                assertThat(body.replaceAll("(\\w+)\\._live AND \\1\\._recorded <= \\$through", ""))
                        .as(name)
                        .doesNotContain("._live");
            }
        });
    }

    @Test
    void namesAreVerbPhrasesInLowerCase() {
        assertThat(files.keySet()).allMatch(n -> n.matches("[a-z]+/[a-z]+(-[a-z]+)*"));
    }

    private static Set<String> parameters(String text) {
        var names = new TreeSet<String>();
        var found = PARAMETER.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }
}
