package dev.purser.chaos.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.purser.chaos.people.PageLog.Request;
import dev.purser.chaos.stage.Balancer;
import dev.purser.chaos.stage.Node;
import dev.purser.demo.signin.DemoPerson;
import java.io.IOException;
import java.net.ConnectException;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Somebody's browser, signed in at both nodes with the same cookies, behind a load balancer. Where one node gives no
 * answer, the other is asked, with the very same form; a page that broke is asked for again, when it asks for that.
 */
public final class Browser {

    /** Longer than a page may take, so that a slow one is seen as slow. Only a frozen node lets it pass. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration GIVE_UP = Duration.ofMinutes(4);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(400);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ELSEWHERE = "elsewhere";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            // As browsers speak to a server without TLS.
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(Redirect.NEVER)
            .build();
    private final Balancer balancer;
    private final DemoPerson person;
    private final PageLog log;
    private final InstantSource clock;
    private final AtomicInteger turn = new AtomicInteger();
    private final ReentrantLock signingIn = new ReentrantLock();
    private volatile int signIns;

    public Browser(Balancer balancer, DemoPerson person, PageLog log, InstantSource clock) {
        this.balancer = balancer;
        this.person = person;
        this.log = log;
        this.clock = clock;
    }

    /** Asks for a page until some node shows it. */
    public Page get(String kind, String path) {
        return untilAnswered(kind, "GET", path, Map.of(), Map.of(), turn.getAndIncrement());
    }

    /** Asks as a page does that follows something: for what of it has changed since this version, 304 if nothing has. */
    Page look(String kind, String path, String version) {
        var following = Map.of("HX-Request", "true", "If-None-Match", version);
        return untilAnswered(kind, "GET", path, Map.of(), following, turn.getAndIncrement());
    }

    /** Sends a form until some node has answered it. */
    public Page post(String kind, String path, Map<String, String> form) {
        return post(kind, path, form, turn.getAndIncrement());
    }

    /** The same, first at this node. */
    Page post(String kind, String path, Map<String, String> form, int first) {
        return untilAnswered(kind, "POST", path, form, Map.of(), first);
    }

    private Page untilAnswered(
            String kind, String method, String path, Map<String, String> form, Map<String, String> headers, int first) {
        var end = System.nanoTime() + GIVE_UP.toNanos();
        for (int turn = first; System.nanoTime() < end; turn++) {
            var node = balancer.node(turn);
            var seen = signIns;
            var answer = ask(kind, node, method, path, form, headers);
            if (answer.filter(page -> isSentToSignIn(page)).isPresent()) {
                signIn(seen);
            } else if (answer.isPresent() && answer.get().status() < 500) {
                return answer.get();
            } else if (answer.isPresent() || !balancer.hasInsteadOf(node)) {
                LockSupport.parkNanos(pause(answer).toNanos());
            }
        }
        throw new IllegalStateException("No node answered " + method + " " + path + " within " + GIVE_UP);
    }

    /** As long as was asked for, up to twice that: people do not come back all at once. */
    private static Duration pause(Optional<Page> answer) {
        var asked = answer.map(Page::retryAfter).orElse(Duration.ZERO);
        return asked.isZero()
                ? BETWEEN_TRIES
                : asked.plusMillis(ThreadLocalRandom.current().nextLong(asked.toMillis()));
    }

    private static boolean isSentToSignIn(Page page) {
        return page.location().filter(ELSEWHERE::equals).isPresent();
    }

    private Optional<Page> ask(
            String kind, Node node, String method, String path, Map<String, String> form, Map<String, String> headers) {
        var asked = HttpRequest.newBuilder(node.address().resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", FORM)
                .header("Accept", "text/html")
                .method(method, form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(encoded(form)));
        headers.forEach(asked::header);
        var request = asked.build();
        var at = clock.instant();
        var begun = System.nanoTime();
        Optional<HttpResponse<String>> answer;
        try {
            answer = Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (ConnectException _) {
            balancer.refused(node);
            answer = Optional.empty();
        } catch (IOException _) {
            answer = Optional.empty();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        log.add(new Request(
                kind,
                node.number(),
                method,
                path,
                at,
                Duration.ofNanos(System.nanoTime() - begun),
                answer.map(HttpResponse::statusCode)));
        return answer.map(found ->
                new Page(found.statusCode(), found.body(), location(node, found), version(found), retryAfter(found)));
    }

    private static Optional<String> location(Node node, HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").map(location -> {
            var to = answer.uri().resolve(location);
            return to.getPort() == node.address().getPort() ? to.getRawPath() : ELSEWHERE;
        });
    }

    private static Optional<String> version(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag");
    }

    private static Duration retryAfter(HttpResponse<?> answer) {
        return Duration.ofSeconds(
                answer.headers().firstValueAsLong("Retry-After").orElse(0));
    }

    /** The way of a browser: to the sign-in page, a person is chosen there, and back. One of several threads goes it. */
    private void signIn(int seen) {
        signingIn.lock();
        try {
            var end = System.nanoTime() + GIVE_UP.toNanos();
            for (int turn = 0; signIns == seen; turn++) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(person.name() + " cannot sign in");
                }
                if (signedIn(balancer.node(turn))) {
                    signIns++;
                } else {
                    LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
                }
            }
        } finally {
            signingIn.unlock();
        }
    }

    private boolean signedIn(Node node) {
        try {
            var page = follow(send(HttpRequest.newBuilder(node.address().resolve("/status"))));
            if (page.uri().getPort() == node.address().getPort()) {
                return page.statusCode() < 400;
            }
            var form = new Page(200, page.body(), Optional.empty(), Optional.empty(), Duration.ZERO).hidden();
            form.put("person", person.subject());
            var chosen = send(HttpRequest.newBuilder(page.uri().resolve("/sign-in"))
                    .header("Content-Type", FORM)
                    .POST(BodyPublishers.ofString(encoded(form))));
            return follow(chosen).statusCode() < 400;
        } catch (IOException _) {
            // The node went down on the way; the other one may stand.
            return false;
        }
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) throws IOException {
        var last = answer;
        for (int steps = 0; last.statusCode() / 100 == 3 && steps < 10; steps++) {
            URI to = last.uri().resolve(last.headers().firstValue("Location").orElseThrow());
            last = send(HttpRequest.newBuilder(to));
        }
        return last;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
