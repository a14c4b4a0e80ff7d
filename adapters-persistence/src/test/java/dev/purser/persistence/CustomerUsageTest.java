package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.usage.Period;
import dev.purser.domain.usage.Usage;
import dev.purser.domain.usage.UsedShare;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class CustomerUsageTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Instant AS_OF = Instant.parse("2026-03-14T22:00:00Z");
    private static final Period MARCH = new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));

    @Inject
    Customers customers;

    @Inject
    Installation installation;

    private CustomerId contoso = new CustomerId(Installation.newAccount(), new UUID(0, 0));

    @BeforeEach
    void makeACustomer() {
        contoso = installation.customer(Installation.newAccount(), "Contoso", "contoso.example");
    }

    @Test
    void learnsUsageAndItsCurrency() {
        var usage = usage("1234.56789012345678901234", "EUR", Optional.of(MARCH));

        customers.learnUsage(contoso, usage);

        assertThat(known().usage())
                .isInstanceOfSatisfying(
                        UsageRead.Spent.class,
                        spent -> assertThat(spent.usage()).isEqualTo(usage));
        assertThat(known().currency()).isEqualTo(new BillingCurrency.Told(EURO));
    }

    @Test
    void learnsALegacyUsageOfWhichLittleIsTold() {
        var usage = new Usage(
                new Money(BigDecimal.ZERO, EURO),
                Optional.empty(),
                Usage.Plan.LEGACY,
                Optional.empty(),
                Optional.empty());

        customers.learnUsage(contoso, usage);

        assertThat(known().usage())
                .isInstanceOfSatisfying(
                        UsageRead.Spent.class,
                        spent -> assertThat(spent.usage()).isEqualTo(usage));
    }

    @Test
    void keepsThePeriodUntilTheSpendBelongsToAnother() {
        customers.learnUsage(contoso, usage("1", "EUR", Optional.of(MARCH)));
        customers.learnUsage(contoso, usage("2", "EUR", Optional.empty()));
        assertThat(spent().period()).contains(MARCH);

        var april = new Usage(
                new Money(BigDecimal.ONE, EURO),
                Optional.empty(),
                Usage.Plan.AZURE_PLAN,
                Optional.empty(),
                Optional.of(Instant.parse("2026-04-01T00:00:00Z")));
        customers.learnUsage(contoso, april);
        assertThat(spent()).isEqualTo(april);
    }

    private Usage spent() {
        return ((UsageRead.Spent) known().usage()).usage();
    }

    @Test
    void forgetsTheSpendWhereMicrosoftHasNone() {
        customers.learnUsage(contoso, usage("1", "EUR", Optional.of(MARCH)));

        customers.learnNoUsage(contoso);

        assertThat(known().usage()).isInstanceOf(UsageRead.NoUsage.class);
        assertThat(known().currency()).isEqualTo(new BillingCurrency.Told(EURO));
    }

    @Test
    void countsTheUsedShareAsTheDomainDoes() {
        var shares = List.of(
                List.of("0", "0", "0.00"),
                List.of("0", "0.000001", "1000000000000"),
                List.of("300", "0", "0.00"),
                List.of("300", "299.985", "99.99"),
                List.of("300", "300", "100.00"),
                List.of("300", "300.003", "100.01"),
                List.of("300", "300.014", "100.01"),
                List.of("90000000000000000000", "90000000000000000000.000001", "100.01"),
                List.of("90000000000000000000", "89999999999999999999.999999", "99.99"),
                List.of("300", "300.015", "100.01"),
                List.of("7", "1", "14.29"));
        for (var share : shares) {
            installation.passes(Duration.ofMinutes(2));
            customers.learnBudget(contoso, SpendingLimit.of(share.get(0)), customers.now());
            customers.learnUsage(contoso, usage(share.get(1), "EUR", Optional.empty()));

            assertThat(used()).as(share.toString()).isEqualByComparingTo(share.get(2));
            switch (known().used().orElseThrow()) {
                case UsedShare.Percent(var percent) -> assertThat(percent).isEqualTo(share.get(2));
                case UsedShare.OverZero overZero -> assertThat(share.get(2)).isEqualTo("1000000000000");
                case UsedShare.NoBudget noBudget -> assertThat(share).isNull();
            }
        }
        installation.passes(Duration.ofMinutes(2));
        customers.learnBudget(contoso, SpendingLimit.notSet(), customers.now());
        assertThat(used()).isNull();
    }

    @Test
    void comparesNoBudgetWithASpendInAnotherCurrency() {
        customers.learnBudget(contoso, SpendingLimit.of("4000"), customers.now());
        customers.learnUsage(contoso, usage("8000", "EUR", Optional.empty()));
        assertThat(used()).isEqualByComparingTo("200");

        installation.execute("update customer set currency = 'USD' where tenant = '" + contoso.tenant() + "'");

        assertThat(used()).isNull();
        assertThat(known().used()).isEmpty();
    }

    /** In percent, as lists are filtered and sorted by. */
    private @Nullable BigDecimal used() {
        var used = installation
                .rows("select used from customer where tenant = '" + contoso.tenant() + "'")
                .getFirst()
                .getFirst();
        return used == null ? null : new BigDecimal(used);
    }

    private static Usage usage(String amount, String currency, Optional<Period> period) {
        return new Usage(
                new Money(new BigDecimal(amount), Currency.getInstance(currency)),
                Optional.of(new BigDecimal("1.5")),
                Usage.Plan.AZURE_PLAN,
                period,
                Optional.of(AS_OF));
    }

    private KnownCustomer known() {
        return customers.find(Reader.EVERYTHING, contoso).orElseThrow();
    }
}
