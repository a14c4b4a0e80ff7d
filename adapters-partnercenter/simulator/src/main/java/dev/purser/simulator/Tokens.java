package dev.purser.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Issues opaque access tokens and knows which of them are still good; rotates refresh tokens. */
final class Tokens {

    /** What became of a token that a request carries. */
    sealed interface Verdict {
        record Good(Caller caller) implements Verdict {}

        record Expired() implements Verdict {}

        record WrongAudience() implements Verdict {}

        record NotIssuedHere() implements Verdict {}
    }

    private record AccessToken(Caller caller, Audience audience, Instant expires) {}

    /** Whether the token was asked for this API or for another one. */
    enum Audience {
        PARTNER_CENTER,
        ANOTHER
    }

    private static final String ROTATED = "1.AXoA-";

    private final SimulatorSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, AccessToken> issued = new HashMap<>();
    /** Refresh tokens that were used where each is taken once. */
    private final Set<String> spent = new HashSet<>();
    /** Since the last revocation. */
    private final Set<String> handedOut = new HashSet<>();

    private SignIn.Rotation rotation = SignIn.Rotation.EARLIER_ONES_STAY_VALID;
    private boolean revoked;

    /** What became of a refresh token that somebody came with. */
    enum Redemption {
        GOOD,
        NOT_ISSUED_HERE,
        SPENT,
        REVOKED
    }

    Tokens(SimulatorSettings settings) {
        this.settings = settings;
    }

    synchronized String issue(Caller caller, Audience audience) {
        String token = "opaque." + randomText();
        issued.put(
                token,
                new AccessToken(caller, audience, settings.clock().instant().plus(settings.tokenLifetime())));
        return token;
    }

    synchronized Verdict judge(String token) {
        return Optional.ofNullable(issued.get(token)).map(this::judge).orElseGet(Verdict.NotIssuedHere::new);
    }

    private Verdict judge(AccessToken token) {
        if (!settings.clock().instant().isBefore(token.expires())) {
            return new Verdict.Expired();
        }
        return switch (token.audience()) {
            case PARTNER_CENTER -> new Verdict.Good(token.caller());
            case ANOTHER -> new Verdict.WrongAudience();
        };
    }

    /** Every access token handed out so far has expired from now on. */
    synchronized void expireAll() {
        issued.replaceAll((_, token) -> new AccessToken(token.caller(), token.audience(), Instant.MIN));
    }

    /** A new refresh token. */
    synchronized String nextRefreshToken() {
        String nonce = randomText();
        String token = ROTATED + nonce + "." + seal(nonce);
        handedOut.add(token);
        return token;
    }

    synchronized void rotate(SignIn.Rotation how) {
        rotation = how;
    }

    /** Every refresh token handed out so far, the first one included, is refused from now on. */
    synchronized void revokeRefreshTokens() {
        handedOut.clear();
        revoked = true;
    }

    /** Uses a refresh token, which may have been the only time that it can be used. */
    synchronized Redemption redeem(String refreshToken) {
        if (!accepts(refreshToken)) {
            return Redemption.NOT_ISSUED_HERE;
        }
        if (revoked && !handedOut.contains(refreshToken)) {
            return Redemption.REVOKED;
        }
        return switch (rotation) {
            case EARLIER_ONES_STAY_VALID -> Redemption.GOOD;
            case EACH_IS_TAKEN_ONCE -> spent.add(refreshToken) ? Redemption.GOOD : Redemption.SPENT;
        };
    }

    /**
     * The first refresh token of the settings, or one that was rotated to. Those carry their own seal, so that a client
     * that stored one can go on after the simulator was started anew.
     */
    private boolean accepts(String refreshToken) {
        if (same(refreshToken, settings.refreshToken())) {
            return true;
        }
        int dot = refreshToken.lastIndexOf('.');
        if (!refreshToken.startsWith(ROTATED) || dot < ROTATED.length()) {
            return false;
        }
        String nonce = refreshToken.substring(ROTATED.length(), dot);
        return same(refreshToken.substring(dot + 1), seal(nonce));
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String seal(String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            String key = settings.clientSecret() + settings.refreshToken();
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    String randomText() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
