package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jejak.analysis.RunControl;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.investigation.Investigations;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.projection.ActorNetworks;
import org.jejak.projection.Flows;
import org.jejak.projection.NetworkQuestion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random pairs of stores, one with rows more that the viewer may not see: of another case, or too strictly handled. Where
 * both protect the same people, every answer is equal to the byte. Where one hidden row protects somebody, that person's
 * name and place in the list go, and nothing else moves.
 */
class PairsIT {

    private static final Viewer ANA = TestLoads.investigator("ana", Handling.GREEN, "OPEN");
    private static final int PEOPLE = 8;
    private static final List<String> NAMES = List.of(
            "Awang Budiman",
            "Salmah Jamilah",
            "Rahman bin Tahir",
            "Nur Aini Zain",
            "Somchai Jaidee",
            "Ko Htet Naing",
            "Mya Thiri Oo",
            "Karim Abdullah");

    /** What a row says that protects the person whose key stands in it. */
    private static final List<List<String>> PROTECTING = List.of(
            List.of("roles", "id,person,role,source", "x1,%s,victim,s1"),
            List.of("exploitations", "id,victim,source", "x1,%s,s1"),
            List.of("screenings", "id,person,date,instrument,source", "x1,%s,2015-06-01,ILO_LABOUR_ADULT,s1"),
            List.of("referrals", "id,person,to,kind,source", "x1,%s,o9,shelter,s1"),
            List.of("protection_needs", "id,person,kind,source", "x1,%s,refugee,s1"),
            List.of("orders", "id,person,kind,from,source", "x1,%s,protection,2015-06-01,s1"),
            List.of("links", "id,subject,relation,object,source", "x1,o9,exploits,%s,s1"),
            List.of("statements", "id,entity,property,value,source", "x1,%s,remains,true,s1"));

    @TempDir
    Path folder;

    private TestLoads loads;
    private TestDoors doors;
    private Dossiers dossiers;
    private Investigations investigations;

    static IntStream few() {
        return IntStream.rangeClosed(1, 5);
    }

    static IntStream many() {
        return IntStream.rangeClosed(6, 505);
    }

    @ParameterizedTest
    @MethodSource("few")
    void hiddenRowsShowInNothingAndOneThatProtectsShowsInOnePersonAlone(int seed) {
        pair(seed);
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("many")
    void hiddenRowsShowInNothingAndOneThatProtectsShowsInOnePersonAloneManyTimes(int seed) {
        pair(seed);
    }

    private void pair(int seed) {
        loads = TestLoads.onEmptyStore();
        doors = TestDoors.on(loads, folder.resolve("log"));
        dossiers = new Dossiers(doors.door(), doors.names());
        var networks = new ActorNetworks(doors.door(), doors.protection());
        investigations = new Investigations(
                networks, doors.names(), doors.door(), new Flows(doors.door(), networks, doors.protection()));
        var random = new Random(seed);
        loads.load(open(random));
        var before = answers();
        loads.load(hidden(random));
        loads.load(tooStrict(random));
        assertThat(answers()).as("with hidden rows").isEqualTo(before);
        int chosen = random.nextInt(PEOPLE);
        loads.load(protecting(random, "A:p" + chosen));
        onlyThisOneIsHidden(new Key("A:p" + chosen), NAMES.get(chosen), before, answers());
    }

    private void onlyThisOneIsHidden(Key key, String name, Map<String, String> before, Map<String, String> after) {
        assertThat(after.toString()).doesNotContain(name);
        String phone = key.value().replace("p", "f");
        String pseudonym = doors.names().of(ANA, List.of(key)).get(key).name();
        before.forEach((question, answer) -> {
            String now = after.get(question).replace(pseudonym, name);
            if (question.equals("ranked")) {
                assertThat(now).as(question).isEqualTo(without(answer, key + " "));
            } else if (question.startsWith("search")) {
                assertThat(without(now, key + ",", phone, name))
                        .as(question)
                        .isEqualTo(without(answer, key + ",", phone, name));
            } else {
                assertThat(without(now, key + "", phone)).as(question).isEqualTo(without(answer, key + "", phone));
            }
        });
    }

    /** The lines in which none of these stands; a protected person's phone has a pseudonym too. */
    private static String without(String lines, String... words) {
        return lines.lines()
                .filter(line -> List.of(words).stream().noneMatch(line::contains) && !line.contains("Protected phone"))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, String> answers() {
        var answers = new TreeMap<String, String>();
        for (String typed : List.of("a", "ra", "salmah", "jaidee", "6012", "o", "hidden", "nur aini")) {
            answers.put("search " + typed, lines(doors.search().find(ANA, typed, Set.of(), 50)));
        }
        var people =
                IntStream.range(0, PEOPLE).mapToObj(i -> new Key("A:p" + i)).toList();
        for (Key person : people) {
            answers.put("dossier " + person, lines(List.of(dossiers.of(ANA, person))));
            answers.put("around " + person, lines(doors.surroundings().count(ANA, person)));
            answers.put(
                    "expand " + person,
                    lines(doors.surroundings().neighbours(ANA, person, Set.of(EntityKind.values()), Set.of(), 0, 50)));
        }
        answers.put("between", lines(doors.surroundings().between(ANA, people)));
        answers.put("names", lines(doors.names().of(ANA, people).values()));
        answers.put("counts", doors.door().count(ANA).toString());
        answers.put(
                "records", sorted(doors.door().records(ANA, Reading.everything().unseal())));
        answers.put(
                "as known",
                sorted(doors.door()
                        .records(
                                ANA,
                                Reading.of(org.jejak.network.RecordFile.LINKS)
                                        .knownBy(java.util.Optional.of(
                                                Instant.now().plusSeconds(60))))));
        var answer = investigations.brokers(ANA, NetworkQuestion.of(Set.of("OPEN")), 1, RunControl.PLAIN);
        answers.put(
                "ranked",
                answer.report().brokers().stream()
                        .map(b -> b.id() + " " + b.degree() + " " + b.betweenness())
                        .collect(Collectors.joining("\n")));
        answers.put("digest", answer.network().snapshot().digest());
        return answers;
    }

    private static String lines(Iterable<?> found) {
        var lines = new ArrayList<String>();
        found.forEach(one -> lines.add(one.toString()));
        return String.join("\n", lines);
    }

    private static String sorted(List<?> records) {
        return records.stream().map(Object::toString).sorted().collect(Collectors.joining("\n"));
    }

    private static Bundles bundle(String namespace, String caseRef, String handling) {
        return Bundles.bundle()
                .with("namespace", namespace)
                .with("case", caseRef)
                .with("handling", handling)
                .with("country", "MY")
                .delivered("2016-01-01T00:00:00Z")
                .file("sources", "id,kind,reliability,credibility", "s1,registry,B,2");
    }

    private static Bundles open(Random random) {
        var persons = new ArrayList<>(List.of("id,name,note,source"));
        var phones = new ArrayList<>(List.of("id,number,source"));
        var links = new ArrayList<>(List.of("id,subject,relation,object,note,source"));
        for (int i = 0; i < PEOPLE; i++) {
            persons.add(
                    "p" + i + "," + NAMES.get(i) + ",met " + NAMES.get(random.nextInt(PEOPLE)) + " at the jetty,s1");
            phones.add("f" + i + ",+6012000000" + i + ",s1");
            links.add("u" + i + ",p" + i + ",uses,f" + i + ",,s1");
        }
        for (int i = 0; i < 14; i++) {
            links.add("l" + i + ",p" + random.nextInt(PEOPLE) + ",associate,p" + random.nextInt(PEOPLE) + ",seen with "
                    + NAMES.get(random.nextInt(PEOPLE)) + ",s1");
        }
        return bundle("A", "OPEN", "TLP:GREEN")
                .file("persons", persons.toArray(String[]::new))
                .file("phones", phones.toArray(String[]::new))
                .file("links", links.toArray(String[]::new))
                .file(
                        "organizations",
                        "id,name,kind,source",
                        "o1,Company of " + NAMES.get(random.nextInt(PEOPLE)) + ",front_company,s1");
    }

    private static Bundles hidden(Random random) {
        return more(bundle("B", "HIDDEN", "TLP:GREEN"), random);
    }

    private static Bundles tooStrict(Random random) {
        return more(bundle("C", "OPEN", "TLP:RED"), random);
    }

    private static Bundles more(Bundles bundle, Random random) {
        var links = new ArrayList<>(List.of("id,subject,relation,object,note,source"));
        var persons = new ArrayList<>(List.of("id,name,aliases,source"));
        for (int i = 0; i < 5; i++) {
            // of the viewer's own case even a name that they may not read is masked: the victim has one that nobody
            // else has
            String name = i == 1 ? "Only Hidden" : NAMES.get(random.nextInt(PEOPLE));
            persons.add("q" + i + "," + name + ",Hidden " + i + ",s1");
            links.add("l" + i + ",A:p" + random.nextInt(PEOPLE) + ",commands,q" + i + ",hidden,s1");
            links.add("k" + i + ",A:p" + random.nextInt(PEOPLE) + ",family,A:p" + random.nextInt(PEOPLE) + ",,s1");
        }
        return bundle.file("persons", persons.toArray(String[]::new))
                .file("links", links.toArray(String[]::new))
                .file("phones", "id,number,source", "g1,012-000 000" + random.nextInt(PEOPLE) + ",s1")
                .file("roles", "id,person,role,source", "r1,q1,victim,s1", "r2,q2,recruiter,s1")
                .file(
                        "statements",
                        "id,entity,property,value,source",
                        "t1,A:p" + random.nextInt(PEOPLE) + ",aliases,Hidden Alias,s1");
    }

    private static Bundles protecting(Random random, String person) {
        var row = PROTECTING.get(random.nextInt(PROTECTING.size()));
        return bundle("D", "HIDDEN", "TLP:RED")
                .file("organizations", "id,name,kind,source", "o9,Home for all,ngo,s1")
                .file(row.get(0), row.get(1), row.get(2).formatted(person));
    }
}
