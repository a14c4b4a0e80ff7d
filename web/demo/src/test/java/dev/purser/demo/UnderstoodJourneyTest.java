package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPeople;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was understood of an amount is shown before it is sent: while it is typed, or where scripts are off, when asked. */
@ExtendWith(OneDemo.class)
@SuppressWarnings("NullAway.Init") // The demo is given before each test.
class UnderstoodJourneyTest {

    private static final String EXPLAINED_HERE = "What you type is explained here, before anything is sent.";

    private static final Duration SOON = Duration.ofSeconds(10);

    private RunningDemo demo;
    private People people;
    private Browsers browsers;
    private Customer customer;

    @BeforeEach
    void takeACustomer(RunningDemo demo, People people, Browsers browsers) {
        this.demo = demo;
        this.people = people;
        this.browsers = browsers;
        this.customer = people.customerToLookAt();
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    private Desk mara(Scripts scripts) {
        return new Desk(browsers.signedIn(DemoPeople.MARA, scripts)).open(customer.page());
    }

    /** A tenth more than now and up to the next thousand, which is no steep rise; in thousands, as people shorten them. */
    private BigDecimal thousands() {
        return customer.amount()
                .multiply(new BigDecimal("1.1"))
                .movePointLeft(3)
                .setScale(0, RoundingMode.UP);
    }

    private String raised() {
        var to = thousands().movePointRight(3);
        return customer.shown(to) + ", up " + customer.shown(to.subtract(customer.amount())) + " (+";
    }

    private void assertNothingWasAsked() {
        assertThat(demo.microsoft().asked(customer.id(), "PATCH_BUDGET")).isZero();
        assertThat(people.mara().get("/history?q=" + customer.id()).body()).doesNotContain("href=\"/history/");
    }

    @Test
    void showsWhatIsTypedWhileItIsTyped() {
        var mara = mara(Scripts.ON);
        assertThat(mara.understood()).hasText(EXPLAINED_HERE);
        assertThat(preview(mara)).isHidden();

        mara.page().locator("#amount").pressSequentially(thousands() + "k");
        assertThat(mara.understood()).containsText(raised());
        assertThat(mara.understood()).containsText("% of it would be used.");
        assertThat(mara.understood())
                .containsText("Now " + customer.shown(customer.amount()) + ", read again before anything is sent.");

        mara.page().locator("#amount").fill("+900%");
        assertThat(mara.understood()).containsText("(+900.0%)");
        assertThat(mara.understood()).containsText("It is shown once more first.");
        assertThat(mara.understood()).not().containsText(raised());

        mara.page().locator("#amount").fill("1.234");
        assertThat(mara.understood()).containsText("1.234 can mean two amounts. Which one?");
        mara.page().locator("#amount").fill("5 THB");
        assertThat(mara.understood())
                .containsText("This customer is billed in " + customer.currency() + ", not in THB");

        mara.page().locator("#amount").fill("");
        assertThat(mara.understood()).hasText(EXPLAINED_HERE);
        assertThat(mara.page().url()).endsWith(customer.page());
        assertNothingWasAsked();
    }

    @Test
    void leavesNothingThatDoesNotFitWhatIsTyped() {
        var mara = mara(Scripts.ON);
        var held = new ConcurrentLinkedQueue<Route>();
        mara.page().locator("#amount").fill("+10%");
        assertThat(mara.understood()).containsText("(+10.0%)");

        mara.page().route("**/changes/draft", held::add);
        mara.page().locator("#amount").fill("+20%");
        assertThat(mara.understood()).isEmpty();
        mara.page().waitForCondition(() -> held.size() == 1);
        mara.page().unroute("**/changes/draft");
        mara.page().locator("#amount").fill("+30%");
        assertThat(mara.understood()).containsText("(+30.0%)");
        held.remove().resume();
        assertThat(mara.understood()).containsText("(+30.0%)");

        mara.page().route("**/changes/draft", Route::abort);
        mara.page().locator("#amount").fill("+40%");
        assertThat(mara.understood()).containsText("What this means cannot be shown just now. Nothing was sent");
        mara.page().unroute("**/changes/draft");
        mara.page().locator("#amount").fill("+41%");
        assertThat(mara.understood()).containsText("(+41.0%)");
    }

    @Test
    void movesNothingBelowWhileAnAmountIsTyped() {
        var mara = mara(Scripts.ON);
        var reason = mara.page().locator("#reason");
        var before = reason.boundingBox().y;

        mara.page().locator("#amount").fill("+10%");
        assertThat(mara.understood()).containsText("(+10.0%)");

        assertThat(reason.boundingBox().y).isEqualTo(before);
    }

    @Test
    void sendsWhatIsTypedByEnterAndRemovesAsBefore() {
        customer = people.customerOfMara(BigDecimal.valueOf(3_000));
        var mara = mara(Scripts.ON);
        mara.page().locator("#amount").fill("+10%");
        assertThat(mara.understood()).containsText("(+10.0%)");
        assertThat(mara.press("Remove budget").status()).isEqualTo(422);
        says(mara.page().locator(".error-summary"), "Give a reason");
        assertThat(mara.understood()).containsText("(+10.0%)");

        mara.page().locator("#reason").fill("Contract");
        mara.page().locator("#amount").press("Enter");

        mara.awaitOutcome("Microsoft confirmed", SOON);
        assertThat(demo.microsoft().applied(customer.id())).isEqualTo(1);
    }

    @Test
    void showsWhenAskedWhereScriptsAreOff() {
        customer = people.customerOfMara(BigDecimal.valueOf(3_000));
        var mara = mara(Scripts.OFF).fill(thousands() + "k", "Seasonal");
        mara.page().locator("#ticket").fill("INC-4711");

        assertThat(mara.press("Preview").status()).isEqualTo(200);

        assertThat(mara.understood()).containsText("“" + thousands() + "k” means:");
        assertThat(mara.understood()).containsText(raised());
        assertThat(mara.page().locator("#amount")).isFocused();
        assertThat(mara.page().locator("#amount")).hasValue(thousands() + "k");
        assertThat(mara.page().locator("#reason")).hasValue("Seasonal");
        assertThat(mara.page().locator("#ticket")).hasValue("INC-4711");
        assertThat(mara.page().url()).endsWith(customer.page() + "/changes/draft");
        assertNothingWasAsked();

        mara.page().locator("#amount").press("Enter");
        mara.awaitOutcome("Microsoft confirmed " + customer.shown(thousands().movePointRight(3)), SOON);
    }

    @Test
    void asksWhatAnAmountMeansWhereScriptsAreOff() {
        var mara = mara(Scripts.OFF).fill("1.234", "");

        assertThat(mara.press("Preview").status()).isEqualTo(422);

        says(mara.page().locator(".error-summary"), "Nothing was sent.", "1.234 can mean two amounts");
        assertThat(mara.page().locator(".error-summary li")).hasCount(1);
        assertThat(mara.understood()).isEmpty();
        assertThat(mara.page().locator("#amount")).hasValue("1.234");
        mara.page().locator("#amount").fill("");
        assertThat(mara.press("Preview").status()).isEqualTo(422);
        says(mara.page().locator(".error-summary"), "Type the new budget");
        assertNothingWasAsked();
    }

    @Test
    void tellsThatTheBudgetMovedSinceTheFormWasOpened() {
        customer = people.customerOfMara(BigDecimal.valueOf(3_000));
        var mara = people.mara();
        var form = new LinkedHashMap<>(Forms.budget(mara, customer.page(), "+10%"));
        form.put("seen", "17");

        var told = mara.type(customer.page() + "/changes/draft", form);

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body())
                .startsWith("<p class=\"understood\"")
                .contains("(+10.0%)", "It was " + customer.shown(new BigDecimal("17")) + " when you opened the form")
                .doesNotContain("read again", "<html");
    }

    @Test
    void showsNothingOfForeignCustomersAndNobodyTheWayToSignIn() {
        var foreign = people.customerOfTomas();
        var form = Forms.budget(people.mara(), customer.page(), "5k");

        assertThat(people.mara().type(foreign.page() + "/changes/draft", form).statusCode())
                .isEqualTo(404);
        var nobody = Visitor.nobody(demo).type(customer.page() + "/changes/draft", form);
        assertThat(nobody.statusCode()).isEqualTo(499);
        assertThat(nobody.headers().allValues("Set-Cookie")).isEmpty();
    }

    private static Locator preview(Desk desk) {
        return desk.page().locator("button[formaction$='/draft']");
    }

    private static void says(Locator place, String... words) {
        for (var word : words) {
            assertThat(place).containsText(word);
        }
    }
}
