package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.simulator.KnownCustomers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page under axe, in light and dark. */
@ExtendWith(OneDemo.class)
class AccessibilityTest {

    private final Browsers browsers;
    private final People people;

    AccessibilityTest(Browsers browsers, People people) {
        this.browsers = browsers;
        this.people = people;
    }

    @AfterEach
    void closeWindows() {
        browsers.closeAll();
    }

    /** A page, and how one comes there. */
    private record Place(String name, Consumer<Desk> way) {

        static Place at(String address) {
            return new Place(address, desk -> desk.open(address));
        }
    }

    @Test
    void findsNothingToMend() {
        var found = new ArrayList<String>();
        var mara = new Desk(browsers.signedIn(DemoPeople.MARA, Scripts.ON));
        ofMara().forEach(place -> found.addAll(look(place, mara)));
        var ingrid = new Desk(browsers.signedIn(DemoPeople.INGRID, Scripts.ON));
        Stream.of(
                        Place.at("/history"),
                        Place.at("/history?q=nothing-is-called-so"),
                        Place.at("/history?from=tomorrow"),
                        new Place(
                                "an entry",
                                desk -> desk.open("/history")
                                        .page()
                                        .locator("tbody a[href^='/history/']")
                                        .first()
                                        .click()),
                        Place.at("/status"))
                .forEach(place -> found.addAll(look(place, ingrid)));
        var priya = new Desk(browsers.signedIn(DemoPeople.PRIYA, Scripts.ON));
        people.as(DemoPeople.NOOR);
        var portfolio = Portfolios.of(people.as(DemoPeople.PRIYA), DemoPeople.NOOR);
        Stream.of(
                        Place.at("/customers"),
                        Place.at("/customers/nordstern/" + KnownCustomers.CONTOSO_RETAIL),
                        Place.at("/changes/none"),
                        Place.at("/settings/portfolios"),
                        Place.at("/settings/portfolios?q=nobody-is-called-so"),
                        new Place(
                                "an invitation to be mended",
                                desk -> desk.open("/settings/portfolios").press("Invite")),
                        Place.at(portfolio),
                        Place.at(portfolio + "?q=nobody-is-called-so"),
                        new Place(
                                "a grant to be mended",
                                desk -> desk.open(portfolio).press("Grant the marked")),
                        new Place("a grant to be confirmed", desk -> {
                            desk.open(portfolio).page().locator("#reason").fill("New in the team");
                            desk.press("Grant all ");
                        }))
                .forEach(place -> found.addAll(look(place, priya)));
        var noor = new Desk(browsers.signedIn(DemoPeople.NOOR, Scripts.ON));
        found.addAll(look(Place.at("/customers"), noor));
        var lee = new Desk(browsers.signedIn(DemoPeople.LEE, Scripts.ON));
        found.addAll(look(Place.at("/customers"), lee));
        var nobody = new Desk(browsers.nobody(Scripts.ON));
        found.addAll(look(Place.at("/signed-out"), nobody));
        found.addAll(look(Place.at("/"), nobody));
        assertThat(found).isEmpty();
    }

    private List<Place> ofMara() {
        var customer = people.customerOfMara();
        var form = Place.at(customer.page());
        return List.of(
                Place.at("/customers"),
                Place.at("/customers?needs=over-budget"),
                Place.at("/customers?q=nobody-is-called-so"),
                form,
                Place.at("/customers/nordstern/" + KnownCustomers.PROSEWARE),
                Place.at("/customers/nordstern/" + KnownCustomers.LONGEST_NAME),
                Place.at("/customers/nordstern/" + KnownCustomers.TAILSPIN_TOYS),
                Place.at("/customers/nordstern/" + KnownCustomers.BELLOWS_COLLEGE),
                new Place("mistakes", desk -> desk.open(customer.page()).change("1.234.5", "")),
                new Place(
                        "an ambiguous amount",
                        desk -> desk.open(customer.page()).change("1.234", "Other")),
                new Place("a review", desk -> desk.open(customer.page()).change("+300%", "Seasonal")),
                new Place(
                        "a removal",
                        desk -> desk.open(customer.page()).fill("", "Contract").press("Remove budget")),
                new Place("a receipt", desk -> desk.open(customer.page()).change("+1%", "Other")),
                new Place(
                        "a change that is open",
                        desk -> desk.open("/customers/nordstern/" + KnownCustomers.MARGIES_TRAVEL)
                                .change("+1%", "Other")),
                new Place(
                        "the menu",
                        desk -> desk.open("/status")
                                .page()
                                .locator("details.menu summary")
                                .click()),
                Place.at("/nowhere"),
                Place.at("/customers/nordstern/nobody"));
    }

    /** What is light or dark differs in colours alone. */
    private static List<String> look(Place place, Desk desk) {
        place.way().accept(desk);
        var light = new AxeBuilder(desk.page()).setLegacyMode(true).analyze();
        desk.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        var dark = new AxeBuilder(desk.page())
                .setLegacyMode(true)
                .withRules(List.of("color-contrast", "link-in-text-block"))
                .analyze();
        desk.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(light.getPasses()).as(place.name()).hasSizeGreaterThan(10);
        assertThat(dark.getPasses()).as(place.name()).isNotEmpty();
        return Stream.concat(
                        light.getViolations().stream().map(rule -> place.name() + ": " + words(rule)),
                        dark.getViolations().stream().map(rule -> place.name() + ", dark: " + words(rule)))
                .toList();
    }

    private static String words(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + ", " + rule.getHelp() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml().lines().findFirst().orElse(""))
                        .toList();
    }
}
