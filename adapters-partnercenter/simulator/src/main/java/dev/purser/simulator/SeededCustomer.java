package dev.purser.simulator;

import java.math.BigDecimal;
import java.util.Optional;

/** A customer as the world begins, with the budget it starts out with. */
record SeededCustomer(SimulatedCustomer customer, Optional<BigDecimal> budget) {}
