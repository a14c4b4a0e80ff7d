package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.DemoPerson;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An administrator shares customers out, and what the others see of it. */
@ExtendWith(OneDemo.class)
@SuppressWarnings("NullAway.Init") // The demo is given before each test.
class PortfolioJourneyTest {

    private static final String NO_CUSTOMERS = "You see no customers yet";
    private static final String REASON = "New in the team";

    private People people;
    private Browsers browsers;
    private Customer customer;
    private Visitor priya;
    private String portfolio;

    @BeforeEach
    void meet(People people, Browsers browsers) {
        this.people = people;
        this.browsers = browsers;
        people.forget(DemoPeople.NOOR);
        people.as(DemoPeople.NOOR);
        customer = people.customerOfTomas();
        priya = people.as(DemoPeople.PRIYA);
        portfolio = Portfolios.of(priya, DemoPeople.NOOR);
    }

    @AfterEach
    void leaveNoorWithoutCustomers() {
        browsers.closeAll();
        Portfolios.take(priya, portfolio, customer);
        assertThat(priya.get(portfolio).body()).contains("Holds no customers");
    }

    private Desk window(DemoPerson person, Scripts scripts) {
        return new Desk(browsers.signedIn(person, scripts));
    }

    private static Locator notice(Desk desk) {
        return desk.page().locator(".notice").first();
    }

    private Desk lookedFor(Desk desk, String text) {
        desk.open(portfolio).page().locator("#text").fill(text);
        desk.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Show").setExact(true))
                .click();
        return desk;
    }

    @ParameterizedTest
    @EnumSource
    void givesAnAccountManagerACustomerAndTakesIt(Scripts scripts) {
        var noor = window(DemoPeople.NOOR, scripts).open("/customers");
        assertThat(noor.main()).containsText(NO_CUSTOMERS);
        assertThat(noor.main()).containsText("You can ask: Priya Raman");
        assertThat(noor.main()).not().containsText("@partner.example");
        var admin = window(DemoPeople.PRIYA, scripts);
        assertThat(admin.page().locator("h1")).hasText("Portfolios");

        lookedFor(admin, customer.domain()).page().locator(".mark-box").check();
        admin.page().locator("#reason").fill(REASON);
        admin.press("Grant the marked");
        assertThat(notice(admin)).containsText("Priya Raman granted " + customer.name() + " to Noor Haddad.");
        notice(admin).getByRole(AriaRole.LINK).click();
        assertThat(admin.page().locator("h1")).containsText("to Noor Haddad");
        assertThat(admin.main()).containsText(REASON);

        noor.open("/customers");
        assertThat(noor.main()).containsText(customer.name());
        noor.open(customer.page());
        assertThat(noor.page().locator("h1")).hasText(customer.name());

        lookedFor(admin, customer.domain()).page().locator(".mark-box").check();
        admin.page().locator("#reason").fill("Left the team");
        admin.press("Take the marked");
        assertThat(notice(admin)).containsText("Priya Raman took " + customer.name() + " from Noor Haddad.");

        noor.page().reload();
        assertThat(noor.page().locator("h1")).hasText("There is no such customer here");
        assertThat(noor.open("/customers").main()).containsText(NO_CUSTOMERS);
    }

    @ParameterizedTest
    @EnumSource
    void showsHowManyMatchBeforeAllOfThemAreGranted(Scripts scripts) {
        var admin = lookedFor(window(DemoPeople.PRIYA, scripts), customer.id().toString());
        admin.page().locator("#reason").fill(REASON);
        admin.press("Grant 1 customer");
        assertThat(admin.page().locator("h1")).hasText("Grant 1 customer to Noor Haddad?");
        assertThat(admin.main()).containsText("Nothing was changed yet.");
        assertThat(people.as(DemoPeople.NOOR).get(customer.page()).statusCode()).isEqualTo(404);

        admin.press("Grant 1 customer");

        assertThat(notice(admin)).containsText("granted " + customer.name() + " to Noor Haddad.");
        assertThat(people.as(DemoPeople.NOOR).get(customer.page()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsMissingAndKeepsWhatWasMarked(Scripts scripts) {
        var admin = lookedFor(window(DemoPeople.PRIYA, scripts), customer.domain());
        admin.page().locator(".mark-box").check();

        assertThat(admin.press("Grant the marked").status()).isEqualTo(422);

        assertThat(admin.page().locator(".error-summary")).containsText("Write why");
        assertThat(admin.page().locator(".mark-box")).isChecked();
        admin.page().locator("#reason").fill(REASON);
        admin.press("Grant the marked");
        assertThat(notice(admin)).containsText("granted");
    }

    @ParameterizedTest
    @EnumSource
    void invitesSomebodyAndTakesItBack(Scripts scripts) {
        var address = "a" + UUID.randomUUID() + "@partner.example";
        var admin = window(DemoPeople.PRIYA, scripts).open("/settings/portfolios");
        admin.page().locator("#invitee").fill("no address");
        assertThat(admin.press("Invite").status()).isEqualTo(422);
        admin.page().locator("#invitee").fill(address);
        admin.press("Invite");
        assertThat(notice(admin)).containsText("Priya Raman invited " + address);
        assertThat(admin.main()).containsText("has not come yet");

        admin.open("/settings/portfolios?q=" + address)
                .page()
                .getByText(address)
                .first()
                .click();
        admin.press("Withdraw the invitation");

        assertThat(notice(admin)).containsText("Priya Raman withdrew the invitation of " + address);
        assertThat(admin.open("/settings/portfolios?q=" + address).main()).containsText("Nobody is called");
    }

    @ParameterizedTest
    @EnumSource
    void endsAllSessionsOfSomebody(Scripts scripts) {
        var noor = window(DemoPeople.NOOR, scripts).open("/customers");
        assertThat(noor.main()).containsText(NO_CUSTOMERS);
        var admin = window(DemoPeople.PRIYA, scripts).open(portfolio);

        admin.press("End all sessions");

        assertThat(notice(admin)).containsText("Priya Raman ended all sessions of Noor Haddad.");
        noor.open("/customers");
        assertThat(noor.page().locator("h1")).hasText("You are signed out");
        people.forget(DemoPeople.NOOR);
    }

    @Test
    void takesARightFromAnOpenSessionAtItsNextRequest() {
        var noor = people.as(DemoPeople.NOOR);
        Portfolios.grant(priya, portfolio, customer);
        assertThat(noor.get(customer.page()).statusCode()).isEqualTo(200);
        var form = Forms.raise(noor, customer);

        assertThat(Portfolios.take(priya, portfolio, customer).statusCode()).isEqualTo(303);

        assertThat(noor.get(customer.page()).statusCode()).isEqualTo(404);
        assertThat(noor.get(customer.page()).body()).doesNotContain("changed nothing");
        var sent = noor.post(customer.page() + "/changes", form);
        assertThat(sent.statusCode()).isEqualTo(404);
        assertThat(sent.body()).contains("What was sent just now changed nothing.");
        assertThat(noor.post(customer.page() + "/readings", form).statusCode()).isEqualTo(404);
        assertThat(noor.get("/customers").body()).contains(NO_CUSTOMERS).doesNotContain(customer.domain());
    }

    @Test
    void endsASessionAtItsNextRequest() {
        var noor = people.as(DemoPeople.NOOR);
        assertThat(noor.get("/customers").statusCode()).isEqualTo(200);

        assertThat(Portfolios.endSessions(priya, portfolio).statusCode()).isEqualTo(303);

        assertThat(noor.get("/customers").statusCode()).isEqualTo(303);
        people.forget(DemoPeople.NOOR);
    }

    @Test
    void saysThatTheDemoGrantedWhatNobodyDid() {
        assertThat(priya.get(Portfolios.of(priya, DemoPeople.MARA)).body())
                .contains("granted by the demo")
                .doesNotContain("entered in the database");
    }

    @Test
    void writesNoSecondEntryOfTheSame() {
        var first = Portfolios.grant(priya, portfolio, customer);
        assertThat(location(first)).contains("entry=");

        assertThat(location(Portfolios.grant(priya, portfolio, customer))).contains("said=nothing");
    }

    @Test
    void tellsAnAuditorWhoCouldSeeACustomerAndWhoGaveIt() {
        Portfolios.grant(priya, portfolio, customer);
        var ingrid = people.as(DemoPeople.INGRID);

        var found = ingrid.get("/history?outcome=rights&customer=nordstern/" + customer.id())
                .body();

        assertThat(found).contains("Granted " + customer.name() + " to Noor Haddad", "Priya Raman", REASON);
        var entry = Pattern.compile("href=\"(/history/\\d+)\"").matcher(found);
        assertThat(entry.find()).isTrue();
        assertThat(ingrid.get(entry.group(1)).body())
                .contains("Priya Raman", "Noor Haddad", customer.id().toString());
        assertThat(ingrid.get(entry.group(1) + "/raw").body())
                .contains("hmac-sha256:")
                .doesNotContain("Noor", "Priya", "@");
        assertThat(ingrid.get(customer.page()).body())
                .as("which counts changes of the budget")
                .doesNotContain(REASON);
        var noor = people.as(DemoPeople.NOOR);
        assertThat(noor.get(entry.group(1)).statusCode()).isEqualTo(404);
        assertThat(noor.get("/history?customer=nordstern/" + customer.id()).body())
                .doesNotContain("Granted ");
    }

    @Test
    void knowsNobodyWhoDoesNotExist() {
        var nobody = "/settings/portfolios/" + UUID.randomUUID();
        var form = Map.of(Visitor.TOKEN, Portfolios.token(priya, portfolio));

        assertThat(priya.get(nobody).statusCode()).isEqualTo(404);
        assertThat(priya.get("/settings/portfolios/nobody").statusCode()).isEqualTo(404);
        assertThat(priya.post(nobody + "/grants", form).statusCode()).isEqualTo(404);
        assertThat(priya.post(nobody + "/ended-sessions", form).statusCode()).isEqualTo(404);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
