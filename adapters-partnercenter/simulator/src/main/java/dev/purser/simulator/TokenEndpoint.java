package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The authority's token address in its two versions: {@code scope} and numbers, {@code resource} and strings. */
final class TokenEndpoint {

    private static final String PARTNER_CENTER = "https://api.partnercenter.microsoft.com";
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /** Of the token address. */
    enum Version {
        V1,
        V2
    }

    private final SimulatorSettings settings;
    private final Tokens tokens;
    private final SignIn signIn;
    private final Supplier<URI> ownAddress;

    /** @param ownAddress accepted as an audience beside Microsoft's */
    TokenEndpoint(SimulatorSettings settings, Tokens tokens, SignIn signIn, Supplier<URI> ownAddress) {
        this.settings = settings;
        this.tokens = tokens;
        this.signIn = signIn;
        this.ownAddress = ownAddress;
    }

    Reply issue(Version version, String tenant, Map<String, String> form) {
        if (!tenant.equalsIgnoreCase(settings.tenantId().toString())) {
            return refused(401, "invalid_client", 90002, "Tenant '" + tenant + "' was not found.");
        }
        if (!form.getOrDefault("client_id", "")
                .equalsIgnoreCase(settings.clientId().toString())) {
            return refused(401, "invalid_client", 700016, "The application is not known in this tenant.");
        }
        if (!Tokens.same(form.getOrDefault("client_secret", ""), settings.clientSecret())) {
            return refused(401, "invalid_client", 7000215, "The client secret is not the right one.");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> appOnly(version, form);
            case "refresh_token" -> refreshed(version, form);
            case "authorization_code" -> consented(version, form);
            default ->
                refused(400, "unsupported_grant_type", 70003, "The grant type is not one of the three known here.");
        };
    }

    private Reply appOnly(Version version, Map<String, String> form) {
        return switch (version) {
            case V1 -> {
                Optional<Tokens.Audience> audience = resource(form);
                yield audience.isEmpty() ? noAudience(version) : Reply.ok(v1(form, Caller.APP_ONLY, audience.get()));
            }
            case V2 -> {
                String scope = form.getOrDefault("scope", "");
                yield scope.endsWith("/.default") && !scope.contains(" ")
                        ? Reply.ok(v2(Caller.APP_ONLY, audienceOf(scope)))
                        : refused(400, "invalid_scope", 1002012, "The scope must be {audience}/.default.");
            }
        };
    }

    private Reply refreshed(Version version, Map<String, String> form) {
        if (!namesAudience(version, form)) {
            return noAudience(version);
        }
        return switch (tokens.redeem(form.getOrDefault("refresh_token", ""))) {
            case GOOD -> Reply.ok(appAndUser(version, form).put("refresh_token", tokens.nextRefreshToken()));
            case NOT_ISSUED_HERE -> refused(400, "invalid_grant", 9002313, "The refresh token is not valid.");
            case SPENT -> refused(400, "invalid_grant", 70000, "The refresh token was used before.");
            case REVOKED -> refused(400, "invalid_grant", 50173, "The grant was revoked: a new sign-in is needed.");
        };
    }

    private Reply consented(Version version, Map<String, String> form) {
        if (!namesAudience(version, form)) {
            return noAudience(version);
        }
        return switch (signIn.redeem(
                form.getOrDefault("code", ""),
                form.getOrDefault("code_verifier", ""),
                form.getOrDefault("redirect_uri", ""))) {
            case SignIn.Redeemed.Good(String idToken, boolean refreshable) -> {
                ObjectNode answer = appAndUser(version, form).put("id_token", idToken);
                yield Reply.ok(refreshable ? answer.put("refresh_token", tokens.nextRefreshToken()) : answer);
            }
            case SignIn.Redeemed.UnknownCode _ ->
                refused(400, "invalid_grant", 54005, "The code is not known, or was used before.");
            case SignIn.Redeemed.OtherRedirect _ ->
                refused(400, "invalid_grant", 500112, "The redirect address is not the one that the code was sent to.");
            case SignIn.Redeemed.WrongVerifier _ ->
                refused(400, "invalid_grant", 501481, "The code verifier does not fit the code challenge.");
        };
    }

    private boolean namesAudience(Version version, Map<String, String> form) {
        return switch (version) {
            case V1 -> resource(form).isPresent();
            case V2 -> audienceScope(form.getOrDefault("scope", "")).isPresent();
        };
    }

    private ObjectNode appAndUser(Version version, Map<String, String> form) {
        return switch (version) {
            case V1 ->
                v1(form, Caller.APP_AND_USER, resource(form).orElseThrow()).put("scope", "user_impersonation");
            case V2 -> {
                String scope = audienceScope(form.getOrDefault("scope", "")).orElseThrow();
                yield v2(Caller.APP_AND_USER, audienceOf(scope)).put("scope", scope);
            }
        };
    }

    private ObjectNode v1(Map<String, String> form, Caller caller, Tokens.Audience audience) {
        Instant now = settings.clock().instant();
        String seconds = Long.toString(settings.tokenLifetime().toSeconds());
        return WireJson.object()
                .put("token_type", "Bearer")
                .put("expires_in", seconds)
                .put("ext_expires_in", seconds)
                .put(
                        "expires_on",
                        Long.toString(now.plus(settings.tokenLifetime()).getEpochSecond()))
                .put("not_before", Long.toString(now.getEpochSecond()))
                .put("resource", form.getOrDefault("resource", ""))
                .put("access_token", tokens.issue(caller, audience));
    }

    private ObjectNode v2(Caller caller, Tokens.Audience audience) {
        return WireJson.object()
                .put("token_type", "Bearer")
                .put("expires_in", settings.tokenLifetime().toSeconds())
                .put("ext_expires_in", settings.tokenLifetime().toSeconds())
                .put("access_token", tokens.issue(caller, audience));
    }

    private Optional<Tokens.Audience> resource(Map<String, String> form) {
        String resource = form.getOrDefault("resource", "");
        return resource.isBlank() ? Optional.empty() : Optional.of(audience(resource));
    }

    /** The scope that names an audience, among such as {@code openid} and {@code offline_access}. */
    private static Optional<String> audienceScope(String scopes) {
        return Arrays.stream(scopes.split(" ", -1))
                .filter(scope -> scope.endsWith("/.default") || scope.endsWith("/user_impersonation"))
                .findFirst();
    }

    private Tokens.Audience audienceOf(String scope) {
        return audience(scope.substring(0, scope.lastIndexOf('/')));
    }

    private Tokens.Audience audience(String named) {
        String bare = named.endsWith("/") ? named.substring(0, named.length() - 1) : named;
        return bare.equals(PARTNER_CENTER) || bare.equals(ownAddress.get().toString())
                ? Tokens.Audience.PARTNER_CENTER
                : Tokens.Audience.ANOTHER;
    }

    private Reply noAudience(Version version) {
        return switch (version) {
            case V1 -> refused(400, "invalid_resource", 500011, "The parameter 'resource' is missing.");
            case V2 -> refused(400, "invalid_scope", 70011, "The parameter 'scope' names no audience.");
        };
    }

    private Reply refused(int status, String error, int code, String description) {
        String now = TIMESTAMP.format(settings.clock().instant());
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        ObjectNode body = WireJson.object()
                .put("error", error)
                .put(
                        "error_description",
                        String.join(
                                "\r\n",
                                List.of(
                                        "AADSTS" + code + ": " + description,
                                        "Trace ID: " + trace,
                                        "Correlation ID: " + correlation,
                                        "Timestamp: " + now)));
        body.putArray("error_codes").add(code);
        body.put("timestamp", now).put("trace_id", trace).put("correlation_id", correlation);
        return Reply.json(status, body);
    }
}
