package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.signin.DemoPeople;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people find one line among many. */
@ExtendWith(OneDemo.class)
class ListJourneyTest {

    private final People people;
    private final Browsers browsers;

    ListJourneyTest(People people, Browsers browsers) {
        this.people = people;
        this.browsers = browsers;
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    private static Locator rows(Desk desk) {
        return desk.main().locator("tbody tr");
    }

    private static void show(Desk desk) {
        desk.main()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Show").setExact(true))
                .click();
    }

    private static void follow(Desk desk, String link) {
        desk.main()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    @ParameterizedTest
    @EnumSource
    void pagesThroughCustomersThatAreFilteredAndSorted(Scripts scripts) {
        var mara = new Desk(browsers.signedIn(DemoPeople.MARA, scripts)).open("/customers");
        mara.page().locator("#currency").selectOption("EUR");
        show(mara);
        assertThat(mara.page()).hasURL(Pattern.compile(".*[?&]currency=EUR.*"));
        follow(mara, "Budget");
        assertThat(mara.page()).hasURL(Pattern.compile(".*[?&]currency=EUR.*"));
        assertThat(mara.main().locator("th[aria-sort]")).hasCount(1);
        assertThat(rows(mara)).hasCount(50);
        var first = rows(mara).first().locator("a.name").getAttribute("href");

        follow(mara, "Next");
        assertThat(mara.page()).hasURL(Pattern.compile(".*[?&]currency=EUR.*"));
        assertThat(rows(mara).first().locator("a.name")).not().hasAttribute("href", first);
        follow(mara, "First");
        assertThat(rows(mara).first().locator("a.name")).hasAttribute("href", first);

        var list = mara.page().url();
        rows(mara).first().locator("a.name").click();
        assertThat(mara.page()).hasURL(Pattern.compile(".*" + first));
        mara.page().goBack();
        assertThat(mara.page()).hasURL(list);
        assertThat(mara.page().locator("#currency")).hasValue("EUR");
    }

    @ParameterizedTest
    @EnumSource
    void findsAnEntryByFiltersThatComeOffOneByOne(Scripts scripts) {
        var customer = people.customerOfMara();
        for (var change = 0; change < 2; change++) {
            var mara = people.mara();
            mara.post(customer.page() + "/changes", Forms.raise(mara, customer));
        }
        var ingrid = new Desk(browsers.signedIn(DemoPeople.INGRID, scripts)).open("/history");
        ingrid.page().locator("#q").fill(customer.id().toString());
        ingrid.page().locator("#outcome").selectOption("Refused");
        show(ingrid);
        assertThat(ingrid.main()).containsText("No entry");

        ingrid.page()
                .locator(".chip", new Page.LocatorOptions().setHasText("Refused"))
                .click();
        assertThat(ingrid.page().locator("#outcome")).hasValue("");
        assertThat(ingrid.page().locator("#q")).hasValue(customer.id().toString());
        assertThat(rows(ingrid)).hasCount(2);
        var list = ingrid.page().url();

        rows(ingrid).first().locator("a[href^='/history/']").click();
        var newer = ingrid.page().url();
        ingrid.page().locator("a[rel=prev]").click();
        assertThat(ingrid.page().locator("a[rel=next]")).hasCount(1);
        assertThat(ingrid.page().url()).isNotEqualTo(newer);
        ingrid.page().goBack();
        ingrid.page().goBack();
        assertThat(ingrid.page()).hasURL(list);
        assertThat(rows(ingrid)).hasCount(2);
    }
}
