package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.RefreshTokens.SecondFactor;
import dev.purser.domain.portfolio.People.Identity;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON Web Token of Microsoft's says, as far as it matters here.
 *
 * @param amr how the person signed in; newer id tokens do not say
 * @param tid the tenant
 * @param oid the person within the tenant, the same for every application
 * @param upn the sign-in name in older tokens
 */
record ClaimsJson(
        @Nullable String iss,
        @Nullable String sub,
        @Nullable String aud,
        @Nullable String tid,
        @Nullable String oid,
        @Nullable String nonce,
        @Nullable String name,
        @Nullable String preferred_username,
        @Nullable String upn,
        @Nullable List<String> amr) {

    private static final int PARTS = 3;

    /** Empty where a token is not one that can be read, as access tokens need not be. */
    static Optional<ClaimsJson> in(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Buffer.buffer(Base64.getUrlDecoder().decode(parts[1])), ClaimsJson.class));
        } catch (IllegalArgumentException | UnreadableAnswer _) {
            return Optional.empty();
        }
    }

    /** Empty where the token does not say how the person signed in. */
    Optional<SecondFactor> factor() {
        return Optional.ofNullable(amr).map(ways -> ways.contains("mfa") ? SecondFactor.USED : SecondFactor.NOT_USED);
    }

    Identity identity() throws UnreadableAnswer {
        var issuer = TokenJson.text(iss);
        var subject = TokenJson.text(oid).or(() -> TokenJson.text(sub));
        if (issuer.isEmpty() || subject.isEmpty()) {
            throw new UnreadableAnswer("an id token of nobody");
        }
        var address =
                TokenJson.text(preferred_username).or(() -> TokenJson.text(upn)).orElse("");
        return new Identity(issuer.get(), subject.get(), TokenJson.text(name).orElse(address), address);
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "ClaimsJson[aud=" + aud + ", tid=" + tid + "]";
    }
}
