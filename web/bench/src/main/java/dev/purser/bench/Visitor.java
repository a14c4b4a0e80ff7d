package dev.purser.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.purser.demo.signin.DemoPerson;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who is signed in, as a browser is.
 *
 * @param cookies that it sends along
 */
record Visitor(String cookies) {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    /** Goes the way of a browser: from a page to the sign-in, where a person is chosen, and back. */
    static Visitor signIn(URI portal, DemoPerson person) throws IOException, InterruptedException {
        var cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        try (var http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NORMAL)
                .build()) {
            var choice =
                    http.send(HttpRequest.newBuilder(portal.resolve("/status")).build(), BodyHandlers.ofString());
            var fields = new LinkedHashMap<String, String>();
            HIDDEN.matcher(choice.body()).results().forEach(field -> fields.put(field.group(1), plain(field.group(2))));
            fields.put("person", person.subject());
            var page = http.send(
                    HttpRequest.newBuilder(choice.uri().resolve("/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(fields.entrySet().stream()
                                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                                    .collect(Collectors.joining("&"))))
                            .build(),
                    BodyHandlers.ofString());
            requireIsAt(portal, page);
        }
        return new Visitor(cookies.getCookieStore().get(portal).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
    }

    private static void requireIsAt(URI portal, HttpResponse<String> page) {
        if (page.statusCode() != 200 || page.uri().getPort() != portal.getPort()) {
            throw new IllegalStateException(
                    "Not signed in: " + page.statusCode() + " at " + page.uri() + "\n" + page.body());
        }
    }

    private static String plain(String attribute) {
        return attribute
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** As browsers ask for a page. */
    HttpRequest page(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .header("Accept-Language", "en-GB,en;q=0.5")
                .header("Accept-Encoding", "gzip, deflate, br, zstd")
                .header("Cookie", cookies)
                .build();
    }
}
