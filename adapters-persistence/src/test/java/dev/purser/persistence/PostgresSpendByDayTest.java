package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.partnercenter.Usages.CustomerUsage;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.usage.Period;
import dev.purser.domain.usage.SpendByDay;
import dev.purser.domain.usage.SpendByDay.Day;
import dev.purser.domain.usage.Usage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresSpendByDayTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Period MARCH = new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));

    @Inject
    SpendByDay days;

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
    void keepsTheLastCountOfEachDayOfThePeriodInThatCurrency() {
        customers.learnUsage(contoso, usage("2026-02-28T23:59:59Z", "900", "EUR"));
        customers.learnUsage(contoso, usage("2026-03-01T00:00:00Z", "0", "EUR"));
        customers.learnUsage(contoso, usage("2026-03-02T06:00:00Z", "10", "USD"));
        customers.learnUsage(contoso, usage("2026-03-03T06:00:00Z", "12.5", "EUR"));
        customers.learnUsage(contoso, usage("2026-03-03T22:10:00Z", "14.123456789012345678901", "EUR"));
        customers.learnUsage(contoso, usage("2026-04-01T01:00:00Z", "1", "EUR"));

        assertThat(days.of(Reader.EVERYTHING, contoso, MARCH, EURO))
                .containsExactly(day("2026-03-01", "0.00"), day("2026-03-03", "14.123456789012345678901"));
    }

    @Test
    void keepsWhatTheListOfAllTells() {
        var fabrikam = installation.customer(contoso.account(), "Fabrikam", "");
        customers.learnUsage(contoso, usage("2026-03-05T01:00:00Z", "4", "EUR"));

        customers.learnListed(
                contoso.account(),
                List.of(
                        listed(contoso, Optional.of(usage("2026-03-05T06:00:00Z", "5", "EUR"))),
                        listed(fabrikam, Optional.empty()),
                        listed(
                                new CustomerId(contoso.account(), UUID.randomUUID()),
                                Optional.of(usage("2026-03-05T06:00:00Z", "5", "EUR")))));

        assertThat(days.of(Reader.EVERYTHING, contoso, MARCH, EURO)).containsExactly(day("2026-03-05", "5.00"));
        assertThat(days.of(Reader.EVERYTHING, fabrikam, MARCH, EURO)).isEmpty();
    }

    @Test
    void tellsNothingOfForeignCustomers() {
        customers.learnUsage(contoso, usage("2026-03-03T06:00:00Z", "12", "EUR"));
        var ada = installation.person("Ada Lovelace");

        var reader = new Reader(new Reader.Customers.PortfolioOf(ada), Reader.Portal.HIDDEN);
        assertThat(days.of(reader, contoso, MARCH, EURO)).isEmpty();
        installation.assign(ada, contoso);
        assertThat(days.of(reader, contoso, MARCH, EURO)).hasSize(1);
    }

    private static CustomerUsage listed(CustomerId customer, Optional<Usage> usage) {
        return new CustomerUsage(customer.tenant(), Optional.of(SpendingLimit.of("70")), usage);
    }

    private static Day day(String day, String spend) {
        return new Day(LocalDate.parse(day), new BigDecimal(spend));
    }

    private static Usage usage(String asOf, String amount, String currency) {
        return new Usage(
                new Money(new BigDecimal(amount), Currency.getInstance(currency)),
                Optional.empty(),
                Usage.Plan.AZURE_PLAN,
                Optional.empty(),
                Optional.of(Instant.parse(asOf)));
    }
}
