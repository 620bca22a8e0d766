package org.jejak.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.access.Cases;
import org.jejak.access.FirstStart;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.identity.Badge;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.Loads;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.integrity.IntegrityRun;
import org.jejak.integrity.Officials;
import org.jejak.integrity.OfficialsReport;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.projection.NetworkQuestion;
import org.jejak.store.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint for every role. A user without a case gets, byte for byte, the answers of a store that never had it:
 * everybody is asked before and after a second case arrives that names people of the first.
 */
class ApiIT {

    /** What somebody is known by whom no record knows. */
    private static final Badge ELSEWHERE = new Badge(new Key("OTHER:hq"), "1");

    private static final String DESCRIPTION = "/api/openapi";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One request for each endpoint, with words and keys of both cases; a new endpoint must be added here. */
    private static final Map<String, List<String>> REQUESTS = new LinkedHashMap<>();

    static {
        var keys = List.of("OPEN:p1", "HIDE:h1", "OPEN:f1", "NO:such");
        ask("/api/me");
        ask("/api/cases");
        ask("/api/loads");
        ask("/api/records/counts");
        ask("/api/search", "q=awang", "q=hidden", "q=%2B60123456789", "q=somchai&kind=person");
        ask(
                "/api/brokers",
                "",
                "case=OPEN",
                "case=HIDDEN",
                "case=NOWHERE",
                "case=open",
                "case=hidden",
                "ties=shared_identifier",
                "fold=multigraph",
                "measures=all&roles-over=countries&reach=1",
                "weights=newman&explained=kept&measures=strength");
        ask("/api/brokers/why", "id=OPEN:p2", "id=HIDE:h1", "id=NO:such", "id=OPEN:p2&case=HIDDEN");
        ask("/api/disrupt", "remove=OPEN:p2", "greedy=1", "remove=HIDE:h1", "greedy=1&case=HIDDEN", "");
        ask("/api/communities", "", "case=OPEN", "case=HIDDEN");
        ask("/api/paths", "from=OPEN:p1&to=OPEN:p3", "from=OPEN:p1&to=HIDE:h1", "from=OPEN:p4&to=OPEN:p1&by=strength");
        ask(
                "/api/paths/in-time",
                "from=OPEN:p1&to=OPEN:p3",
                "from=OPEN:p1&to=HIDE:h1&inferred=true",
                "from=OPEN:w1&to=OPEN:w3&what=people");
        ask(
                "/api/paths/flow",
                "from=OPEN:p1&to=OPEN:p3",
                "from=OPEN:p1,HIDE:h1&to=OPEN:p3",
                "from=OPEN:w1&to=OPEN:w3&what=people",
                "from=OPEN:p1&to=OPEN:p3&case=HIDDEN");
        ask("/api/cut", "from-kind=moon", "", "case=OPEN&from-kind=home&to-kind=factory&taking=ties", "case=HIDDEN");
        ask("/api/rows-between", "key=OPEN:p1&key=OPEN:p2&key=HIDE:h1");
        for (String key : keys) {
            String named = URLEncoder.encode(key, StandardCharsets.UTF_8);
            ask("/api/thing", "key=" + named);
            ask("/api/thing/counts", "key=" + named);
            ask(
                    "/api/thing/neighbours",
                    "key=" + named,
                    "key=" + named + "&kind=phone",
                    "key=" + named + "&file=moons");
            ask("/api/records", "naming=" + named);
        }
        String without = "&without-source=OPEN:sources/s1";
        ask("/api/search", "q=awang" + without);
        for (String named : List.of("OPEN:s1", "OPEN:sources/s-1")) {
            ask("/api/search", "q=awang&without-source=" + named);
            ask("/api/brokers", "case=OPEN&without-source=" + named);
        }
        ask("/api/thing", "key=OPEN:p1", "key=OPEN:p1" + without);
        ask("/api/record", "key=OPEN:links/l1" + without);
        ask("/api/record", "key=OPEN:p4", "key=OPEN:links/l1", "key=HIDE:links/x1", "key=HIDE:h1", "key=NO:such");
        ask("/api/officials", "", "case=OPEN", "case=HIDDEN", "case=NOWHERE", "case=OPEN&case=HIDDEN");
        ask("/api/officials", "case=open", "case=hidden");
        ask("/api/officials", "case=OPEN&special-days=2015-02-02,2015-01-01");
        ask("/api/investigations");
        ask("/api/investigations/{id}");
        ask("/api/investigations/{id}/repeat");
        ask("/api/investigations/{id}/changes");
        ask(DESCRIPTION);
    }

    private static void ask(String path, String... queries) {
        REQUESTS.computeIfAbsent(path, p -> new ArrayList<>())
                .addAll(queries.length == 0 ? List.of("") : List.of(queries));
    }

    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.jejak",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.jejak\\.(ui|command)\\..*|.*(Test|IT)(\\$.*)?"))
    static class Web {

        static TestStore store = TestStore.empty();

        @Bean(destroyMethod = "")
        @Primary
        Driver testDriver() {
            return store.driver();
        }

        /** Fifteen hundred sign-ins with Argon2id would take minutes, which is what it is for. */
        @Bean
        @Primary
        PasswordEncoder quick() {
            return new PasswordEncoder() {
                @Override
                public String encode(CharSequence password) {
                    return "quick " + password;
                }

                @Override
                public boolean matches(CharSequence password, String encoded) {
                    return encoded.equals(encode(password));
                }
            };
        }
    }

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> secrets = new HashMap<>();
    private int port;

    /** All that an answer says; of its headers everything but the time of day. */
    private record Answer(int status, Map<String, List<String>> headers, String body) {

        String type() {
            return String.join(",", headers.getOrDefault("content-type", List.of()));
        }
    }

    private Answer get(String user, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!user.isEmpty()) {
            byte[] both = (user + ":" + secrets.getOrDefault(user, "a guess")).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        var headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return new Answer(response.statusCode(), headers, response.body());
    }

    private static String path(String pattern, String query) {
        return pattern.replace("{id}", "no-such") + (query.isEmpty() ? "" : "?" + query);
    }

    private TreeMap<String, Answer> everything(String user) throws Exception {
        var answers = new TreeMap<String, Answer>();
        for (var request : REQUESTS.entrySet()) {
            for (String query : request.getValue()) {
                String path = path(request.getKey(), query);
                answers.put(path, get(user, path));
            }
        }
        return answers;
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Web.class)
                .web(WebApplicationType.SERVLET)
                .lazyInitialization(true)
                .properties(Map.of(
                        "jejak.home",
                        Web.store.home().directory().toString(),
                        "jejak.keys",
                        Web.store.home().keys().toString(),
                        "server.port",
                        0,
                        "spring.main.banner-mode",
                        "off"))
                .run();
    }

    private void add(ConfigurableApplicationContext context, String name, Role role, Badge badge) {
        var operator = context.getBean(Viewers.class).operator();
        var written =
                context.getBean(FirstStart.class).addUser(operator, name, Set.of(role), Handling.RED, Set.of(badge));
        secrets.put(name, written.initials().getFirst().password());
    }

    private void load(ConfigurableApplicationContext context, Bundles bundle, String name) throws IOException {
        try (var source = BundleSource.open(bundle.in(folder.resolve(name)))) {
            var operator = context.getBean(Viewers.class).operator();
            var report = context.getBean(Loads.class)
                    .load(operator, source, LoadOptions.defaults().refusedTo(folder.resolve("refused-" + name)));
            assertThat(report.hasRefusals()).isFalse();
        }
    }

    private static Bundles open() {
        return Bundles.bundle()
                .with("namespace", "OPEN")
                .with("case", "OPEN")
                .with("country", "MY")
                .delivered("2016-01-01T00:00:00Z")
                .source()
                .file(
                        "persons",
                        "id,name,sex,source",
                        "p1,Awang Budiman,male,s1",
                        "p2,Salmah,female,s1",
                        "p3,Somchai,male,s1",
                        "p4,Jamil,male,s1")
                .file("roles", "id,person,role,source", "r1,p1,transporter,s1")
                .file("phones", "id,number,source", "f1,+60123456789,s1", "f2,+60123456780,s1")
                .file(
                        "links",
                        "id,subject,relation,object,source",
                        "l1,p1,uses,f1,s1",
                        "l2,p2,uses,f2,s1",
                        "l3,p2,associate,p3,s1",
                        "l4,p3,associate,p4,s1")
                .file("contacts", "id,a,b,time,channel,source", "c1,f1,f2,2015-03-07T21:10,call,s1")
                .file(
                        "payments",
                        "id,payer,payee,amount,currency,time,source",
                        "y1,p1,p2,100,MYR,2015-03-08,s1",
                        "y2,p2,p3,70.50,MYR,2015-03-09,s1")
                .file("places", "id,name,kind,source", "w1,Village,home,s1", "w2,Camp,camp,s1", "w3,Farm,factory,s1")
                .file(
                        "movements",
                        "id,origin,destination,departed,arrived,persons,head_count,stage,source",
                        "m1,w1,w2,2015-03-05,2015-03-06,p1,12,recruitment,s1",
                        "m2,w2,w3,2015-03-08,2015-03-09,p4,9,exploitation,s1")
                .file("organizations", "id,name,kind,source", "o1,Border Guard,agency,s1")
                .file("officials", "person,agency,rank,badge,unit,source", "p3,o1,corporal,Z1001,U1,s1");
    }

    private static Bundles hidden() {
        return Bundles.bundle()
                .with("namespace", "HIDE")
                .with("case", "HIDDEN")
                .with("country", "MY")
                .delivered("2016-02-01T00:00:00Z")
                .source()
                .file("persons", "id,name,sex,source", "h1,Hidden Broker,male,s1")
                .file("phones", "id,number,source", "f1,+60123456789,s1")
                .file("roles", "id,person,role,source", "r1,OPEN:p4,victim,s1", "r2,h1,recruiter,s1")
                .file("officials", "person,agency,rank,badge,unit,source", "h1,OPEN:o1,constable,Z1002,U1,s1")
                .file(
                        "links",
                        "id,subject,relation,object,source",
                        "x1,h1,associate,OPEN:p1,s1",
                        "x2,h1,associate,OPEN:p4,s1",
                        "x3,h1,uses,f1,s1")
                .file(
                        "payments",
                        "id,payer,payee,amount,currency,time,source",
                        "y1,OPEN:p1,OPEN:p3,500,MYR,2015-03-08,s1",
                        "y2,h1,OPEN:p2,40,MYR,2015-03-01,s1")
                .file(
                        "movements",
                        "id,origin,destination,departed,arrived,persons,head_count,stage,source",
                        "m1,OPEN:w1,OPEN:w3,2015-03-05,2015-03-06,h1,40,recruitment,s1");
    }

    @Test
    void whoIsNotInTheCaseGetsTheAnswersOfAStoreThatNeverHadIt() throws Exception {
        try (var context = start()) {
            port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            everyEndpointIsAsked(context);
            load(context, open(), "open");
            var cases = context.getBean(Cases.class);
            var operator = context.getBean(Viewers.class).operator();
            var names = new TreeSet<String>();
            for (Role role : Role.values()) {
                String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                add(context, name, role, ELSEWHERE);
                names.add(name);
                if (role.readsCases()) {
                    cases.assign(operator, "OPEN", name);
                }
            }
            add(context, "stranger", Role.INVESTIGATOR, ELSEWHERE);
            names.add("stranger");
            add(context, "officer", Role.INTEGRITY, new Badge(new Key("OPEN:o1"), "z-1001"));
            cases.assign(operator, "OPEN", "officer");
            names.add("officer");
            var before = new TreeMap<String, TreeMap<String, Answer>>();
            for (String name : names) {
                before.put(name, everything(name));
            }
            load(context, hidden(), "hidden");
            String keptId = keepAnAnswerOnTheHiddenCase(context);
            for (String name : names) {
                assertThat(everything(name)).as(name).isEqualTo(before.get(name));
                for (String more : List.of("", "/repeat", "/changes")) {
                    var kept = get(name, "/api/investigations/" + keptId + more);
                    assertThat(kept.body().replace(keptId, "no-such"))
                            .as(name)
                            .isEqualTo(before.get(name)
                                    .get("/api/investigations/no-such" + more)
                                    .body());
                }
            }
            seesWhatIsTheirs(before);
            strangersSeeNothing(before);
            var integrity = context.getBean(Viewers.class).named("integrity");
            onlyTheIntegrityUnitAsksAboutOfficials(
                    before, context.getBean(Officials.class).run(integrity, Set.of("OPEN"), IntegrityRun.usual()));
            failuresAreProblems();
            anAddressThatSpellsNoTextIsBad();
            whoIsNotSignedInGetsNothing();
            theDescriptionNamesEveryEndpointAndParameter(
                    before.get("investigator").get(DESCRIPTION));
            theInsiderOfBothSeesMore(context);
        }
    }

    private static String keepAnAnswerOnTheHiddenCase(ConfigurableApplicationContext context) {
        return context.getBean(KeptInvestigations.class)
                .brokers(
                        context.getBean(Viewers.class).operator(),
                        "Who holds the hidden ones together",
                        NetworkQuestion.of(Set.of("HIDDEN")),
                        1,
                        Sureness.USUAL.depth(Depth.MEASURES),
                        RunControl.PLAIN)
                .investigation()
                .id();
    }

    private static void everyEndpointIsAsked(ConfigurableApplicationContext context) {
        var paths = new TreeSet<String>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("org.jejak.")) {
                        paths.addAll(mapping.getPatternValues());
                    }
                });
        assertThat(paths).isNotEmpty();
        assertThat(REQUESTS.keySet()).containsAll(paths);
    }

    private void anAddressThatSpellsNoTextIsBad() throws Exception {
        for (String path : List.of("/api/search?q=%FF", "/api/brokers?case=%C3", "/api/thing%FF", "/%FF")) {
            for (String user : List.of("investigator", "")) {
                assertThat(get(user, path).status()).as(path).isEqualTo(400);
            }
        }
        var said = get("investigator", "/api/search?q=%FF");
        assertThat(said.type()).contains("problem+json");
        assertThat(JSON.readTree(said.body()).at("/detail").asString()).contains("percent sign");
    }

    private static void seesWhatIsTheirs(Map<String, TreeMap<String, Answer>> before) {
        var investigator = before.get("investigator");
        JsonNode brokers =
                JSON.readTree(investigator.get("/api/brokers?case=OPEN").body());
        assertThat(brokers.at("/snapshot/persons").asInt()).isEqualTo(4);
        assertThat(brokers.at("/snapshot/ties").asInt()).isEqualTo(3);
        assertThat(brokers.at("/actors").size())
                .as("Jamil was carried, and nobody says what he did")
                .isEqualTo(3);
        assertThat(brokers.at("/notListed").asInt()).isEqualTo(1);
        assertThat(brokers.at("/roleMissing/0").asString()).isEqualTo("OPEN:p4");
        assertThat(brokers.at("/actors/0/id").asString()).startsWith("OPEN:p");
        JsonNode paths = JSON.readTree(
                investigator.get("/api/paths?from=OPEN:p1&to=OPEN:p3").body());
        assertThat(paths.at("/paths/0/cost").asInt()).isEqualTo(2);
        assertThat(paths.at("/paths/0/steps/0/records/0").asString()).isEqualTo("OPEN:contacts/c1");
        assertThat(paths.at("/paths/0/steps/0/time").asString()).isEqualTo("2015-03-07T21:10");
        JsonNode flow = JSON.readTree(
                investigator.get("/api/paths/flow?from=OPEN:p1&to=OPEN:p3").body());
        assertThat(flow.at("/flows/0/unit").asString()).isEqualTo("MYR");
        assertThat(flow.at("/flows/0/atMost").asDouble()).isEqualTo(70.5);
        assertThat(flow.at("/flows/0/carriers/1/records/0").asString()).isEqualTo("OPEN:payments/y2");
        JsonNode cut = JSON.readTree(investigator.get("/api/cut").body());
        assertThat(cut.at("/flow").asInt()).isEqualTo(1);
        JsonNode further = JSON.readTree(investigator
                .get("/api/brokers?weights=newman&explained=kept&measures=strength")
                .body());
        assertThat(further.at("/parameters/weights").asString()).isEqualTo("newman");
        assertThat(further.at("/parameters/explained").asString()).isEqualTo("kept");
        assertThat(further.at("/actors/0/strength").isNumber()).isTrue();
        assertThat(further.at("/actors/0/closeness").isNull()).isTrue();
        assertThat(investigator.get("/api/search?q=awang").body()).contains("OPEN:p1");
        assertThat(investigator.get("/api/brokers?case=open")).isEqualTo(investigator.get("/api/brokers?case=OPEN"));
        assertThat(investigator.get("/api/cut?from-kind=moon").status()).isEqualTo(400);
        String near = "/api/thing/neighbours?key=OPEN%3Ap1";
        JsonNode counts = JSON.readTree(
                investigator.get("/api/thing/counts?key=OPEN%3Ap1").body());
        JsonNode all = JSON.readTree(investigator.get(near).body());
        assertThat(all.at("/neighbours").size())
                .as("no kind is every kind, as in the counts")
                .isGreaterThanOrEqualTo(counts.at("/counts").size() > 0 ? 1 : 2)
                .isGreaterThan(
                        JSON.readTree(investigator.get(near + "&kind=phone").body())
                                .at("/neighbours")
                                .size());
        assertThat(investigator.get(near + "&file=moons").status()).isEqualTo(400);
        assertThat(investigator.get("/api/record?key=OPEN:links/l1").status()).isEqualTo(200);
        for (String asked : List.of("/api/record?key=OPEN:links/l1", "/api/thing?key=OPEN:p1")) {
            assertThat(investigator
                            .get(asked + "&without-source=OPEN:sources/s1")
                            .body())
                    .isNotEqualTo(investigator.get(asked).body());
        }
        assertThat(investigator
                        .get("/api/search?q=awang&without-source=OPEN:sources/s1")
                        .body())
                .isEqualTo("{\"hits\":[]}");
        for (String asked : List.of("/api/search?q=awang", "/api/brokers?case=OPEN")) {
            assertThat(investigator.get(asked + "&without-source=OPEN:s1").status())
                    .as(asked)
                    .isEqualTo(200);
            assertThat(investigator
                            .get(asked + "&without-source=OPEN:sources/s-1")
                            .status())
                    .as(asked)
                    .isEqualTo(404);
        }
        assertThat(investigator.get("/api/brokers?case=HIDDEN").body().replace("HIDDEN", "X"))
                .isEqualTo(investigator.get("/api/brokers?case=NOWHERE").body().replace("NOWHERE", "X"));
    }

    private static void strangersSeeNothing(Map<String, TreeMap<String, Answer>> before) {
        for (String name : List.of("stranger", "administrator")) {
            var answers = before.get(name);
            assertThat(JSON.readTree(answers.get("/api/brokers").body())
                            .at("/snapshot/persons")
                            .asInt())
                    .isZero();
            assertThat(answers.get("/api/cases").body()).isEqualTo("{\"cases\":[]}");
            assertThat(answers.get("/api/search?q=awang").body()).isEqualTo("{\"hits\":[]}");
            assertThat(answers.get("/api/thing?key=OPEN%3Ap1").status()).isEqualTo(404);
        }
    }

    /** Of the officials' leads only the integrity unit learns that there are any; to the others there is no such case. */
    private static void onlyTheIntegrityUnitAsksAboutOfficials(
            Map<String, TreeMap<String, Answer>> before, OfficialsReport report) {
        before.forEach((name, answers) -> {
            var officials = answers.get("/api/officials?case=OPEN");
            var nowhere = answers.get("/api/officials?case=NOWHERE");
            if (name.equals("officer")) {
                assertThat(officials.status()).isEqualTo(200);
                assertThat(officials.body())
                        .as("an official is shown nothing of themselves")
                        .doesNotContain("OPEN:p3");
            } else if (name.equals("integrity")) {
                assertThat(officials.status()).isEqualTo(200);
                assertThat(JSON.readTree(officials.body())).isEqualTo(JSON.readTree(JSON.writeValueAsString(report)));
                assertThat(JSON.readTree(officials.body()).at("/officials/0/id").asString())
                        .as("money of the network reached the officer: a document, and no test")
                        .isEqualTo("OPEN:p3");
                assertThat(JSON.readTree(officials.body()).at("/officials/0/q").isNull())
                        .isTrue();
                var special = answers.get("/api/officials?case=OPEN&special-days=2015-02-02,2015-01-01");
                assertThat(JSON.readTree(special.body())
                                .at("/parameters/specialDays")
                                .toString())
                        .isEqualTo("[\"2015-01-01\",\"2015-02-02\"]");
            } else {
                assertThat(officials.status()).as(name).isEqualTo(404);
                assertThat(officials.body().replace("OPEN", "X"))
                        .isEqualTo(nowhere.body().replace("NOWHERE", "X"));
            }
            assertThat(answers.get("/api/officials?case=OPEN&case=HIDDEN").status())
                    .isEqualTo(404);
            assertThat(answers.get("/api/officials").status()).isEqualTo(400);
        });
    }

    private void failuresAreProblems() throws Exception {
        for (String path : List.of(
                "/api/brokers?case=NOWHERE",
                "/api/thing?key=NO:such",
                "/api/brokers?at=soon",
                "/api/brokers?min-grade=Z9",
                "/api/brokers?seed=many",
                "/api/brokers?missing=half",
                "/api/brokers?depth=deep",
                "/api/brokers?measures=fame",
                "/api/brokers?weights=heavy",
                "/api/paths/flow?from=OPEN:p1",
                "/api/paths/flow?from=OPEN:p1&to=OPEN:p1",
                "/api/paths/in-time?from=OPEN:p1,OPEN:p2&to=OPEN:p3",
                "/api/cut?taking=everything",
                "/api/search")) {
            var answer = get("investigator", path);
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.type()).as(path).startsWith("application/problem+json");
            assertThat(JSON.readTree(answer.body()).at("/status").asInt()).isEqualTo(answer.status());
            assertThat(answer.body()).doesNotContain("org.jejak", "Exception");
        }
    }

    private void whoIsNotSignedInGetsNothing() throws Exception {
        for (var request : REQUESTS.entrySet()) {
            String query = request.getValue().getLast();
            var answer = get("", path(request.getKey(), query));
            assertThat(answer.status()).as(request.getKey()).isEqualTo(401);
            assertThat(answer.type()).startsWith("application/problem+json");
        }
        assertThat(get("nobody", "/api/cases").status()).isEqualTo(401);
        assertThat(get("", "/v3/api-docs").status()).isIn(401, 403, 404);
    }

    private static void theDescriptionNamesEveryEndpointAndParameter(Answer answer) {
        JsonNode paths = JSON.readTree(answer.body()).at("/paths");
        for (String path : REQUESTS.keySet()) {
            if (!path.equals(DESCRIPTION)) {
                assertThat(paths.has(path)).as(path).isTrue();
            }
        }
        var named = new TreeSet<String>();
        paths.get("/api/brokers")
                .at("/get/parameters")
                .forEach(p -> named.add(p.at("/name").asString()));
        assertThat(named)
                .containsExactly(
                        "at",
                        "case",
                        "depth",
                        "explained",
                        "fold",
                        "known",
                        "measures",
                        "min-grade",
                        "missing",
                        "null-model",
                        "reach",
                        "roles-over",
                        "seed",
                        "ties",
                        "top",
                        "weights",
                        "within",
                        "without-source");
    }

    private void theInsiderOfBothSeesMore(ConfigurableApplicationContext context) throws Exception {
        var operator = context.getBean(Viewers.class).operator();
        context.getBean(Cases.class).assign(operator, "HIDDEN", "investigator");
        JsonNode brokers = JSON.readTree(get("investigator", "/api/brokers").body());
        assertThat(brokers.at("/snapshot/persons").asInt()).isEqualTo(5);
        assertThat(brokers.at("/actors").size()).isEqualTo(4);
        assertThat(get("investigator", "/api/thing?key=OPEN%3Ap4").body()).doesNotContain("Jamil");
    }
}
