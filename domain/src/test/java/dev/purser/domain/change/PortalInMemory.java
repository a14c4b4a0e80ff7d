package dev.purser.domain.change;

import dev.purser.domain.StoppedClock;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BudgetPolicy;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeBudget.Consent;
import dev.purser.domain.change.ChangeBudget.Wanted;
import dev.purser.domain.change.ChangeBudget.Wish;
import dev.purser.domain.customer.InMemoryCustomers;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.ScriptedBudgets;
import dev.purser.domain.portfolio.Actor;
import dev.purser.domain.portfolio.KnownPeople;
import dev.purser.domain.portfolio.Portfolios;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.portfolio.Role;
import dev.purser.domain.usage.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A whole portal in memory, with a Partner Center that can be scripted and one account manager, Ada, of one customer. */
final class PortalInMemory {

    static final Timing TIMING = new Timing(Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(10));
    static final AccountName ACCOUNT = new AccountName("emea");

    final StoppedClock clock = new StoppedClock();
    final KnownPeople people = new KnownPeople();
    final InMemoryCustomers customers = new InMemoryCustomers(clock, people);
    final WrittenEntries entries = new WrittenEntries();
    final InMemoryChanges changes = new InMemoryChanges(clock, TIMING, people, customers, entries);
    final ScriptedBudgets budgets = new ScriptedBudgets(clock);
    final ChangeBudget changeBudget =
            new ChangeBudget(changes, customers, new BudgetPolicy(new BigDecimal("50")), clock);
    final CarryOutChanges carryOut = worker("node-1");

    final CustomerId contoso = customer("Contoso");
    final Actor ada = accountManager("Ada Lovelace");

    PortalInMemory() {
        people.assign(ada.person(), contoso);
        microsoftShows(SpendingLimit.of("4000"));
        spent("1000");
    }

    CarryOutChanges worker(String node) {
        return new CarryOutChanges(
                changes, customers, budgets, TIMING, clock, clock::nanos, (_, time) -> clock.passes(time), node);
    }

    CustomerId customer(String name) {
        var tenant = UUID.randomUUID();
        customers.learn(ACCOUNT, List.of(new Relationships.Customer(tenant, name, "")));
        return new CustomerId(ACCOUNT, tenant);
    }

    Actor accountManager(String name) {
        return new Actor(people.join(name), name, Set.of(Role.ACCOUNT_MANAGER), Portfolios.ASSIGNED);
    }

    /** The budget is set at Microsoft, and read. */
    void microsoftShows(SpendingLimit limit) {
        budgets.set(contoso, limit);
        customers.learnBudget(contoso, limit, customers.now());
    }

    /** Usage is read: so much was spent, in euros. */
    void spent(String euros) {
        var spend = new Money(new BigDecimal(euros), Currency.getInstance("EUR"));
        customers.learnUsage(
                contoso, new Usage(spend, Optional.empty(), Usage.Plan.AZURE_PLAN, Optional.empty(), Optional.empty()));
    }

    Wish wish(String typed) {
        return new Wish(
                UUID.randomUUID(),
                contoso,
                new Wanted.Amount(typed, ','),
                Optional.of(customers.known(contoso).budget().orElseThrow().limit()),
                "customer request",
                "T-17",
                Consent.NOT_ASKED);
    }

    /** Ada asks for that budget, and it is accepted. */
    UUID asked(String typed) {
        return switch (changeBudget.ask(ada, wish(typed))) {
            case ChangeBudget.Result.Accepted(var change) -> change;
            case ChangeBudget.Result other -> throw new AssertionError("Not accepted: " + other);
        };
    }

    Change change(UUID id) {
        return changes.find(Reader.EVERYTHING, id).orElseThrow().change();
    }

    ChangeState state(UUID id) {
        return change(id).state();
    }

    /** Takes every step that is due now. */
    void carryOutWhatIsDue() {
        var steps = 0;
        while (carryOut.next()) {
            steps++;
            if (steps > 100) {
                throw new AssertionError("A hundred steps without time passing");
            }
        }
    }

    /** Lets time pass in small steps and takes every step that becomes due meanwhile. */
    void passes(Duration time) {
        var end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.passes(Duration.ofSeconds(1));
            carryOutWhatIsDue();
        }
    }
}
