package dev.purser.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.StoppedClock;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.Accounts.Problem;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.partnercenter.ReadFate;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.ScriptedBudgets;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.partnercenter.Usages.CustomerUsage;
import dev.purser.domain.portfolio.KnownPeople;
import dev.purser.domain.usage.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadCustomersTest {

    private static final AccountName ACCOUNT = new AccountName("emea");
    private static final UUID CORRELATION = new UUID(7, 7);
    private static final CustomerId CONTOSO = new CustomerId(ACCOUNT, new UUID(0, 1));
    private static final CustomerId FABRIKAM = new CustomerId(ACCOUNT, new UUID(0, 2));
    private static final CustomerId NORTHWIND = new CustomerId(ACCOUNT, new UUID(0, 3));
    private static final Usage USAGE = new Usage(
            new Money(new BigDecimal("12.5"), Currency.getInstance("EUR")),
            Optional.empty(),
            Usage.Plan.AZURE_PLAN,
            Optional.empty(),
            Optional.empty());

    private final StoppedClock clock = new StoppedClock();
    private final InMemoryCustomers customers = new InMemoryCustomers(clock, new KnownPeople());
    private final InMemoryAccounts accounts = new InMemoryAccounts(clock);
    private final ScriptedRelationships relationships = new ScriptedRelationships();
    private final ScriptedUsages usages = new ScriptedUsages();
    private final ScriptedBudgets budgets = new ScriptedBudgets(clock);
    private static final BillingCurrency.Configured SWISS_FRANCS =
            new BillingCurrency.Configured(Currency.getInstance("CHF"));

    private final ReadCustomers readCustomers =
            new ReadCustomers(customers, accounts, relationships, usages, budgets, Map.of(ACCOUNT, SWISS_FRANCS));

    @BeforeEach
    void hasThreeCustomersOnTwoPages() {
        relationships.pages(
                List.of(listed(CONTOSO, "Contoso"), listed(FABRIKAM, "Fabrikam")),
                List.of(listed(NORTHWIND, "Northwind")));
        budgets.set(CONTOSO, SpendingLimit.of("100"));
        budgets.set(NORTHWIND, SpendingLimit.of("300"));
    }

    @Test
    void readsAllPagesAndEveryBudget() {
        readCustomers.readAll(ACCOUNT);

        assertThat(budget(CONTOSO)).contains(SpendingLimit.of("100"));
        assertThat(budget(FABRIKAM)).contains(SpendingLimit.notSet());
        assertThat(budget(NORTHWIND)).contains(SpendingLimit.of("300"));
        assertThat(customers.known(NORTHWIND).name()).isEqualTo("Northwind");
        assertThat(state().completedAt()).contains(clock.instant());
        assertThat(state().problem()).isEmpty();
    }

    @Test
    void takesTheCurrencyFromTheSettingsWhereMicrosoftTellsNone() {
        readCustomers.readAll(ACCOUNT);

        assertThat(customers.known(FABRIKAM).currency()).isEqualTo(SWISS_FRANCS);
    }

    @Test
    void readsNothingAgainWithinTheHourUnlessItFailed() {
        relationships.answer(1, new Reading.Unavailable<>(new Trouble(Trouble.Kind.SERVICE_ERROR, "502"), CORRELATION));
        readCustomers.readAll(ACCOUNT);
        assertThat(state().completedAt()).isEmpty();
        relationships.pages(List.of(listed(CONTOSO, "Contoso")));

        clock.passes(Duration.ofMinutes(1));
        readCustomers.readAll(ACCOUNT);
        assertThat(state().completedAt()).contains(clock.instant());

        clock.passes(Duration.ofMinutes(1));
        readCustomers.readAll(ACCOUNT);
        assertThat(state().completedAt()).contains(clock.instant().minus(Duration.ofMinutes(1)));
    }

    @Test
    void readsABudgetAgainOnlyWhenItIsOld() {
        readCustomers.readAll(ACCOUNT);
        clock.passes(Duration.ofMinutes(59));
        readCustomers.readAll(ACCOUNT);
        assertThat(budgets.readings()).isEqualTo(3);

        clock.passes(Duration.ofMinutes(1));
        readCustomers.readAll(ACCOUNT);
        assertThat(budgets.readings()).isEqualTo(6);
    }

    @Test
    void endsTheRelationshipWithWhoIsListedNoMore() {
        readCustomers.readAll(ACCOUNT);
        clock.passes(Duration.ofDays(1));
        relationships.pages(List.of(listed(CONTOSO, "Contoso Ltd")));

        readCustomers.readAll(ACCOUNT);

        assertThat(customers.known(CONTOSO).relationshipEndedAt()).isEmpty();
        assertThat(customers.known(CONTOSO).name()).isEqualTo("Contoso Ltd");
        assertThat(customers.known(NORTHWIND).relationshipEndedAt()).contains(clock.instant());
        assertThat(budget(NORTHWIND)).contains(SpendingLimit.of("300"));
    }

    @Test
    void endsNoRelationshipWhereTheListCouldNotBeReadToItsEnd() {
        readCustomers.readAll(ACCOUNT);
        clock.passes(Duration.ofDays(1));
        relationships.answer(1, new Reading.Unavailable<>(new Trouble(Trouble.Kind.SERVICE_ERROR, "502"), CORRELATION));

        readCustomers.readAll(ACCOUNT);

        assertThat(customers.known(NORTHWIND).relationshipEndedAt()).isEmpty();
        assertThat(state().problem()).contains(new Problem(ReadProblem.Kind.UNAVAILABLE, "502", clock.instant()));
        assertThat(state().completedAt()).contains(clock.instant().minus(Duration.ofDays(1)));
    }

    @Test
    void endsNoRelationshipWhereTheListLeadsBackToItself() {
        readCustomers.readAll(ACCOUNT);
        clock.passes(Duration.ofDays(1));
        relationships.pages(List.of(listed(CONTOSO, "Contoso")), List.of(listed(FABRIKAM, "Fabrikam")));
        relationships.answer(
                1,
                new Reading.Read<>(
                        new Relationships.Page(List.of(), Optional.of(ScriptedRelationships.continuation(1))),
                        CORRELATION));

        readCustomers.readAll(ACCOUNT);

        assertThat(customers.known(NORTHWIND).relationshipEndedAt()).isEmpty();
        assertThat(state().problem().map(Problem::kind)).contains(ReadProblem.Kind.UNAVAILABLE);
    }

    @Test
    void readsTheOthersWhereOneCustomerCannotBeRead() {
        budgets.nextReadings(ReadFate.fresh(), ReadFate.refused(403, "900150"), ReadFate.unavailable());

        readCustomers.readAll(ACCOUNT);

        assertThat(budget(CONTOSO)).contains(SpendingLimit.of("100"));
        assertThat(problem(CONTOSO)).isEmpty();
        assertThat(budget(FABRIKAM)).isEmpty();
        assertThat(problem(FABRIKAM)).contains(ReadProblem.Kind.RIGHT_MISSING);
        assertThat(problem(NORTHWIND)).contains(ReadProblem.Kind.UNAVAILABLE);
        assertThat(state().completedAt()).isPresent();
    }

    @Test
    void keepsTheLastKnownValuesOfACustomerThatCannotBeRead() {
        readCustomers.readAll(ACCOUNT);
        var read = clock.instant();
        clock.passes(Duration.ofHours(2));
        budgets.nextReadings(ReadFate.refused(403, "20002"));
        readCustomers.readOne(CONTOSO);
        var failed = clock.instant();
        clock.passes(Duration.ofHours(1));
        budgets.nextReadings(ReadFate.refused(404, "60003"));
        readCustomers.readOne(CONTOSO);

        assertThat(customers.known(CONTOSO).budget())
                .contains(new BudgetRead(SpendingLimit.of("100"), read, BudgetRead.Source.ITSELF));
        assertThat(customers.known(CONTOSO).problem().orElseThrow().since()).isEqualTo(failed);
        assertThat(problem(CONTOSO)).contains(ReadProblem.Kind.RELATIONSHIP_ENDED);
        assertThat(customers.known(CONTOSO).relationshipEndedAt()).contains(failed);

        readCustomers.readOne(CONTOSO);
        assertThat(problem(CONTOSO)).isEmpty();
    }

    @Test
    void endsNoRelationshipByANotFoundThatTellsNoReason() {
        readCustomers.readAll(ACCOUNT);
        budgets.nextReadings(ReadFate.refused(404, "1000"));

        readCustomers.readOne(CONTOSO);

        assertThat(problem(CONTOSO)).contains(ReadProblem.Kind.NOT_FOUND);
        assertThat(customers.known(CONTOSO).relationshipEndedAt()).isEmpty();
    }

    @Test
    void endsTheRelationshipWhereTheCustomerOfABudgetNotFoundIsGone() {
        readCustomers.readAll(ACCOUNT);
        relationships.pages(List.of(listed(FABRIKAM, "Fabrikam")));
        budgets.nextReadings(ReadFate.refused(404, "1000"));

        readCustomers.readOne(CONTOSO);

        assertThat(problem(CONTOSO)).contains(ReadProblem.Kind.RELATIONSHIP_ENDED);
        assertThat(customers.known(CONTOSO).relationshipEndedAt()).isPresent();
    }

    @Test
    void endsNoRelationshipWhereTheCustomerItselfIsNotFoundForNoReason() {
        readCustomers.readAll(ACCOUNT);
        relationships.pages(List.of());
        relationships.refusesUnlisted(new Refusal(404, Optional.empty(), "", CORRELATION));
        budgets.nextReadings(ReadFate.refused(404, "1000"));

        readCustomers.readOne(CONTOSO);

        assertThat(problem(CONTOSO)).contains(ReadProblem.Kind.NOT_FOUND);
        assertThat(customers.known(CONTOSO).relationshipEndedAt()).isEmpty();
    }

    @Test
    void tellsOfAnAccountThatIsNotSetUp() {
        readCustomers.readAll(ACCOUNT);
        budgets.nextReadings(new ReadFate.Unavailable(new Trouble(Trouble.Kind.ACCOUNT_NOT_SET_UP, "emea")));

        readCustomers.readOne(CONTOSO);

        assertThat(problem(CONTOSO)).contains(ReadProblem.Kind.ACCOUNT_NOT_SET_UP);
        assertThat(budget(CONTOSO)).contains(SpendingLimit.of("100"));
    }

    @Test
    void stopsWhereTheCredentialsAreRefused() {
        budgets.nextReadings(ReadFate.fresh(), ReadFate.refused(400, "invalid_client"));

        readCustomers.readAll(ACCOUNT);

        assertThat(budgets.readings()).isEqualTo(2);
        assertThat(state().completedAt()).isEmpty();
        assertThat(state().problem())
                .contains(new Problem(ReadProblem.Kind.CREDENTIALS, "Refused by the script", clock.instant()));
        assertThat(problem(NORTHWIND)).isEmpty();
    }

    @Test
    void stopsWhereMicrosoftAsksToWaitAndGoesOnNextTime() {
        budgets.nextReadings(ReadFate.fresh(), ReadFate.throttled(Duration.ofSeconds(57)));
        readCustomers.readAll(ACCOUNT);
        assertThat(budgets.readings()).isEqualTo(2);
        assertThat(state().problem()).contains(new Problem(ReadProblem.Kind.THROTTLED, "57 s", clock.instant()));

        readCustomers.readAll(ACCOUNT);

        assertThat(budgets.readings()).isEqualTo(4);
        assertThat(state().problem()).isEmpty();
        assertThat(budget(FABRIKAM)).isPresent();
        assertThat(budget(NORTHWIND)).isPresent();
    }

    @Test
    void stopsBeforeAnythingWhereTheListIsRefused() {
        relationships.answer(0, new Reading.Refused<>(refusal(401, "900420")));

        readCustomers.readAll(ACCOUNT);

        assertThat(budgets.readings()).isZero();
        assertThat(state().problem().map(Problem::kind)).contains(ReadProblem.Kind.CREDENTIALS);
    }

    @Test
    void learnsUsageFromTheListOfAllAndReadsTheBudgetsThemselves() {
        usages.becomesReadable();
        usages.lists(new CustomerUsage(CONTOSO.tenant(), Optional.of(SpendingLimit.of("100")), Optional.of(USAGE)));
        usages.lists(new CustomerUsage(FABRIKAM.tenant(), Optional.of(SpendingLimit.notSet()), Optional.empty()));
        usages.lists(new CustomerUsage(new UUID(0, 99), Optional.of(SpendingLimit.of("1")), Optional.empty()));

        readCustomers.readAll(ACCOUNT);

        assertThat(budget(CONTOSO)).contains(SpendingLimit.of("100"));
        assertThat(customers.known(CONTOSO).usage()).isEqualTo(new UsageRead.Spent(USAGE, clock.instant()));
        assertThat(customers.known(CONTOSO).currency())
                .isEqualTo(new BillingCurrency.Told(Currency.getInstance("EUR")));
        assertThat(budget(FABRIKAM)).contains(SpendingLimit.notSet());
        assertThat(budgets.readings()).isEqualTo(3);
        assertThat(customers.known(CONTOSO).budget().map(BudgetRead::listed)).contains(false);
        assertThat(budget(NORTHWIND)).contains(SpendingLimit.of("300"));
    }

    @Test
    void showsWhatIsListedWhereTheBudgetItselfCannotBeRead() {
        usages.becomesReadable();
        usages.lists(new CustomerUsage(CONTOSO.tenant(), Optional.of(SpendingLimit.of("90")), Optional.of(USAGE)));
        budgets.nextReadings(ReadFate.unavailable());

        readCustomers.readAll(ACCOUNT);

        assertThat(customers.known(CONTOSO).budget())
                .contains(new BudgetRead(SpendingLimit.of("90"), clock.instant(), BudgetRead.Source.LIST));
        assertThat(problem(CONTOSO)).contains(ReadProblem.Kind.UNAVAILABLE);

        usages.of(CONTOSO.tenant(), new Reading.Throttled<>(Duration.ofSeconds(3), CORRELATION));
        readCustomers.readOne(CONTOSO);
        assertThat(customers.known(CONTOSO).budget())
                .contains(new BudgetRead(SpendingLimit.of("100"), clock.instant(), BudgetRead.Source.ITSELF));
    }

    @Test
    void asksTheBudgetItselfWhereTheListSaysNothingOfIt() {
        usages.becomesReadable();
        usages.lists(new CustomerUsage(CONTOSO.tenant(), Optional.empty(), Optional.of(USAGE)));

        readCustomers.readAll(ACCOUNT);

        assertThat(budget(CONTOSO)).contains(SpendingLimit.of("100"));
        assertThat(customers.known(CONTOSO).usage()).isEqualTo(new UsageRead.Spent(USAGE, clock.instant()));
    }

    @Test
    void asksTheBudgetItselfWhereTheListDisagrees() {
        readCustomers.readAll(ACCOUNT);
        usages.becomesReadable();
        usages.lists(new CustomerUsage(CONTOSO.tenant(), Optional.of(SpendingLimit.of("90")), Optional.empty()));
        var before = budgets.readings();
        clock.passes(Duration.ofHours(1));

        readCustomers.readAll(ACCOUNT);

        // Contoso because of the list, the two that are not on it because they are old.
        assertThat(budgets.readings()).isEqualTo(before + 3);
        assertThat(budget(CONTOSO)).contains(SpendingLimit.of("100"));
    }

    @Test
    void asksNoFurtherBudgetsOfTheListWhereMicrosoftAsksToWait() {
        readCustomers.readAll(ACCOUNT);
        usages.becomesReadable();
        usages.lists(new CustomerUsage(CONTOSO.tenant(), Optional.of(SpendingLimit.of("90")), Optional.empty()));
        usages.lists(new CustomerUsage(NORTHWIND.tenant(), Optional.of(SpendingLimit.of("91")), Optional.empty()));
        budgets.nextReadings(ReadFate.throttled(Duration.ofSeconds(57)));
        var before = budgets.readings();
        clock.passes(Duration.ofHours(1));

        readCustomers.readAll(ACCOUNT);

        assertThat(budgets.readings()).isEqualTo(before + 1);
        assertThat(state().problem().map(Problem::kind)).contains(ReadProblem.Kind.THROTTLED);
    }

    @Test
    void asksOnceADayForABudgetOfWhichTheListAgrees() {
        usages.becomesReadable();
        usages.lists(new CustomerUsage(CONTOSO.tenant(), Optional.of(SpendingLimit.of("100")), Optional.of(USAGE)));
        readCustomers.readAll(ACCOUNT);
        var read = clock.instant();
        clock.passes(Duration.ofHours(1));

        readCustomers.readAll(ACCOUNT);
        // The two that are not on the list; and no reading is claimed that did not take place.
        assertThat(budgets.readings()).isEqualTo(3 + 2);
        assertThat(customers.known(CONTOSO).budget().map(BudgetRead::at)).contains(read);

        clock.passes(Duration.ofHours(23));
        readCustomers.readAll(ACCOUNT);
        assertThat(budgets.readings()).isEqualTo(3 + 2 + 3);
    }

    @Test
    void asksEveryHourForABudgetThatCouldNotBeReadThoughTheListAgrees() {
        usages.becomesReadable();
        usages.lists(new CustomerUsage(CONTOSO.tenant(), Optional.of(SpendingLimit.of("100")), Optional.of(USAGE)));
        readCustomers.readAll(ACCOUNT);
        usages.of(CONTOSO.tenant(), new Reading.Throttled<>(Duration.ofSeconds(3), CORRELATION));
        budgets.nextReadings(ReadFate.unavailable());
        readCustomers.readOne(CONTOSO);
        clock.passes(Duration.ofHours(1));

        readCustomers.readAll(ACCOUNT);

        assertThat(problem(CONTOSO)).isEmpty();
    }

    @Test
    void readsBudgetsOneByOneWhereTheListOfAllIsRefused() {
        usages.becomesReadable();
        usages.listFails(new Reading.Refused<>(refusal(400, "invalid_grant")));

        readCustomers.readAll(ACCOUNT);

        assertThat(budgets.readings()).isEqualTo(3);
        assertThat(budget(CONTOSO)).contains(SpendingLimit.of("100"));
        assertThat(state().problem().map(Problem::kind)).contains(ReadProblem.Kind.GRANT);
        assertThat(state().completedAt()).isEmpty();
    }

    @Test
    void asksTheBudgetsThatDisagreedBeforeTheListBrokeOff() {
        readCustomers.readAll(ACCOUNT);
        usages.becomesReadable();
        usages.lists(new CustomerUsage(CONTOSO.tenant(), Optional.of(SpendingLimit.of("90")), Optional.empty()));
        usages.listFails(new Reading.Unavailable<>(new Trouble(Trouble.Kind.SERVICE_ERROR, "502"), CORRELATION));
        var before = budgets.readings();
        clock.passes(Duration.ofHours(1));

        readCustomers.readAll(ACCOUNT);

        assertThat(budgets.readings()).isEqualTo(before + 1);
        assertThat(state().problem().map(Problem::kind)).contains(ReadProblem.Kind.UNAVAILABLE);
    }

    @Test
    void stopsWhereTheListOfAllCannotBeRead() {
        usages.becomesReadable();
        usages.listFails(new Reading.Unavailable<>(new Trouble(Trouble.Kind.SERVICE_ERROR, "502"), CORRELATION));

        readCustomers.readAll(ACCOUNT);

        assertThat(budgets.readings()).isZero();
        assertThat(state().problem().map(Problem::kind)).contains(ReadProblem.Kind.UNAVAILABLE);
    }

    @Test
    void stopsWhereMicrosoftAsksToWaitForTheListOfAll() {
        usages.becomesReadable();
        usages.listFails(new Reading.Throttled<>(Duration.ofSeconds(9), CORRELATION));

        readCustomers.readAll(ACCOUNT);

        assertThat(budgets.readings()).isZero();
        assertThat(state().problem().map(Problem::kind)).contains(ReadProblem.Kind.THROTTLED);
    }

    @Test
    void withdrawsTheCurrencyThatTheSettingsDoNotStateAnyMore() {
        readCustomers.readAll(ACCOUNT);
        assertThat(customers.known(CONTOSO).currency()).isEqualTo(SWISS_FRANCS);

        new ReadCustomers(customers, accounts, relationships, usages, budgets, Map.of()).readAll(ACCOUNT);

        assertThat(customers.known(CONTOSO).currency()).isEqualTo(BillingCurrency.unknown());
    }

    @Test
    void readsBudgetAndUsageOfOneCustomer() {
        readCustomers.readAll(ACCOUNT);
        usages.becomesReadable();
        usages.of(
                CONTOSO.tenant(),
                new Reading.Read<>(
                        new CustomerUsage(CONTOSO.tenant(), Optional.of(SpendingLimit.of("100")), Optional.of(USAGE)),
                        CORRELATION));
        usages.of(FABRIKAM.tenant(), new Reading.Refused<>(refusal(400, "3000")));
        usages.of(NORTHWIND.tenant(), new Reading.Throttled<>(Duration.ofSeconds(3), CORRELATION));
        budgets.set(CONTOSO, SpendingLimit.of("110"));

        List.of(CONTOSO, FABRIKAM, NORTHWIND).forEach(readCustomers::readOne);

        assertThat(budget(CONTOSO)).contains(SpendingLimit.of("110"));
        assertThat(customers.known(CONTOSO).usage()).isEqualTo(new UsageRead.Spent(USAGE, clock.instant()));
        assertThat(customers.known(CONTOSO).used()).isPresent();
        assertThat(customers.known(FABRIKAM).usage()).isEqualTo(new UsageRead.NoUsage(clock.instant()));
        assertThat(problem(FABRIKAM)).isEmpty();
        assertThat(customers.known(NORTHWIND).usage()).isEqualTo(new UsageRead.NotRead());
        assertThat(problem(NORTHWIND)).contains(ReadProblem.Kind.THROTTLED);
    }

    private Optional<SpendingLimit> budget(CustomerId customer) {
        return customers.known(customer).budget().map(BudgetRead::limit);
    }

    private Optional<ReadProblem.Kind> problem(CustomerId customer) {
        return customers.known(customer).problem().map(ReadProblem::kind);
    }

    private Accounts.AccountState state() {
        return accounts.state(ACCOUNT);
    }

    private static Relationships.Customer listed(CustomerId customer, String name) {
        return new Relationships.Customer(customer.tenant(), name, "");
    }

    private static Refusal refusal(int status, String code) {
        return new Refusal(status, Optional.of(code), "No.", CORRELATION);
    }
}
