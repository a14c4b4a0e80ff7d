package dev.purser.simulator;

import java.math.BigDecimal;

/** How many decimals a customer's budget is answered with; none of them changes the value. */
public enum AmountStyle {
    /** As it was set: {@code 8250.50}. */
    AS_SET(0),
    /** At least one decimal: {@code 7500.0}. */
    ONE_DECIMAL(1),
    /** At least six: {@code 7500.000000}. */
    SIX_DECIMALS(6);

    private final int leastDecimals;

    AmountStyle(int leastDecimals) {
        this.leastDecimals = leastDecimals;
    }

    BigDecimal dress(BigDecimal amount) {
        return amount.setScale(Math.max(amount.scale(), leastDecimals));
    }
}
