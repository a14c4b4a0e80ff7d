package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.simulator.KnownCustomers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes out of the printer, also for who reads white on black. */
@ExtendWith(OneDemo.class)
class PaperTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** CSS pixels between the margins of A4. */
    private static final int SHORT_SIDE = 688;

    private static final int LONG_SIDE = 1017;

    private static final String LARGE_AMOUNTS = "/customers/nordstern/" + KnownCustomers.TOKYO_KAIUN;

    private final People people;
    private final Browsers browsers;

    PaperTest(People people, Browsers browsers) {
        this.people = people;
        this.browsers = browsers;
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    private static void print(Desk desk, int width, int height) {
        desk.page().setViewportSize(width, height);
        desk.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
    }

    /** What there is to press, fill in and follow elsewhere is of no use on paper. */
    private static void hasNothingToPress(Desk desk) {
        for (var furniture :
                List.of("header", "footer", "aside", ".trail", "form", "button", "input", "select", ".button")) {
            assertThat(desk.page().locator(furniture + ":visible")).hasCount(0);
        }
    }

    private static void isBlackOnWhite(Desk desk) {
        var colours = desk.page().evaluate("""
                () => {
                  const page = getComputedStyle(document.documentElement);
                  return [page.backgroundColor, page.color, getComputedStyle(document.querySelector("h1")).color].join(" ");
                }""");
        assertThat(colours).isEqualTo("rgb(255, 255, 255) rgb(0, 0, 0) rgb(0, 0, 0)");
    }

    private static void fits(Desk desk) {
        assertThat(desk.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
    }

    @Test
    void showsTheWholeOfAReceipt() {
        var customer = people.customerOfMara();
        var mara = new Desk(browsers.signedIn(DemoPeople.MARA, Scripts.ON)).open(customer.page());
        mara.page().locator("#ticket").fill("INC-4713");
        mara.change("+1", "Customer request");
        mara.awaitOutcome("Microsoft confirmed", SOON);
        var change = mara.change();

        print(mara, SHORT_SIDE, LONG_SIDE);

        hasNothingToPress(mara);
        isBlackOnWhite(mara);
        fits(mara);
        assertThat(mara.outcome()).isVisible();
        for (var said : List.of(
                customer.name(),
                "Customer request",
                "INC-4713",
                "Mara Lindqvist",
                customer.id().toString(),
                change.toString(),
                "printed by ")) {
            assertThat(mara.main().getByText(said).locator("visible=true").first())
                    .isVisible();
        }
        // The ids by which Microsoft knows each attempt stand where one has to look for them on the screen.
        var ids = mara.page().locator("details code");
        assertThat(ids.count()).isGreaterThan(2);
        assertThat(mara.page().locator("details code:visible")).hasCount(ids.count());
    }

    @Test
    void showsEveryLineOfTheHistoryUnderItsHeads() {
        for (var change = 0; change < 2; change++) {
            var mara = people.mara();
            mara.post(LARGE_AMOUNTS + "/changes", Forms.raise(mara, LARGE_AMOUNTS));
        }
        var ingrid = new Desk(browsers.signedIn(DemoPeople.INGRID, Scripts.ON))
                .open("/history?q=" + KnownCustomers.TOKYO_KAIUN);

        print(ingrid, LONG_SIDE, SHORT_SIDE);

        hasNothingToPress(ingrid);
        isBlackOnWhite(ingrid);
        fits(ingrid);
        assertThat(ingrid.findings("layout.js")).noneMatch(wrong -> wrong.startsWith("is broader"));
        assertThat(ingrid.main()).containsText("Printed ");
        assertThat(ingrid.main().locator("tbody tr:visible")).hasCount(2);
        assertThat(ingrid.main().locator("tbody tr:visible").first()).containsText("Mara Lindqvist");
        // Only so are they repeated on each sheet.
        assertThat(ingrid.page().evaluate("""
                () => {
                  const head = getComputedStyle(document.querySelector("thead"));
                  return [head.display, head.position, head.clipPath].join(" ");
                }""")).isEqualTo("table-header-group static none");
        assertThat(ingrid.main().locator("thead th:visible")).hasCount(9);
    }
}
