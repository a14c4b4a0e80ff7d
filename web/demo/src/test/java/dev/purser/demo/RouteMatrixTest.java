package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.DemoPerson;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets what at every address of the product. */
@ExtendWith(OneDemo.class)
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // What there is to see is made before the tests.
class RouteMatrixTest {

    /** Behind a route's address, "of …" says what the address is of, where that decides. */
    private static final String TABLE = """
            route                                           own foreign unknown auditor administrator no-role nobody
            GET /                                           303     303     303     303           303     403    302
            GET /customers                                  200     200     200     200           200     403    302
            GET /customers/{account}/{tenant}               200     404     404     200           200     403    302
            GET /customers/{account}/{tenant}/readings      303     303     303     303           403     403    302
            GET /customers/{account}/{tenant}/changes       303     303     303     403           403     403    302
            GET /customers/{account}/{tenant}/changes/review 303    303     303     403           403     403    302
            GET /customers/{account}/{tenant}/changes/draft 303     303     303     403           403     403    302
            POST /customers/{account}/{tenant}/readings     303     404     404     303           403     403    302
            POST /customers/{account}/{tenant}/changes      303     404     404     403           403     403    302
            POST /customers/{account}/{tenant}/changes/review 200   404     404     403           403     403    302
            POST /customers/{account}/{tenant}/changes/draft 200    404     404     403           403     403    302
            GET /changes/{id}                               200     404     404     200           403     403    302
            GET /changes/{id}/undo                          303     303     303     403           403     403    302
            POST /changes/{id}/undo                         303     404     404     403           403     403    302
            GET /history                                    200     200     200     200           200     403    302
            GET /history/{entry}                            200     404     404     200           404     403    302
            GET /history/{entry}#sign-in                    404     404     404     200           200     403    302
            GET /history/{entry}/raw                        200     404     404     200           404     403    302
            GET /history/{entry}/raw#sign-in                404     404     404     200           200     403    302
            GET /settings/portfolios                        403     403     403     403           200     403    302
            GET /settings/portfolios/invitations            403     403     403     403           303     403    302
            POST /settings/portfolios/invitations           403     403     403     403           422     403    302
            GET /settings/portfolios/{person}               403     403     403     403           200     403    302
            GET /settings/portfolios/{person}/grants        403     403     403     403           303     403    302
            POST /settings/portfolios/{person}/grants       403     403     403     403           422     403    302
            GET /settings/portfolios/{person}/takings       403     403     403     403           303     403    302
            POST /settings/portfolios/{person}/takings      403     403     403     403           422     403    302
            GET /settings/portfolios/{person}/withdrawal    403     403     403     403           303     403    302
            POST /settings/portfolios/{person}/withdrawal   403     403     403     403           303     403    302
            GET /settings/portfolios/{person}/ended-sessions 403    403     403     403           303     403    302
            POST /settings/portfolios/{person}/ended-sessions 403   403     403     403           303     403    302
            GET /status                                     200     200     200     200           200     403    302
            GET /language                                   303     303     303     303           303     303    303
            POST /language                                  303     303     303     303           303     303    303
            GET /sign-out                                   200     200     200     200           200     200    302
            POST /sign-out                                  303     303     303     303           303     303    302
            GET /signed-out                                 303     303     303     303           303     303    200
            GET /signed-in                                  404     404     404     404           404     404    302
            GET /sign-out/provider                          302     302     302     302           302     302    302
            GET /q/health                                   404     404     404     404           404     404    302
            GET /q/metrics                                  404     404     404     404           404     404    302
            GET /webjars/htmx.org/dist/htmx.min.js          200     200     200     200           200     200    200
            """;

    /** Those that Quarkus answers itself. */
    private static final Set<String> OF_QUARKUS = Set.of(
            "GET /signed-in",
            "GET /sign-out/provider",
            "GET /q/health",
            "GET /q/metrics",
            "GET /webjars/htmx.org/dist/htmx.min.js");

    private static final UUID NOWHERE = UUID.fromString("00000000-1111-2222-3333-444444444444");
    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Whose of the things at an address is asked for, and by whom. */
    private enum Column {
        OWN(DemoPeople.MARA),
        FOREIGN(DemoPeople.MARA),
        UNKNOWN(DemoPeople.MARA),
        AUDITOR(DemoPeople.INGRID),
        ADMINISTRATOR(DemoPeople.PRIYA),
        NO_ROLE(DemoPeople.LEE),
        NOBODY;

        private final Optional<DemoPerson> person;

        Column(DemoPerson person) {
            this.person = Optional.of(person);
        }

        Column() {
            this.person = Optional.empty();
        }
    }

    private record Line(Route route, String kind, List<Integer> expected) {

        static Line of(String written) {
            var cells = new ArrayList<>(List.of(written.split(" +")));
            var address = cells.get(1).split("#", 2);
            return new Line(
                    new Route(cells.get(0), address[0]),
                    address.length == 1 ? "" : address[1],
                    cells.subList(2, cells.size()).stream()
                            .map(Integer::valueOf)
                            .toList());
        }
    }

    /** One customer with a change and the entry of it. */
    private record Subject(String customer, String change, String entry) {}

    private RunningDemo demo;
    private People people;
    private Subject own;
    private Subject foreign;
    private Subject toUndo;
    private String signInEntry;
    private String noor;

    @BeforeAll
    void makeSomethingToSee(RunningDemo demo, People people) {
        this.demo = demo;
        this.people = people;
        own = changed(people.mara(), people.customerOfMara());
        foreign = changed(people.as(DemoPeople.TOMAS), people.customerOfTomas());
        toUndo = changed(people.mara(), people.customerOfMara());
        var portal = people.as(DemoPeople.PRIYA).get("/history").body();
        signInEntry = first(Pattern.compile("href=\"/history/(\\d+)\""), portal);
        people.as(DemoPeople.NOOR);
        noor = Portfolios.of(people.as(DemoPeople.PRIYA), DemoPeople.NOOR);
    }

    private static Subject changed(Visitor visitor, Customer customer) {
        var form = Forms.raise(visitor, customer);
        var change = visitor.post(customer.page() + "/changes", form)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var entry = first(
                Pattern.compile("href=\"/history/(\\d+)\""), visitor.get(change).body());
        return new Subject(customer.page(), change.replaceFirst(".*/", ""), entry);
    }

    private static String first(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    @Test
    void listsEveryRouteOfTheProduct() {
        var listed = lines().map(Line::route).collect(Collectors.toCollection(TreeSet::new));
        var existing = new TreeSet<>(Route.ofTheProduct());
        OF_QUARKUS.stream().map(Route::of).forEach(existing::add);
        assertThat(listed).containsExactlyElementsOf(existing);
        assertThat(Route.addedByHand()).containsExactly("ErrorPages.route", "RequestIds.route", "WrittenLanguage.tell");
    }

    @Test
    void answersEachAsTheTableSays() {
        var wrong = new SoftAssertions();
        lines().forEach(line -> {
            for (var column : Column.values()) {
                var answer = ask(line, column);
                wrong.assertThat(answer.statusCode())
                        .as(line.route() + " " + line.kind() + ", " + column + ": " + answer.body())
                        .isEqualTo(line.expected().get(column.ordinal()));
            }
        });
        wrong.assertAll();
    }

    /** What tests of every page look at. A form without anything in it comes back to be mended. */
    @Test
    void leavesNoPageOutOfThePlaces() {
        var nothing = Map.of(Visitor.TOKEN, form().get(Visitor.TOKEN));
        var pages = lines().filter(line -> Stream.of(Column.OWN, Column.AUDITOR, Column.ADMINISTRATOR, Column.NOBODY)
                        .anyMatch(column ->
                                isAPage(ask(line, column)) || (!asks(line) && isAPage(ask(line, column, nothing)))))
                .map(Line::route)
                .collect(Collectors.toSet());
        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(Places.routes(Places.of(demo, people))).containsAll(pages);
    }

    private static boolean isAPage(HttpResponse<String> answer) {
        return List.of(200, 422).contains(answer.statusCode())
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    @Test
    void saysTheSameOfWhatIsForeignAsOfWhatDoesNotExist() {
        lines().filter(line -> line.expected().get(Column.FOREIGN.ordinal()) == 404)
                .forEach(line -> {
                    var foreign = ask(line, Column.FOREIGN);
                    var unknown = ask(line, Column.UNKNOWN);
                    assertThat(REFERENCE.matcher(foreign.body()).replaceAll("…"))
                            .as(line.route().toString())
                            .isEqualTo(REFERENCE.matcher(unknown.body()).replaceAll("…"))
                            .doesNotContain(this.foreign.change());
                    assertThat(foreign.headers().map().keySet())
                            .as(line.route().toString())
                            .isEqualTo(unknown.headers().map().keySet());
                });
        assertThat(people.mara()
                        .get("/customers/elsewhere/" + tenant(own.customer()))
                        .body())
                .isEqualTo(people.mara().get(foreign.customer()).body());
    }

    @Test
    void takesNoFormWithoutItsToken() {
        lines().filter(line -> line.route().method().equals("POST")).forEach(line -> {
            for (var column : Column.values()) {
                var form = new LinkedHashMap<>(form());
                form.remove(Visitor.TOKEN);
                var address = address(line, column);
                var without = post(column, address, form).statusCode();
                assertThat(without)
                        .as(line.route() + ", " + column)
                        .isIn(sentToSignIn(line, column) ? Set.of(302) : Set.of(400, 403));
                form.put(Visitor.TOKEN, "AAAAAAAAAAAAAAAAAAAAAA");
                assertThat(post(column, address, form).statusCode())
                        .as(line.route() + " with a wrong token, " + column)
                        .isEqualTo(without);
                if (column != Column.NOBODY && line.expected().get(column.ordinal()) != 403) {
                    assertThat(without).as(line.route() + ", " + column).isEqualTo(400);
                }
            }
        });
    }

    private static boolean sentToSignIn(Line line, Column column) {
        return column == Column.NOBODY && line.expected().get(column.ordinal()) == 302;
    }

    @Test
    void takesNoMethodThatIsNotListed() {
        var listed = lines().map(Line::route).collect(Collectors.toSet());
        lines().filter(line -> !OF_QUARKUS.contains(line.route().toString())).forEach(line -> {
            for (var method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
                if (!listed.contains(new Route(method, line.route().address()))) {
                    var status = visitor(Column.OWN)
                            .send(
                                    method,
                                    address(line, Column.OWN),
                                    "application/x-www-form-urlencoded",
                                    BodyPublishers.ofString(Visitor.encoded(form())))
                            .statusCode();
                    assertThat(status).as(method + " " + line.route().address()).isIn(404, 405);
                }
            }
        });
    }

    @Test
    void givesItsFilesToEverybody() {
        for (var file : Route.files()) {
            assertThat(Visitor.nobody(demo).get(file).statusCode()).as(file).isEqualTo(200);
            assertThat(people.mara().get(file).statusCode()).as(file).isEqualTo(200);
        }
    }

    private static Stream<Line> lines() {
        return TABLE.lines().skip(1).map(Line::of);
    }

    private HttpResponse<String> ask(Line line, Column column) {
        return ask(line, column, asks(line) ? Map.of() : form());
    }

    private HttpResponse<String> ask(Line line, Column column, Map<String, String> form) {
        var address = address(line, column);
        var answer = asks(line) ? visitor(column).get(address) : post(column, address, form);
        if (address.startsWith("/sign-out")) {
            column.person.ifPresent(people::forget);
        }
        if (address.endsWith("/ended-sessions")) {
            people.forget(DemoPeople.NOOR);
        }
        return answer;
    }

    private static boolean asks(Line line) {
        return line.route().method().equals("GET");
    }

    /** Who has no page with a form takes the token of somebody who has one: it is the right that has to be missing. */
    private HttpResponse<String> post(Column column, String address, Map<String, String> form) {
        var visitor = visitor(column);
        people.mara().cookies().stream()
                .filter(cookie -> cookie.getName().equals(Visitor.PROOF))
                .forEach(visitor::borrow);
        return visitor.post(address, form);
    }

    private String address(Line line, Column column) {
        // Once it was changed again, a change cannot be undone any more.
        var own = line.route().address().endsWith("/undo") ? toUndo : this.own;
        Function<Function<Subject, String>, String> of = part -> switch (column) {
            case FOREIGN -> part.apply(foreign);
            case UNKNOWN -> part.apply(new Subject("/customers/nordstern/" + NOWHERE, NOWHERE.toString(), "987654321"));
            case OWN, AUDITOR, ADMINISTRATOR, NO_ROLE, NOBODY -> part.apply(own);
        };
        var entry = line.kind().equals("sign-in") && column != Column.UNKNOWN ? signInEntry : of.apply(Subject::entry);
        return line.route()
                .address()
                .replace("/customers/{account}/{tenant}", of.apply(Subject::customer))
                .replace("{id}", of.apply(Subject::change))
                .replace("/settings/portfolios/{person}", noor)
                .replace("{entry}", entry);
    }

    /** A form that would be accepted, as another change each time. */
    private Map<String, String> form() {
        var form = Forms.raise(people.mara(), own.customer());
        form.put("to", "en");
        return form;
    }

    private Visitor visitor(Column column) {
        return column.person.map(people::as).orElseGet(() -> Visitor.nobody(demo));
    }

    private static String tenant(String customer) {
        return customer.replaceFirst(".*/", "");
    }
}
