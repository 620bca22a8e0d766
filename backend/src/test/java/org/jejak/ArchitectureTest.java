package org.jejak;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the arrows of the house: who may know whom. The README's map says the same in words. */
class ArchitectureTest {

    private static final JavaClasses BACKEND = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jejak");

    /** Feature, and the features it may know besides {@code network}, which everybody knows. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("network", Set.of()),
            Map.entry("cypher", Set.of()),
            Map.entry("identity", Set.of()),
            Map.entry("store", Set.of("identity")),
            Map.entry("audit", Set.of("identity", "cypher")),
            Map.entry("analysis", Set.of()),
            Map.entry("safeguard", Set.of("cypher", "identity", "audit", "store")),
            Map.entry("access", Set.of("identity", "store", "cypher", "audit", "ingest")),
            Map.entry("ingest", Set.of("identity", "store", "cypher", "audit", "safeguard")),
            Map.entry("savedview", Set.of("identity", "audit", "safeguard")),
            Map.entry("projection", Set.of("analysis", "safeguard")),
            Map.entry("investigation", Set.of("analysis", "safeguard", "projection", "audit", "identity")),
            Map.entry("integrity", Set.of("analysis", "safeguard", "projection")),
            Map.entry("pack", Set.of("analysis", "safeguard", "projection", "investigation", "identity", "audit")),
            Map.entry("world", Set.of("ingest")),
            Map.entry("api", Set.of("*")),
            Map.entry("command", Set.of("*")));

    private static String feature(String packageName) {
        String rest = packageName.substring("org.jejak".length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }

    @Test
    void everyFeatureKnowsOnlyWhomItMay() {
        var wrong = new TreeSet<String>();
        BACKEND.forEach(from -> {
            String feature = feature(from.getPackageName());
            var allowed = MAY_KNOW.get(feature);
            if (allowed == null) {
                wrong.add("the package " + from.getPackageName() + " is not on the map");
                return;
            }
            from.getDirectDependenciesFromSelf().forEach(d -> {
                var to = d.getTargetClass().getBaseComponentType().getPackageName();
                if (to.startsWith("org.jejak") && !feature(to).equals(feature)) {
                    String other = feature(to);
                    if (!other.equals("network") && !allowed.contains("*") && !allowed.contains(other)) {
                        wrong.add(feature + " -> " + other + " in " + from.getName());
                    }
                }
            });
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void featuresFormNoCycle() {
        SlicesRuleDefinition.slices()
                .matching("org.jejak.(*)..")
                .should()
                .beFreeOfCycles()
                .check(BACKEND);
    }

    @Test
    void analysisIsFreeOfFrameworksAndDatabases() {
        noClasses()
                .that()
                .resideInAPackage("org.jejak.analysis..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.neo4j..", "tools.jackson..", "jakarta..")
                .check(BACKEND);
    }

    @Test
    void theVocabularyKnowsOnlyTheJdk() {
        noClasses()
                .that()
                .resideInAPackage("org.jejak.network..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..", "org.jejak.network..", "org.jspecify..", "org.springframework.modulith..")
                .check(BACKEND);
    }

    @Test
    void nobodyWritesCypherInJava() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.data.neo4j.repository.query.Query")
                .check(BACKEND);
    }

    @Test
    void onlyWhoWritesOrGuardsTheGraphHoldsTheDriver() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.jejak.store..",
                        "org.jejak.safeguard..",
                        "org.jejak.ingest..",
                        "org.jejak.access..",
                        "org.jejak.audit..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.neo4j\\.driver\\.(Driver|Session|Transaction.*)")
                .because("every read of case data goes through the reading door (decision 4)")
                .check(BACKEND);
    }

    static List<String> packages() {
        var names = new TreeSet<String>();
        BACKEND.forEach(c -> names.add(c.getPackageName()));
        return List.copyOf(names);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageSaysWhatItIsAndIsNullMarked(String name) throws Exception {
        var info = Class.forName(name + ".package-info");
        assertThat(info.isAnnotationPresent(NullMarked.class)).isTrue();
    }

    @Test
    void noPackageIsAboutNothing() {
        assertThat(packages()).noneMatch(p -> p.matches(".*\\.(common|util|utils|helper|helpers|misc)(\\..*)?"));
    }
}
