package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.simulator.KnownCustomers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are told when Microsoft, or somebody else, does not do as expected. */
@ExtendWith(OneDemo.class)
@SuppressWarnings("NullAway.Init") // The demo is given before each test.
class TroubleJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AFTER_NEXT_TRY = Duration.ofSeconds(30);
    private static final String PATCH = "PATCH_BUDGET";
    private static final String GET = "GET_BUDGET";
    private static final int ALWAYS = 1_000;

    private SimulatedMicrosoft microsoft;
    private People people;
    private Browsers browsers;

    @BeforeEach
    void meet(RunningDemo demo, People people, Browsers browsers) {
        this.microsoft = demo.microsoft();
        this.people = people;
        this.browsers = browsers;
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    private Desk mara(Scripts scripts) {
        return new Desk(browsers.signedIn(DemoPeople.MARA, scripts));
    }

    /** The demo's own customer for a trouble, and for those without scripts another in the same trouble. */
    private Customer inTrouble(Scripts scripts, UUID known, String fault) {
        if (scripts == Scripts.ON) {
            return microsoft.customer(known);
        }
        var other = people.customerOfMara();
        microsoft.trouble(other.id(), PATCH, ALWAYS, fault);
        return other;
    }

    @ParameterizedTest
    @EnumSource
    void saysThatItDoesNotKnowUntilItDoes(Scripts scripts) {
        var customer = inTrouble(scripts, KnownCustomers.COHO_WINERY, "{\"kind\": \"apply-then-drop\"}");
        var raised = customer.shown(customer.amount().add(BigDecimal.valueOf(100)));
        var mara = mara(scripts).open(customer.page());

        mara.change(raised, "Customer request");

        mara.awaitOutcome("We do not know yet whether Microsoft applied " + raised, SOON);
        assertThat(mara.page()).hasTitle(Pattern.compile("Unknown|know"));
        mara.page().evaluate("window.sameDocument = true");
        mara.awaitOutcome("Microsoft confirmed " + raised + " at ", SOON);
        assertThat(mara.page().evaluate("window.sameDocument === true")).isEqualTo(scripts == Scripts.ON);
        assertThat(mara.main()).containsText("the budget was read back");
        assertThat(microsoft.applied(customer.id())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void tellsARefusalInMicrosoftsWords(Scripts scripts) {
        var customer = microsoft.customer(KnownCustomers.FABRIKAM_AEROSPACE);
        var raised = customer.shown(customer.amount().add(BigDecimal.valueOf(1_000)));
        var mara = mara(scripts).open(customer.page());

        mara.change(raised, "Customer request");
        // Much more is spent already, which is shown first.
        mara.press("Change budget to " + raised);

        mara.awaitOutcome("Microsoft refused " + raised + " at ", SOON);
        says(
                mara.page().locator("#outcome"),
                "The budget is still " + customer.shown(customer.amount()),
                "Microsoft’s words: “The role lacks rights for this operation.” (403, code 900150).");
        assertThat(microsoft.budget(customer.id())).contains(customer.amount());
    }

    @ParameterizedTest
    @EnumSource
    void saysUntilWhenMicrosoftAsksToWait(Scripts scripts) {
        var customer = inTrouble(
                scripts,
                KnownCustomers.ADVENTURE_WORKS,
                "{\"kind\": \"too-many-requests\", \"retryAfterSeconds\": 57}");
        var raised = customer.shown(customer.amount().add(BigDecimal.valueOf(100)));
        var mara = mara(scripts).open(customer.page());

        mara.change(raised, "Seasonal");

        mara.awaitOutcome("Waiting: Microsoft asks us to wait ", SOON);
        assertThat(mara.page().locator("#outcome"))
                .containsText(Pattern.compile(
                        "It is sent by itself at \\d\\d:\\d\\d:\\d\\d, if Microsoft then still shows "));
        assertThat(microsoft.applied(customer.id())).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheSecondWhoIsChangingTheBudgetAndSinceWhen(Scripts scripts) {
        var customer = people.customerOfMara();
        microsoft.trouble(
                customer.id(), PATCH, ALWAYS, "{\"kind\": \"too-many-requests\", \"retryAfterSeconds\": 600}");
        var first = mara(scripts).open(customer.page());
        var second = new Desk(Browsers.tab(first.page())).open(customer.page());
        first.change("+10%", "Customer request");
        first.awaitOutcome("Waiting: ", SOON);

        assertThat(second.change("+20%", "Seasonal").status()).isEqualTo(422);
        says(
                second.page().locator(".notice"),
                "You are changing this budget since ",
                "One change at a time for each customer.",
                "Microsoft asks us to wait until ",
                "Yours was not sent.");
        assertThat(second.page().locator("#amount")).hasValue("+20%");

        var ingrid = new Desk(browsers.signedIn(DemoPeople.INGRID, scripts)).open(customer.page());
        assertThat(ingrid.page().locator(".notice"))
                .containsText(Pattern.compile("Mara Lindqvist is changing this budget since \\d\\d:\\d\\d"));
        second.page().locator(".notice a").click();
        assertThat(second.change()).isEqualTo(first.change());
    }

    @ParameterizedTest
    @EnumSource
    void showsThreeValuesWhenTheBudgetMovedMeanwhile(Scripts scripts) {
        var customer = people.customerOfMara();
        var opened = customer.shown(customer.amount());
        var moved = customer.amount().add(BigDecimal.valueOf(700));
        var wanted = customer.amount().add(BigDecimal.valueOf(900));
        var mara = mara(scripts).open(customer.page()).fill(wanted.toPlainString(), "Contract");
        microsoft.changeBudget(customer.id(), moved);
        new Desk(Browsers.tab(mara.page())).open(customer.page()).press("Read again");

        assertThat(mara.press("Change budget").status()).isEqualTo(200);

        assertThat(mara.page().locator("h1")).hasText("The budget moved while you were writing");
        var values = mara.page().locator(".values > div");
        assertThat(values).hasCount(3);
        says(values.nth(0), "When you opened", opened);
        says(values.nth(1), "At Microsoft, last read", customer.shown(moved));
        says(values.nth(2), "Yours", customer.shown(wanted));
        assertThat(microsoft.asked(customer.id(), PATCH)).isZero();

        mara.press("Change budget to " + customer.shown(wanted));
        mara.awaitOutcome("Microsoft confirmed " + customer.shown(wanted), SOON);
    }

    @ParameterizedTest
    @EnumSource
    void sendsNothingOverABudgetThatSomebodyElseChangedUnseen(Scripts scripts) {
        var customer = people.customerOfMara();
        var moved = customer.amount().add(BigDecimal.valueOf(700));
        var mara = mara(scripts).open(customer.page());
        microsoft.changeBudget(customer.id(), moved);

        mara.change("+10%", "Contract");

        mara.awaitOutcome(
                "Changed by someone else: Microsoft shows " + customer.shown(moved) + ", not the "
                        + customer.shown(customer.amount()) + " you saw.",
                SOON);
        says(mara.page().locator("#outcome"), "Nothing was sent.");
        assertThat(microsoft.asked(customer.id(), PATCH)).isZero();
        assertThat(microsoft.budget(customer.id()).orElseThrow()).isEqualByComparingTo(moved);
    }

    @ParameterizedTest
    @EnumSource
    void worksFromWhatIsKnownWhileMicrosoftCannotBeReached(Scripts scripts) {
        var customer = people.customerOfMara();
        var raised = customer.shown(customer.amount().add(BigDecimal.valueOf(100)));
        microsoft.trouble(customer.id(), GET, ALWAYS, "{\"kind\": \"drop-before-applying\"}");
        var mara = mara(scripts).open(customer.page());

        mara.press("Read again");
        // The reading is tried a few times, longer than a page may wait for it.
        Await.until(
                "the reading has failed",
                SOON,
                () -> mara.open(customer.page())
                        .page()
                        .locator(".notice")
                        .allInnerTexts()
                        .toString()
                        .contains("Microsoft could not be reached or read since "));
        says(mara.main(), "You see what was last known");
        says(mara.main(), customer.shown(customer.amount()));
        mara.change(raised, "Customer request");
        mara.awaitOutcome("Waiting: Microsoft cannot be reached or read.", SOON);
        says(mara.page().locator("#outcome"), "Nothing was sent yet, and nothing is lost.");

        microsoft.peace(customer.id(), GET);
        mara.awaitOutcome("Microsoft confirmed " + raised, AFTER_NEXT_TRY);
        // The reading that was asked for may take a moment longer than the change.
        Await.until(
                "the reading is over",
                SOON,
                () -> mara.open(customer.page())
                                .page()
                                .getByText("Microsoft was asked at")
                                .count()
                        == 0);
        assertThat(mara.page().locator(".notice").allInnerTexts()).isEmpty();
    }

    private static void says(Locator place, String... words) {
        for (var word : words) {
            assertThat(place).containsText(word);
        }
    }
}
