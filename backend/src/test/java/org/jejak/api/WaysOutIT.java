package org.jejak.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jejak.access.Cases;
import org.jejak.access.FirstStart;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Weighting;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.analysis.flow.Taking;
import org.jejak.command.TypedCommand;
import org.jejak.identity.Badge;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.Loads;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.investigation.DisruptionPlan;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.pack.ExportRequest;
import org.jejak.pack.Exports;
import org.jejak.pack.Handover;
import org.jejak.pack.Handovers;
import org.jejak.projection.NetworkQuestion;
import org.jejak.store.GraphStore;
import org.jejak.store.Home;
import org.jejak.store.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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

/** Every way to name a person by every way out: what the contract says of them, and what came. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysOutIT {

    private static final NetworkQuestion NETWORK = NetworkQuestion.of(Set.of("CASE-1"));

    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.jejak",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.jejak\\.(ui|command)\\..*|.*(Test|IT)(\\$.*)?"))
    static class Web {

        static Driver driver;

        @Bean(destroyMethod = "")
        @Primary
        Driver testDriver() {
            return driver;
        }

        /** Thousands of sign-ins with Argon2id would take minutes, which is what it is for. */
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
    static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> secrets = new HashMap<>();
    private final List<Named> all = new WaysOfNaming().all();
    private final Map<String, String> kept = new LinkedHashMap<>();
    private Home home;
    private GraphStore store;
    private ConfigurableApplicationContext context;
    private int port;

    @BeforeAll
    void loadTheCase() throws IOException {
        home = TestStore.temporaryHome();
        store = GraphStore.open(home, GraphStore.Sharing.OWN);
        Web.driver = store.driver();
        context = new SpringApplicationBuilder(Web.class)
                .web(WebApplicationType.SERVLET)
                .lazyInitialization(true)
                .properties(Map.of(
                        "jejak.home",
                        home.directory().toString(),
                        "jejak.keys",
                        home.keys().toString(),
                        "server.port",
                        0,
                        "spring.main.banner-mode",
                        "off"))
                .run();
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        load(new WaysOfNaming().bundle(), "first");
        for (Role role : List.of(Role.INVESTIGATOR, Role.PROSECUTOR, Role.INTEGRITY)) {
            add(role);
        }
        keepAnswers();
        load(new WaysOfNaming().later(), "later");
    }

    @AfterAll
    void close() {
        context.close();
        store.close();
    }

    private void load(Bundles bundle, String name) throws IOException {
        try (var source = BundleSource.open(bundle.in(folder.resolve(name)))) {
            var report = context.getBean(Loads.class)
                    .load(operator(), source, LoadOptions.defaults().refusedTo(folder.resolve("refused-" + name)));
            assertThat(report.hasRefusals()).as("%s", report).isFalse();
        }
    }

    private Viewer operator() {
        return context.getBean(Viewers.class).operator();
    }

    private Viewer viewer(String user) {
        return context.getBean(Viewers.class).named(user);
    }

    private void add(Role role) {
        String name = role.name().toLowerCase(java.util.Locale.ROOT);
        var written = context.getBean(FirstStart.class)
                .addUser(operator(), name, Set.of(role), Handling.RED, Set.of(new Badge(new Key("OTHER:hq"), "1")));
        secrets.put(name, written.initials().getFirst().password());
        context.getBean(Cases.class).assign(operator(), "CASE-1", name);
    }

    /** Before one of them is known as a victim. */
    private void keepAnswers() {
        var keeping = context.getBean(KeptInvestigations.class);
        var by = operator();
        var control = RunControl.PLAIN;
        var removing = all.stream()
                .filter(one -> one.how().equals("victim since"))
                .map(one -> new Key(one.key()))
                .toList();
        kept.put(
                "brokers",
                keeping.brokers(by, "Brokers", NETWORK, 1, Sureness.USUAL.depth(Depth.MEASURES), control)
                        .investigation()
                        .id());
        kept.put(
                "disrupt",
                keeping.disrupt(by, "Removed", NETWORK, new DisruptionPlan.Removing(removing), 0, 1, control)
                        .investigation()
                        .id());
        kept.put(
                "communities",
                keeping.communities(by, "Groups", NETWORK, 1, control)
                        .investigation()
                        .id());
        kept.put(
                "cut",
                keeping.cut(by, "Cut", NETWORK, Set.of(), Set.of(), Taking.PLACES_AND_PEOPLE, control)
                        .investigation()
                        .id());
        var far = new Key("TEST:" + all.getFirst().beyond());
        kept.put(
                "paths",
                keeping.paths(by, "Ways", NETWORK, new Key(WaysOfNaming.HUB), far, 3, Weighting.UNWEIGHTED, control)
                        .investigation()
                        .id());
    }

    private WaysOut.Answer get(String user, String path) {
        byte[] both = (user + ":" + secrets.get(user)).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return WaysOut.Answer.of(response.statusCode(), response.headers().map() + "\n", response.body());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void everyEndpointIsInTheTable() {
        var paths = new TreeSet<String>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("org.jejak.")) {
                        assertThat(mapping.getMethodsCondition().getMethods())
                                .as("%s: the table only knows how to get", mapping)
                                .allMatch(m -> m.name().equals("GET"));
                        paths.addAll(mapping.getPatternValues());
                    }
                });
        assertThat(WaysOut.endpoints()).containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    void everyEndpointSaysOfEverybodyWhatTheContractSays() {
        var table = new WaysOutTable();
        for (String user : List.of("investigator", "prosecutor")) {
            for (var out : WaysOut.ENDPOINTS) {
                if (out.onceOnly() && user.equals("prosecutor")) {
                    continue;
                }
                String name = out.path() + " (" + user + ")";
                for (String path : out.once(kept.values(), all)) {
                    var answer = get(user, path);
                    table.expectNothingTold(all, name, path, answer.all());
                    all.forEach(who -> out.lists().check(table, who, name, answer));
                }
                for (Named who : all) {
                    for (String path : out.about(who)) {
                        var answer = get(user, path);
                        table.expectNothingTold(all, name, path, answer.all());
                        out.asks().check(table, who, name, answer);
                    }
                }
            }
        }
        var officials = get("integrity", "/api/officials?case=CASE-1");
        table.expectNothingTold(all, "/api/officials (integrity)", "", officials.all());
        all.forEach(who -> WaysOut.LISTED_TO_NOBODY.check(table, who, "/api/officials (integrity)", officials));
        table.isAsTheContractSays(30_000);
    }

    @Test
    void whatLeavesTheHouseNamesNobodyWhoIsProtectedNorTheirRelatives() throws IOException {
        var table = new WaysOutTable();
        var chosen = new ArrayList<Key>();
        all.forEach(one -> chosen.addAll(
                List.of(new Key(one.key()), new Key("TEST:" + one.beyond()), new Key("TEST:" + one.phone()))));
        for (int i = 0; i < all.size(); i++) {
            chosen.add(new Key("TEST:links/c%03d".formatted(i)));
            chosen.add(new Key("TEST:g%03d".formatted(i)));
            chosen.add(new Key("TEST:l%03d".formatted(i)));
        }
        for (String user : List.of("investigator", "prosecutor")) {
            var viewer = viewer(user);
            var request = new ExportRequest("CASE-1", chosen, "E-1", "the trial", Optional.empty());
            var pack = context.getBean(Exports.class).export(viewer, request);
            leaves(table, "pack", text(pack.bytes()) + pack.withheld() + pack.leftOut());
            for (Handover.Form form : Handover.Form.values()) {
                Path out = folder.resolve(user + "-" + form);
                var done = context.getBean(Handovers.class)
                        .write(viewer, new Handover("CASE-1", form, "the trial", Optional.empty(), out));
                leaves(table, "hand-over " + form, text(out) + done.withheld());
            }
        }
        table.isAsTheContractSays(900);
    }

    private void leaves(WaysOutTable table, String out, String text) {
        table.expectNothingTold(all, out, "", text);
        for (Named who : all) {
            boolean named = text.contains(who.name());
            if (who.says() == Named.Says.OPEN) {
                table.expect(who, out, named && text.contains(who.id()), "is not named");
            } else {
                table.expect(who, out, !named, "leaves by name");
                table.expect(who, out, !text.contains(who.id()), "leaves under its own key");
            }
        }
    }

    /** All that stands in a pack, of its report the words; the contents of packed files rather than their bytes. */
    private static String text(byte[] zip) throws IOException {
        var text = new StringBuilder();
        try (var members = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var member = members.getNextEntry(); member != null; member = members.getNextEntry()) {
                byte[] bytes = members.readAllBytes();
                text.append(member.getName()).append('\n');
                if (member.getName().endsWith(".pdf")) {
                    try (var report = Loader.loadPDF(bytes)) {
                        text.append(new PDFTextStripper().getText(report).replaceAll("\\s+", " "));
                    }
                } else {
                    text.append(new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }

    private static String text(Path out) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(out.relativize(file)).append('\n').append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Test
    void everyCommandIsInTheTable() {
        assertThat(WaysOut.commands()).containsExactlyInAnyOrderElementsOf(TypedCommand.known());
    }

    @Test
    void everyCommandSaysOfEverybodyWhatTheContractSays() throws IOException {
        var table = new WaysOutTable();
        for (var command : WaysOut.COMMANDS) {
            for (String line : command.lines(List.copyOf(kept.values()), all.getFirst(), folder)) {
                var words = new ArrayList<>(List.of(line.split(" ")));
                words.addAll(List.of(
                        "--home",
                        home.directory().toString(),
                        "--keys",
                        home.keys().toString()));
                var said = TypedCommand.run(words.toArray(String[]::new));
                assertThat(said.code()).as(line + "\n" + said.err()).isEqualTo(command.code());
                table.expectNothingTold(all, command.name(), line, said.out() + said.err());
                var answer = WaysOut.Answer.of(said.code() == 0 ? 200 : 400, said.err(), said.out());
                if (command.code() == 0) {
                    all.forEach(who -> command.lists().check(table, who, command.name(), answer));
                }
            }
        }
        table.isAsTheContractSays(1_000);
    }
}
