package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPeople;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people change budgets, and what is seen of it. */
@ExtendWith(OneDemo.class)
@SuppressWarnings("NullAway.Init") // The demo is given before each test.
class ChangeJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private SimulatedMicrosoft microsoft;
    private People people;
    private Browsers browsers;
    private Customer customer;

    @BeforeEach
    void takeACustomer(RunningDemo demo, People people, Browsers browsers) {
        this.microsoft = demo.microsoft();
        this.people = people;
        this.browsers = browsers;
        this.customer = people.customerOfMara();
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    private Desk mara(Scripts scripts) {
        return new Desk(browsers.signedIn(DemoPeople.MARA, scripts));
    }

    @ParameterizedTest
    @EnumSource
    void raisesABudgetWithAReasonAndProvesIt(Scripts scripts) throws Exception {
        var raised = customer.amount().add(BigDecimal.valueOf(500));
        var mara = mara(scripts).find(customer);
        mara.page().locator("#ticket").fill("INC-4711");

        mara.change(customer.shown(raised), "Customer request");

        mara.awaitOutcome("Microsoft confirmed " + customer.shown(raised) + " at ", SOON);
        assertThat(mara.main()).containsText("Customer request");
        assertThat(mara.main()).containsText("INC-4711");
        assertThat(microsoft.budget(customer.id()).orElseThrow()).isEqualByComparingTo(raised);
        mara.page().reload();
        mara.awaitOutcome("Microsoft confirmed ", SOON);
        assertThat(microsoft.applied(customer.id())).isEqualTo(1);
        browsers.closeAll();

        auditorReadsAndProvesIt(new Desk(browsers.signedIn(DemoPeople.INGRID, scripts)), raised);
    }

    private void auditorReadsAndProvesIt(Desk ingrid, BigDecimal raised) throws Exception {
        ingrid.open("/history?q=" + customer.id());
        var line = ingrid.main().locator("tbody tr");
        assertThat(line).hasCount(1);
        says(line, customer.name(), amount(customer.amount()), amount(raised), "Customer request", "INC-4711");
        says(line, "Mara Lindqvist", "Confirmed");

        line.locator("a[href^='/history/']").click();
        says(
                ingrid.main(),
                customer.shown(customer.amount()),
                customer.shown(raised),
                "Customer request",
                "INC-4711",
                "Mara Lindqvist");
        var bytes = ingrid.page().request().get(ingrid.page().url() + "/raw").body();
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0);
        assertThat(ingrid.page().locator("code.hash")).hasText(HexFormat.of().formatHex(sha256.digest(bytes)));
        assertThat(ingrid.main().locator("pre")).hasText(new String(bytes, UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void removesABudgetOnlyAfterAReview(Scripts scripts) {
        var mara = mara(scripts).open(customer.page()).fill("", "Contract");

        assertThat(mara.press("Remove budget").status()).isEqualTo(200);
        assertThat(mara.page().locator("h1")).hasText("Remove the budget?");
        says(mara.main(), customer.shown(customer.amount()), "Nothing has been sent.", "Your reason: Contract");
        assertThat(microsoft.asked(customer.id(), "PATCH_BUDGET")).isZero();

        mara.press("Remove budget");
        mara.awaitOutcome("Microsoft confirmed: no budget is set", SOON);
        assertThat(microsoft.budget(customer.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void showsASteepRiseOnceMore(Scripts scripts) {
        var steep = customer.amount().multiply(BigDecimal.TEN);
        var mara = mara(scripts).open(customer.page());

        mara.change(steep.toPlainString(), "Seasonal");

        assertThat(mara.page().locator("h1")).hasText("Look once more before it is sent");
        says(mara.main(), "That is a rise of 900.0%", customer.shown(customer.amount()), customer.shown(steep));
        assertThat(microsoft.asked(customer.id(), "PATCH_BUDGET")).isZero();

        mara.press("Enter another amount");
        assertThat(mara.page().locator("#amount")).hasValue(steep.toPlainString());
        assertThat(mara.page().locator("#reason")).hasValue("Seasonal");
        mara.press("Change budget");
        mara.press("Change budget to " + customer.shown(steep));

        mara.awaitOutcome("Microsoft confirmed " + customer.shown(steep), SOON);
    }

    @ParameterizedTest
    @EnumSource
    void asksWhatAnAmbiguousAmountMeans(Scripts scripts) {
        var customer = people.customerOfMara(BigDecimal.valueOf(3_000));
        var thousands = customer.amount().movePointLeft(3).setScale(0, RoundingMode.UP);
        var meant = thousands.movePointRight(3).add(BigDecimal.valueOf(234));
        var mara = mara(scripts).open(customer.page());

        assertThat(mara.change(thousands + ".234", "Correction").status()).isEqualTo(422);

        says(mara.page().locator(".error-summary"), "Nothing was sent.", thousands + ".234 can mean two amounts");
        assertThat(mara.page().locator("#amount")).hasValue(thousands + ".234");
        mara.press(customer.shown(meant));
        mara.awaitOutcome("Microsoft confirmed " + customer.shown(meant), SOON);
        assertThat(microsoft.budget(customer.id()).orElseThrow()).isEqualByComparingTo(meant);
    }

    @ParameterizedTest
    @EnumSource
    void asksForAReasonAndKeepsWhatWasTyped(Scripts scripts) {
        var mara = mara(scripts).open(customer.page());
        mara.page().locator("#ticket").fill("INC-4712");

        assertThat(mara.change("+10%", "").status()).isEqualTo(422);

        assertThat(mara.page()).hasTitle("Nothing was sent: " + customer.name() + " – Purser");
        says(mara.page().locator(".error-summary"), "Give a reason");
        Await.until("the summary has the focus", SOON, () -> mara.focused().contains("error-summary"));
        assertThat(mara.page().locator("#amount")).hasValue("+10%");
        assertThat(mara.page().locator("#ticket")).hasValue("INC-4712");
        assertThat(mara.page().locator("#reason")).hasAttribute("aria-invalid", "true");

        mara.page().locator(".error-summary a").click();
        assertThat(mara.page().locator("#reason")).isFocused();
        assertThat(microsoft.asked(customer.id(), "PATCH_BUDGET")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void makesOneChangeOfAFormThatIsSentTwice(Scripts scripts) {
        var mara = mara(scripts).open(customer.page()).fill("+10%", "Correction");

        mara.page().locator("button.button--primary").dblclick();

        mara.awaitOutcome("Microsoft confirmed", SOON);
        assertThat(microsoft.applied(customer.id())).isEqualTo(1);
        mara.open(customer.page());
        assertThat(mara.main().locator(".table--history tbody tr")).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource
    void sendsNothingAgainAfterTheBackButton(Scripts scripts) {
        var raised = customer.amount().add(BigDecimal.valueOf(100));
        var mara = mara(scripts).open(customer.page());
        mara.change(raised.toPlainString(), "Correction");
        mara.awaitOutcome("Microsoft confirmed", SOON);
        var receipt = mara.change();

        mara.page().goBack();
        assertThat(mara.page().locator("h1")).containsText(customer.name());
        mara.change(raised.toPlainString(), "Correction");

        // Either the browser kept the very form, which leads to its receipt, or it took a new one.
        if (mara.page().url().contains("/changes/" + receipt)) {
            mara.awaitOutcome("Microsoft confirmed", SOON);
        } else {
            says(mara.page().locator(".error-summary"), "The budget is " + customer.shown(raised) + " already");
        }
        assertThat(microsoft.applied(customer.id())).isEqualTo(1);
    }

    @Test
    void leadsTheSameFormToTheSameReceiptAndTakesNoOtherContent() {
        var mara = people.mara();
        var form = new LinkedHashMap<>(Forms.budget(mara, customer.page(), "+10%"));
        var sent = mara.post(customer.page() + "/changes", form);
        var again = mara.post(customer.page() + "/changes", form);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(sent.headers().firstValue("Location"));

        form.put("amount", "+20%");
        var other = mara.post(customer.page() + "/changes", form);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body())
                .contains("This form was already sent with "
                        + customer.shown(customer.amount().multiply(new BigDecimal("1.1"))))
                .doesNotContain("value=\"" + form.get("change") + "\"");
        assertThat(UUID.fromString(Visitor.hidden(other.body()).get("change")).toString())
                .isNotEqualTo(form.get("change"));
        assertThat(microsoft.applied(customer.id())).isEqualTo(1);
    }

    @Test
    void isDoneFromAnyPageByKeyboardAlone() {
        var mara = mara(Scripts.ON).open("/history");
        var keys = mara.page().keyboard();

        keys.press("/");
        keys.type(customer.domain());
        keys.press("Enter");
        assertThat(mara.page().locator("#amount")).isFocused();
        keys.type("+10%");
        keys.press("Tab");
        assertThat(mara.page().locator("#reason")).isFocused();
        keys.type("Customer request");
        keys.press("Enter");

        mara.awaitOutcome("Microsoft confirmed", SOON);
        assertThat(microsoft.applied(customer.id())).isEqualTo(1);
    }

    private static String amount(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "%,.2f", amount);
    }

    private static void says(Locator place, String... words) {
        for (var word : words) {
            assertThat(place).containsText(word);
        }
    }
}
