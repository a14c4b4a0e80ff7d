package dev.purser.partnercenter;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint's answer.
 *
 * @param expires_in seconds; the older endpoint writes them as text
 * @param refresh_token takes the place of the one used
 */
record TokenJson(
        @Nullable String access_token,
        @Nullable String expires_in,
        @Nullable String refresh_token) {

    /** How long the token lives, counted from its issue. */
    Optional<BigDecimal> seconds() {
        try {
            return expires_in == null ? Optional.empty() : Optional.of(new BigDecimal(expires_in.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokenJson[expires_in=" + expires_in + "]";
    }
}
