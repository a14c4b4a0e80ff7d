package dev.purser.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.purser.demo.signin.DemoPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who uses the portal over plain HTTP, with cookies and without following where answers lead. */
final class Visitor {

    /** The field of each form that says that the form is ours, and the cookie that proves it. */
    static final String TOKEN = "csrf-token";

    static final String PROOF = "purser-form";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final URI portal;
    private final HttpClient http;

    private Visitor(URI portal) {
        this.portal = portal;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(PATIENCE)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /** Who comes without being signed in. */
    static Visitor nobody(RunningDemo demo) {
        return new Visitor(demo.portal());
    }

    /** Who asks on the operators' address. */
    static Visitor operator(RunningDemo demo) {
        return new Visitor(demo.management());
    }

    static Visitor signedIn(RunningDemo demo, DemoPerson person) {
        // Providers tell full seconds: within the one in which a session was ended, one cannot sign in anew.
        return Await.value(person.name() + " is signed in", PATIENCE, () -> {
            var visitor = new Visitor(demo.portal());
            visitor.signIn(person);
            return Optional.of(visitor).filter(it -> it.get("/status").statusCode() / 100 != 3);
        });
    }

    /** The answer that brings the session. */
    static HttpResponse<String> signingIn(RunningDemo demo, DemoPerson person) {
        return new Visitor(demo.portal()).signIn(person);
    }

    /** The way of a browser: to the sign-in page, a person is chosen there, and back. */
    private HttpResponse<String> signIn(DemoPerson person) {
        var page = follow(get("/"));
        var form = hidden(page.body());
        form.put("person", person.subject());
        var chosen = post(page.uri().resolve("/sign-in"), form);
        var back = send(request(to(chosen)).GET());
        if (cookies().stream().noneMatch(cookie -> cookie.getName().startsWith("q_session"))) {
            throw new AssertionError(person.name() + " could not sign in: " + back + "\n" + back.body());
        }
        return back;
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) {
        var last = answer;
        while (last.statusCode() / 100 == 3) {
            last = send(request(to(last)).GET());
        }
        return last;
    }

    HttpResponse<String> get(String path) {
        return send(request(portal.resolve(path)).GET());
    }

    /** As a receipt does by itself, which shows that version already. */
    HttpResponse<String> follow(String receipt, String version) {
        return send(request(portal.resolve(receipt))
                .header("HX-Request", "true")
                .header("If-None-Match", version)
                .GET());
    }

    /** As it is, without a token of its own. */
    HttpResponse<String> post(String path, Map<String, String> form) {
        return post(portal.resolve(path), form);
    }

    /** As the form does by itself while an amount is typed. */
    HttpResponse<String> type(String draft, Map<String, String> form) {
        return send(request(portal.resolve(draft))
                .header("Content-Type", FORM)
                .header("HX-Request", "true")
                .header("X-Requested-With", "XMLHttpRequest")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    HttpResponse<String> send(String method, String path, String type, BodyPublisher body) {
        return send(request(portal.resolve(path)).header("Content-Type", type).method(method, body));
    }

    private HttpResponse<String> post(URI address, Map<String, String> form) {
        return send(request(address).header("Content-Type", FORM).POST(BodyPublishers.ofString(encoded(form))));
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The hidden fields of all forms of a page; of those with the same name the last. */
    static Map<String, String> hidden(String page) {
        return HIDDEN.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), Visitor::value, (one, other) -> other, LinkedHashMap::new));
    }

    private static String value(MatchResult found) {
        return found.group(2)
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    List<HttpCookie> cookies() {
        return List.copyOf(cookies.getCookieStore().getCookies());
    }

    /** Takes over another's token for forms, which belongs to a browser and not to a person. */
    void borrow(HttpCookie token) {
        cookies.getCookieStore().add(portal, token);
    }

    /** Goes on with cookies that were kept aside, whatever has become of them since. */
    void bringBack(List<HttpCookie> kept) {
        kept.forEach(cookie -> cookies.getCookieStore().add(portal, cookie));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(http, request.build(), BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(HttpClient http, HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(request + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI to(HttpResponse<?> redirect) {
        return redirect.uri().resolve(redirect.headers().firstValue("Location").orElseThrow());
    }
}
