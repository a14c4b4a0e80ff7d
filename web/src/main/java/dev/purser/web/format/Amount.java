package dev.purser.web.format;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * An amount as pages show it.
 *
 * @param value with exactly the decimals that are shown
 * @param currency empty where nobody has told it, which is then said
 */
public record Amount(BigDecimal value, Optional<Currency> currency) {

    /** Exact, with at least the decimals of its currency. A budget is never rounded, not even to be read. */
    public static Amount exact(BigDecimal value, Optional<Currency> currency) {
        var stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return new Amount(stripped.setScale(Math.max(stripped.scale(), decimals(currency))), currency);
    }

    /** To the decimals of its currency: spend is an estimate that carries up to 23 digits. */
    public static Amount rounded(Money money) {
        var currency = Optional.of(money.currency());
        return new Amount(money.amount().setScale(decimals(currency), RoundingMode.HALF_UP), currency);
    }

    /** Empty where the limit is not set. */
    public static Optional<Amount> of(SpendingLimit limit, BillingCurrency currency) {
        return switch (limit) {
            case SpendingLimit.NotSet notSet -> Optional.empty();
            case SpendingLimit.Limit(var amount) -> Optional.of(exact(amount, currency.known()));
        };
    }

    public int decimals() {
        return value.scale();
    }

    /** For machines: {@code 4000.00 EUR}, or the number alone where the currency is not known. */
    public String plain() {
        return currency.map(known -> value.toPlainString() + " " + known.getCurrencyCode())
                .orElseGet(value::toPlainString);
    }

    private static int decimals(Optional<Currency> currency) {
        return currency.map(known -> Math.max(known.getDefaultFractionDigits(), 0))
                .orElse(0);
    }
}
