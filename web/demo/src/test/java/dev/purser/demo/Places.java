package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.purser.demo.Browsers.Scripts;
import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.DemoPerson;
import dev.purser.simulator.KnownCustomers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every page there is, in each state that looks different. A new one is entered here, and whatever looks at pages has it. */
final class Places {

    private static final String CUSTOMERS = "GET /customers";
    private static final String CUSTOMER = "GET /customers/{account}/{tenant}";
    private static final String CHANGES = "POST /customers/{account}/{tenant}/changes";
    private static final String RECEIPT = "GET /changes/{id}";
    private static final String HISTORY = "GET /history";
    private static final String ENTRY = "GET /history/{entry}";
    private static final String PORTFOLIOS = "GET /settings/portfolios";
    private static final String PORTFOLIO = "GET /settings/portfolios/{person}";
    private static final String STATUS = "GET /status";

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ALWAYS = 1_000;

    /** What somebody sees, one after the other in one window; nobody in particular is not signed in. */
    record Visit(Optional<DemoPerson> who, List<Place> places) {

        private Visit(DemoPerson who, Place... places) {
            this(Optional.of(who), List.of(places));
        }

        Desk begin(Browsers browsers) {
            return new Desk(who.map(person -> browsers.signedIn(person, Scripts.ON))
                    .orElseGet(() -> browsers.nobody(Scripts.ON)));
        }
    }

    private final SimulatedMicrosoft microsoft;
    private final People people;

    private Places(SimulatedMicrosoft microsoft, People people) {
        this.microsoft = microsoft;
        this.people = people;
    }

    static List<Visit> of(RunningDemo demo, People people) {
        var places = new Places(demo.microsoft(), people);
        return List.of(
                places.customers(),
                places.changes(),
                places.history(),
                places.portfolios(),
                new Visit(
                        DemoPeople.NOOR,
                        Place.at(CUSTOMERS, "/customers"),
                        Place.at(HISTORY, "/history"),
                        Place.at(PORTFOLIOS, "/settings/portfolios")),
                new Visit(DemoPeople.LEE, Place.at(CUSTOMERS, "/customers")),
                new Visit(
                        Optional.empty(),
                        List.of(
                                Place.at("GET /signed-out", "/signed-out"),
                                Place.by("GET /authorize", "the sign-in page of the demo", desk -> desk.open("/")))));
    }

    /** The routes that lead to a page here. */
    static Set<Route> routes(List<Visit> visits) {
        return visits.stream()
                .flatMap(visit -> visit.places().stream())
                .map(place -> Route.of(place.route()))
                .collect(Collectors.toSet());
    }

    private Visit customers() {
        return new Visit(
                DemoPeople.MARA,
                Place.at(CUSTOMERS, "/customers"),
                Place.at(CUSTOMERS, "/customers?needs=over-budget"),
                Place.at(CUSTOMERS, "/customers?q=nobody-is-called-so"),
                Place.at(CUSTOMER, people.customerToLookAt().page()),
                Place.at(CUSTOMER, page(KnownCustomers.PROSEWARE)),
                Place.at(CUSTOMER, page(KnownCustomers.LONGEST_NAME)),
                Place.at(CUSTOMER, page(KnownCustomers.GULF_TECHNOLOGIES)),
                Place.at(CUSTOMER, page(KnownCustomers.WIDE_WORLD_IMPORTERS)),
                Place.at(CUSTOMER, page(KnownCustomers.TAILSPIN_TOYS)),
                Place.at(CUSTOMER, page(KnownCustomers.BELLOWS_COLLEGE)),
                Place.at(CUSTOMER, "/customers/nordstern/nobody"),
                Place.at("GET /nowhere", "/nowhere"),
                Place.at(STATUS, "/status"),
                Place.by(
                        STATUS,
                        "the menu",
                        desk -> desk.open("/status")
                                .page()
                                .locator("details.menu summary")
                                .click()),
                Place.by(
                        STATUS,
                        "the list of keys",
                        desk -> desk.open("/status").page().keyboard().press("?")),
                Place.at("GET /sign-out", "/sign-out"));
    }

    private Visit changes() {
        var customer = people.customerOfMara();
        return new Visit(
                DemoPeople.MARA,
                Place.by(CUSTOMER, "what was understood", desk -> {
                    desk.open(customer.page()).fill("+300%", "");
                    assertThat(desk.understood()).containsText("once more");
                }),
                Place.by(CUSTOMER, "what was not understood", desk -> {
                    desk.open(customer.page()).fill("1.234", "");
                    assertThat(desk.understood()).containsText("Which one?");
                }),
                Place.by(CHANGES, "mistakes", desk -> desk.open(customer.page()).change("1.234.5", "")),
                Place.by(
                        CHANGES,
                        "an ambiguous amount",
                        desk -> desk.open(customer.page()).change("1.234", "Other")),
                Place.by(CHANGES, "a review", desk -> desk.open(customer.page()).change("+300%", "Seasonal")),
                Place.by(CHANGES + "/draft", "another amount after a review", desk -> {
                    desk.open(customer.page()).change("+300%", "Seasonal");
                    desk.press("Enter another amount");
                }),
                Place.by(
                        CHANGES + "/review",
                        "a removal",
                        desk -> desk.open(page(KnownCustomers.LONGEST_NAME))
                                .fill("", "Contract")
                                .press("Remove budget")),
                Place.by(
                        RECEIPT, "a receipt", desk -> confirmed(desk, microsoft.customer(KnownCustomers.LONGEST_NAME))),
                Place.by(
                        RECEIPT,
                        "a receipt of three decimals that is open",
                        desk -> desk.open(page(KnownCustomers.MARGIES_TRAVEL)).change("+1%", "Other")),
                Place.by(RECEIPT, "a receipt of a large amount", desk -> {
                    desk.open(page(KnownCustomers.NORTHWIND_TRADERS)).change("987,654,321", "Contract");
                    desk.press("Change budget to ");
                    desk.awaitOutcome("Microsoft confirmed", SOON);
                }),
                Place.by(RECEIPT, "a receipt of what is unknown", this::unknown),
                Place.by(RECEIPT, "a receipt of a refusal", desk -> {
                    desk.open(page(KnownCustomers.FABRIKAM_AEROSPACE)).change("+1%", "Other");
                    desk.press("Change budget to ");
                    desk.awaitOutcome("Microsoft refused", SOON);
                }),
                Place.by(RECEIPT, "a receipt of what somebody else changed", this::changedBySomebodyElse),
                Place.by("POST /changes/{id}/undo", "an undo that comes too late", this::undoneTooLate),
                Place.by(
                        CUSTOMER,
                        "a customer with a history",
                        desk -> desk.open(page(KnownCustomers.FABRIKAM_AEROSPACE))),
                Place.at(CUSTOMER, page(KnownCustomers.NORTHWIND_TRADERS)),
                Place.at(HISTORY, "/history"));
    }

    private Visit history() {
        return new Visit(
                DemoPeople.INGRID,
                Place.at(HISTORY, "/history?steps=all&from=2026-01-01"),
                Place.at(HISTORY, "/history?q=nothing-is-called-so"),
                Place.at(HISTORY, "/history?from=tomorrow"),
                Place.by(
                        ENTRY,
                        "an entry",
                        desk -> opened(desk.open("/history?customer=nordstern/" + KnownCustomers.LONGEST_NAME))),
                Place.at(CUSTOMERS, "/customers"),
                Place.at(CUSTOMER, page(KnownCustomers.CONTOSO_RETAIL)));
    }

    private Visit portfolios() {
        // Who has never been there cannot be found.
        people.as(DemoPeople.NOOR);
        var portfolio = Portfolios.of(people.as(DemoPeople.PRIYA), DemoPeople.NOOR);
        return new Visit(
                DemoPeople.PRIYA,
                Place.at(CUSTOMERS, "/customers"),
                Place.at(CUSTOMER, page(KnownCustomers.CONTOSO_RETAIL)),
                Place.at(RECEIPT, "/changes/none"),
                Place.at(PORTFOLIOS, "/settings/portfolios"),
                Place.at(PORTFOLIOS, "/settings/portfolios?q=nobody-is-called-so"),
                Place.by(
                        "POST /settings/portfolios/invitations",
                        "an invitation to be mended",
                        desk -> desk.open("/settings/portfolios").press("Invite")),
                Place.at(PORTFOLIO, portfolio),
                Place.at(PORTFOLIO, portfolio + "?q=nobody-is-called-so"),
                Place.by(
                        "POST /settings/portfolios/{person}/grants",
                        "a grant to be mended",
                        desk -> desk.open(portfolio).press("Grant the marked")),
                Place.by(
                        "POST /settings/portfolios/{person}/takings",
                        "a taking to be mended",
                        desk -> desk.open(portfolio).press("Take the marked")),
                Place.by("POST /settings/portfolios/{person}/grants", "a grant to be confirmed", desk -> {
                    desk.open(portfolio).page().locator("#reason").fill("New in the team");
                    desk.press("Grant all ");
                }),
                Place.by(ENTRY, "an entry about a person", desk -> opened(desk.open("/history"))));
    }

    private static String page(UUID customer) {
        return "/customers/nordstern/" + customer;
    }

    private static void opened(Desk desk) {
        desk.page().locator("tbody a[href^='/history/']").first().click();
    }

    private static void confirmed(Desk desk, Customer customer) {
        desk.open(customer.page()).change("+1", "Customer request");
        desk.awaitOutcome("Microsoft confirmed", SOON);
    }

    private void unknown(Desk desk) {
        var customer = people.customerOfMara();
        microsoft.trouble(
                customer.id(),
                "PATCH_BUDGET",
                ALWAYS,
                "{\"kind\": \"answer-with\", \"status\": 502, \"contentType\": \"text/html\", \"body\": \"<html>\"}");
        desk.open(customer.page()).change("+1", "Correction");
        desk.awaitOutcome("We do not know yet", SOON);
    }

    private void changedBySomebodyElse(Desk desk) {
        var customer = people.customerOfMara();
        desk.open(customer.page());
        microsoft.changeBudget(customer.id(), customer.amount().add(BigDecimal.valueOf(700)));
        desk.change("+10%", "Contract");
        desk.awaitOutcome("Changed by someone else", SOON);
    }

    private void undoneTooLate(Desk desk) {
        var customer = people.customerOfMara();
        confirmed(desk, customer);
        var mara = people.mara();
        mara.post(customer.page() + "/changes", Forms.raise(mara, customer));
        desk.press("Undo: back to ");
    }
}
