package dev.purser.partnercenter;

import java.util.Optional;

/**
 * What became of asking the token endpoint.
 *
 * @param handed out beside the access token; empty where none was granted
 */
record TokenAnswer(TokenOutcome outcome, Optional<TokenJson> handed) {

    static TokenAnswer without(TokenOutcome outcome) {
        return new TokenAnswer(outcome, Optional.empty());
    }

    Optional<String> refreshToken() {
        return handed.flatMap(json -> TokenJson.text(json.refresh_token()));
    }
}
