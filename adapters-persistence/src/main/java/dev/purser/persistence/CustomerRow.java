package dev.purser.persistence;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.usage.Period;
import dev.purser.domain.usage.Usage;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last known values of a customer. */
@Entity
@Table(name = "customer")
class CustomerRow extends PanacheEntityBase {

    private static final String NONE = "none";
    private static final String SPENT = "spent";
    private static final String AZURE_PLAN = "azure-plan";
    private static final String LEGACY = "legacy";

    @EmbeddedId
    CustomerKey id;

    String name;
    String domain;
    Instant listedAt;

    @Nullable Instant relationshipEndedAt;

    @Nullable BigDecimal budget;

    @Nullable Instant budgetReadAt;

    /** While it was never read. */
    @Nullable Instant budgetListedAt;

    @Nullable Instant budgetSince;

    boolean budgetDoubted;

    @Nullable Instant budgetAgreedAt;

    @Embedded
    @Nullable CurrencyColumns currency;

    @Nullable String usage;

    @Nullable Instant usageReadAt;

    @Nullable BigDecimal spend;

    @Nullable String spendCurrency;

    @Nullable BigDecimal spendUsd;

    @Nullable Instant spendAsOf;

    @Nullable String plan;

    @Nullable LocalDate periodFirst;

    @Nullable LocalDate periodLast;

    @Enumerated(EnumType.STRING)
    ReadProblem.@Nullable Kind problem;

    @Nullable String problemWords;

    @Nullable Instant problemSince;

    @Nullable UUID problemCorrelation;

    @Nullable Instant lastChangeAt;

    @Nullable UUID lastChangeBy;

    /** Kept by the database. */
    @Column(insertable = false, updatable = false)
    String search;

    /** Kept by the database. */
    @Column(insertable = false, updatable = false)
    @Nullable BigDecimal used;

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected CustomerRow() {}

    /**
     * A reading of the budget, which is learnt where it tells what is in force.
     *
     * @param oldest how far back what Microsoft showed may lie
     * @param replaced what confirmed changes have replaced since then
     */
    void budgetRead(SpendingLimit limit, Instant asked, Instant at, Instant oldest, Set<SpendingLimit> replaced) {
        var known = budgetReading();
        var same = known.filter(read -> read.limit().equals(limit)).isPresent();
        if (known.isPresent() && asked.isBefore(known.get().at())) {
            budgetSince = same ? budgetSince : at;
        } else if (same) {
            budgetSince = budgetDoubted ? at : budgetSince;
            budgetNow(limit, at);
        } else if (known.isPresent() && (movedSince(oldest) || replaced.contains(limit))) {
            budgetDoubted = true;
        } else {
            budgetSince = known.isPresent() ? at : null;
            budgetNow(limit, at);
        }
    }

    /** A budget that was never read, as the list of all tells it. */
    void budgetListed(SpendingLimit limit, Instant at) {
        budget = limit instanceof SpendingLimit.Limit(var amount) ? amount : null;
        budgetListedAt = at;
    }

    /**
     * A confirmed change has replaced what its person saw.
     *
     * @param of from when on the evidence tells what was in force
     * @param at when it was known; others may have read or failed since
     */
    void budgetConfirmed(SpendingLimit seen, SpendingLimit confirmed, Instant of, Instant at) {
        var overtaken = budgetReading()
                .filter(known -> known.at().isAfter(of))
                .map(BudgetRead::limit)
                .filter(known -> !known.equals(seen) && !known.equals(confirmed));
        if (overtaken.isPresent()) {
            budgetDoubted = true;
            budgetSince = at;
            return;
        }
        var asKnown = budgetKnown()
                .map(BudgetRead::limit)
                .filter(known -> known.equals(seen) || known.equals(confirmed))
                .isPresent();
        budgetSince = budgetDoubted || !asKnown ? at : budgetSince;
        budgetNow(confirmed, at);
    }

    /**
     * The known budget, where a reading has shown it in place of another so recently that any other may be an old one.
     *
     * @param oldest how far back what Microsoft shows now may lie
     */
    Optional<SpendingLimit> unsettled(Instant oldest) {
        return movedSince(oldest) ? budgetKnown().map(BudgetRead::limit) : Optional.empty();
    }

    /** Whether a reading has shown another budget than before since that moment. */
    private boolean movedSince(Instant moment) {
        return budgetSince != null && budgetSince.isAfter(moment);
    }

    void budgetNow(SpendingLimit limit, Instant at) {
        budgetDoubted = false;
        budget = limit instanceof SpendingLimit.Limit(var amount) ? amount : null;
        budgetReadAt = at;
        budgetListedAt = null;
        if (problemSince != null && !problemSince.isAfter(at)) {
            problemOver();
        }
    }

    void usageRead(Usage read, Instant at) {
        usage = SPENT;
        usageReadAt = at;
        spend = read.spend().amount();
        spendCurrency = read.spend().currency().getCurrencyCode();
        spendUsd = read.usd().orElse(null);
        plan = switch (read.plan()) {
            case AZURE_PLAN -> AZURE_PLAN;
            case LEGACY -> LEGACY;
        };
        // The list of all customers tells no period; the one known stays until the spend belongs to another month.
        read.period().ifPresentOrElse(this::periodRead, () -> forgetPeriodBefore(read.asOf()));
        spendAsOf = read.asOf().orElse(null);
        currency = CurrencyColumns.of(new BillingCurrency.Told(read.spend().currency()));
    }

    void noUsage(Instant at) {
        usage = NONE;
        usageReadAt = at;
        spend = null;
        spendCurrency = null;
        spendUsd = null;
        spendAsOf = null;
        plan = null;
        periodFirst = null;
        periodLast = null;
    }

    void problemFound(ReadProblem.Kind kind, String words, UUID correlation, Instant at) {
        problemSince = problemSince == null ? at : problemSince;
        problem = kind;
        problemWords = words;
        problemCorrelation = correlation;
        if (kind == ReadProblem.Kind.RELATIONSHIP_ENDED && relationshipEndedAt == null) {
            relationshipEndedAt = at;
        }
    }

    private void problemOver() {
        problem = null;
        problemWords = null;
        problemSince = null;
        problemCorrelation = null;
    }

    Optional<BudgetRead> budgetKnown() {
        return budgetReading().or(() -> budgetShown(budgetListedAt, BudgetRead.Source.LIST));
    }

    /** What its own resource showed last, or a confirmed change has made of it. */
    Optional<BudgetRead> budgetReading() {
        return budgetShown(budgetReadAt, BudgetRead.Source.ITSELF);
    }

    private Optional<BudgetRead> budgetShown(@Nullable Instant shownAt, BudgetRead.Source source) {
        return Optional.ofNullable(shownAt)
                .map(at ->
                        new BudgetRead(budget == null ? SpendingLimit.notSet() : SpendingLimit.of(budget), at, source));
    }

    UsageRead usageKnown() {
        if (usageReadAt == null) {
            return new UsageRead.NotRead();
        }
        if (spend == null || spendCurrency == null) {
            return new UsageRead.NoUsage(usageReadAt);
        }
        var at = usageReadAt;
        var spent = spend;
        var bought = AZURE_PLAN.equals(plan) ? Usage.Plan.AZURE_PLAN : Usage.Plan.LEGACY;
        return CurrencyColumns.of(spendCurrency)
                .<UsageRead>map(in -> new UsageRead.Spent(
                        new Usage(
                                new Money(spent, in),
                                Optional.ofNullable(spendUsd),
                                bought,
                                period(),
                                Optional.ofNullable(spendAsOf)),
                        at))
                .orElseGet(UsageRead.NotRead::new);
    }

    Optional<ReadProblem> problemKnown() {
        return problem == null || problemWords == null || problemSince == null || problemCorrelation == null
                ? Optional.empty()
                : Optional.of(new ReadProblem(problem, problemWords, problemSince, problemCorrelation));
    }

    private Optional<Period> period() {
        // A period that ends before it begins says nothing, and must not take the list of all customers with it.
        return periodFirst == null || periodLast == null || periodLast.isBefore(periodFirst)
                ? Optional.empty()
                : Optional.of(new Period(periodFirst, periodLast));
    }

    private void periodRead(Period period) {
        periodFirst = period.first();
        periodLast = period.last();
    }

    private void forgetPeriodBefore(Optional<Instant> asOf) {
        var counted = asOf.map(at -> LocalDate.ofInstant(at, java.time.ZoneOffset.UTC));
        if (periodLast != null && counted.isPresent() && counted.get().isAfter(periodLast)) {
            periodFirst = null;
            periodLast = null;
        }
    }
}
