package dev.purser.domain.budget;

import java.math.BigDecimal;
import java.util.Currency;

/** An exact amount in its currency. It is never rounded here, and currencies are never mixed. */
public record Money(BigDecimal amount, Currency currency) {

    public Money {
        var stripped = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        var decimals = Math.max(currency.getDefaultFractionDigits(), 0);
        amount = stripped.scale() < decimals ? stripped.setScale(decimals) : stripped;
    }

    public Money minus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot take " + other.currency + " from " + currency);
        }
        return new Money(amount.subtract(other.amount), currency);
    }
}
