package dev.purser.chaos.stage;

import java.time.Duration;

/**
 * The times on which the product's certainty rests, as its nodes are set.
 *
 * @param landing {@code Z}: how long a request that was sent may still land
 * @param staleness {@code S}: how old the budget may be that is shown
 * @param fence how long after its intent a request may leave
 */
public record Limits(Duration landing, Duration staleness, Duration fence) {

    /** From an intent to the moment when a reading decides. */
    public Duration quarantine() {
        return landing.plus(staleness).plus(fence);
    }
}
