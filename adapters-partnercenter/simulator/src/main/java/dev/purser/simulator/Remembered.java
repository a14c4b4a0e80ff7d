package dev.purser.simulator;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** A change that outlives the simulator it was made in. */
sealed interface Remembered {

    UUID customer();

    /**
     * A budget took effect.
     *
     * @param amount empty when the budget was removed
     */
    record Budget(UUID customer, Optional<BigDecimal> amount, Origin origin) implements Remembered {
        public Budget {
            if (!amount.map(World::canBeBudget).orElse(true)) {
                throw new IllegalArgumentException("no budget can be " + amount.get());
            }
        }
    }

    record RelationshipEnded(UUID customer) implements Remembered {}

    record RelationshipResumed(UUID customer) implements Remembered {}
}
