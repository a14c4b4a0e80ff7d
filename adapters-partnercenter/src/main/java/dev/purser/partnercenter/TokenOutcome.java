package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Duration;

/** What became of asking for a token. */
sealed interface TokenOutcome {

    record Granted(Token token) implements TokenOutcome {}

    /** The credentials are not accepted. */
    record Refused(Refusal refusal) implements TokenOutcome {}

    record Throttled(Duration pause) implements TokenOutcome {}

    /** No token was to be had; the credentials may be good. */
    record Unavailable(Trouble trouble) implements TokenOutcome {}
}
