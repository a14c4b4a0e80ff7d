package dev.purser.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of a budget that took effect. Setting the amount that was there already is one too.
 *
 * @param number counts the changes of one simulator from 1, in the order in which they took effect
 * @param before empty when no budget was set
 * @param after empty when it was removed
 * @param requestId the caller's {@code MS-RequestId}, or one of the simulator's own if there was none
 * @param correlationId likewise {@code MS-CorrelationId}
 * @param visibleFrom when readers see it; later than {@code at} only with stale reads
 * @param exchange number of the request that it was asked for in; empty for an outside change
 */
public record Applied(
        long number,
        UUID customer,
        Optional<BigDecimal> before,
        Optional<BigDecimal> after,
        String requestId,
        String correlationId,
        Instant at,
        Instant visibleFrom,
        Origin origin,
        Optional<Long> exchange) {}
