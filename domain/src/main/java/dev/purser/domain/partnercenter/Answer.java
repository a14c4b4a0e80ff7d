package dev.purser.domain.partnercenter;

import dev.purser.domain.budget.SpendingLimit;
import java.time.Duration;
import java.util.UUID;

/** What became of one attempt to send a budget, as far as this attempt alone can tell. */
public sealed interface Answer {

    /** 2xx, with the budget that Microsoft shows in the answer. Whether it is the one sent is for the caller to compare. */
    record Shown(SpendingLimit limit, int status, UUID correlation) implements Answer {}

    /** 400, 403, 404: this attempt was certainly not applied and never will be. */
    record Rejected(Refusal refusal) implements Answer {}

    /** 401: not applied. The token has been discarded; another attempt will use a new one. */
    record Unauthorized(Refusal refusal) implements Answer {}

    /** 429: not applied. */
    record Throttled(Duration pause, UUID correlation) implements Answer {}

    /** No connection could be opened, or no token was to be had: nothing was sent. */
    record NeverSent(Trouble trouble) implements Answer {}

    /** The token endpoint refused the account's credentials: nothing was sent. */
    record CredentialsRefused(Refusal refusal) implements Answer {}

    /** The fence had closed when the connection was open: nothing was sent. */
    record TooLate() implements Answer {}

    /** Anything less certain: a time-out, a broken connection, 408, 409, any 5xx, an answer that cannot be read. */
    record Lost(Trouble trouble, UUID correlation) implements Answer {}
}
