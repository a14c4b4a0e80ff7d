package dev.purser.web;

import io.quarkus.oidc.SecurityEvent;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * When the person signed in, which an ended session is told by. Providers that name it ({@code auth_time}) are believed. For
 * others the moment is kept in a signed cookie of its own: their tokens are made anew while a session lasts, and the time of
 * the newest one would make an ended session valid again, and each renewal look like a sign-in.
 */
@Singleton
class SignInMoment {

    private static final String COOKIE = "purser-since";

    /** Longer than any session lasts. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12})[.]([0-9a-f]{64})");

    private final byte[] key;
    private final OwnCookies cookies;
    private final InstantSource clock;

    SignInMoment(@ConfigProperty(name = "purser.sign-in-key") String key, OwnCookies cookies, InstantSource clock) {
        this.key = HexFormat.of().parseHex(key);
        this.cookies = cookies;
        this.clock = clock;
    }

    void keep(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_LOGIN
                && event.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                && named(token).isEmpty()) {
            var request = HttpSecurityUtils.getRoutingContextAttribute(event.getSecurityIdentity());
            cookies.set(COOKIE, written(token, clock.instant()), KEPT, request);
        }
    }

    /** Empty where nothing that can be believed tells it. */
    Optional<Instant> of(JsonWebToken token, RoutingContext request) {
        return named(token)
                .or(() -> Optional.ofNullable(request.request().getCookie(COOKIE))
                        .flatMap(cookie -> read(token, cookie.getValue())));
    }

    String written(JsonWebToken token, Instant at) {
        var seconds = Long.toString(at.getEpochSecond());
        return seconds + "." + HexFormat.of().formatHex(signature(token, seconds));
    }

    Optional<Instant> read(JsonWebToken token, String written) {
        var parts = WRITTEN.matcher(written);
        return parts.matches()
                        && MessageDigest.isEqual(
                                HexFormat.of().parseHex(parts.group(2)), signature(token, parts.group(1)))
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts.group(1))))
                : Optional.empty();
    }

    private static Optional<Instant> named(JsonWebToken token) {
        return Optional.ofNullable((Object) token.getClaim(Claims.auth_time))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds.toString())));
    }

    /** Of this person alone: somebody else's moment says nothing. */
    private byte[] signature(JsonWebToken token, String seconds) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var signed = token.getIssuer() + "\n" + token.getSubject() + "\n" + seconds;
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
