package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.simulator.KnownCustomers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left to see for readers who force colours of their own on every page: shapes, frames and words. */
@ExtendWith(OneDemo.class)
@SuppressWarnings("NullAway.Init") // Opened before each test.
class ForcedColoursTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final People people;
    private final Browsers browsers;
    private Desk mara;

    ForcedColoursTest(People people, Browsers browsers) {
        this.people = people;
        this.browsers = browsers;
    }

    @BeforeEach
    void open() {
        mara = new Desk(browsers.signedIn(DemoPeople.MARA, Scripts.ON));
        force(ColorScheme.LIGHT);
    }

    private void force(ColorScheme scheme) {
        mara.page()
                .emulateMedia(new EmulateMediaOptions()
                        .setForcedColors(ForcedColors.ACTIVE)
                        .setColorScheme(scheme));
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    @Test
    void losesNoShapeAndNoFrame() {
        var customer = people.customerOfMara();
        var wrong = new ArrayList<String>();
        for (var place : List.of(
                Place.at("GET /customers", "/customers"),
                Place.at(
                        "GET /customers/{account}/{tenant}",
                        "/customers/nordstern/" + KnownCustomers.FABRIKAM_AEROSPACE),
                Place.by("GET /changes/{id}", "a receipt", desk -> {
                    desk.open(customer.page()).change("+1", "Other");
                    desk.awaitOutcome("Microsoft confirmed", SOON);
                }),
                Place.by(
                        "GET /changes/{id}",
                        "an open receipt",
                        desk -> desk.open("/customers/nordstern/" + KnownCustomers.MARGIES_TRAVEL)
                                .change("+1%", "Other")),
                Place.at("GET /history", "/history"),
                Place.at("GET /status", "/status"))) {
            place.visit(mara);
            assertThat(mara.page().evaluate("matchMedia('(forced-colors: active)').matches"))
                    .isEqualTo(true);
            for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                force(scheme);
                mara.findings("forced-colours.js").forEach(one -> wrong.add(place.name() + ", " + scheme + ": " + one));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void showsWhereTheFocusIs() {
        mara.open(people.customerOfMara().page());
        var seen = new ArrayList<String>();
        for (var key = 0; key < 12; key++) {
            mara.page().keyboard().press("Tab");
            seen.add((String) mara.page().evaluate("""
                    () => {
                      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
                      return `${document.activeElement.localName} ${outlineStyle} ${outlineWidth}`;
                    }"""));
        }
        assertThat(seen).allMatch(one -> one.endsWith(" solid 2px")).hasSize(12);
    }
}
