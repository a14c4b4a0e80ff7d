package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPeople;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every answer tells the browser, whatever its status. */
@ExtendWith(OneDemo.class)
class HeadersTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningDemo demo;
    private final People people;

    HeadersTest(RunningDemo demo, People people) {
        this.demo = demo;
        this.people = people;
    }

    private record Provoked(int status, Supplier<HttpResponse<String>> answer) {}

    private List<Provoked> pages(Customer customer) {
        var mara = people.mara();
        var nobody = Visitor.nobody(demo);
        var changes = customer.page() + "/changes";
        var form = Forms.raise(mara, customer);
        var empty = new LinkedHashMap<>(form);
        empty.put("reason", "");
        var seen = mara.get(mara.post(changes, form)
                .headers()
                .firstValue("Location")
                .map(address -> address.replaceFirst("^http://[^/]*", ""))
                .orElseThrow());
        return List.of(
                new Provoked(200, () -> mara.get(customer.page())),
                new Provoked(200, () -> nobody.get("/signed-out")),
                new Provoked(302, () -> nobody.get("/customers")),
                new Provoked(303, () -> mara.get("/")),
                new Provoked(303, () -> mara.post(changes, Forms.raise(mara, customer))),
                new Provoked(
                        304,
                        () -> mara.follow(
                                seen.uri().getPath(),
                                seen.headers().firstValue("ETag").orElseThrow())),
                new Provoked(400, () -> mara.post(changes, Map.of("amount", "1"))),
                new Provoked(403, () -> people.as(DemoPeople.PRIYA).get("/changes/" + UUID.randomUUID())),
                new Provoked(404, () -> mara.get("/customers/nordstern/nobody")),
                new Provoked(404, () -> mara.get("/nowhere")),
                new Provoked(405, () -> mara.post("/customers", form)),
                new Provoked(
                        413,
                        () -> mara.send(
                                "POST", changes, FORM, BodyPublishers.ofString("reason=" + "x".repeat(70_000)))),
                // What is no form has no token, and is refused before anybody asks what else it is.
                new Provoked(400, () -> mara.send("POST", changes, "application/json", BodyPublishers.ofString("{}"))),
                new Provoked(422, () -> mara.post(changes, empty)),
                new Provoked(422, () -> mara.get("/history?from=tomorrow")));
    }

    @Test
    void protectEveryPageOfEveryStatus() {
        for (var provoked : pages(people.customerOfMara())) {
            var answer = provoked.answer().get();
            assertThat(answer.statusCode()).as(answer.toString()).isEqualTo(provoked.status());
            protectedByHeaders(answer);
            assertThat(answer.headers().allValues("Cache-Control"))
                    .as(answer.toString())
                    .containsExactly("no-store");
        }
    }

    @Test
    void nameEachRequestOnceForTheLogOfAProxy() {
        var answers = pages(people.customerOfMara()).stream()
                .map(provoked -> provoked.answer().get())
                .toList();

        assertThat(answers)
                .map(answer -> one(answer, "X-Request-Id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f-]{36}"));
    }

    @Test
    void protectFilesThatMayBeKept() {
        for (var file : Route.files()) {
            var answer = Visitor.nobody(demo).get(file);
            protectedByHeaders(answer);
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .as(file)
                    .contains("max-age=3600");
        }
    }

    private static void protectedByHeaders(HttpResponse<String> answer) {
        var what = answer.toString();
        assertThat(one(answer, "Content-Security-Policy"))
                .as(what)
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
                .contains("base-uri 'none'", "frame-ancestors 'none'", "form-action 'self' http://localhost:")
                .doesNotContain("unsafe");
        assertThat(one(answer, "X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(one(answer, "X-Frame-Options")).as(what).isEqualTo("DENY");
        assertThat(one(answer, "Referrer-Policy")).as(what).isEqualTo("same-origin");
        assertThat(one(answer, "Strict-Transport-Security")).as(what).matches("max-age=[1-9]\\d{7,}.*");
        assertThat(answer.headers().firstValue("Server")).as(what).isEmpty();
    }

    private static String one(HttpResponse<String> answer, String header) {
        assertThat(answer.headers().allValues(header))
                .as(header + " of " + answer)
                .hasSize(1);
        return answer.headers().firstValue(header).orElseThrow();
    }

    @Test
    void keepCookiesFromScriptsAndOtherSites() {
        var set = List.of(
                Visitor.nobody(demo).get("/"),
                people.mara().get("/customers"),
                Visitor.signingIn(demo, DemoPeople.MARA));
        var cookies = set.stream()
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                // One that is taken back holds nothing.
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .toList();
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("q_auth"))
                .anyMatch(cookie -> cookie.startsWith("q_session"))
                .anyMatch(cookie -> cookie.startsWith(Visitor.PROOF))
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase(Locale.ROOT))
                        .contains("httponly")
                        .containsAnyOf("samesite=lax", "samesite=strict"));
    }
}
