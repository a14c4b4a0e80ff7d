package dev.purser.demo;

import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPerson;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;

/** Portfolios over plain HTTP, as an administrator shares customers out. */
final class Portfolios {

    private Portfolios() {}

    /** The address of the portfolio of somebody who has signed in or was invited. */
    static String of(Visitor administrator, DemoPerson person) {
        var page = administrator.get("/settings/portfolios").body();
        var link = Pattern.compile("href=\"(/settings/portfolios/[0-9a-f-]{36})\"><bdi>(%s|%s)</bdi>"
                        .formatted(Pattern.quote(person.name()), Pattern.quote(person.subject())))
                .matcher(page);
        if (!link.find()) {
            throw new AssertionError(person.name() + " is not listed\n" + page);
        }
        return link.group(1);
    }

    static HttpResponse<String> grant(Visitor administrator, String portfolio, Customer customer) {
        return post(administrator, portfolio, "/grants", customer);
    }

    static HttpResponse<String> take(Visitor administrator, String portfolio, Customer customer) {
        return post(administrator, portfolio, "/takings", customer);
    }

    private static HttpResponse<String> post(Visitor administrator, String portfolio, String what, Customer customer) {
        return administrator.post(
                portfolio + what,
                Map.of(
                        Visitor.TOKEN,
                        token(administrator, portfolio),
                        "customer",
                        "nordstern/" + customer.id(),
                        "reason",
                        "New in the team"));
    }

    /** Signs the person out of everything. */
    static HttpResponse<String> endSessions(Visitor administrator, String portfolio) {
        return administrator.post(
                portfolio + "/ended-sessions", Map.of(Visitor.TOKEN, token(administrator, portfolio)));
    }

    static String token(Visitor administrator, String page) {
        var token = Visitor.hidden(administrator.get(page).body()).get(Visitor.TOKEN);
        if (token == null) {
            throw new AssertionError("There is no form on " + page);
        }
        return token;
    }
}
