package dev.purser.demo.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The demo's OpenID Connect provider: discovery, keys, authorization code with PKCE (S256 alone), refresh, user info
 * and signing out (OpenID Connect Core, Discovery and RP-Initiated Logout 1.0). Signing in is choosing a person; there is
 * no password, so it listens on this machine alone and sends people to the portals it was given and nowhere else.
 *
 * <p>It keeps no cookie: who is sent here chooses each time. Sessions outlive a restart on the same port with the same
 * key file.
 */
public final class SignInServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SignInServer.class.getName());
    private static final Map<String, String> EVERY_ANSWER = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");

    private final SignInSettings settings;
    private final HttpServer server;
    private final ExecutorService threads;
    private final URI issuer;
    private final Map<String, Place> places;

    private SignInServer(SignInSettings settings, SigningKey key, HttpServer server) {
        this.settings = settings;
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.issuer = URI.create(
                "http://" + settings.host() + ":" + server.getAddress().getPort());
        this.places = places(key);
    }

    private Map<String, Place> places(SigningKey key) {
        Grants grants = new Grants(settings.clock());
        Sessions sessions = new Sessions(settings.people());
        Tokens tokens = new Tokens(issuer, settings.clientId(), key, settings.clock());
        AuthorizationEndpoint authorization = new AuthorizationEndpoint(settings, issuer, grants, sessions);
        TokenEndpoint token = new TokenEndpoint(settings, grants, sessions, tokens);
        SessionEndpoints session = new SessionEndpoints(settings, sessions, tokens);
        Set<String> get = Set.of("GET");
        Set<String> post = Set.of("POST");
        Set<String> both = Set.of("GET", "POST");
        return Map.of(
                Discovery.ADDRESS,
                new Place(get, _ -> Answer.json(200, Discovery.of(issuer))),
                Discovery.KEYS,
                new Place(get, _ -> Answer.json(200, key.published())),
                Discovery.AUTHORIZE,
                new Place(both, authorization::ask),
                Discovery.SIGN_IN,
                new Place(post, authorization::choose),
                Discovery.TOKEN,
                new Place(post, token::answer),
                Discovery.USER_INFO,
                new Place(both, session::userInfo),
                Discovery.END_SESSION,
                new Place(both, session::end),
                "/sign-in.css",
                new Place(get, _ -> resource("sign-in.css", "text/css; charset=utf-8")),
                "/mark.svg",
                new Place(get, _ -> resource("mark.svg", "image/svg+xml")));
    }

    private static Answer resource(String name, String type) throws IOException {
        try (InputStream stream = Objects.requireNonNull(SignInServer.class.getResourceAsStream(name), name)) {
            return Answer.of(200, type, stream.readAllBytes());
        }
    }

    private record Place(Set<String> methods, Endpoint endpoint) {}

    private interface Endpoint {
        Answer answer(Request request) throws IOException, Parameters.Malformed;
    }

    /** Starts it; it answers when this returns. */
    public static SignInServer start(SignInSettings settings) {
        SigningKey key = SigningKey.keptIn(settings.keyFile());
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), settings.port()), 0);
            SignInServer signIn = new SignInServer(settings, key, server);
            server.createContext("/", signIn::handle);
            server.setExecutor(signIn.threads);
            server.start();
            return signIn;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's sign-in cannot listen on port " + settings.port(), e);
        }
    }

    /** Its address, which is also its name in every token. */
    public URI issuer() {
        return issuer;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            EVERY_ANSWER.forEach(exchange.getResponseHeaders()::set);
            answerOrApologise(exchange).send(exchange);
        }
    }

    private Answer answerOrApologise(HttpExchange exchange) throws IOException {
        try {
            return answer(exchange);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The demo's sign-in failed at " + exchange.getRequestURI().getPath(),
                    e);
            return Answer.empty(500);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        // Under another name it would be a page that some site on the net made its own (DNS rebinding).
        if (!issuer.getRawAuthority().equals(exchange.getRequestHeaders().getFirst("Host"))) {
            return Answer.empty(421);
        }
        Place place = places.get(exchange.getRequestURI().getRawPath());
        if (place == null) {
            return Answer.empty(404);
        }
        if (!place.methods().contains(exchange.getRequestMethod())) {
            return Answer.empty(405).with("Allow", String.join(", ", place.methods()));
        }
        try {
            return place.endpoint().answer(Request.read(exchange));
        } catch (Parameters.Malformed e) {
            return exchange.getRequestURI().getPath().equals(Discovery.TOKEN)
                    ? Answer.json(400, Map.of("error", "invalid_request", "error_description", e.problem()))
                    : new Page(settings, Words.ENGLISH).refusal(Refusal.MALFORMED);
        }
    }
}
