package dev.purser.partnercenter;

import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Usages.CustomerUsage;
import dev.purser.domain.usage.Period;
import dev.purser.domain.usage.Usage;
import dev.purser.domain.usage.Usage.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code CustomerUsageSummary}, and {@code CustomerMonthlyUsageRecord}, which is the same without dates of the period.
 *
 * @param budget present, though without an amount, where no budget is set; where it is missing, nothing is said of it
 * @param customerSpendingBudget the deprecated name of the same
 * @param resourceId the customer's tenant id
 * @param id the deprecated name of the same, alone in old answers
 * @param billingStartDate first moment of the period
 * @param billingEndDate legacy: the last day; Azure plan: the first day of the next period
 * @param totalCost in the customer's currency, before tax, with up to 23 digits
 * @param currencyLocale a culture such as {@code fr-FR}, whose region tells the currency; legacy only
 * @param currencyCode Azure plan only
 * @param usdTotalCost Azure plan only; a legacy customer may show a meaningless zero
 * @param isUpgraded whether the customer has an Azure plan; records only
 * @param lastModifiedDate when Microsoft last counted
 */
record UsageJson(
        @Nullable SpendingBudgetJson budget,
        @Nullable SpendingBudgetJson customerSpendingBudget,
        @Nullable String resourceId,
        @Nullable String id,
        @Nullable String billingStartDate,
        @Nullable String billingEndDate,
        @Nullable BigDecimal totalCost,
        @Nullable String currencyLocale,
        @Nullable String currencyCode,
        @Nullable BigDecimal usdTotalCost,
        @Nullable Boolean isUpgraded,
        @Nullable String lastModifiedDate) {

    CustomerUsage usage() throws UnreadableAnswer {
        var currency = currency();
        return new CustomerUsage(
                tenant(),
                limit(),
                totalCost == null || currency.isEmpty()
                        ? Optional.empty()
                        : Optional.of(spent(totalCost, currency.get())));
    }

    private UUID tenant() throws UnreadableAnswer {
        return Guids.in(resourceId)
                .or(() -> Guids.in(id))
                .orElseThrow(() -> new UnreadableAnswer("usage without a tenant id"));
    }

    private Optional<SpendingLimit> limit() throws UnreadableAnswer {
        var shown = budget != null ? budget : customerSpendingBudget;
        return shown == null ? Optional.empty() : Optional.of(shown.limit());
    }

    private Usage spent(BigDecimal cost, Currency currency) throws UnreadableAnswer {
        var spend = new Money(Amounts.believable(cost), currency);
        var usd = usdTotalCost == null || plan() == Plan.LEGACY
                ? Optional.<BigDecimal>empty()
                : Optional.of(Amounts.believable(usdTotalCost));
        return new Usage(
                spend, usd, plan(), period(), Moments.in(lastModifiedDate).map(OffsetDateTime::toInstant));
    }

    private Plan plan() {
        var legacy = isUpgraded == null
                ? Texts.in(currencyCode).isEmpty() && Texts.in(currencyLocale).isPresent()
                : !isUpgraded;
        return legacy ? Plan.LEGACY : Plan.AZURE_PLAN;
    }

    private Optional<Currency> currency() {
        return Texts.in(currencyCode)
                .flatMap(UsageJson::currencyOfCode)
                .or(() -> Texts.in(currencyLocale).flatMap(UsageJson::currencyOfCulture));
    }

    private static Optional<Currency> currencyOfCode(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equalsIgnoreCase(code))
                .findFirst();
    }

    private static Optional<Currency> currencyOfCulture(String culture) {
        var locale = Locale.forLanguageTag(culture.replace('_', '-'));
        try {
            return Optional.ofNullable(Currency.getInstance(locale));
        } catch (IllegalArgumentException _) {
            // A culture without a region tells no currency, and an unknown currency is asked about.
            return Optional.empty();
        }
    }

    private Optional<Period> period() {
        var first = Moments.in(billingStartDate).map(this::day);
        var last = Moments.in(billingEndDate).map(this::day).map(this::lastDay);
        return first.isPresent() && last.isPresent() && !last.get().isBefore(first.get())
                ? Optional.of(new Period(first.get(), last.get()))
                : Optional.empty();
    }

    private LocalDate day(OffsetDateTime moment) {
        return switch (plan()) {
            case AZURE_PLAN -> moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
            case LEGACY -> moment.toLocalDate();
        };
    }

    private LocalDate lastDay(LocalDate end) {
        return switch (plan()) {
            // Calendar months: only an end on a first day can be the day after the last one.
            case AZURE_PLAN -> end.getDayOfMonth() == 1 ? end.minusDays(1) : end;
            case LEGACY -> end;
        };
    }
}
