package org.jejak.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jejak.ingest.Bundles;
import org.jejak.store.GraphStore;
import org.jejak.store.Home;
import org.jejak.store.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each command as it is typed: what it ends with, and that its JSON has the fields others rely on and nothing stands
 * beside it on standard output. The home is held by a store that is open, as by a running server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private Home home;
    private GraphStore running;
    private JsonNode loaded;
    private String loadedAs = "";

    private record Said(int code, String out, String err) {

        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    @BeforeAll
    void loadTheKite() throws IOException {
        home = TestStore.temporaryHome();
        running = GraphStore.open(home, GraphStore.Sharing.OWN);
        var said = on(
                "load",
                Bundles.kite().toString(),
                "--json",
                "--refused",
                folder.resolve("refused").toString());
        assertThat(said.code).as(said.err).isEqualTo(Exit.NO);
        loaded = said.json();
        loadedAs = loaded.at("/loads/0/load").asString();
    }

    @AfterAll
    void close() {
        running.close();
    }

    /** With the options that say where the home lies. */
    private Said on(String... words) {
        var all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of(
                "--home", home.directory().toString(), "--keys", home.keys().toString()));
        return typed(all.toArray(String[]::new));
    }

    private static Said typed(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var before = System.out;
        var errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = Jejak.execute(words, CommandsIT.class);
            return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(errBefore);
        }
    }

    private static void hasFields(JsonNode object, String... names) {
        var there = new TreeSet<String>();
        object.propertyNames().forEach(there::add);
        assertThat(there).contains(names);
    }

    private JsonNode answer(String... words) {
        var said = on(words);
        assertThat(said.code).as(String.join(" ", words) + "\n" + said.err).isZero();
        return said.json();
    }

    private static List<String> strings(JsonNode array) {
        var found = new ArrayList<String>();
        array.forEach(n -> found.add(n.asString()));
        return found;
    }

    @Test
    void aSecondServerOnAHomeInUseIsToldInOneLineWhoHoldsIt() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var said = on("run", "--port", "" + port);
        assertThat(said.code).isEqualTo(Exit.REFUSED);
        assertThat(said.out).isEmpty();
        assertThat(said.err.lines())
                .containsExactly("jejak: the home " + home.directory() + " is in use by process "
                        + ProcessHandle.current().pid() + "; stop it, or name another home with --home");
    }

    /** The contract's list; {@code run} is asked elsewhere, {@code test} is the launcher's. */
    @ParameterizedTest
    @CsvSource({
        "new-bundle", "load", "loads", "undo", "cases", "cases assign", "status", "users", "users add", "reset-admin",
                "keys",
        "brokers", "communities", "disrupt", "paths", "officials", "export", "verify", "audit verify", "generate",
                "bench", "run"
    })
    void everyCommandTakesAHomeAndExplainsItself(String command) {
        var words = new ArrayList<>(Arrays.asList(command.split(" ")));
        words.add("--help");
        var said = typed(words.toArray(String[]::new));
        assertThat(said.code).as(said.err).isZero();
        assertThat(said.out).contains("--home");
        assertThat(said.err).isEmpty();
    }

    @Test
    void jsonIsUtf8AndInItsOwnWordsWhateverTheLanguageOfTheMachine() {
        var bundle = Bundles.bundle()
                .with("case", "NAMES")
                .with("namespace", "NAMES")
                .source()
                .file("persons", "id,name,source", "p1,\u0E01\u0E34\u0E15\u0E15\u0E34,s1", "p2,I\u015F\u0131k,s1")
                .file("links", "id,subject,relation,object,source", "l1,p1,family,p2,s1")
                .in(folder.resolve("names"));
        assertThat(on("load", bundle.toString()).code).isZero();
        var language = java.util.Locale.getDefault();
        java.util.Locale.setDefault(java.util.Locale.of("tr", "TR"));
        var bytes = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.US_ASCII));
        try {
            int code = Jejak.execute(
                    new String[] {
                        "brokers",
                        "--case",
                        "NAMES",
                        "--json",
                        "--depth",
                        "measures",
                        "--fold",
                        "multigraph",
                        "--home",
                        home.directory().toString(),
                        "--keys",
                        home.keys().toString()
                    },
                    CommandsIT.class);
            assertThat(code).isZero();
        } finally {
            System.setOut(before);
            java.util.Locale.setDefault(language);
        }
        assertThat(JSON.readTree(bytes.toString(StandardCharsets.UTF_8))
                        .at("/actors")
                        .findValuesAsString("name"))
                .containsExactlyInAnyOrder("\u0E01\u0E34\u0E15\u0E15\u0E34", "I\u015F\u0131k");
    }

    /** {@code a -1- b -1- c}, and {@code a -0.25- c}: over b it costs 1 + 1, straight 1 / 0.25. */
    @Test
    void theWeightOfAnEdgeListIsStrengthAndAPathCostsOneOverIt() throws IOException {
        Path edges =
                Files.writeString(folder.resolve("weighted.csv"), "source,target,weight\na,b,1\nb,c,1.0\na,c,0.25\n");
        assertThat(on("load", edges.toString(), "--case", "WEIGHTED").code).isZero();
        var by = answer(
                "paths --case WEIGHTED --from WEIGHTED:a --to WEIGHTED:c --top 2 --by strength --json".split(" "));
        assertThat(by.at("/paths/0/cost").asDouble()).isEqualTo(2);
        assertThat(by.at("/paths/0/steps").size()).isEqualTo(2);
        assertThat(by.at("/paths/1/cost").asDouble()).isEqualTo(4);
        var fewest = answer("paths --case WEIGHTED --from WEIGHTED:a --to WEIGHTED:c --top 1 --json".split(" "));
        assertThat(fewest.at("/paths/0/cost").asDouble()).isEqualTo(1);
    }

    @Test
    void loadCountsEveryRowOnce() {
        var load = loaded.at("/loads/0");
        hasFields(load, "load", "bundle", "case", "files", "released", "refusedRows", "seconds");
        assertThat(load.at("/refusedRows").asString()).startsWith(folder.toString());
        for (JsonNode file : load.at("/files")) {
            hasFields(file, "file", "rows", "accepted", "unchanged", "superseded", "held", "refused");
            int sum = 0;
            for (String part : List.of("accepted", "unchanged", "superseded", "held", "refused", "kept")) {
                sum += file.path(part).asInt(0);
            }
            assertThat(sum)
                    .as(file.at("/file").asString())
                    .isEqualTo(file.at("/rows").asInt());
        }
    }

    @Test
    void loadingAgainChangesNothingAndADryRunLeavesNoLoad() {
        int before = answer("loads", "--json").at("/loads").size();
        var dry = on("load", Bundles.kite().toString(), "--json", "--dry-run");
        assertThat(dry.code).isEqualTo(Exit.NO);
        assertThat(dry.json().at("/loads/0/files/0/accepted").asInt()).isZero();
        var elsewhere = Bundles.bundle().with("case", "NEVER-OPENED").source().in(folder.resolve("never"));
        assertThat(on("load", elsewhere.toString(), "--dry-run").code).isZero();
        assertThat(answer("loads", "--json").at("/loads").size()).isEqualTo(before);
        assertThat(answer("cases", "--json").findValuesAsString("case")).doesNotContain("NEVER-OPENED");
    }

    @Test
    void whatWasLoadedIsListedAndCanBeTakenBack() {
        var bundle = Bundles.bundle()
                .with("case", "BRIEF")
                .with("namespace", "BRIEF")
                .source()
                .file("persons", "id,name,source", "p1,Brief Person,s1")
                .in(folder.resolve("brief"));
        var said = on("load", bundle.toString(), "--json", "--case", "OTHER");
        assertThat(said.err).contains("says its case itself, BRIEF").doesNotContain("--namespace");
        String load = said.json().at("/loads/0/load").asString();
        var listed = answer("loads", "--json").at("/loads");
        assertThat(listed.findValuesAsString("load")).contains(load, loadedAs);
        hasFields(
                listed.get(0),
                "load",
                "namespace",
                "case",
                "user",
                "delivered",
                "sequence",
                "recorded",
                "handling",
                "digest",
                "state",
                "report");
        assertThat(answer("undo", load, "--json").at("/undone").asString()).isEqualTo(load);
        assertThat(answer("brokers", "--json", "--depth", "measures", "--case", "BRIEF")
                        .at("/actors")
                        .size())
                .isZero();
        assertThat(on("undo", load + "x").code).isEqualTo(Exit.REFUSED);
    }

    @Test
    void brokersHaveEveryFieldAndNumbersThatDoNotExistAreNull() {
        var brokers = answer("brokers", "--case", "KITE", "--json", "--top", "3", "--depth", "measures");
        hasFields(brokers, "snapshot", "parameters", "actors", "coercedRole");
        hasFields(brokers.at("/snapshot"), "case", "at", "known", "persons", "ties", "digest");
        assertThat(brokers.at("/actors").size()).isEqualTo(3);
        var first = brokers.at("/actors/0");
        hasFields(
                first,
                "id",
                "name",
                "rank",
                "degree",
                "betweenness",
                "betweennessScaled",
                "netOfDegreeZ",
                "netOfDegreeP",
                "rankInterval",
                "harmonic",
                "pageRank",
                "coreness",
                "constraint",
                "effectiveSize",
                "cutVertex",
                "community",
                "brokerClass");
        assertThat(first.at("/rank").asInt()).isEqualTo(1);
        assertThat(first.at("/brokerClass").asString()).isIn("broker", "hub", "both", "none", "not_testable");
        assertThat(brokers.at("/snapshot/at").isNull()).isTrue();
    }

    @Test
    void communitiesHoldEverybodyOnce() {
        var communities = answer("communities", "--case", "KITE", "--json");
        hasFields(communities, "quality", "communities");
        var members = new ArrayList<String>();
        for (JsonNode one : communities.at("/communities")) {
            hasFields(one, "id", "members");
            members.addAll(strings(one.at("/members")));
        }
        assertThat(members).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void pathsNameTheRecordsOfEachStep() {
        var paths = answer("paths", "--case", "KITE", "--from", "TEST:p6", "--to", "TEST:p9", "--json");
        assertThat(paths.at("/paths").size()).isPositive();
        hasFields(paths.at("/paths/0"), "cost", "steps");
        for (JsonNode step : paths.at("/paths/0/steps")) {
            hasFields(step, "from", "tie", "to", "time", "records");
            assertThat(step.at("/records").size()).isPositive();
        }
        var strong = answer("paths --case KITE --from TEST:p6 --to TEST:p9 --by strength --json".split(" "));
        assertThat(strong.at("/parameters/by").asString()).isEqualTo("strength");
        assertThat(on("paths", "--from", "TEST:p6").code).isEqualTo(Exit.USAGE);
        assertThat(on("paths", "--from", "no key", "--to", "TEST:p6").code).isEqualTo(Exit.USAGE);
    }

    @Test
    void whatWasNotAskedForIsNullAndWhatWasIsThere() {
        var plain = answer("brokers", "--case", "KITE", "--json", "--depth", "measures");
        for (String field : List.of("strength", "weightedBetweenness", "closeness", "eigenvector", "roles")) {
            assertThat(plain.at("/actors/0/" + field).isNull()).as(field).isTrue();
        }
        assertThat(plain.at("/bridges").isNull()).isTrue();
        assertThat(plain.at("/reach").isNull()).isTrue();
        String line = "brokers --case KITE --json --depth measures --weights newman --explained kept";
        var words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--measures", "all", "--roles-over", "countries", "--reach", "2", "--within", "1"));
        var all = answer(words.toArray(String[]::new));
        hasFields(all.at("/actors/0/roles"), "coordinator", "itinerant", "gatekeeper", "liaison");
        assertThat(all.at("/actors/0/strength").asDouble()).isPositive();
        assertThat(all.at("/actors/0/weightedBetweenness").asDouble()).isPositive();
        assertThat(all.at("/bridges").size()).isPositive();
        hasFields(all.at("/bridges/0"), "a", "b", "nameA", "nameB", "onSideOfA", "onSideOfB", "records");
        assertThat(all.at("/reach/members").size()).isEqualTo(2);
        var parameters = all.at("/parameters");
        hasFields(
                parameters,
                "weights",
                "explained",
                "viewerCases",
                "clearance",
                "measures",
                "rolesOver",
                "reach",
                "within");
        assertThat(on("brokers", "--case", "KITE", "--measures", "strength,bridges,reach,roles").out)
                .contains("bridge from", "within 2 steps", "gatekeeper");
    }

    @Test
    void moneyInTimeIsFollowedAndMeasured() {
        String between = "paths --case KITE --from TEST:p3 --to TEST:p6 --in-time money --json";
        var ways = answer(between.split(" "));
        hasFields(ways, "paths", "complete", "undated", "names", "digest", "parameters");
        hasFields(ways.at("/paths/0"), "arrives", "inferred", "steps");
        var flow = answer((between + " --flow").split(" "));
        hasFields(flow, "flows", "uncounted", "undated", "names", "digest", "parameters", "investigation");
        assertThat(flow.at("/flows/0/unit").asString()).isEqualTo("MYR");
        assertThat(flow.at("/flows/0/exact").asBoolean()).isTrue();
        assertThat(flow.at("/flows/0/atMost").asInt()).isEqualTo(1200);
        assertThat(answer("paths --from TEST:p3,TEST:p4 --to TEST:p6 --in-time money --flow --json".split(" "))
                        .at("/flows/0/atLeast")
                        .asInt())
                .isEqualTo(1500);
        assertThat(on("paths", "--from", "TEST:p3", "--to", "TEST:p6", "--in-time", "money", "--flow").out)
                .contains("1200 MYR can have got there");
        assertThat(on("paths", "--from", "TEST:p3", "--to", "TEST:p6", "--flow").code)
                .isEqualTo(Exit.USAGE);
        assertThat(on("paths", "--from", "TEST:p3,TEST:p5", "--to", "TEST:p4").code)
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void aCutSaysWhatAllWaysRunThrough() {
        var cut = answer("cut", "--case", "KITE", "--from-kind", "holding_house", "--to-kind", "camp", "--json");
        hasFields(
                cut, "ways", "admissible", "flow", "starts", "ends", "ties", "nodes", "names", "digest", "parameters");
        assertThat(cut.at("/admissible").asBoolean())
                .as("both who were on the boat are protected, and nobody else can be taken")
                .isFalse();
        assertThat(strings(cut.at("/starts"))).containsExactly("TEST:h1");
        assertThat(answer("cut", "--case", "KITE", "--json").at("/flow").asInt())
                .isZero();
    }

    @Test
    void everyAnswerThatIsKeptIsRepeatedToTheByteAndCompared() {
        for (String line : List.of(
                "communities --case KITE",
                "paths --case KITE --from TEST:p6 --to TEST:p9",
                "paths --case KITE --from TEST:p3 --to TEST:p6 --in-time money --flow",
                "cut --case KITE --to-kind camp --from-kind holding_house")) {
            var words = new ArrayList<>(Arrays.asList((line + " --json --keep").split(" ")));
            words.add("a title");
            String id =
                    answer(words.toArray(String[]::new)).at("/investigation").asString();
            assertThat(answer("investigations", "repeat", id, "--json")
                            .at("/sameResult")
                            .asBoolean())
                    .as(line)
                    .isTrue();
            var since = answer("investigations", "compare", id, "--since", "2013", "--json");
            hasFields(since, "sameNetwork", "sameResult", "ranks", "steps", "regrouped", "gone", "came", "amounts");
            assertThat(on("investigations", "compare", id, id, "--since", "2013").code)
                    .isEqualTo(Exit.USAGE);
            assertThat(on("investigations", "show", id).code).isZero();
        }
    }

    /** a - b - c - d - e, and after the answers were kept c turns out to be a victim. */
    @Test
    void whoBecameProtectedSinceIsShownInNoKeptAnswer() {
        var chain = Bundles.bundle()
                .with("namespace", "SINCE")
                .with("case", "SINCE")
                .source()
                .file("persons", "id,name,source", "a,A,s1", "b,B,s1", "c,C,s1", "d,D,s1", "e,E,s1")
                .file(
                        "links",
                        "id,subject,relation,object,source",
                        "l1,a,associate,b,s1",
                        "l2,b,associate,c,s1",
                        "l3,c,associate,d,s1",
                        "l4,d,associate,e,s1");
        assertThat(on("load", chain.in(folder.resolve("chain")).toString()).code)
                .isZero();
        var ids = new ArrayList<String>();
        for (String line : List.of("brokers", "disrupt --greedy 1", "disrupt --remove SINCE:c")) {
            var words = new ArrayList<>(Arrays.asList((line + " --case SINCE --json --keep chain").split(" ")));
            ids.add(answer(words.toArray(String[]::new)).at("/investigation").asString());
            assertThat(on("investigations", "show", ids.getLast()).out).contains("SINCE:c");
        }
        var since = Bundles.bundle()
                .with("namespace", "SINCE")
                .with("case", "SINCE")
                .source()
                .file("roles", "id,person,role,source", "r1,c,victim,s1");
        assertThat(on("load", since.in(folder.resolve("since")).toString()).code)
                .isZero();
        for (String id : ids) {
            var said = on("investigations", "show", id);
            assertThat(said.out).doesNotContain("SINCE:c").contains("1 of those it names are not listed any more");
            var shown = on("investigations", "show", id, "--json");
            assertThat(shown.out).doesNotContain("SINCE:c");
            assertThat(shown.json().at("/unlisted").asInt()).isEqualTo(1);
            assertThat(on("investigations", "compare", id).out).doesNotContain("SINCE:c");
            assertThat(on("investigations", "compare", id).err).doesNotContain("SINCE:c");
            assertThat(on("investigations", "compare", id, "--json").out).doesNotContain("SINCE:c");
            assertThat(answer("investigations", "repeat", id, "--json")
                            .at("/sameResult")
                            .asBoolean())
                    .isTrue();
        }
        assertThat(on("investigations").out).doesNotContain("SINCE:c");
        assertThat(on("investigations", "--json").out).doesNotContain("SINCE:c");
    }

    @Test
    void officialsAreInExactlyOneListEach() {
        var report = answer("officials", "--case", "KITE", "--json");
        hasFields(
                report,
                "networkSet",
                "parameters",
                "tested",
                "flagged",
                "leads",
                "officials",
                "notEnoughData",
                "protectedOfficials");
        hasFields(report.at("/networkSet"), "persons", "vehicles", "phones", "accounts", "organizations", "places");
        var all = new ArrayList<>(strings(report.at("/notEnoughData")));
        all.addAll(strings(report.at("/protectedOfficials")));
        for (JsonNode official : report.at("/officials")) {
            hasFields(
                    official,
                    "id",
                    "name",
                    "rank",
                    "q",
                    "state",
                    "group",
                    "channels",
                    "explainedByDuty",
                    "survivesLeaveOneSourceOut",
                    "speaksAgainst");
            all.add(official.at("/id").asString());
        }
        assertThat(all).isNotEmpty().doesNotHaveDuplicates();
        var without = answer("officials", "--case", "KITE", "--without-source", "TEST:sources/s2", "--json");
        assertThat(strings(without.at("/parameters/withoutSource"))).containsExactly("TEST:sources/s2");
        assertThat(answer("officials", "--case", "KITE", "--without-source", "TEST:s2", "--json")
                        .at("/parameters/withoutSource"))
                .isEqualTo(without.at("/parameters/withoutSource"));
        for (String command : List.of("officials", "brokers", "communities")) {
            var mistyped = on(command, "--case", "KITE", "--without-source", "TEST:s-2");
            assertThat(mistyped.code).as(command).isEqualTo(Exit.REFUSED);
            assertThat(mistyped.err).contains("there is no source TEST:sources/s-2 that you may see");
        }
        assertThat(on("brokers", "--case", "KITE", "--without-source", "s2").code)
                .isEqualTo(Exit.USAGE);
        var special = answer("officials", "--case", "KITE", "--special-days", "2015-02-02,2015-01-01", "--json");
        assertThat(special.at("/parameters/specialDays").toString()).isEqualTo("[\"2015-01-01\",\"2015-02-02\"]");
        assertThat(on("officials", "--case", "KITE", "--special-days", "someday").code)
                .isEqualTo(Exit.USAGE);
        assertThat(on("officials").code).isEqualTo(Exit.USAGE);
        assertThat(on("officials", "--case", "KITE", "--q", "2").code).isEqualTo(Exit.USAGE);
    }

    @Test
    void anUnknownCaseAndOneThatIsNotTheirsGetTheSameWords() throws IOException {
        Path secret = addUser("cara", "prosecutor");
        for (String command : List.of("brokers", "communities", "officials")) {
            var hidden = on(command, "--case", "KITE", "--as", "cara", "--secret-file", secret.toString());
            var absent = on(command, "--case", "NOCASE", "--as", "cara", "--secret-file", secret.toString());
            assertThat(hidden.code).as(command).isEqualTo(Exit.REFUSED);
            assertThat(absent.code).isEqualTo(Exit.REFUSED);
            assertThat(hidden.err.replace("KITE", "X")).isEqualTo(absent.err.replace("NOCASE", "X"));
            assertThat(hidden.out).isEmpty();
        }
        Files.writeString(secret, "not the password");
        assertThat(on("cases", "--as", "cara", "--secret-file", secret.toString()).code)
                .isEqualTo(Exit.REFUSED);
    }

    /** The password made for them, in a file of its own. */
    private Path addUser(String name, String roles, String... more) throws IOException {
        var words = new ArrayList<>(List.of("users", "add", name, "--role", roles, "--json"));
        words.addAll(List.of(more));
        var added = answer(words.toArray(String[]::new));
        hasFields(added, "user", "roles", "withheld", "clearance", "passwordFile");
        String line = Files.readString(Path.of(added.at("/passwordFile").asString()));
        assertThat(line).matches("(?s)" + name + "\t\\S+\t\\S+\n");
        return Files.writeString(folder.resolve("secret-of-" + name), line.split("\t")[1]);
    }

    @Test
    void whoMayComeInAndWhereTheyAreLetIn() throws IOException {
        Path secret = addUser("dan", "investigator", "--clearance", "TLP:RED");
        var assigned = answer("cases", "assign", "KITE", "dan", "--json");
        hasFields(assigned.at("/cases/0"), "case", "title", "shared", "assigned", "created");
        assertThat(strings(assigned.at("/cases/0/assigned"))).contains("dan");
        var theirs = answer("cases", "--json", "--as", "dan", "--secret-file", secret.toString());
        assertThat(theirs.at("/cases").findValuesAsString("case")).containsExactly("KITE");
        var users = answer("users", "--json").at("/users");
        for (JsonNode user : users) {
            hasFields(user, "name", "roles", "withheld", "clearance", "created", "lastLogin", "initialPassword");
        }
        assertThat(on("users", "--as", "dan", "--secret-file", secret.toString()).code)
                .isEqualTo(Exit.REFUSED);
        assertThat(on("users", "add", "dan", "--role", "prosecutor").code).isEqualTo(Exit.USAGE);
        assertThat(on("users", "add", "eve", "--role", "king").code).isEqualTo(Exit.USAGE);
        assertThat(on("users", "add", "eve", "--role", "integrity,investigator").code)
                .isEqualTo(Exit.USAGE);
        assertThat(on("cases", "assign", "NOCASE", "dan").code).isEqualTo(Exit.REFUSED);
        assertThat(on("cases", "assign", "KITE", "nobody").code).isEqualTo(Exit.REFUSED);
    }

    @Test
    void theRoleIntegrityWaitsForABadgeAndASupervisorIsTold() throws IOException {
        Path secret = addUser("ina", "integrity");
        answer("cases", "assign", "KITE", "ina", "--json");
        assertThat(strings(answer("status", "--json").at("/unmatchedUsers"))).contains("ina");
        assertThat(on("officials", "--case", "KITE", "--as", "ina", "--secret-file", secret.toString()).code)
                .isEqualTo(Exit.REFUSED);
        var changed = answer("users", "change", "ina", "--agency", "TEST:o9", "--badge", "I-77", "--json");
        assertThat(changed.at("/users/0/withheld").size()).isZero();
        assertThat(strings(answer("status", "--json").at("/unmatchedUsers"))).doesNotContain("ina");
        assertThat(answer("officials", "--case", "KITE", "--json", "--as", "ina", "--secret-file", secret.toString())
                        .at("/tested")
                        .isNumber())
                .isTrue();
        assertThat(on("users", "change", "ina", "--agency", "TEST:o9").code).isEqualTo(Exit.USAGE);
        assertThat(on("users", "change", "nobody", "--role", "prosecutor").code).isEqualTo(Exit.REFUSED);
    }

    @Test
    void statusCountsWhatIsThere() {
        var status = answer("status", "--json");
        hasFields(status, "home", "keys", "store", "java", "users", "cases", "records", "unmatchedUsers");
        assertThat(status.at("/store").asString()).isEqualTo("joined");
        assertThat(status.at("/records/persons").asInt()).isPositive();
    }

    @Test
    void anExportLeavesWithoutASource() throws IOException {
        Path out = folder.resolve("without");
        answer(
                "export",
                "--case",
                "KITE",
                "--format",
                "bundle",
                "--why",
                "a test",
                "--json",
                "--without-source",
                "TEST:sources/s2",
                "--out",
                out.toString());
        try (var files = Files.walk(out)) {
            var tables = files.filter(f -> f.toString().endsWith(".csv")).toList();
            assertThat(tables).isNotEmpty();
            for (Path table : tables) {
                assertThat(Files.readString(table)).as(table.toString()).doesNotContain("\ns2,", ",s2", "|s2");
            }
        }
    }

    @Test
    void anExportIsVerifiedByWhoKnowsItsSigner() throws IOException {
        Path pack = folder.resolve("p1.zip");
        String[] words = {
            "export", "--case", "KITE", "--ids", "TEST:p6,TEST:p7", "--exhibit", "P-1", "--why", "a test", "--json"
        };
        var more = new ArrayList<>(List.of(words));
        more.addAll(List.of("--out", pack.toString()));
        var exported = answer(more.toArray(String[]::new));
        hasFields(exported, "pack", "exhibit", "fingerprint", "manifestSha256", "entities", "links", "withheld");
        var verified = answer("verify", pack.toString(), "--json");
        hasFields(verified, "valid", "integrity", "trusted", "fingerprint", "checks");
        for (JsonNode check : verified.at("/checks")) {
            hasFields(check, "check", "ok", "detail");
        }
        assertThat(verified.at("/valid").asBoolean()).isTrue();
        String elsewhere = folder.resolve("other-keys").toString();
        var stranger = typed("verify", pack.toString(), "--json", "--keys", elsewhere);
        assertThat(stranger.code).isEqualTo(Exit.NO);
        assertThat(stranger.json().at("/integrity").asBoolean()).isTrue();
        assertThat(stranger.json().at("/trusted").asBoolean()).isFalse();
        String fingerprint = exported.at("/fingerprint").asString();
        assertThat(typed("verify", pack.toString(), "--keys", elsewhere, "--trust", fingerprint).code)
                .isZero();
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 1;
        Path changed = Files.write(folder.resolve("changed.zip"), bytes);
        assertThat(on("verify", changed.toString()).code).isEqualTo(Exit.NO);
        assertThat(on(
                                "verify",
                                Files.writeString(folder.resolve("no.zip"), "no pack")
                                        .toString())
                        .code)
                .isEqualTo(Exit.UNREADABLE);
        assertThat(answer("keys", "--json").at("/fingerprint").asString()).isEqualTo(fingerprint);
        hasFields(answer("keys", "--json"), "fingerprint", "publicKey", "known");
        Path nowhere = folder.resolve("nowhere");
        var lost = on(
                "export",
                "--case",
                "KITE",
                "--ids",
                "TEST:p6",
                "--exhibit",
                "P-2",
                "--why",
                "a test",
                "--out",
                nowhere.resolve("p2.zip").toString());
        assertThat(lost.code).isEqualTo(Exit.REFUSED);
        assertThat(lost.err).isEqualTo("jejak: there is no " + nowhere + "\n");
        more.addAll(List.of("--identified", "--legal-basis", "a warrant"));
        assertThat(on(more.toArray(String[]::new)).code)
                .as("the operator exports nobody identified")
                .isEqualTo(Exit.REFUSED);
    }

    @Test
    void theAuditLogIsWhole() {
        var audit = answer("audit", "verify", "--json");
        hasFields(audit, "whole", "entries", "head", "kept", "problems");
        assertThat(audit.at("/whole").asBoolean()).isTrue();
        assertThat(audit.at("/entries").asInt()).isPositive();
        assertThat(on("audit").code).isEqualTo(Exit.USAGE);
    }

    @Test
    void theAdministratorGetsANewPassword() {
        var reset = answer("reset-admin", "--json");
        assertThat(reset.at("/user").asString()).isEqualTo("administrator");
        assertThat(Path.of(reset.at("/passwordFile").asString())).exists();
    }

    @Test
    void aWorldIsMadeOnceAndNeverOverWhatIsThere() {
        String out = folder.resolve("world").toString();
        var made = typed(
                "generate",
                "--out",
                out,
                "--seed",
                "7",
                "--persons",
                "300",
                "--officials",
                "30",
                "--days",
                "84",
                "--json");
        assertThat(made.code).as(made.err).isZero();
        hasFields(made.json(), "bundle", "truth", "seed", "colluders");
        assertThat(Path.of(made.json().at("/truth").asString())).exists();
        assertThat(typed("generate", "--out", out, "--seed", "7").code).isEqualTo(Exit.REFUSED);
        assertThat(typed("generate", "--out", out).code).isEqualTo(Exit.USAGE);
    }

    @Test
    void anEmptyBundleIsWrittenAndLoadsAfterwards() {
        String bundle = folder.resolve("my-case").toString();
        assertThat(typed("new-bundle", bundle).code).isZero();
        assertThat(typed("new-bundle", bundle).code).isEqualTo(Exit.REFUSED);
        assertThat(on("load", bundle, "--dry-run", "--json").code).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "loda, 2",
        "load, 2",
        "load nothing-there, 3",
        "load pom.xml, 3",
        "load pom.xml --format nonsense, 2",
        "brokers --case NOCASE, 4",
        "brokers --case KITE --min-grade Z9, 2",
        "brokers --case KITE --at soon, 2",
        "brokers --case KITE --ties moon, 2",
        "paths --from TEST:p1 --to TEST:p2 --case NOCASE, 4",
        "undo NOSUCH, 4",
        "export --case NOCASE --ids TEST:p6 --exhibit E --why W --out target/never.zip, 4",
        "verify nothing-there.zip, 3",
        "users --as nobody, 2",
        "bench nonsense, 2"
    })
    void whatCannotBeDoneEndsWithTheCodeOfTheContract(String line, int code) {
        var said = on(line.split(" "));
        assertThat(said.code).as(line + "\n" + said.err).isEqualTo(code);
        assertThat(said.out).isEmpty();
        assertThat(said.err).isNotBlank().doesNotContain("\tat org.jejak");
    }
}
