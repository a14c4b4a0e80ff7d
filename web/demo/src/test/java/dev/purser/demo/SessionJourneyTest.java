package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.signin.DemoPeople;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people come in, what they find there at first, and how they leave. */
@ExtendWith(OneDemo.class)
@SuppressWarnings("NullAway.Init") // The demo is given before each test.
class SessionJourneyTest {

    private static final String NO_CUSTOMERS = "You see no customers yet";

    private RunningDemo demo;
    private People people;
    private Browsers browsers;

    @BeforeEach
    void meet(RunningDemo demo, People people, Browsers browsers) {
        this.demo = demo;
        this.people = people;
        this.browsers = browsers;
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    private Desk noor(Scripts scripts) {
        people.forget(DemoPeople.NOOR);
        // Until the second is over in which another test signed her out.
        people.as(DemoPeople.NOOR);
        return new Desk(browsers.signedIn(DemoPeople.NOOR, scripts));
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhoHasNoCustomersWhomToAsk(Scripts scripts) {
        var noor = noor(scripts);
        assertThat(noor.main()).containsText(NO_CUSTOMERS);
        assertThat(noor.main()).containsText("Noor Haddad");
        noor.open("/history");
        assertThat(noor.main()).containsText("No entries yet");
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhoHasNoRoleWhatToAskFor(Scripts scripts) {
        var lee = new Desk(browsers.signedIn(DemoPeople.LEE, scripts));
        assertThat(lee.page().locator("h1")).hasText("You are signed in, and have no role yet");
        assertThat(lee.main()).containsText("lee.novak@partner.example");
    }

    @ParameterizedTest
    @EnumSource
    void endsTheSessionWhenSomebodySignsOut(Scripts scripts) {
        var noor = noor(scripts);
        assertThat(noor.main()).containsText(NO_CUSTOMERS);
        var window = noor.page().context();
        var kept = window.cookies();

        noor.page().locator("details.menu summary").click();
        noor.press("Sign out");
        assertThat(noor.page().locator("h1")).hasText("You are signed out");

        noor.page().goBack();
        assertThat(noor.page().getByText(NO_CUSTOMERS)).hasCount(0);

        window.clearCookies();
        window.addCookies(kept);
        assertThat(kept).extracting(cookie -> cookie.name).anyMatch(name -> name.startsWith("q_session"));
        noor.open("/customers");
        assertThat(noor.page()).hasURL(Pattern.compile(".*/signed-out.*"));
        assertThat(noor.page().locator("h1")).hasText("You are signed out");
        assertThat(window.cookies(demo.portal().toString()))
                .extracting((Cookie cookie) -> cookie.name)
                .noneMatch(name -> name.startsWith("q_session"));
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAFormDidNotArriveAfterTheSignInHadRunOut(Scripts scripts) {
        var customer = people.customerOfMara();
        var mara = new Desk(browsers.signedIn(DemoPeople.MARA, scripts)).open(customer.page());
        mara.page().context().clearCookies();
        mara.fill("+10%", "Seasonal");

        mara.press("Change budget");
        mara.page().locator("button[value=" + DemoPeople.MARA.subject() + "]").click();

        assertThat(mara.page().locator("h1")).containsText(customer.name());
        assertThat(mara.page().locator(".notice").first()).containsText("No form arrived, so nothing new was sent.");
        assertThat(demo.microsoft().applied(customer.id())).isZero();
    }

    @Test
    void doesNotSayThatASignInHadRunOutWhereALinkWasFollowed() {
        var mara = people.mara();
        var customer = people.customerOfMara();
        for (var form : new String[] {"/changes", "/changes/review", "/changes/draft"}) {
            var page = mara.get(mara.get(customer.page() + form)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .body();
            assertThat(page)
                    .as(form)
                    .contains("No form arrived, so nothing new was sent.")
                    .doesNotContain("your sign-in had run out", "signed in again");
        }
    }

    @Test
    void tellsNobodyThatTheyAreSignedOutWhoAreNot() {
        var mara = people.mara();
        assertThat(mara.get("/signed-out").headers().firstValue("Location").orElseThrow())
                .endsWith("/");
        assertThat(Visitor.nobody(demo).get("/signed-out").body()).contains("You are signed out");
    }

    @ParameterizedTest
    @EnumSource
    void signsNobodyOutBeforeTheyPressTheButton(Scripts scripts) {
        var noor = noor(scripts).open("/sign-out");
        assertThat(noor.page().locator("h1")).hasText("You are signed in");

        noor.press("Sign out");

        assertThat(noor.page().locator("h1")).hasText("You are signed out");
        assertThat(noor.main()).containsText("that form was not accepted: sign in and send it again.");
    }

    @Test
    void refusesTheCookieOfAnEndedSessionEverywhere() {
        var noor = Visitor.signedIn(demo, DemoPeople.NOOR);
        var token = Visitor.hidden(noor.get("/customers").body()).get(Visitor.TOKEN);
        var kept = noor.cookies();
        var form = Map.of(Visitor.TOKEN, token);
        assertThat(noor.post("/sign-out", form).statusCode()).isEqualTo(303);

        for (var path : new String[] {"/customers", "/history", "/status"}) {
            noor.bringBack(kept);
            assertThat(noor.get(path).statusCode()).as(path).isIn(302, 303);
        }
        people.forget(DemoPeople.NOOR);
    }
}
