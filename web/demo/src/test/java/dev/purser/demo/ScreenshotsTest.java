package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.simulator.KnownCustomers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Takes the pictures of the documents anew, on a fresh demo:
 *
 * <pre>./purser test -pl web/demo -am -Dit.test=ScreenshotsTest -Dfailsafe.failIfNoSpecifiedTests=false -Dpurser.screenshots</pre>
 */
@ExtendWith(OneDemo.class)
@EnabledIfSystemProperty(named = "purser.screenshots", matches = ".*")
@Order(1)
class ScreenshotsTest {

    private static final Path IMAGES = Path.of("../../docs/images");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Browsers browsers;
    private final People people;

    ScreenshotsTest(Browsers browsers, People people) {
        this.browsers = browsers;
        this.people = people;
    }

    @Test
    void showsWhatAccountManagersAndAuditorsSee() {
        var mara = new Desk(browsers.signedIn(DemoPeople.MARA, Scripts.ON));
        changed(mara, KnownCustomers.LUCERNE_PUBLISHING, "2,800", "Seasonal", "", "Microsoft confirmed");
        changed(mara, KnownCustomers.WOODGROVE_BANK, "35k", "Contract", "CRM-20881", "Microsoft confirmed");
        changed(mara, KnownCustomers.COHO_WINERY, "1,500", "Customer request", "INC-4698", "Microsoft confirmed");
        mara.open(page(KnownCustomers.FABRIKAM_AEROSPACE)).change("15k", "Customer request");
        mara.press("Change budget to ");
        mara.awaitOutcome("Microsoft refused", SOON);
        changed(mara, KnownCustomers.CONTOSO_RETAIL, "4,500", "Seasonal", "", "Microsoft confirmed");
        changed(mara, KnownCustomers.CONTOSO_RETAIL, "5,000", "Customer request", "INC-4711", "Microsoft confirmed");
        picture(mara, "receipt.png");

        mara.open(page(KnownCustomers.CONTOSO_RETAIL)).fill("5,500", "Customer request");
        assertThat(mara.understood()).containsText("5,500.00 EUR, up 500.00 EUR");
        picture(mara, "customer.png");
        picture(mara.open("/customers"), "customers.png");

        var ingrid = new Desk(browsers.signedIn(DemoPeople.INGRID, Scripts.ON));
        picture(ingrid.open("/history"), "history.png");
        // The newest is that she signed in; what she reviews are budgets.
        ingrid.main().locator("tbody tr:has(data) a[href^='/history/']").first().click();
        ingrid.page().waitForURL("**/history/*");
        picture(ingrid, "entry.png");
        browsers.closeAll();
    }

    @Test
    void showsWhomAdministratorsGrantCustomers() {
        people.as(DemoPeople.TOMAS);
        var priya = new Desk(browsers.signedIn(DemoPeople.PRIYA, Scripts.ON));
        picture(priya.open(Portfolios.of(people.as(DemoPeople.PRIYA), DemoPeople.TOMAS)), "portfolio.png");
        browsers.closeAll();
    }

    private static void changed(Desk desk, UUID customer, String amount, String reason, String ticket, String outcome) {
        desk.open(page(customer)).page().locator("#ticket").fill(ticket);
        desk.change(amount, reason);
        desk.awaitOutcome(outcome, SOON);
    }

    private static String page(UUID customer) {
        return "/customers/nordstern/" + customer;
    }

    private static void picture(Desk desk, String name) {
        desk.page()
                .screenshot(new ScreenshotOptions()
                        .setPath(IMAGES.resolve(name))
                        .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
