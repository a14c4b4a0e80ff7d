package dev.purser.domain.budget;

import java.util.Currency;
import java.util.Optional;

/** The currency of a customer's budget and spend, and how we know it. */
public sealed interface BillingCurrency {

    /** The decimals that an amount may have while the currency is unknown; no billing currency has more. */
    int MOST_DECIMALS = 3;

    static BillingCurrency unknown() {
        return Unknown.INSTANCE;
    }

    /** Microsoft named it beside the customer's usage. */
    record Told(Currency currency) implements BillingCurrency {}

    /** The operator named it for the whole account ({@code PURSER_ACCOUNTS_<NAME>_CURRENCY}); Microsoft did not. */
    record Configured(Currency currency) implements BillingCurrency {}

    /** Nobody has told us: said on every page, and asked about before anything is sent. */
    enum Unknown implements BillingCurrency {
        INSTANCE
    }

    default Optional<Currency> known() {
        return switch (this) {
            case Told told -> Optional.of(told.currency());
            case Configured configured -> Optional.of(configured.currency());
            case Unknown unknown -> Optional.empty();
        };
    }

    /** The most decimals that an amount in this currency can have. */
    default int decimals() {
        // Units that are no money, such as gold, have -1.
        return known().map(currency -> Math.max(0, currency.getDefaultFractionDigits()))
                .orElse(MOST_DECIMALS);
    }
}
