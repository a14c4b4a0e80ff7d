package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Trouble;
import dev.purser.partnercenter.HttpOutcome.Answered;
import dev.purser.partnercenter.HttpOutcome.HeldBack;
import dev.purser.partnercenter.HttpOutcome.NoAnswer;
import dev.purser.partnercenter.HttpOutcome.NotSent;
import dev.purser.partnercenter.TokenOutcome.Granted;
import dev.purser.partnercenter.TokenOutcome.Refused;
import dev.purser.partnercenter.TokenOutcome.Throttled;
import dev.purser.partnercenter.TokenOutcome.Unavailable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Asks Microsoft's token endpoint for one account. */
final class TokenEndpoint {

    /** A call made with a token just before it is stale still arrives long before it expires. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    /** Longer lives than this are not relied upon; Microsoft's longest are about a day. */
    private static final BigDecimal LONGEST_LIFE =
            BigDecimal.valueOf(Duration.ofDays(2).toSeconds());

    /** OAuth errors that say nothing about the credentials. */
    private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error");

    private final PartnerCenterAccount account;
    private final HttpCalls calls;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Pauses pauses;

    TokenEndpoint(
            PartnerCenterAccount account, HttpCalls calls, InstantSource clock, LongSupplier nanos, Pauses pauses) {
        this.account = account;
        this.calls = calls;
        this.clock = clock;
        this.nanos = nanos;
        this.pauses = pauses;
    }

    /** @param correlation told in a refusal to which the endpoint gave no id of its own */
    TokenAnswer ask(Grant grant, UUID correlation) {
        var headers = Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded");
        var call = new HttpCall(
                HttpMethod.POST, address(), headers, Optional.of(Buffer.buffer(form(grant))), HttpCall.ONE_RESOURCE);
        return switch (calls.make(call)) {
            case Answered answer -> read(answer, correlation);
            case NotSent(var trouble) -> unavailable(trouble);
            case NoAnswer(var trouble) -> unavailable(trouble);
            case HeldBack _ -> throw new IllegalStateException("A request for a token has no fence");
        };
    }

    private URI address() {
        var base = account.authority().toString();
        var path = switch (account.tokenVersion()) {
            case V2 -> "/oauth2/v2.0/token";
            case V1 -> "/oauth2/token";
        };
        return URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/" + account.tenant() + path);
    }

    private String form(Grant grant) {
        Map<String, String> fields = new LinkedHashMap<>();
        switch (grant) {
            case Grant.ClientCredentials _ -> fields.put("grant_type", "client_credentials");
            case Grant.RefreshToken(var token) -> {
                fields.put("grant_type", "refresh_token");
                fields.put("refresh_token", token);
            }
            case Grant.AuthorizationCode(var code, var verifier, var redirect) -> {
                fields.put("grant_type", "authorization_code");
                fields.put("code", code);
                fields.put("code_verifier", verifier);
                fields.put("redirect_uri", redirect.toString());
            }
        }
        fields.put("client_id", account.clientId());
        fields.put("client_secret", account.clientSecret());
        switch (account.tokenVersion()) {
            case V2 -> fields.put("scope", scope(grant));
            case V1 -> {
                fields.put("resource", account.cloud().audience());
                if (!(grant instanceof Grant.ClientCredentials)) {
                    fields.put("scope", "openid");
                }
            }
        }
        return encoded(fields);
    }

    private String scope(Grant grant) {
        return switch (grant) {
            case Grant.ClientCredentials _, Grant.RefreshToken _ ->
                account.cloud().audience() + "/.default";
            case Grant.AuthorizationCode _ -> Consent.scope(account.cloud());
        };
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private TokenAnswer read(Answered answer, UUID correlation) {
        if (answer.succeeded()) {
            return granted(answer);
        }
        if (answer.status() == 429) {
            return TokenAnswer.without(new Throttled(pauses.askedFor(answer)));
        }
        var fault = Fault.of(answer);
        var refusal = answer.status() >= 400 && answer.status() < 500;
        var named = fault.code().filter(code -> !PASSING.contains(code)).isPresent();
        var aboutCredentials = answer.status() == 401 || (refusal && named);
        return aboutCredentials
                ? TokenAnswer.without(new Refused(fault.refusal(correlation)))
                : unavailable(fault.trouble());
    }

    private TokenAnswer granted(Answered answer) {
        try {
            var json = Json.read(answer.body(), TokenJson.class);
            var secret = json.access_token();
            var seconds = json.seconds().filter(life -> life.signum() > 0);
            if (secret == null || !ApiHeaders.mayCarry(secret) || seconds.isEmpty()) {
                throw new UnreadableAnswer("no token with a time to live");
            }
            var life = Duration.ofSeconds(seconds.get().min(LONGEST_LIFE).longValue());
            var token = new Token(secret, TokenLife.begin(clock, nanos, life.minus(margin(life))));
            return new TokenAnswer(new Granted(token), Optional.of(json));
        } catch (UnreadableAnswer unreadable) {
            return unavailable(unreadable.trouble());
        }
    }

    /** Short-lived tokens, which policies can ask for, are used for half of their life. */
    private static Duration margin(Duration life) {
        var half = life.dividedBy(2);
        return half.compareTo(MARGIN) < 0 ? half : MARGIN;
    }

    private static TokenAnswer unavailable(Trouble trouble) {
        return TokenAnswer.without(new Unavailable(new Trouble(trouble.kind(), "token: " + trouble.detail())));
    }
}
