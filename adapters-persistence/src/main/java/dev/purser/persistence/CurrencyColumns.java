package dev.purser.persistence;

import dev.purser.domain.budget.BillingCurrency;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A currency and who named it; both empty while it is unknown. */
@Embeddable
class CurrencyColumns {

    private static final String MICROSOFT = "microsoft";
    private static final String CONFIGURATION = "configuration";

    @Column(name = "currency")
    @Nullable String code;

    @Column(name = "currency_from")
    @Nullable String from;

    static CurrencyColumns of(BillingCurrency currency) {
        var columns = new CurrencyColumns();
        switch (currency) {
            case BillingCurrency.Told(var told) -> {
                columns.code = told.getCurrencyCode();
                columns.from = MICROSOFT;
            }
            case BillingCurrency.Configured(var configured) -> {
                columns.code = configured.getCurrencyCode();
                columns.from = CONFIGURATION;
            }
            case BillingCurrency.Unknown unknown -> {
                columns.code = null;
                columns.from = null;
            }
        }
        return columns;
    }

    /** Hibernate reads an embedded object without any value as null. */
    static BillingCurrency currency(@Nullable CurrencyColumns columns) {
        if (columns == null || columns.code == null) {
            return BillingCurrency.unknown();
        }
        return of(columns.code)
                .<BillingCurrency>map(currency -> CONFIGURATION.equals(columns.from)
                        ? new BillingCurrency.Configured(currency)
                        : new BillingCurrency.Told(currency))
                .orElseGet(BillingCurrency::unknown);
    }

    /** Empty for a code that this Java does not know: one such customer must not take the list of all with it. */
    static Optional<Currency> of(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
