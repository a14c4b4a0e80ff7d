package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.signin.DemoPeople;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How people use the portal in their language. */
@ExtendWith(OneDemo.class)
@SuppressWarnings("NullAway.Init") // The demo is given before each test.
class LanguageJourneyTest {

    private RunningDemo demo;
    private People people;
    private Browsers browsers;

    @BeforeEach
    void come(RunningDemo demo, People people, Browsers browsers) {
        this.demo = demo;
        this.browsers = browsers;
        this.people = people;
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    /** What a page says in a language, from the list to the receipt. */
    private record Spoken(
            String browser,
            String tag,
            String customers,
            String change,
            String confirmed,
            String mistake,
            Scripts scripts) {

        Locale locale() {
            return Locale.forLanguageTag(tag);
        }

        @Override
        public String toString() {
            return tag + ", scripts " + scripts;
        }
    }

    static Stream<Spoken> languages() {
        return Stream.of(Scripts.values())
                .flatMap(scripts -> Stream.of(
                        new Spoken(
                                "de-AT",
                                "de",
                                "Kunden",
                                "Budget ändern",
                                "Microsoft bestätigte %s um \\d\\d:\\d\\d:\\d\\d\\.",
                                "1,234 kann zwei Beträge bedeuten",
                                scripts),
                        new Spoken(
                                "zh-TW",
                                "zh-Hant",
                                "客戶",
                                "變更預算",
                                "Microsoft 已於 \\d\\d:\\d\\d:\\d\\d 確認 %s。",
                                "1.234 可能代表兩種金額",
                                scripts)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void changesABudgetInTheLanguageOfTheBrowser(Spoken spoken) {
        var customer = people.customerOfTomas();
        var tomas = new Desk(browsers.signedIn(DemoPeople.TOMAS, spoken.scripts(), spoken.browser()));
        tomas.open("/customers");
        assertThat(tomas.page().locator("html")).hasAttribute("lang", spoken.tag());
        assertThat(tomas.page().locator("h1")).hasText(spoken.customers());
        tomas.find(customer);
        tomas.fill(spoken.mistake().replaceFirst(" .*", ""), "CHG-1");

        assertThat(tomas.press(spoken.change()).status()).isEqualTo(422);

        assertThat(tomas.page().locator(".error-summary")).containsText(spoken.mistake());
        assertThat(tomas.page().locator("html")).hasAttribute("lang", spoken.tag());

        var raised = customer.amount().add(BigDecimal.ONE);
        var written = written(raised, spoken.locale());
        tomas.fill(written, "CHG-1");
        tomas.press(spoken.change());

        assertThat(tomas.outcome())
                .hasText(Pattern.compile(spoken.confirmed().formatted(exactly(written + " " + customer.currency()))));
        assertThat(demo.microsoft().budget(customer.id()).orElseThrow()).isEqualByComparingTo(raised);
    }

    /** For a browser's regular expressions, which know no quotes. */
    private static String exactly(String text) {
        return text.replaceAll("[.?+]", "[$0]");
    }

    private static String written(BigDecimal amount, Locale language) {
        var format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(2);
        return format.format(amount);
    }

    @ParameterizedTest
    @EnumSource
    void staysOnThePageWhereALanguageIsChosenAndRemembersIt(Scripts scripts) {
        var page = browsers.signedIn(DemoPeople.MARA, scripts);
        var address = "/customers?needs=no-budget&sort=budget";
        page.navigate(address);
        choose(page, "Deutsch");

        assertThat(page).hasURL(Pattern.compile(".*" + exactly(address)));
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page.locator("form.languages [aria-current]")).hasText("Deutsch");
        assertThat(page.locator("h1")).hasText("Kunden");

        var other = Browsers.tab(page);
        other.navigate("/nowhere");
        assertThat(other.locator("html")).hasAttribute("lang", "de");
        assertThat(other.locator("h1")).hasText("An dieser Adresse gibt es nichts");

        choose(page, "繁體中文");
        assertThat(page.locator("h1")).hasText("客戶");
        choose(page, "English");
        assertThat(page.locator("h1")).hasText("Customers");
    }

    private static void choose(Page page, String language) {
        page.waitForNavigation(
                () -> page.locator("form.languages button", new Page.LocatorOptions().setHasText(language))
                        .click());
    }

    @Test
    void speaksToWhoIsNotSignedInAsWell() {
        var page = browsers.nobody(Scripts.OFF, "de");
        page.navigate("/signed-out");
        assertThat(page.locator("h1")).hasText("Sie sind abgemeldet");
        choose(page, "繁體中文");
        assertThat(page.locator("h1")).hasText("您已登出");
        page.navigate("/");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hant");
    }

    @Test
    void speaksOnInTheLanguageThatIsChosenToSignIn() {
        var page = browsers.nobody(Scripts.OFF);
        page.navigate("/");
        page.locator("nav.languages a[lang=de]").click();
        page.locator("button[name=person][value=" + DemoPeople.MARA.subject() + "]")
                .click();
        assertThat(page.locator("h1")).hasText("Kunden");
    }

    @Test
    void sendsNobodyToAnotherSite() {
        for (var back :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "/a b"}) {
            var visitor = Visitor.nobody(demo);
            var form = Visitor.hidden(visitor.get("/signed-out").body());
            form.put("to", "de");
            form.put("back", back);
            var answer = visitor.post("/language", form);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue(demo.portal() + "/");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie -> assertThat(cookie)
                            .startsWith("purser-language=de;")
                            .contains("Path=/", "SameSite=Lax", "Max-Age=31536000")
                            .containsIgnoringCase("HttpOnly"));
            form.put("to", "xx");
            assertThat(visitor.post("/language", form).statusCode()).isEqualTo(400);
        }
    }
}
