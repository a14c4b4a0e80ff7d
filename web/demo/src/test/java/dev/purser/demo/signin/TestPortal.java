package dev.purser.demo.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** A portal that signs people in at a provider of its own, over real HTTP, at a time that the test says. */
final class TestPortal implements AutoCloseable {
    static final String ORIGIN = "http://localhost:8080";
    static final String CALLBACK = ORIGIN + "/signed-in";
    static final String CLIENT = "purser";
    static final String SECRET = "a-secret.of_32-characters-or-more";
    static final String VERIFIER = "the-verifier.of~this_test-has-43-characters-or-more";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Path keyFile;
    private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private SignInServer server;

    TestPortal(Path folder) {
        keyFile = folder.resolve("sign-in.key");
        server = SignInServer.start(settings(0));
    }

    SignInSettings settings(int port) {
        InstantSource clock = () -> now;
        return new SignInSettings(
                port, List.of(URI.create(ORIGIN)), CLIENT, SECRET, keyFile, DemoPeople.ALL, 300, 11, clock);
    }

    Path keyFile() {
        return keyFile;
    }

    URI issuer() {
        return server.issuer();
    }

    void letPass(Duration duration) {
        now = now.plus(duration);
    }

    Instant now() {
        return now;
    }

    void restart() {
        int port = server.issuer().getPort();
        server.close();
        server = SignInServer.start(settings(port));
    }

    /** What the product asks for. */
    static Map<String, String> question() {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("response_type", "code");
        question.put("client_id", CLIENT);
        question.put("redirect_uri", CALLBACK);
        question.put("scope", "openid profile email");
        question.put("state", "state-1");
        question.put("nonce", "nonce-1");
        question.put("code_challenge", s256(VERIFIER));
        question.put("code_challenge_method", "S256");
        return question;
    }

    static Map<String, String> question(String name, String value) {
        Map<String, String> question = question();
        question.put(name, value);
        return question;
    }

    static Map<String, String> questionWithout(String name) {
        Map<String, String> question = question();
        question.remove(name);
        return question;
    }

    static String s256(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    HttpResponse<String> get(String path) throws Exception {
        return get(path, it -> it);
    }

    HttpResponse<String> get(String path, UnaryOperator<HttpRequest.Builder> more) throws Exception {
        return send(more.apply(HttpRequest.newBuilder(issuer().resolve(path))));
    }

    HttpResponse<String> ask(Map<String, String> question) throws Exception {
        return get("/authorize?" + encoded(question));
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return post(path, form, it -> it);
    }

    HttpResponse<String> post(String path, Map<String, String> form, UnaryOperator<HttpRequest.Builder> more)
            throws Exception {
        return send(more.apply(HttpRequest.newBuilder(issuer().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> choose(DemoPerson person, Map<String, String> question) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(question);
        form.put("person", person.subject());
        return post("/sign-in", form);
    }

    String codeFor(DemoPerson person) throws Exception {
        HttpResponse<String> answer = choose(person, question());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return location(answer).get("code").orElseThrow();
    }

    /** The parameters of the address that the browser is sent to. */
    static Parameters location(HttpResponse<String> answer) throws Exception {
        URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return Parameters.parse(location.getRawQuery());
    }

    static Map<String, String> exchangeOf(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", CALLBACK);
        form.put("code_verifier", VERIFIER);
        return form;
    }

    static Map<String, String> refreshOf(String token) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", token);
        return form;
    }

    /** Asks for tokens, known by client_secret_basic. */
    HttpResponse<String> exchange(Map<String, String> form) throws Exception {
        return post("/token", form, it -> it.header("Authorization", basic(CLIENT, SECRET)));
    }

    static String basic(String id, String secret) {
        String joined = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(joined.getBytes(UTF_8));
    }

    /** All the way in. */
    Map<String, Object> tokensFor(DemoPerson person) throws Exception {
        return granted(exchange(exchangeOf(codeFor(person))));
    }

    static Map<String, Object> granted(HttpResponse<String> answer) throws JoseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonUtil.parseJson(answer.body());
    }

    static void assertRefused(HttpResponse<String> answer, int status, String error) throws JoseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JsonUtil.parseJson(answer.body()))
                .containsEntry("error", error)
                .doesNotContainKey("id_token");
    }

    static String text(Map<String, Object> content, String name) {
        return (String) Objects.requireNonNull(content.get(name), name);
    }

    /** The claims, if the published key signed them for this portal and they have not run out. */
    JwtClaims verified(String token, String type) throws Exception {
        JsonWebKeySet keys = new JsonWebKeySet(get("/jwks").body());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedIssuer(issuer().toString())
                .setExpectedAudience(CLIENT)
                .setExpectedType(true, type)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setEvaluationTime(NumericDate.fromSeconds(now().getEpochSecond()))
                .build()
                .processToClaims(token);
    }

    boolean verifies(String token, String type) throws Exception {
        try {
            verified(token, type);
            return true;
        } catch (InvalidJwtException _) {
            return false;
        }
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it -> URLEncoder.encode(it.getKey(), UTF_8) + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
