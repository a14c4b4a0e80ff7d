package dev.purser.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The currencies that simulated customers are billed in, with rough exchange rates for sensible sizes. */
enum BillingCurrency {
    EUR(2, "€", "1"),
    USD(2, "$", "1.10"),
    GBP(2, "£", "0.85"),
    CHF(2, "CHF", "0.95"),
    JPY(0, "¥", "160"),
    AUD(2, "A$", "1.65"),
    SGD(2, "S$", "1.45"),
    HUF(2, "Ft", "390"),
    AED(2, "د.إ", "4"),
    KWD(3, "د.ك", "0.33"),
    NOK(2, "kr", "11.50");

    private final int decimals;
    private final String symbol;
    private final BigDecimal perEuro;

    BillingCurrency(int decimals, String symbol, String perEuro) {
        this.decimals = decimals;
        this.symbol = symbol;
        this.perEuro = new BigDecimal(perEuro);
    }

    int decimals() {
        return decimals;
    }

    String symbol() {
        return symbol;
    }

    /** About the worth of an amount in euro, exact to ten decimals. */
    BigDecimal fromEuro(BigDecimal euro) {
        return euro.multiply(perEuro);
    }

    /** About the worth in US dollars, to cents. */
    BigDecimal toDollars(BigDecimal amount) {
        return amount.multiply(USD.perEuro).divide(perEuro, 2, RoundingMode.HALF_UP);
    }
}
