package dev.purser.domain.customer;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.PagedList;
import dev.purser.domain.partnercenter.PagedList.End;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.Usages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads customers, budgets and spend from Partner Center into what Purser knows. A customer that cannot be read keeps its
 * last known values; one bad customer never spoils a run.
 */
public final class ReadCustomers {

    /** Spend is a day old when Microsoft tells it, and budgets change seldom: values may become an hour old. */
    private static final Duration OLD = Duration.ofHours(1);

    /** A budget of which the list of all agrees is asked for by itself all the same, in case the list lags for long. */
    private static final Duration OLD_WHERE_LISTED = Duration.ofDays(1);

    /** Budgets asked for one by one in a run: about ten minutes at the pace that Partner Center permits. */
    private static final int SINGLE_READINGS = 2_000;

    private final Customers customers;
    private final Accounts accounts;
    private final Relationships relationships;
    private final Usages usages;
    private final Budgets budgets;
    private final Map<AccountName, BillingCurrency.Configured> currencies;

    /** @param currencies those that the operator has stated for whole accounts, for customers of whom Microsoft tells none */
    public ReadCustomers(
            Customers customers,
            Accounts accounts,
            Relationships relationships,
            Usages usages,
            Budgets budgets,
            Map<AccountName, BillingCurrency.Configured> currencies) {
        this.customers = customers;
        this.accounts = accounts;
        this.relationships = relationships;
        this.usages = usages;
        this.budgets = budgets;
        this.currencies = Map.copyOf(currencies);
    }

    /**
     * Reads everything of one account once, unless that was done within the last hour. What stops the run is noted with the
     * account, and the next call tries again.
     */
    public void readAll(AccountName account) {
        applyCurrency(account);
        accounts.begin(account, OLD).ifPresent(begun -> readAll(account, begun));
    }

    private void readAll(AccountName account, Instant begun) {
        if (!readRelationships(account)) {
            return;
        }
        customers.endRelationships(account, begun);
        applyCurrency(account);
        var refused = Optional.<Reading<?>>empty();
        if (usages.canRead(account)) {
            var listed = new PagedList<>(after -> usages.page(account, after), Usages.Page::next);
            var toBeAsked = new ArrayList<CustomerId>();
            var end = listed.read(page -> toBeAsked.addAll(customers.learnListed(account, page.usages())));
            // Known to disagree, whatever the rest of the list would have said.
            if (!(end instanceof End.Failed(Reading.Throttled<?> _)) && !readBudgets(account, toBeAsked)) {
                return;
            }
            var goesOn = switch (end) {
                case End.Whole() -> true;
                // As with a refresh token that is not accepted; budgets can be read one by one all the same.
                case End.Failed(Reading.Refused<?> reading) -> {
                    refused = Optional.of(reading);
                    yield true;
                }
                case End.Failed(var reading) -> noteFailure(account, reading);
                case End.Endless() -> noteEndlessList(account);
            };
            if (!goesOn) {
                return;
            }
        }
        if (readBudgets(account, customers.notReadFor(account, OLD, OLD_WHERE_LISTED, SINGLE_READINGS))) {
            refused.ifPresentOrElse(reading -> noteFailure(account, reading), () -> accounts.complete(account));
        }
    }

    /** At once after a restart with other settings, whether or not a run is due. */
    private void applyCurrency(AccountName account) {
        Optional.ofNullable(currencies.get(account))
                .ifPresentOrElse(
                        currency -> customers.configureCurrency(account, currency),
                        () -> customers.withdrawCurrency(account));
    }

    /** Reads budget and usage of one customer now, for the person who asked to. */
    public void readOne(CustomerId customer) {
        readBudget(customer);
        if (usages.canRead(customer.account())) {
            var asked = customers.now();
            switch (usages.read(customer)) {
                case Reading.Read<Usages.CustomerUsage>(var read, var correlation) ->
                    read.usage().ifPresent(usage -> customers.learnUsage(customer, usage));
                case Reading.Refused<Usages.CustomerUsage>(var refusal)
                when refusal.kind() == Refusal.Kind.NO_USAGE -> customers.learnNoUsage(customer);
                case Reading<Usages.CustomerUsage> failed ->
                    problem(failed)
                            .ifPresent(problem -> customers.learnUsageProblem(
                                    customer, problem.kind(), problem.words(), problem.correlation(), asked));
            }
        }
    }

    private boolean readRelationships(AccountName account) {
        var listed = new PagedList<>(after -> relationships.page(account, after), Relationships.Page::next);
        return switch (listed.read(page -> customers.learn(account, page.customers()))) {
            case End.Whole() -> true;
            case End.Failed(var reading) -> noteFailure(account, reading);
            case End.Endless() -> noteEndlessList(account);
        };
    }

    /** Whether all of them were asked for; if not, what stopped it is noted with the account. */
    private boolean readBudgets(AccountName account, List<CustomerId> some) {
        for (var customer : some) {
            var reading = readBudget(customer);
            if (stops(reading)) {
                return noteFailure(account, reading);
            }
        }
        return true;
    }

    private Reading<?> readBudget(CustomerId customer) {
        var asked = customers.now();
        var reading = budgets.read(customer);
        switch (reading) {
            case Reading.Read<?>(SpendingLimit limit, var correlation) -> customers.learnBudget(customer, limit, asked);
            case Reading<?> failed ->
                problem(failed)
                        .map(problem -> explained(customer, problem))
                        .ifPresent(problem -> customers.learnProblem(
                                customer, problem.kind(), problem.words(), problem.correlation(), asked));
        }
        return reading;
    }

    /** Where Microsoft does not find a budget and does not say why, the customer itself tells whether it is gone. */
    private Problem explained(CustomerId customer, Problem problem) {
        return problem.kind() == ReadProblem.Kind.NOT_FOUND && isGone(customer)
                ? new Problem(ReadProblem.Kind.RELATIONSHIP_ENDED, problem.words(), problem.correlation())
                : problem;
    }

    /** A bare 404 here too tells no more than the first one. */
    private boolean isGone(CustomerId customer) {
        return switch (relationships.read(customer)) {
            case Reading.Read<Relationships.Relationship>(var relationship, var correlation) -> relationship.ended();
            case Reading.Refused<Relationships.Relationship>(var refusal) ->
                refusal.kind() == Refusal.Kind.RELATIONSHIP_ENDED;
            case Reading.Throttled<Relationships.Relationship> throttled -> false;
            case Reading.Unavailable<Relationships.Relationship> unavailable -> false;
        };
    }

    /** Whether further readings of the account would only meet the same. */
    private static boolean stops(Reading<?> reading) {
        return switch (reading) {
            case Reading.Throttled<?> throttled -> true;
            case Reading.Refused<?>(var refusal) -> refusal.kind() == Refusal.Kind.CREDENTIALS;
            case Reading.Read<?> read -> false;
            case Reading.Unavailable<?> unavailable -> false;
        };
    }

    private boolean noteEndlessList(AccountName account) {
        accounts.fail(account, ReadProblem.Kind.UNAVAILABLE, End.Endless.WORDS);
        return false;
    }

    private boolean noteFailure(AccountName account, Reading<?> failed) {
        problem(failed).ifPresent(problem -> accounts.fail(account, problem.kind(), problem.words()));
        return false;
    }

    private record Problem(ReadProblem.Kind kind, String words, UUID correlation) {}

    private static Optional<Problem> problem(Reading<?> reading) {
        return switch (reading) {
            case Reading.Read<?> read -> Optional.empty();
            case Reading.Refused<?>(var refusal) ->
                Optional.of(new Problem(ReadProblem.Kind.of(refusal), refusal.words(), refusal.correlation()));
            case Reading.Throttled<?>(var pause, var correlation) ->
                Optional.of(new Problem(ReadProblem.Kind.THROTTLED, pause.toSeconds() + " s", correlation));
            case Reading.Unavailable<?>(var trouble, var correlation) ->
                Optional.of(new Problem(ReadProblem.Kind.of(trouble), trouble.detail(), correlation));
        };
    }
}
