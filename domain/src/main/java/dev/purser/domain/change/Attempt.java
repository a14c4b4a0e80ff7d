package dev.purser.domain.change;

import dev.purser.domain.budget.SpendingLimit;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One sending of a change.
 *
 * @param number from 1
 * @param readBefore the budget that Microsoft showed right before
 * @param intendedAt when the intent was recorded, by the database's clock
 * @param end what came of it; empty while no answer has been recorded
 */
public record Attempt(
        int number, UUID request, UUID correlation, SpendingLimit readBefore, Instant intendedAt, Optional<End> end) {

    /** What came of an attempt. */
    public enum End {
        /** 2xx with the budget that was sent. */
        APPLIED,
        REJECTED,
        UNAUTHORIZED,
        THROTTLED,
        /** No connection, no token, or the fence had closed. */
        NEVER_SENT,
        CREDENTIALS_REFUSED,
        /** No certain answer: it may have been applied, and it may still be. */
        LOST;

        /** Whether the attempt can have no further effect. */
        public boolean certain() {
            return this != LOST;
        }
    }

    public boolean certain() {
        return end.map(End::certain).orElse(false);
    }
}
