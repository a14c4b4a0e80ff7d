package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.RefreshTokens.SecondFactor;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.portfolio.People.Identity;
import dev.purser.partnercenter.HttpOutcome.Answered;
import dev.purser.partnercenter.HttpOutcome.HeldBack;
import dev.purser.partnercenter.HttpOutcome.NoAnswer;
import dev.purser.partnercenter.HttpOutcome.NotSent;
import dev.purser.partnercenter.TokenOutcome.Granted;
import dev.purser.partnercenter.TokenOutcome.Refused;
import dev.purser.partnercenter.TokenOutcome.Throttled;
import dev.purser.partnercenter.TokenOutcome.Unavailable;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One person's consent that an account calls Partner Center with their rights: authorization code with PKCE (RFC 6749
 * section 4.1, RFC 7636) and OpenID Connect. Serves one attempt; blocks the calling thread as all calls do.
 */
public final class Consent {

    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST_WORDS = 256;
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private final PartnerCenterAccount account;
    private final TokenEndpoint endpoint;
    private final HttpCalls calls;
    private final URI redirect;
    private final String state = random();
    private final String nonce = random();
    private final String verifier = random();

    Consent(PartnerCenterAccount account, TokenEndpoint endpoint, HttpCalls calls, URI redirect) {
        this.account = account;
        this.endpoint = endpoint;
        this.calls = calls;
        this.redirect = redirect;
    }

    private static String random() {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * A refresh token for Partner Center.
         *
         * @param who signed in
         */
        record Given(String refreshToken, Identity who, SecondFactor factor) implements Outcome {

            /** Without the secret and the name. */
            @Override
            public String toString() {
                return "Given[factor=" + factor + "]";
            }
        }

        /** The answer belongs to another attempt, or was made up: nothing was done with it. */
        record NotOurs() implements Outcome {}

        /**
         * Microsoft, or the person, did not consent.
         *
         * @param code the error, such as {@code access_denied}
         * @param words Microsoft's; empty text if there are none
         */
        record Declined(String code, String words) implements Outcome {}

        /** Microsoft does not take the code or the application's secret. */
        record CodeRefused(Refusal refusal) implements Outcome {}

        /** Microsoft asks to wait. */
        record ToWait(Duration pause) implements Outcome {}

        /** The token endpoint cannot be reached, or gave an answer that cannot be used. */
        record NoTokens(Trouble trouble) implements Outcome {}

        /** The person signed in to another tenant. */
        record OtherTenant(String tenant) implements Outcome {}

        /** There is an access token, but no refresh token. */
        record NoRefreshToken() implements Outcome {}

        /** The tokens are for another service. */
        record OtherAudience(String audience) implements Outcome {}
    }

    /** What is consented to with the newer endpoint: the same rights as later, for good, and who consents. */
    static String scope(Cloud cloud) {
        return cloud.audience() + "/.default offline_access openid profile";
    }

    /** The page at Microsoft on which the person consents. */
    public URI address() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", account.clientId());
        query.put("response_type", "code");
        query.put("redirect_uri", redirect.toString());
        query.put("response_mode", "query");
        switch (account.tokenVersion()) {
            case V2 -> query.put("scope", scope(account.cloud()));
            case V1 -> {
                query.put("resource", account.cloud().audience());
                query.put("scope", "openid");
            }
        }
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", challenge());
        query.put("code_challenge_method", "S256");
        // Whoever administers Purser is seldom who should read customers' spend for it.
        query.put("prompt", "select_account");
        var path = switch (account.tokenVersion()) {
            case V2 -> "/oauth2/v2.0/authorize?";
            case V1 -> "/oauth2/authorize?";
        };
        return URI.create(tenantAddress() + path + TokenEndpoint.encoded(query));
    }

    private String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private String tenantAddress() {
        var base = account.authority().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/" + account.tenant();
    }

    /**
     * Goes on with what came back in the redirect.
     *
     * @param query the parameters of the redirect's address, decoded
     */
    public Outcome complete(Map<String, String> query) {
        if (!same(query.getOrDefault("state", ""), state)) {
            return new Outcome.NotOurs();
        }
        var error = query.getOrDefault("error", "");
        if (!error.isEmpty()) {
            return new Outcome.Declined(
                    Fault.oneLine(error, LONGEST_WORDS),
                    FaultJson.firstLine(query.get("error_description"))
                            .map(words -> Fault.oneLine(words, LONGEST_WORDS))
                            .orElse(""));
        }
        var answer = endpoint.ask(
                new Grant.AuthorizationCode(query.getOrDefault("code", ""), verifier, redirect), UUID.randomUUID());
        return switch (answer.outcome()) {
            case Granted(var token) -> given(token, answer.handed().orElseThrow());
            case Refused(var refusal) -> new Outcome.CodeRefused(refusal);
            case Throttled(var pause) -> new Outcome.ToWait(pause);
            case Unavailable(var trouble) -> new Outcome.NoTokens(trouble);
        };
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** The tokens came straight from Microsoft over TLS, so that their signatures need not be checked (OIDC 3.1.3.7). */
    private Outcome given(Token token, TokenJson handed) {
        try {
            var access = ClaimsJson.in(token.secret());
            var id = TokenJson.text(handed.id_token())
                    .flatMap(ClaimsJson::in)
                    .orElseThrow(() -> new UnreadableAnswer("no id token"));
            if (id.nonce() != null && !same(id.nonce(), nonce)) {
                throw new UnreadableAnswer("the id token of another sign-in");
            }
            var otherTenant = otherTenant(id);
            if (otherTenant.isPresent()) {
                return otherTenant.get();
            }
            var audience = otherAudience(access, handed);
            if (audience.isPresent()) {
                return new Outcome.OtherAudience(audience.get());
            }
            var who = id.identity();
            return TokenJson.text(handed.refresh_token())
                    .<Outcome>map(refresh -> new Outcome.Given(refresh, who, factor(access, id)))
                    .orElseGet(Outcome.NoRefreshToken::new);
        } catch (UnreadableAnswer unreadable) {
            return new Outcome.NoTokens(unreadable.trouble());
        }
    }

    private static SecondFactor factor(Optional<ClaimsJson> access, ClaimsJson id) {
        return access.flatMap(ClaimsJson::factor).or(id::factor).orElse(SecondFactor.NOT_TOLD);
    }

    /** Empty if the person signed in to the account's tenant. */
    private Optional<Outcome> otherTenant(ClaimsJson id) throws UnreadableAnswer {
        var signedInTo = TokenJson.text(id.tid()).orElseThrow(() -> new UnreadableAnswer("an id token of no tenant"));
        if (ID.matcher(account.tenant()).matches()) {
            return signedInTo.equalsIgnoreCase(account.tenant())
                    ? Optional.empty()
                    : Optional.of(new Outcome.OtherTenant(Fault.oneLine(signedInTo, LONGEST_WORDS)));
        }
        return switch (calls.make(discovery())) {
            case Answered answer
            when answer.succeeded() -> {
                var issuer = Optional.ofNullable(
                                Json.read(answer.body(), DiscoveryJson.class).issuer())
                        .orElse("");
                var found = ID.matcher(issuer);
                yield found.find() && found.group().equalsIgnoreCase(signedInTo)
                        ? Optional.empty()
                        : Optional.of(new Outcome.OtherTenant(Fault.oneLine(signedInTo, LONGEST_WORDS)));
            }
            case Answered answer ->
                Optional.of(new Outcome.NoTokens(Fault.of(answer).trouble()));
            case NotSent(var trouble) -> Optional.of(new Outcome.NoTokens(trouble));
            case NoAnswer(var trouble) -> Optional.of(new Outcome.NoTokens(trouble));
            case HeldBack _ -> throw new IllegalStateException("A question has no fence");
        };
    }

    /** Which tenant a domain belongs to stands in the issuer's name. */
    private HttpCall discovery() {
        return new HttpCall(
                HttpMethod.GET,
                URI.create(tenantAddress() + "/v2.0/.well-known/openid-configuration"),
                Map.of("Accept", "application/json"),
                Optional.empty(),
                HttpCall.ONE_RESOURCE);
    }

    /** Empty if the tokens are for Partner Center, or if nothing tells for what they are. */
    private Optional<String> otherAudience(Optional<ClaimsJson> access, TokenJson handed) {
        var audience = account.cloud().audience();
        var named = access.flatMap(claims -> TokenJson.text(claims.aud()))
                .or(() -> TokenJson.text(handed.resource()))
                .or(() -> TokenJson.text(handed.scope())
                        .map(scope -> Arrays.stream(scope.split(" "))
                                .filter(one -> one.startsWith(audience + "/"))
                                .findFirst()
                                .map(_ -> audience)
                                .orElse(scope)));
        return named.filter(other -> !other.equals(audience) && !other.equals(audience + "/"))
                .map(other -> Fault.oneLine(other, LONGEST_WORDS));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Consent[account=" + account.name() + "]";
    }
}
