package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPeople;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people take a change back. */
@ExtendWith(OneDemo.class)
@SuppressWarnings("NullAway.Init") // The demo is given before each test.
class UndoJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private SimulatedMicrosoft microsoft;
    private People people;
    private Browsers browsers;
    private Customer customer;
    private String before;
    private String raised;

    @BeforeEach
    void takeACustomer(RunningDemo demo, People people, Browsers browsers) {
        this.microsoft = demo.microsoft();
        this.people = people;
        this.browsers = browsers;
        this.customer = people.customerOfMara();
        this.before = customer.shown(customer.amount());
        this.raised = customer.shown(customer.amount().add(BigDecimal.valueOf(500)));
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    /** Mara at the receipt of a confirmed change. */
    private Desk raised(Scripts scripts) {
        var mara = new Desk(browsers.signedIn(DemoPeople.MARA, scripts)).open(customer.page());
        mara.change(raised, "Customer request");
        mara.awaitOutcome("Microsoft confirmed " + raised, SOON);
        return mara;
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAnUndoDidNotArriveAfterTheSignInHadRunOut(Scripts scripts) {
        var mara = raised(scripts);
        mara.page().context().clearCookies();

        mara.press("Undo: back to " + before);
        mara.page().locator("button[value=" + DemoPeople.MARA.subject() + "]").click();

        assertThat(mara.page().locator(".notice").first()).containsText("No form arrived, so nothing new was sent.");
        assertThat(mara.page().locator("#undo form")).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource
    void takesAChangeBackWithOneClickAndLinksTheTwo(Scripts scripts) {
        var mara = raised(scripts);
        var undone = mara.change();

        mara.press("Undo: back to " + before);

        mara.awaitOutcome("Microsoft confirmed " + before, SOON);
        var undo = mara.change();
        assertThat(undo).isNotEqualTo(undone);
        assertThat(mara.main()).containsText("Undo of " + raised + ", confirmed on ");
        assertThat(microsoft.budget(customer.id()).orElseThrow()).isEqualByComparingTo(customer.amount());
        mara.page().locator("#record a[href='/changes/" + undone + "']").click();
        assertThat(mara.page().locator("#record")).containsText("Undone by");
        assertThat(mara.page().locator("#undo form")).hasCount(0);
        mara.page().locator("#record a[href='/changes/" + undo + "']").click();
        assertThat(mara.page().locator("#record")).containsText("Undoes");

        mara.open("/history?q=" + undo);
        assertThat(mara.main().locator("tbody a[href='/changes/" + undone + "']"))
                .hasText("undoes change " + undone.toString().substring(0, 8));
        mara.main().locator("tbody a[href^='/history/']").click();
        assertThat(mara.main().locator("a[href='/changes/" + undone + "']")).hasCount(1);
        assertThat(mara.main().locator("pre")).containsText("\"undoes\":\"" + undone + "\"");
    }

    @ParameterizedTest
    @EnumSource
    void makesOneChangeOfAnUndoThatIsSentTwice(Scripts scripts) {
        var mara = raised(scripts);

        mara.page().locator("#undo button").dblclick();

        mara.awaitOutcome("Microsoft confirmed " + before, SOON);
        assertThat(microsoft.applied(customer.id())).isEqualTo(2);
        mara.open(customer.page());
        assertThat(mara.main().locator(".table--history tbody tr")).hasCount(2);
    }

    @ParameterizedTest
    @EnumSource
    void offersTheUndoAsSoonAsAFollowedChangeIsConfirmed(Scripts scripts) {
        microsoft.trouble(customer.id(), "PATCH_BUDGET", 1, "{\"kind\": \"slow\", \"millis\": 4000}");
        var mara = new Desk(browsers.signedIn(DemoPeople.MARA, scripts)).open(customer.page());
        mara.change(raised, "Customer request");
        mara.awaitOutcome("Waiting for Microsoft’s answer", SOON);
        assertThat(mara.page().locator("#undo form")).hasCount(0);

        mara.awaitOutcome("Microsoft confirmed " + raised, SOON);
        mara.press("Undo: back to " + before);

        mara.awaitOutcome("Microsoft confirmed " + before, SOON);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyAChangeCannotBeUndoneAnyMore(Scripts scripts) {
        var mara = raised(scripts);
        var moved = customer.amount().add(BigDecimal.valueOf(700));
        microsoft.changeBudget(customer.id(), moved);
        new Desk(Browsers.tab(mara.page())).open(customer.page()).press("Read again");

        assertThat(mara.press("Undo: back to " + before).status()).isEqualTo(422);

        assertThat(mara.page().locator(".error-summary"))
                .containsText("The budget is " + customer.shown(moved) + " by now, no longer the " + raised
                        + " of that change, so it cannot be undone");
        assertThat(microsoft.applied(customer.id())).isEqualTo(1);
        mara.page().goBack();
        mara.page().reload();
        assertThat(mara.page().locator("#undo"))
                .hasText("It cannot be undone any more: the budget is " + customer.shown(moved) + " by now.");
    }

    @ParameterizedTest
    @EnumSource
    void sendsNothingOverWhatSomebodyElseChangedUnseen(Scripts scripts) {
        var mara = raised(scripts);
        var moved = customer.amount().add(BigDecimal.valueOf(700));
        microsoft.changeBudget(customer.id(), moved);

        mara.press("Undo: back to " + before);

        mara.awaitOutcome("Changed by someone else: Microsoft shows " + customer.shown(moved), SOON);
        assertThat(microsoft.applied(customer.id())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void removesAFirstBudgetOnlyAfterAReview(Scripts scripts) {
        var mara = new Desk(browsers.signedIn(DemoPeople.MARA, scripts))
                .open(customer.page())
                .fill("", "Contract");
        mara.press("Remove budget");
        mara.press("Remove budget");
        mara.awaitOutcome("Microsoft confirmed: no budget is set", SOON);
        mara.press("Undo: back to " + before);
        mara.awaitOutcome("Microsoft confirmed " + before, SOON);

        assertThat(mara.press("Undo: remove the budget").status()).isEqualTo(200);
        assertThat(mara.page().locator("h1")).hasText("Remove the budget?");
        assertThat(mara.main()).containsText("Undo of " + before + ", confirmed on ");
        assertThat(microsoft.applied(customer.id())).isEqualTo(2);

        mara.press("Remove budget");
        mara.awaitOutcome("Microsoft confirmed: no budget is set", SOON);
        assertThat(mara.page().locator("#record")).containsText("Undoes");
    }

    @Test
    void offersNoUndoToWhoChangesNoBudgets() {
        var receipt = raised(Scripts.OFF).page().url();

        var ingrid = new Desk(browsers.signedIn(DemoPeople.INGRID, Scripts.OFF)).open(receipt);

        assertThat(ingrid.outcome()).containsText("Microsoft confirmed");
        assertThat(ingrid.page().locator("#undo")).isEmpty();
    }

    @Test
    void refusesToUndoWhatWasNotConfirmed() {
        var mara = people.mara();
        microsoft.trouble(
                customer.id(), "PATCH_BUDGET", 1, "{\"kind\": \"too-many-requests\", \"retryAfterSeconds\": 600}");
        var form = Forms.raise(mara, customer);
        var receipt = mara.post(customer.page() + "/changes", form)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        var answer = mara.post(receipt + "/undo", Map.of(Visitor.TOKEN, form.get(Visitor.TOKEN), "reason", "Undo"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Only a confirmed change can be undone");
    }
}
