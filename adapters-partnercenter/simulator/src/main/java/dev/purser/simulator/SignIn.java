package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The sign-in of people beside the API: a page at {@code /login/{tenant}/oauth2[/v2.0]/authorize} where one consents or
 * declines, and how refresh tokens are treated afterwards. Redirects are accepted as Microsoft accepts those registered as
 * {@code http://localhost}: on any port, without a path.
 */
public final class SignIn {

    /** What becomes of a refresh token that was used. */
    public enum Rotation {
        /** As Microsoft does. */
        EARLIER_ONES_STAY_VALID,
        /** As the rules for OAuth advise. */
        EACH_IS_TAKEN_ONCE
    }

    /** Whether people sign in with a second factor. */
    public enum SecondFactor {
        USED,
        NOT_USED,
        /** Tokens do not say. */
        NOT_TOLD
    }

    /** What became of a code. */
    sealed interface Redeemed {
        record Good(String idToken, boolean refreshable) implements Redeemed {}

        record UnknownCode() implements Redeemed {}

        record OtherRedirect() implements Redeemed {}

        record WrongVerifier() implements Redeemed {}
    }

    /** A consent that a code stands for. */
    private record Consent(String redirect, String challenge, String nonce, boolean refreshable) {}

    private static final String CONSENT = "/login/:tenant/consent";

    private final SimulatorSettings settings;
    private final Tokens tokens;
    private final Map<String, Consent> codes = new HashMap<>();
    private SecondFactor secondFactor = SecondFactor.USED;
    private UUID home;

    SignIn(SimulatorSettings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
        this.home = settings.tenantId();
    }

    /** From now on. */
    public void rotate(Rotation how) {
        tokens.rotate(how);
    }

    /** Every refresh token handed out so far, the first one included, is refused from now on (AADSTS50173). */
    public void revokeRefreshTokens() {
        tokens.revokeRefreshTokens();
    }

    /** Of those who sign in from now on. */
    public synchronized void use(SecondFactor factor) {
        secondFactor = factor;
    }

    /** Those who sign in from now on belong to this tenant. */
    public synchronized void comeFrom(UUID tenant) {
        home = tenant;
    }

    void addTo(Router router) {
        router.get("/login/:tenant/oauth2/authorize").handler(context -> ask(context, TokenEndpoint.Version.V1));
        router.get("/login/:tenant/oauth2/v2.0/authorize").handler(context -> ask(context, TokenEndpoint.Version.V2));
        router.get(CONSENT).handler(this::decide);
    }

    private void ask(RoutingContext context, TokenEndpoint.Version version) {
        Optional<String> mistake = mistake(context, version);
        if (mistake.isPresent()) {
            page(
                    context,
                    400,
                    "<h1>Sorry, but we are having trouble signing you in.</h1><p>" + escaped(mistake.get()) + "</p>");
            return;
        }
        String fields = context.queryParams().entries().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escaped(field.getKey()), escaped(field.getValue())))
                .collect(Collectors.joining());
        page(context, 200, """
                <h1>Permissions requested</h1>
                <p>The application %s would like to act in Partner Center as you.</p>
                <form action="/login/%s/consent">%s
                <button name="decision" value="accept">Accept</button>
                <button name="decision" value="cancel">Cancel</button></form>
                """.formatted(settings.clientId(), settings.tenantId(), fields));
    }

    private Optional<String> mistake(RoutingContext context, TokenEndpoint.Version version) {
        if (!settings.tenantId().toString().equalsIgnoreCase(context.pathParam("tenant"))) {
            return Optional.of("AADSTS90002: Tenant not found.");
        }
        if (!settings.clientId().toString().equalsIgnoreCase(query(context, "client_id"))) {
            return Optional.of("AADSTS700016: The application is not known in this tenant.");
        }
        if (!isRegistered(query(context, "redirect_uri"))) {
            return Optional.of("AADSTS50011: The redirect address does not match those of the application.");
        }
        boolean named = switch (version) {
            case V1 -> !query(context, "resource").isEmpty();
            case V2 -> query(context, "scope").contains("/.default");
        };
        if (!named || !query(context, "response_type").equals("code")) {
            return Optional.of("AADSTS900144: The request lacks a parameter.");
        }
        return query(context, "code_challenge_method").equals("S256")
                ? Optional.empty()
                : Optional.of("AADSTS50147: The code challenge is missing.");
    }

    private static boolean isRegistered(String redirect) {
        try {
            URI address = new URI(redirect);
            return "http".equals(address.getScheme())
                    && "localhost".equals(address.getHost())
                    && address.getRawPath().isEmpty()
                    && address.getRawQuery() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private void decide(RoutingContext context) {
        String redirect = query(context, "redirect_uri");
        if (!isRegistered(redirect)) {
            page(context, 400, "<p>AADSTS50011: The redirect address does not match those of the application.</p>");
            return;
        }
        Map<String, String> answer = new LinkedHashMap<>();
        if (query(context, "decision").equals("accept")) {
            answer.put("code", code(context, redirect));
        } else {
            answer.put("error", "access_denied");
            answer.put(
                    "error_description",
                    "AADSTS65004: User declined to consent to access the app.\r\nTrace ID: " + UUID.randomUUID());
        }
        answer.put("state", query(context, "state"));
        String query = answer.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        context.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, redirect + "/?" + query)
                .end();
    }

    private synchronized String code(RoutingContext context, String redirect) {
        String code = "0.A" + tokens.randomText();
        String scope = query(context, "scope");
        boolean refreshable = !query(context, "resource").isEmpty() || scope.contains("offline_access");
        codes.put(code, new Consent(redirect, query(context, "code_challenge"), query(context, "nonce"), refreshable));
        return code;
    }

    /** Uses a code, which can be done once, whatever comes of it. */
    synchronized Redeemed redeem(String code, String verifier, String redirect) {
        Consent consent = codes.remove(code);
        if (consent == null) {
            return new Redeemed.UnknownCode();
        }
        if (!consent.redirect().equals(redirect)) {
            return new Redeemed.OtherRedirect();
        }
        return challenge(verifier).equals(consent.challenge())
                ? new Redeemed.Good(idToken(consent.nonce()), consent.refreshable())
                : new Redeemed.WrongVerifier();
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String idToken(String nonce) {
        ObjectNode claims = WireJson.object()
                .put("iss", "https://login.microsoftonline.com/" + home + "/v2.0")
                .put("aud", settings.clientId().toString())
                .put("tid", home.toString())
                .put("oid", "9e2d5b46-c7f1-4038-b6aa-1d84f03e75c9")
                .put("sub", "made-up-subject")
                .put("nonce", nonce)
                .put("name", "Budget Sync")
                .put("preferred_username", "budget-sync@nordstern-csp.example");
        switch (secondFactor) {
            case USED -> claims.putArray("amr").add("pwd").add("mfa");
            case NOT_USED -> claims.putArray("amr").add("pwd");
            case NOT_TOLD -> claims.remove("amr");
        }
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.toString().getBytes(StandardCharsets.UTF_8)) + ".made-up-signature";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String query(RoutingContext context, String name) {
        return Optional.ofNullable(context.queryParams().get(name)).orElse("");
    }

    private static void page(RoutingContext context, int status, String body) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .end("<!doctype html><html lang=\"en\"><title>Simulated sign-in</title>" + body + "</html>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
