package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.signin.DemoPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The course of the month on a customer's page: drawn, and the same as a table. */
@ExtendWith(OneDemo.class)
class SpendPageTest {

    private final Browsers browsers;
    private final People people;

    SpendPageTest(Browsers browsers, People people) {
        this.browsers = browsers;
        this.people = people;
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    @ParameterizedTest
    @EnumSource
    void showsTheCourseOfTheMonthAndEveryValueOfIt(Scripts scripts) {
        var customer = people.customerToLookAt();
        var page = new Desk(browsers.signedIn(DemoPeople.MARA, scripts))
                .open(customer.page())
                .page();

        var drawing = page.locator("svg.chart__plot");
        assertThat(drawing).hasRole(AriaRole.IMG);
        assertThat(drawing.locator("desc")).containsText("The budget is " + customer.shown(customer.amount()) + ".");
        page.getByText("Every value as a table").click();
        var days = page.locator(".table--days tbody tr");
        assertThat(days.last()).isVisible();
        assertThat(days.last()).containsText(customer.shown(customer.spent().orElseThrow()));
        assertThat(days.first().locator("th")).containsText("1 ");
        assertThat(days.first().locator("td").first())
                .hasText(days.first().locator("td").last().textContent());
        assertThat(page.locator(".chart__label--spend"))
                .containsText(customer.shown(customer.spent().orElseThrow()));
    }
}
