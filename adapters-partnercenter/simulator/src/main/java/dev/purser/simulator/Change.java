package dev.purser.simulator;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of a budget that takes effect.
 *
 * @param exchange number of the request that asks for it; empty for an outside change
 */
record Change(
        UUID customer,
        Optional<BigDecimal> before,
        Optional<BigDecimal> after,
        CallIds ids,
        Origin origin,
        Optional<Long> exchange) {}
