package dev.purser.simulator;

import java.math.BigDecimal;

/** What a customer spent on Azure in the current period. */
public sealed interface Spend {

    /**
     * Usage exists, though its cost may be 0.
     *
     * @param totalCost in the customer's currency, before tax, with as many as 20 decimals
     * @param usdTotalCost the same in US dollars
     * @param daysLate whole days that the figures are older than the usual one
     */
    record Spent(BigDecimal totalCost, BigDecimal usdTotalCost, int daysLate) implements Spend {
        public Spent {
            if (totalCost.signum() < 0 || usdTotalCost.signum() < 0) {
                throw new IllegalArgumentException("spend below zero: " + totalCost);
            }
            if (daysLate < 0) {
                throw new IllegalArgumentException("figures from the future: " + daysLate);
            }
        }
    }

    /** No Azure usage: the usage summary answers 400 with code 3000, the usage records leave the customer out. */
    record NoUsage() implements Spend {}

    /** No Azure usage: the usage summary answers 400 with code 3000, yet the usage records list the customer with 0. */
    record NoUsageListedAsZero() implements Spend {}
}
