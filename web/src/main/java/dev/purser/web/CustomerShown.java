package dev.purser.web;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.Customers.Flag;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.customer.KnownCustomer.OpenChange;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.usage.Period;
import dev.purser.domain.usage.UsedShare;
import dev.purser.web.format.Amount;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Languages;
import dev.purser.web.format.UsedBar;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What pages show of a customer beside its values. */
@TemplateExtension
final class CustomerShown {

    /** Customers are read every hour; older than this, a whole day was missed. */
    private static final Duration OLD = Duration.ofHours(36);

    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private CustomerShown() {}

    /** What a customer is marked with in the list; the shape is the icon's name and the ending of the class. */
    enum Mark {
        OVER_BUDGET("over"),
        UNKNOWN("unknown"),
        BEING_CHANGED("waiting"),
        NOT_READ("stale"),
        NO_BUDGET("none"),
        NO_USAGE("no-usage"),
        ENDED("ended");

        private final String shape;

        Mark(String shape) {
            this.shape = shape;
        }

        public String shape() {
            return shape;
        }
    }

    static List<Mark> marks(KnownCustomer customer, @TemplateAttribute("displayTime") Object time) {
        var marks = new ArrayList<Mark>();
        if (isOver(customer)) {
            marks.add(Mark.OVER_BUDGET);
        }
        customer.openChange()
                .map(OpenChange::unknown)
                .ifPresent(unknown -> marks.add(unknown ? Mark.UNKNOWN : Mark.BEING_CHANGED));
        if (customer.relationshipEndedAt().isPresent()) {
            marks.add(Mark.ENDED);
            return marks;
        }
        if (customer.problem().isPresent() || listed(customer) || old(customer, time) || spendOld(customer, time)) {
            marks.add(Mark.NOT_READ);
        }
        if (customer.budget()
                .filter(read -> read.limit() instanceof SpendingLimit.NotSet)
                .isPresent()) {
            marks.add(Mark.NO_BUDGET);
        }
        if (customer.usage() instanceof UsageRead.NoUsage) {
            marks.add(Mark.NO_USAGE);
        }
        return marks;
    }

    /** Whether the budget is known from the list of all alone, and was never read by itself. */
    static boolean listed(KnownCustomer customer) {
        return customer.budget().filter(BudgetRead::listed).isPresent();
    }

    /** Whether the budget was not shown for so long, or never, that it has to be said. */
    static boolean old(KnownCustomer customer, @TemplateAttribute("displayTime") Object time) {
        var now = ((DisplayTime) time).now();
        return customer.budget()
                .map(read -> Duration.between(read.at(), now).compareTo(OLD) > 0)
                .orElse(true);
    }

    /** Whether the spend was read once, and not for so long that it has to be said: it is read apart from the budget. */
    static boolean spendOld(KnownCustomer customer, @TemplateAttribute("displayTime") Object time) {
        var now = ((DisplayTime) time).now();
        return usageRead(customer)
                .filter(at -> Duration.between(at, now).compareTo(OLD) > 0)
                .isPresent();
    }

    /** The older of the times at which budget and spend were read, as far as they were. */
    static Optional<Instant> readAt(KnownCustomer customer) {
        return Stream.concat(customer.budget().map(BudgetRead::at).stream(), usageRead(customer).stream())
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> usageRead(KnownCustomer customer) {
        return switch (customer.usage()) {
            case UsageRead.NotRead notRead -> Optional.empty();
            case UsageRead.NoUsage(var at) -> Optional.of(at);
            case UsageRead.Spent(var usage, var at) -> Optional.of(at);
        };
    }

    static UsedBar usedBar(KnownCustomer customer) {
        return UsedBar.of(customer.used());
    }

    static Optional<UsageRead.Spent> spent(KnownCustomer customer) {
        return customer.usage() instanceof UsageRead.Spent spent ? Optional.of(spent) : Optional.empty();
    }

    /** The period that the spend was counted in. */
    static Optional<Period> period(KnownCustomer customer) {
        return spent(customer).flatMap(spent -> spent.usage().period());
    }

    /** The same, as long as it lasts: of a customer that has not been read since, it may be over. */
    static Optional<Period> currentPeriod(KnownCustomer customer, @TemplateAttribute("displayTime") Object time) {
        var today = ((DisplayTime) time).billingDay();
        return period(customer)
                .filter(period -> customer.relationshipEndedAt().isEmpty())
                .filter(period -> !today.isAfter(period.last()));
    }

    static boolean nothingSpentYet(KnownCustomer customer, @TemplateAttribute("displayTime") Object time) {
        return currentPeriod(customer, time).isPresent()
                && spent(customer)
                        .filter(spent -> spent.usage().spend().amount().signum() == 0)
                        .isPresent();
    }

    /** When Microsoft last counted; where it does not tell, when we asked. */
    static Instant asOf(UsageRead.Spent spent) {
        return spent.usage().asOf().orElse(spent.at());
    }

    /** Empty where Microsoft does not tell it, or where it is the spend itself. */
    static Optional<Amount> inDollars(KnownCustomer customer) {
        return spent(customer)
                .filter(spent -> !spent.usage().spend().currency().equals(DOLLAR))
                .flatMap(spent -> spent.usage().usd())
                .map(usd -> Amount.rounded(new Money(usd, DOLLAR)));
    }

    /** Nothing in the customer's currency, which is another thing than no budget. */
    static Amount zero(KnownCustomer customer) {
        return Amount.exact(BigDecimal.ZERO, customer.currency().known());
    }

    static String currencyWords(KnownCustomer customer, @TemplateAttribute("locale") @Nullable Object locale) {
        var words = Languages.words(CustomerMessages.class, Languages.of(locale));
        return switch (customer.currency()) {
            case BillingCurrency.Told(var currency) -> currency.getCurrencyCode();
            case BillingCurrency.Configured(var currency) -> words.currencyConfigured(currency.getCurrencyCode());
            case BillingCurrency.Unknown unknown -> words.currencyNotKnown();
        };
    }

    /** A reading of an ambiguous amount, to be shown. */
    static Amount exactly(BigDecimal reading, BillingCurrency currency) {
        return Amount.exact(reading, currency.known());
    }

    /** A reading of an ambiguous amount, written so that it can mean nothing else: never three digits behind a point. */
    static String typedClearly(BigDecimal reading) {
        var written = reading.toPlainString();
        return reading.scale() == 3 ? written + "0" : written;
    }

    static boolean hasNoUsage(KnownCustomer customer) {
        return customer.usage() instanceof UsageRead.NoUsage;
    }

    static String address(CustomerId customer) {
        return CustomerAddress.page(customer);
    }

    static String readingsAddress(CustomerId customer) {
        return CustomerAddress.readings(customer);
    }

    static String changesAddress(CustomerId customer) {
        return CustomerAddress.changes(customer);
    }

    static String historyAddress(CustomerId customer) {
        return CustomerAddress.history(customer);
    }

    static String undoAddress(UUID change) {
        return ChangeAddress.undo(change);
    }

    /** An id in as few characters as tell it from its neighbours. */
    static String shortly(UUID id) {
        return id.toString().substring(0, 8);
    }

    /** As it stands in the address of a filtered list. */
    static String written(Flag flag) {
        return CustomerFilter.written(flag);
    }

    private static boolean isOver(KnownCustomer customer) {
        return customer.used()
                .map(used -> switch (used) {
                    case UsedShare.Percent(var percent) -> percent.compareTo(HUNDRED) > 0;
                    case UsedShare.OverZero overZero -> true;
                    case UsedShare.NoBudget noBudget -> false;
                })
                .orElse(false);
    }
}
