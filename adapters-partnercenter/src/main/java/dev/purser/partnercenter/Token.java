package dev.purser.partnercenter;

import java.time.Instant;

/**
 * An access token.
 *
 * @param staleAt from when on it is not used any more; some time before it expires
 */
record Token(String secret, Instant staleAt) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Token[staleAt=" + staleAt + "]";
    }
}
