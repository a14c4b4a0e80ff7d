package dev.purser.domain.change;

import java.time.Duration;

/**
 * The times on which the certainty of a verdict rests.
 *
 * @param landingWindow Z: how long a request that was sent may still land at Microsoft
 * @param readStaleness S: how old the budget may be that Microsoft shows
 * @param sendFence how long after its intent a request may leave
 */
public record Timing(Duration landingWindow, Duration readStaleness, Duration sendFence) {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(35);

    public Timing {
        for (var time : new Duration[] {landingWindow, readStaleness, sendFence}) {
            if (time.isNegative()) {
                throw new IllegalArgumentException("A time below zero: " + time);
            }
        }
        if (sendFence.isZero()) {
            throw new IllegalArgumentException("A fence of zero would never let anything be sent");
        }
    }

    /** From an intent to the moment by which its answer has come, if one comes: opening a connection takes 5 s, an answer 30 s. */
    public Duration answered() {
        return sendFence.plus(LONGEST_ANSWER);
    }

    /** From an intent without a certain answer to the moment when a reading decides and the next change may be sent. */
    public Duration quarantine() {
        return sendFence.plus(landingWindow).plus(readStaleness);
    }
}
