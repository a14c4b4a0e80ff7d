package dev.purser.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of a budget that took effect. Setting the amount that was there already is one too.
 *
 * @param before empty when no budget was set
 * @param after empty when it was removed
 * @param requestId the caller's {@code MS-RequestId}, or one of the simulator's own if there was none
 * @param correlationId likewise {@code MS-CorrelationId}
 */
public record Applied(
        UUID customer,
        Optional<BigDecimal> before,
        Optional<BigDecimal> after,
        String requestId,
        String correlationId,
        Instant at,
        Origin origin) {}
