package dev.purser.partnercenter;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint's answer.
 *
 * @param expires_in seconds; the older endpoint writes them as text
 * @param refresh_token takes the place of the one used
 * @param id_token who signed in
 * @param scope what the newer endpoint has granted, separated by spaces
 * @param resource for what the older endpoint has granted it
 */
record TokenJson(
        @Nullable String access_token,
        @Nullable String expires_in,
        @Nullable String refresh_token,
        @Nullable String id_token,
        @Nullable String scope,
        @Nullable String resource) {

    /** How long the token lives, counted from its issue. */
    Optional<BigDecimal> seconds() {
        try {
            return text(expires_in).map(BigDecimal::new);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static Optional<String> text(@Nullable String told) {
        return Optional.ofNullable(told).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokenJson[expires_in=" + expires_in + "]";
    }
}
