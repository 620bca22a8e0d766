package org.jejak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a person does, in a real browser, against the packaged application with the sample case. Leaves a screenshot of
 * each view in {@code target/screenshots}; the one in the README is made here.
 */
class BrowserIT {

    private static final Path SHOTS = Path.of(System.getProperty("jejak.shots", "target/screenshots"));

    private static RunningJejak jejak;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        String chromium = System.getProperty("jejak.browser", System.getenv("JEJAK_BROWSER"));
        assertThat(chromium)
                .as("the browser tests need Chromium: ./jejak test finds or installs it")
                .isNotBlank();
        Files.createDirectories(SHOTS);
        jejak = RunningJejak.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--use-angle=swiftshader",
                                "--enable-unsafe-swiftshader")));
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    }

    @AfterAll
    static void stop() throws Exception {
        if (playwright != null) {
            playwright.close();
        }
        if (jejak != null) {
            jejak.close();
        }
    }

    /** Somebody at their desk; what the page complains of is collected. */
    private record Desk(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {

        static Desk of(String user, Browser.NewContextOptions options) throws Exception {
            var context = browser.newContext(options);
            context.setDefaultTimeout(60_000);
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onPageError(complaints::add);
            page.onRequest(request -> {
                if (!request.url().startsWith(jejak.address()) && request.url().startsWith("http")) {
                    complaints.add("a request left the machine: " + request.url());
                }
            });
            page.navigate(jejak.address() + "/login");
            page.fill("input[name=username]", user);
            page.fill("input[name=password]", jejak.password(user));
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("/login"));
            var later = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Later"));
            later.waitFor();
            later.click();
            return new Desk(context, page, complaints);
        }

        void open(String path, String title) {
            page.navigate(jejak.address() + "/" + path);
            assertThat(page).hasTitle(java.util.regex.Pattern.compile(title + ".*"));
        }

        void shoot(String name) {
            page.waitForTimeout(1_500);
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
        }

        @Override
        public void close() {
            assertThat(complaints).isEmpty();
            context.close();
        }
    }

    private static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900);
    }

    @Test
    void anInvestigatorSeesTheNetworkFindsSomebodyAndWhoHoldsItTogether() throws Exception {
        try (var desk = Desk.of("investigator", desktop())) {
            var page = desk.page();
            desk.open("", "Home");
            assertThat(page.getByText("LEMBAH-KABUS").first()).isVisible();
            desk.shoot("home");

            desk.open("network", "Network");
            page.getByText("People of LEMBAH-KABUS").click();
            assertThat(page.getByText(java.util.regex.Pattern.compile("\\d+ things, [\\d,]+ lines")))
                    .isVisible();
            settled(page);
            desk.shoot("network-whole");
            page.getByLabel("Find").fill("Jodu Nubaha");
            page.getByLabel("Draw Jodu Nubaha").first().click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What is known")))
                    .isVisible();
            desk.shoot("network");
            assertThat(page.getByText("Paths begin here")).isVisible();

            desk.open("brokers", "Brokers");
            assertThat(page.getByText("Sora Ranami").first()).isVisible();
            assertThat(page.getByText(
                            java.util.regex.Pattern.compile("protected people are in every path and never listed")))
                    .isVisible();
            desk.shoot("brokers");
            page.getByText("Sora Ranami").first().click();
            assertThat(page.getByText("Why Sora Ranami")).isVisible();
            assertThat(page.getByText("The ties that carry it")).isVisible();
            tab(page, "Beyond degree");
            assertThat(page.getByText("More between others than their ties explain")
                            .first())
                    .isVisible();
            tab(page, "Communities");
            assertThat(page.getByText("Highest in the ranking (rank)")).isVisible();
            tab(page, "What if they were gone");
            page.getByText("Find whom it would hurt to lose").click();
            assertThat(page.getByText("What holds together after each step").first())
                    .isVisible();
            assertThat(page.locator("jejak-chart[aria-label='What holds together after each step']"))
                    .isVisible();
            desk.shoot("brokers-disruption");
        }
    }

    @Test
    void whatStandsAroundSomebodyIsCountedDrawnAndTakenBackToWhatWasKnown() throws Exception {
        try (var desk = Desk.of("investigator", desktop())) {
            var page = desk.page();
            desk.open("network", "Network");
            draw(page, "Sora Ranami");
            page.getByText("Draw all").click();
            assertThat(page.getByText(java.util.regex.Pattern.compile("^Showing all \\d+")))
                    .isVisible();
            assertThat(page.getByText(java.util.regex.Pattern.compile("^[2-9]\\d* things, \\d+ lines")))
                    .isVisible();
            button(page, "Filter").click();
            page.getByLabel("As known on").fill("2015-01-01");
            page.keyboard().press("Enter");
            assertThat(page.getByText(java.util.regex.Pattern.compile("^0 things, 0 lines")))
                    .isVisible();
            assertThat(page.getByText("as known on 2015-01-01")).isVisible();
        }
    }

    @Test
    void anAnswerIsKeptAskedAgainToTheByteAndComparedWithToday() throws Exception {
        try (var desk = Desk.of("investigator", desktop())) {
            var page = desk.page();
            desk.open("brokers", "Brokers");
            button(page, "Keep this answer").first().click();
            page.getByLabel("Title").fill("Before the raid");
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep this answer"))
                    .click();
            assertThat(page.getByText("The answer as it was kept")).isVisible();
            assertThat(page.getByText("Protected person")).hasCount(0);
            button(page, "Ask again").click();
            assertThat(page.getByText("The same answer, byte for byte.")).isVisible();
            button(page, "What changed").click();
            assertThat(page.getByText("Nothing changed: the same records, the same answer."))
                    .isVisible();
            desk.shoot("kept");
        }
    }

    @Test
    void whatRemainsWithoutASourceIsAskedFromTheListOfSourcesAndTheSourceTakenInAgain() throws Exception {
        try (var desk = Desk.of("investigator", desktop())) {
            var page = desk.page();
            desk.open("brokers", "Brokers");
            var size = page.getByText(java.util.regex.Pattern.compile("^[\\d,]+ people, [\\d,]+ ties"));
            String whole = size.innerText();
            desk.open("records/sources", "Sources");
            button(page, "What remains without it: Call records, home operator").click();
            var chip =
                    page.getByText("Without Call records, home operator", new Page.GetByTextOptions().setExact(true));
            assertThat(chip).isVisible();
            assertThat(page.getByText("What this source says is left out")).isVisible();
            assertThat(size).isVisible();
            assertThat(size.innerText()).isNotEqualTo(whole);
            desk.shoot("brokers-without");
            button(page, "Count what Call records, home operator says again").click();
            assertThat(size).hasText(whole);
            desk.shoot("brokers-with-it-again");
            assertThat(chip).isHidden();
        }
    }

    @Test
    void theNetworkIsDrawnWithoutASourceAndAgainAtThatAddress() throws Exception {
        try (var desk = Desk.of("investigator", desktop())) {
            var page = desk.page();
            desk.open("network", "Network");
            draw(page, "Jodu Nubaha");
            draw(page, "Sora Ranami");
            assertThat(page.getByText("2 things, 1 line")).isVisible();
            button(page, "Filter").click();
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Without these sources"))
                    .fill("Call records, home");
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Call records, home operator"))
                    .click();
            assertThat(page.getByText("2 things, 0 lines")).isVisible();
            page.reload();
            assertThat(page.getByText("2 things, 0 lines")).isVisible();
            desk.shoot("network-without");
            button(page, "Remove the condition Without Call records, home operator")
                    .click();
            assertThat(page.getByText("2 things, 1 line")).isVisible();
        }
    }

    @Test
    void everyPageCarriesTheStrictHeaders() throws Exception {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var answer = client.send(
                    java.net.http.HttpRequest.newBuilder(java.net.URI.create(jejak.address() + "/login"))
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
            var headers = answer.headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'; script-src 'self' 'unsafe-eval' 'nonce-")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("http:", "https:", "*");
            assertThat(headers.firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Strict");
        }
    }

    private static void tab(Page page, String name) {
        page.locator("vaadin-tab")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }

    @Test
    void anIntegrityOfficerSeesLeadsAndNobodyElseLearnsThatThereAreAny() throws Exception {
        try (var desk = Desk.of("integrity", desktop())) {
            desk.open("integrity", "Integrity");
            assertThat(desk.page()
                            .getByText(java.util.regex.Pattern.compile("A lead is a question"))
                            .first())
                    .isVisible();
            assertThat(desk.page()
                            .getByText(java.util.regex.Pattern.compile("Lead, not guilt"))
                            .first())
                    .isVisible();
            desk.shoot("integrity");
        }
        try (var desk = Desk.of("investigator", desktop())) {
            desk.page().navigate(jejak.address() + "/integrity");
            assertThat(desk.page().getByText("Nothing here").first()).isVisible();
            assertThat(desk.page().getByText("Integrity")).hasCount(0);
        }
    }

    @Test
    void aPhoneAtNightCanRead() throws Exception {
        var phone = new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK);
        try (var desk = Desk.of("investigator", phone)) {
            desk.open("brokers", "Brokers");
            assertThat(desk.page().getByText("Sora Ranami").first()).isVisible();
            desk.shoot("brokers-phone-dark");
            assertThat((Integer) desk.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
    }

    @Test
    void recordsAndEvidenceSayWhatToDoNext() throws Exception {
        try (var desk = Desk.of("investigator", desktop())) {
            desk.open("records", "Records");
            assertThat(desk.page().getByText("LEMBAH-KABUS").first()).isVisible();
            desk.shoot("records");
            desk.open("evidence", "Evidence");
            desk.shoot("evidence");
        }
    }

    @Test
    void aDrawingIsKeptAndReopensAtItsAddressWithItsNotes() throws Exception {
        String address;
        try (var desk = Desk.of("investigator", desktop())) {
            var page = desk.page();
            desk.open("network", "Network");
            draw(page, "Jodu Nubaha");
            draw(page, "Sora Ranami");
            var places = settled(page);
            page.getByLabel("Keep this drawing").click();
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Two who meet");
            page.getByLabel("Notes").fill("สองคนนี้พบกันที่ท่าเรือ");
            desk.shoot("network-keep");
            button(page, "Keep").click();
            assertThat(page.getByText("Kept. Its address can be given to others on the case."))
                    .isVisible();
            desk.open("network", "Network");
            button(page, "Two who meet").click();
            assertThat(page.getByText("สองคนนี้พบกันที่ท่าเรือ")).isVisible();
            assertThat(settled(page)).isEqualTo(places);
            desk.shoot("network-kept");
            address = page.url();
        }
        assertThat(address).contains("view=");
        try (var desk = Desk.of("prosecutor", desktop())) {
            desk.page().navigate(address);
            assertThat(desk.page().getByText("Two who meet")).isVisible();
        }
    }

    @Test
    void aProsecutorPutsSomebodyInTheBasketMakesAPackAndAnybodyVerifiesIt() throws Exception {
        try (var desk = Desk.of("prosecutor", desktop())) {
            var page = desk.page();
            desk.open("network", "Network");
            draw(page, "Jodu Nubaha");
            button(page, "Put in the basket").first().click();
            assertThat(page.getByText("1 put in the basket, which now holds 1."))
                    .isVisible();
            desk.open("evidence", "Evidence");
            page.getByLabel("Exhibit number").fill("P-7");
            page.getByLabel("What for").fill("Application for a warrant");
            button(page, "Make the pack").click();
            assertThat(page.getByText(java.util.regex.Pattern.compile("Write this number down outside")))
                    .isVisible();
            desk.shoot("evidence-made");
            var download = page.waitForDownload(() -> page.getByText(java.util.regex.Pattern.compile("^Take .*zip"))
                    .click());
            var pack = SHOTS.resolveSibling("made-in-the-browser.zip");
            download.saveAs(pack);
            desk.open("evidence/verify", "Verify a pack");
            page.locator("input[type=file]").setInputFiles(pack);
            assertThat(page.getByText("Whole: nothing was changed since it was signed."))
                    .isVisible();
            desk.shoot("evidence-verified");
        }
    }

    private static void draw(Page page, String name) {
        page.getByLabel("Find").fill(name);
        page.getByLabel("Draw " + name).first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)))
                .isVisible();
    }

    /** Where everything lies once nothing moves any more. */
    private static Object settled(Page page) {
        page.waitForFunction("""
                () => {
                  const drawing = document.querySelector('jejak-graph').places?.();
                  const before = window.placesBefore;
                  window.placesBefore = JSON.stringify(drawing);
                  return Object.keys(drawing?.places ?? {}).length > 0 && window.placesBefore === before;
                }""", null, new Page.WaitForFunctionOptions().setPollingInterval(1_000));
        return page.evaluate("document.querySelector('jejak-graph').places()");
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
