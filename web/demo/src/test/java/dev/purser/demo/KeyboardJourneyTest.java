package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.DemoPerson;
import dev.purser.simulator.KnownCustomers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work without a mouse, and the keys that make it quick. */
@ExtendWith(OneDemo.class)
class KeyboardJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final RunningDemo demo;
    private final Browsers browsers;
    private final People people;

    KeyboardJourneyTest(RunningDemo demo, Browsers browsers, People people) {
        this.demo = demo;
        this.browsers = browsers;
        this.people = people;
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    /** A person whose hands are on the keyboard, and how many keys they have pressed. */
    private static final class Typist {

        private final Desk desk;
        private int pressed;

        Typist(Desk desk) {
            this.desk = desk;
        }

        Typist press(String... keys) {
            for (var key : keys) {
                keyboard().press(key);
                pressed++;
            }
            return this;
        }

        Typist type(String text) {
            keyboard().type(text);
            pressed += text.length();
            return this;
        }

        private Keyboard keyboard() {
            return desk.page().keyboard();
        }

        /** Where the next key goes. */
        Locator focus() {
            return desk.page().locator(":focus");
        }
    }

    private Typist at(String address, DemoPerson person) {
        return new Typist(new Desk(browsers.signedIn(person, Scripts.ON)).open(address));
    }

    private Locator list(Typist typist) {
        return typist.desk.page().locator("#keys");
    }

    @Test
    void raisesAKnownCustomersBudgetFromAnyPageInTwentyKeys() {
        var mara = at("/status", DemoPeople.MARA);

        mara.press("/").type("luce").press("Enter");
        assertThat(mara.focus()).hasId("amount");
        mara.type("2800").press("Tab").type("Seasonal").press("Enter");

        mara.desk.awaitOutcome("Microsoft confirmed 2,800.00 ", SOON);
        assertThat(mara.pressed).isLessThanOrEqualTo(20);
        assertThat(demo.microsoft().budget(KnownCustomers.LUCERNE_PUBLISHING).orElseThrow())
                .isEqualByComparingTo("2800");
    }

    @Test
    void walksTheRowsOfAListAndOpensOne() {
        var mara = at("/customers", DemoPeople.MARA);
        var names = mara.desk.main().locator("tbody .name");
        var second = names.nth(1).textContent();

        mara.press("j");
        assertThat(names.nth(0)).isFocused();
        mara.press("k");
        assertThat(names.nth(0)).isFocused();
        mara.press("j", "j", "k");
        assertThat(names.nth(1)).isFocused();
        mara.press("Enter");

        assertThat(mara.desk.page().locator("h1")).hasText(second);
        mara.press("e");
        assertThat(mara.focus()).hasId("amount");
    }

    @Test
    void changesTheBudgetOfAMarkedRow() {
        var customer = people.customerToLookAt();
        var mara = at("/customers?sort=customer&q=" + customer.domain(), DemoPeople.MARA);

        mara.press("j", "e");

        mara.desk.page().waitForURL("**" + customer.page() + "#amount");
        assertThat(mara.focus()).hasId("amount");
        assertThat(mara.desk.page().locator("h1")).hasText(customer.name());
    }

    @Test
    void goesToAPageAndWalksTheRowsOfTheHistory() {
        var ingrid = at("/status", DemoPeople.INGRID);

        ingrid.press("g", "h");
        assertThat(ingrid.desk.page().locator("h1")).hasText("History");
        ingrid.press("j", "Enter");

        assertThat(ingrid.desk.page().locator("h2").first()).hasText("What it says");
        ingrid.press("?");
        assertThat(list(ingrid)).isVisible();
        assertThat(list(ingrid)).not().containsText("Change the budget");
        ingrid.press("Escape");
        assertThat(list(ingrid)).isHidden();
    }

    @Test
    void writesLettersInFields() {
        var mara = at(people.customerToLookAt().page(), DemoPeople.MARA);

        mara.press("e", "Tab").type("jk/?eg");

        assertThat(mara.focus()).hasId("reason");
        assertThat(mara.focus()).hasValue("jk/?eg");
        assertThat(list(mara)).isHidden();
    }

    @Test
    void restsWhereKeysAreSwitchedOff() {
        var mara = at("/customers", DemoPeople.MARA);
        mara.press("?", "Tab");
        assertThat(mara.focus()).hasId("keys-used");

        mara.press("Space", "Escape");
        mara.desk.open("/customers");
        mara.press("/", "j");

        assertThat(mara.focus()).hasCount(0);
        assertThat(mara.desk.page().locator(".search kbd")).isHidden();
        mara.desk.page().locator("button[popovertarget=keys]").press("Enter");
        assertThat(list(mara)).isVisible();
        mara.desk.page().locator("#keys-used").press("Space");
        mara.press("Escape", "/");
        assertThat(mara.focus()).hasId("search");
    }

    /** The keys need a script, so nothing speaks of them without one. */
    @Test
    void offersNoKeysWithoutScripts() {
        var mara = new Desk(browsers.signedIn(DemoPeople.MARA, Scripts.OFF)).open("/customers");

        assertThat(mara.page().locator("button[popovertarget=keys]")).isHidden();
        assertThat(mara.page().locator("#keys")).isHidden();
        assertThat(mara.page().locator(".search kbd")).isHidden();
    }
}
