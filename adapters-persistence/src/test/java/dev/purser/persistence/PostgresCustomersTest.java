package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.Customers.Direction;
import dev.purser.domain.customer.Customers.Flag;
import dev.purser.domain.customer.Customers.Query;
import dev.purser.domain.customer.Customers.Sort;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.Usages.CustomerUsage;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.usage.Usage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresCustomersTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Instant AS_OF = Instant.parse("2026-03-14T22:00:00Z");
    private static final SpendingLimit LIMIT = SpendingLimit.of("4000");

    @Inject
    Customers customers;

    @Inject
    Installation installation;

    private final AccountName account = Installation.newAccount();
    private CustomerId contoso = new CustomerId(account, new UUID(0, 0));

    @BeforeEach
    void makeACustomer() {
        contoso = installation.customer(account, "Contoso", "contoso.example");
    }

    @Test
    void knowsNothingOfACustomerThatWasOnlyListed() {
        assertThat(known())
                .isEqualTo(new KnownCustomer(
                        contoso,
                        "Contoso",
                        "contoso.example",
                        Optional.empty(),
                        Optional.empty(),
                        BillingCurrency.unknown(),
                        new UsageRead.NotRead(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void takesOverNameAndDomainAndKeepsTheRest() {
        customers.learnBudget(contoso, LIMIT, customers.now());
        var before = known();

        list(new Relationships.Customer(contoso.tenant(), "Contoso SE", ""));

        assertThat(known().name()).isEqualTo("Contoso SE");
        assertThat(known().domain()).isEmpty();
        assertThat(known().budget()).isEqualTo(before.budget());
    }

    @Test
    void learnsACustomerThatIsListedTwiceAndOneWithAnImpossibleName() {
        var twice = UUID.randomUUID();
        var odd = UUID.randomUUID();

        customers.learn(
                account,
                List.of(
                        new Relationships.Customer(twice, "Fabrikam", ""),
                        new Relationships.Customer(odd, "\0 Odd\n", "\0"),
                        new Relationships.Customer(twice, "Fabrikam", "fabrikam.example")));

        assertThat(known(twice).domain()).isEqualTo("fabrikam.example");
        assertThat(known(odd).name()).isEqualTo("Odd");
    }

    @Test
    void learnsBudgets() {
        var before = Instant.EPOCH;
        for (var limit : List.of(
                SpendingLimit.of("0"), SpendingLimit.of("123456789012345678901.123456"), SpendingLimit.notSet())) {
            customers.learnBudget(contoso, limit, customers.now());

            var read = known().budget().orElseThrow();
            assertThat(read.limit()).isEqualTo(limit);
            assertThat(read.at()).isAfter(before);
            before = read.at();
            installation.passes(Duration.ofMinutes(2));
        }
        customers.learnBudget(new CustomerId(account, UUID.randomUUID()), LIMIT, customers.now());
        assertThat(customers.overview(portfolio()).customers()).isEqualTo(1);
    }

    @Test
    void learnsUsageFromTheListAndOnlyBudgetsThatWereNeverRead() {
        customers.learnBudget(contoso, LIMIT, customers.now());
        var before = known();
        var fabrikam = installation.customer(account, "Fabrikam", "");
        var usage = usage("7", "EUR");

        var toBeAsked = customers.learnListed(
                account,
                List.of(
                        new CustomerUsage(
                                contoso.tenant(), Optional.of(SpendingLimit.of("4000.00")), Optional.of(usage)),
                        new CustomerUsage(fabrikam.tenant(), Optional.of(SpendingLimit.notSet()), Optional.empty()),
                        new CustomerUsage(UUID.randomUUID(), Optional.of(LIMIT), Optional.of(usage))));

        assertThat(toBeAsked).isEmpty();
        assertThat(known().budget()).isEqualTo(before.budget());
        assertThat(spent()).isEqualTo(usage);
        assertThat(known(fabrikam.tenant()).budget().map(BudgetRead::limit)).contains(SpendingLimit.notSet());
        assertThat(known(fabrikam.tenant()).usage()).isEqualTo(new UsageRead.NotRead());
    }

    @Test
    void keepsTheBudgetOfWhichTheListSaysNothing() {
        customers.learnBudget(contoso, LIMIT, customers.now());
        var before = known().budget();

        var toBeAsked = customers.learnListed(
                account,
                List.of(new CustomerUsage(contoso.tenant(), Optional.empty(), Optional.of(usage("7", "EUR")))));

        assertThat(toBeAsked).isEmpty();
        assertThat(known().budget()).isEqualTo(before);
        assertThat(spent()).isEqualTo(usage("7", "EUR"));
    }

    @Test
    void asksLaterForABudgetOfWhichTheListAgrees() {
        var hour = Duration.ofHours(1);
        var day = Duration.ofDays(1);
        customers.learnBudget(contoso, LIMIT, customers.now());
        installation.passes(hour.plusMinutes(1));
        assertThat(customers.notReadFor(account, hour, day, 9)).containsExactly(contoso);

        lists(LIMIT);
        assertThat(customers.notReadFor(account, hour, day, 9)).isEmpty();
        lists(SpendingLimit.notSet());
        assertThat(customers.notReadFor(account, hour, day, 9)).containsExactly(contoso);
        lists(LIMIT);
        installation.passes(hour.plusMinutes(1));
        assertThat(customers.notReadFor(account, hour, day, 9)).containsExactly(contoso);
        lists(LIMIT);
        fails(ReadProblem.Kind.UNAVAILABLE, "502");
        assertThat(customers.notReadFor(account, hour, day, 9)).containsExactly(contoso);

        customers.learnBudget(contoso, LIMIT, customers.now());
        installation.passes(day);
        lists(LIMIT);
        assertThat(customers.notReadFor(account, hour, day, 9)).containsExactly(contoso);
    }

    private void lists(SpendingLimit limit) {
        customers.learnListed(
                account, List.of(new CustomerUsage(contoso.tenant(), Optional.of(limit), Optional.empty())));
    }

    @Test
    void namesThoseOfWhichTheListTellsAnotherBudgetAndLeavesItAlone() {
        customers.learnBudget(contoso, LIMIT, customers.now());
        fails(ReadProblem.Kind.THROTTLED, "30 s");
        var before = known();
        var usage = usage("7", "EUR");

        var disagreeing = customers.learnListed(
                account,
                List.of(new CustomerUsage(
                        contoso.tenant(), Optional.of(SpendingLimit.of("3999.99")), Optional.of(usage))));

        assertThat(disagreeing).containsExactly(contoso);
        assertThat(known().budget()).isEqualTo(before.budget());
        assertThat(known().problem()).isEqualTo(before.problem());
        assertThat(spent()).isEqualTo(usage);
    }

    @Test
    void marksAProblemAndItsAgeUntilAReadingSucceeds() {
        customers.learnBudget(contoso, LIMIT, customers.now());
        var first = fails(ReadProblem.Kind.UNAVAILABLE, "502");
        var since = known().problem().orElseThrow().since();
        assertThat(known().problem()).contains(new ReadProblem(ReadProblem.Kind.UNAVAILABLE, "502", since, first));
        assertThat(known().budget().map(BudgetRead::limit)).contains(LIMIT);

        var second = fails(ReadProblem.Kind.RIGHT_MISSING, "403");
        assertThat(known().problem()).contains(new ReadProblem(ReadProblem.Kind.RIGHT_MISSING, "403", since, second));
        customers.learnUsage(contoso, usage("7", "EUR"));
        assertThat(known().problem()).isPresent();

        customers.learnBudget(contoso, LIMIT, customers.now());
        assertThat(known().problem()).isEmpty();
        fails(ReadProblem.Kind.UNAVAILABLE, "503");
        assertThat(known().problem().orElseThrow().since()).isAfter(since);
    }

    @Test
    void endsRelationshipsThatAreNotListedAnyMoreAndLetsThemComeBack() {
        var fabrikam = installation.customer(account, "Fabrikam", "");
        var elsewhere = installation.customer(Installation.newAccount(), "Elsewhere", "");
        customers.learnBudget(contoso, LIMIT, customers.now());
        var begun = now();
        list(new Relationships.Customer(fabrikam.tenant(), "Fabrikam", ""));

        customers.endRelationships(account, begun);

        var ended = known().relationshipEndedAt();
        assertThat(ended).isPresent();
        assertThat(known().budget()).isPresent();
        assertThat(known(fabrikam.tenant()).relationshipEndedAt()).isEmpty();
        assertThat(customers.find(Reader.EVERYTHING, elsewhere).orElseThrow().relationshipEndedAt())
                .isEmpty();
        customers.endRelationships(account, now());
        assertThat(known().relationshipEndedAt()).isEqualTo(ended);
        assertThat(known(fabrikam.tenant()).relationshipEndedAt()).isPresent();

        list(new Relationships.Customer(contoso.tenant(), "Contoso", ""));
        assertThat(known().relationshipEndedAt()).isEmpty();
    }

    @Test
    void endsARelationshipThatAReadingFoundEnded() {
        fails(ReadProblem.Kind.RELATIONSHIP_ENDED, "404");
        var ended = known().relationshipEndedAt();
        assertThat(ended).isPresent();

        fails(ReadProblem.Kind.RELATIONSHIP_ENDED, "404");
        assertThat(known().relationshipEndedAt()).isEqualTo(ended);
    }

    @Test
    void configuresTheCurrencyWhereMicrosoftToldNone() {
        var told = installation.customer(account, "Fabrikam", "");
        customers.learnUsage(told, usage("1", "USD"));
        var elsewhere = installation.customer(Installation.newAccount(), "Elsewhere", "");
        var euro = new BillingCurrency.Configured(EURO);
        var yen = new BillingCurrency.Configured(Currency.getInstance("JPY"));

        customers.configureCurrency(account, euro);
        assertThat(known().currency()).isEqualTo(euro);
        customers.configureCurrency(account, yen);
        assertThat(known().currency()).isEqualTo(yen);
        customers.withdrawCurrency(account);
        assertThat(known().currency()).isEqualTo(BillingCurrency.unknown());
        customers.configureCurrency(account, yen);

        assertThat(known(told.tenant()).currency()).isEqualTo(new BillingCurrency.Told(Currency.getInstance("USD")));
        assertThat(customers.find(Reader.EVERYTHING, elsewhere).orElseThrow().currency())
                .isEqualTo(BillingCurrency.unknown());
        customers.learnUsage(contoso, usage("1", "EUR"));
        assertThat(known().currency()).isEqualTo(new BillingCurrency.Told(EURO));
    }

    @Test
    void showsACustomerWhoseValuesMakeNoSense() {
        installation.execute("""
                update customer set budget = 1, budget_read_at = now(), currency = 'QQQ', currency_from = 'microsoft',
                    usage = 'spent', usage_read_at = now(), spend = 1, spend_currency = 'QQQ', plan = 'legacy'
                where tenant = '%s'""".formatted(contoso.tenant()));

        assertThat(known().budget().map(BudgetRead::limit)).contains(SpendingLimit.of("1"));
        assertThat(known().currency()).isEqualTo(BillingCurrency.unknown());
        assertThat(known().usage()).isEqualTo(new UsageRead.NotRead());

        installation.execute("""
                update customer set currency = 'EUR', spend_currency = 'EUR', period_first = '2026-03-31', period_last = '2026-03-01'
                where tenant = '%s'""".formatted(contoso.tenant()));

        assertThat(known().usage())
                .isInstanceOfSatisfying(
                        UsageRead.Spent.class,
                        spent -> assertThat(spent.usage().period()).isEmpty());
    }

    @Test
    void namesThoseNotReadForLongLongestFirst() {
        var fabrikam = installation.customer(account, "Fabrikam", "");
        var never = installation.customer(account, "Never", "");
        var ended = installation.customer(account, "Ended", "");
        customers.learnProblem(ended, ReadProblem.Kind.RELATIONSHIP_ENDED, "404", UUID.randomUUID(), customers.now());
        var hour = Duration.ofHours(1);

        customers.learnBudget(fabrikam, LIMIT, customers.now());
        customers.learnBudget(contoso, LIMIT, customers.now());
        assertThat(customers.notReadFor(account, hour, hour, 10)).containsExactly(never);

        installation.passes(Duration.ofMinutes(61));
        assertThat(customers.notReadFor(account, hour, hour, 10)).containsExactly(never, fabrikam, contoso);
        assertThat(customers.notReadFor(account, hour, hour, 2)).containsExactly(never, fabrikam);
        assertThat(customers.notReadFor(account, hour.multipliedBy(2), hour.multipliedBy(2), 10))
                .containsExactly(never);
        customers.learnBudget(fabrikam, LIMIT, customers.now());
        assertThat(customers.notReadFor(account, hour, hour, 10)).containsExactly(never, contoso);
    }

    @Test
    void marksAsNotReadLatelyAfterADayAndAHalf() {
        assertThat(notReadLately()).isTrue();

        customers.learnBudget(contoso, LIMIT, customers.now());
        installation.passes(Duration.ofHours(35));
        assertThat(notReadLately()).isFalse();

        installation.passes(Duration.ofHours(2));
        assertThat(notReadLately()).isTrue();
    }

    private boolean notReadLately() {
        return customers
                        .page(Reader.EVERYTHING, query(Optional.of(Flag.NOT_READ_LATELY), Sort.CUSTOMER))
                        .total()
                == 1;
    }

    private Usage spent() {
        return ((UsageRead.Spent) known().usage()).usage();
    }

    private Query query(Optional<Flag> flag, Sort sort) {
        return new Query(
                "", Optional.of(account), Optional.empty(), flag, sort, Direction.ASCENDING, Optional.empty(), 10);
    }

    private Reader portfolio() {
        var person = installation.person("Ada Lovelace");
        installation.assign(person, contoso);
        return new Reader(new Reader.Customers.PortfolioOf(person), Reader.Portal.HIDDEN);
    }

    private UUID fails(ReadProblem.Kind kind, String words) {
        var correlation = UUID.randomUUID();
        customers.learnProblem(contoso, kind, words, correlation, customers.now());
        return correlation;
    }

    private void list(Relationships.Customer customer) {
        customers.learn(account, List.of(customer));
    }

    private Instant now() {
        return Instant.parse(installation
                .rows("select to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .getFirst()
                .getFirst());
    }

    private static Usage usage(String amount, String currency) {
        return new Usage(
                new Money(new BigDecimal(amount), Currency.getInstance(currency)),
                Optional.of(new BigDecimal("1.5")),
                Usage.Plan.AZURE_PLAN,
                Optional.empty(),
                Optional.of(AS_OF));
    }

    private KnownCustomer known() {
        return known(contoso.tenant());
    }

    private KnownCustomer known(UUID tenant) {
        return customers
                .find(Reader.EVERYTHING, new CustomerId(account, tenant))
                .orElseThrow();
    }
}
