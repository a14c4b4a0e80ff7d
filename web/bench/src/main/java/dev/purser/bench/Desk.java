package dev.purser.bench;

import dev.purser.demo.signin.DemoPerson;
import dev.purser.domain.budget.BudgetPolicy;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeBudget;
import dev.purser.domain.change.ChangeBudget.Consent;
import dev.purser.domain.change.ChangeBudget.Wanted;
import dev.purser.domain.change.ChangeBudget.Wish;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.Usages;
import dev.purser.domain.portfolio.Actor;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.Portfolios;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.portfolio.Role;
import dev.purser.domain.usage.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** An account manager who asks for budgets. */
final class Desk {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration LONGEST_READING = Duration.ofMinutes(2);
    private static final People.Identity SOMEBODY =
            new People.Identity("https://id.example", "mara", "Mara Lindqvist", "mara@nordstern-csp.example");

    /** Whatever there is to consider about a rise. */
    private static final Set<String> CONSIDERED =
            Set.of("steep-rise", "rise-from-zero", "below-spend", "currency-unknown");

    private final PipelineBench.Product product;
    private final ChangeBudget changeBudget;
    private final Actor actor;
    private final Queue<UUID> accepted = new ConcurrentLinkedQueue<>();

    Desk(PipelineBench.Product product) {
        this(product, SOMEBODY, CLOCK.instant());
    }

    private Desk(PipelineBench.Product product, People.Identity identity, Instant signedInAt) {
        this.product = product;
        this.changeBudget = new ChangeBudget(
                product.changes(), product.customers(), new BudgetPolicy(BigDecimal.valueOf(100)), CLOCK);
        this.actor = product.requests().within(() -> actor(product.people(), identity, signedInAt));
    }

    /** Of somebody who has signed in at a node by now: an older session tells nothing new of them. */
    static Desk of(PipelineBench.Product product, URI issuer, DemoPerson person) {
        var identity = new People.Identity(issuer.toString(), person.subject(), person.name(), person.email());
        return new Desk(product, identity, Instant.EPOCH);
    }

    private static Actor actor(People people, People.Identity identity, Instant signedInAt) {
        var roles = Set.of(Role.ACCOUNT_MANAGER);
        var person = people.recognise(identity, roles, signedInAt).orElseThrow();
        return new Actor(person, identity.name(), roles, Portfolios.OPEN);
    }

    /** Whose budgets have been read and never changed, so that each change is the usual one. */
    List<CustomerId> newCustomers(int number) {
        var tenants = Stream.generate(UUID::randomUUID).limit(number).toList();
        var account = CannedPartnerCenter.ACCOUNT;
        product.customers()
                .learn(
                        account,
                        tenants.stream()
                                .map(tenant -> new Relationships.Customer(
                                        tenant, "Nordlicht Maschinenbau", "nordlicht.example"))
                                .toList());
        product.customers()
                .learnListed(account, tenants.stream().map(Desk::usage).toList());
        var made =
                tenants.stream().map(tenant -> new CustomerId(account, tenant)).toList();
        made.forEach(customer -> product.customers()
                .learnBudget(
                        customer,
                        CannedPartnerCenter.LIMIT_BEFORE,
                        product.customers().now()));
        return made;
    }

    private static Usages.CustomerUsage usage(UUID tenant) {
        var spend = new Money(new BigDecimal("4123.45"), Currency.getInstance("EUR"));
        var usage =
                new Usage(spend, Optional.empty(), Usage.Plan.AZURE_PLAN, Optional.empty(), Optional.<Instant>empty());
        return new Usages.CustomerUsage(tenant, Optional.of(CannedPartnerCenter.LIMIT_BEFORE), Optional.of(usage));
    }

    /** A wish that is accepted, for one of the {@link #newCustomers}. */
    void ask(CustomerId customer) {
        ask(customer, CannedPartnerCenter.LIMIT_BEFORE, "9000");
    }

    /** Wishes for more than the budget that each customer has, in whole units; who carries them out is not decided here. */
    void ask(List<CustomerId> customers) {
        for (var customer : customers) {
            var limit = budget(customer).orElseThrow();
            var more = limit.amount().setScale(0, RoundingMode.CEILING).add(BigDecimal.ONE);
            ask(customer, limit, more.toPlainString());
        }
    }

    /** The first so many of them that have a budget, once it was read. */
    List<CustomerId> awaitRead(List<CustomerId> customers, int number) throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST_READING.toNanos();
        while (System.nanoTime() - deadline < 0) {
            var read = customers.stream()
                    .filter(customer -> budget(customer).isPresent())
                    .limit(number)
                    .toList();
            if (read.size() == number) {
                return read;
            }
            Thread.sleep(Duration.ofMillis(500));
        }
        throw new IllegalStateException("No node has read " + number + " customers");
    }

    private Optional<SpendingLimit.Limit> budget(CustomerId customer) {
        return product.requests()
                .within(() -> product.customers().find(Reader.EVERYTHING, customer))
                .filter(known -> known.relationshipEndedAt().isEmpty())
                .flatMap(KnownCustomer::budget)
                .map(KnownCustomer.BudgetRead::limit)
                .filter(SpendingLimit.Limit.class::isInstance)
                .map(SpendingLimit.Limit.class::cast);
    }

    private void ask(CustomerId customer, SpendingLimit seen, String amount) {
        var wish = new Wish(
                UUID.randomUUID(),
                customer,
                new Wanted.Amount(amount, ','),
                Optional.of(seen),
                "The project was extended until the end of the year",
                "REQ-20413",
                new Consent.Given(SpendingLimit.of(amount), CONSIDERED));
        var result = product.requests().within(() -> changeBudget.ask(actor, wish));
        if (!(result instanceof ChangeBudget.Result.Accepted(var id))) {
            throw new IllegalStateException("Not accepted: " + result);
        }
        accepted.add(id);
    }

    /** What was measured is what it is called. */
    void requireAllConfirmed() {
        for (var id = accepted.poll(); id != null; id = accepted.poll()) {
            var state = state(id);
            if (!(state instanceof ChangeState.Confirmed)) {
                throw new IllegalStateException("Not confirmed: " + state);
            }
        }
    }

    private ChangeState state(UUID change) {
        return product.requests()
                .within(() -> product.changes()
                        .find(Reader.EVERYTHING, change)
                        .orElseThrow()
                        .change()
                        .state());
    }
}
