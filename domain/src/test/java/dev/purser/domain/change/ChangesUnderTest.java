package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Changes.Acceptance;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/**
 * What an implementation of {@link Changes} has to provide to be tried, and the steps that the contracts have in common.
 * An implementation extends {@link ChangesContract}, which includes the others. Each test begins without an open change.
 */
public abstract class ChangesUnderTest {

    /** The times that the implementation has to be made with. */
    protected static final Timing TIMING =
            new Timing(Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(10));

    protected static final Duration LEASE = Duration.ofSeconds(90);
    protected static final Duration MOMENT = Duration.ofSeconds(5);
    protected static final AccountName ACCOUNT = new AccountName("emea");
    protected static final String NODE = "node-1";
    protected static final BillingCurrency EURO = new BillingCurrency.Told(Currency.getInstance("EUR"));

    private CustomerId customer = new CustomerId(ACCOUNT, new UUID(0, 0));
    private PersonId ada = new PersonId(new UUID(0, 0));

    /** The implementation, made with {@link #TIMING}. */
    protected abstract Changes changes();

    /** Lets time pass for the clock that compares leases, quarantines and pauses. */
    protected abstract void passes(Duration time);

    /** A new person of that name. */
    protected abstract PersonId person(String name);

    /** What is known of the customers that the changes are of, kept beside them. */
    protected abstract Customers customers();

    /** Puts the customer into the person's portfolio. */
    protected abstract void assign(PersonId person, CustomerId customer);

    /** What the entries of the customer's stream say, in the order of their numbers: all members of the canonical form. */
    protected abstract List<Map<String, String>> entries(CustomerId customer);

    @BeforeEach
    void makesACustomerAndAPerson() {
        customer = customer("Contoso", "contoso.example");
        ada = person("Ada Lovelace");
    }

    /** A new customer, whom no reader but those of all customers may see. */
    protected final CustomerId customer(String name, String domain) {
        var tenant = UUID.randomUUID();
        customers().learn(ACCOUNT, List.of(new Relationships.Customer(tenant, name, domain)));
        return new CustomerId(ACCOUNT, tenant);
    }

    protected final CustomerId contoso() {
        return customer;
    }

    protected final PersonId ada() {
        return ada;
    }

    protected final Change wish() {
        return wish(customer, SpendingLimit.of("4000"), SpendingLimit.of("5000"));
    }

    protected final Change wish(CustomerId of, SpendingLimit seen, SpendingLimit wanted) {
        return new Change(
                UUID.randomUUID(),
                of,
                "Contoso",
                ada,
                seen,
                wanted,
                EURO,
                new Wording("5k", "customer request", Optional.of("T-17")),
                Instant.parse("2026-03-02T09:00:00Z"),
                new ChangeState.Requested(Optional.empty(), 0),
                List.of(),
                Optional.empty());
    }

    protected final Change accepted() {
        return accepted(wish());
    }

    protected final Change accepted(Change wish) {
        assertThat(changes().accept(Reader.EVERYTHING, wish)).isEqualTo(new Acceptance.Accepted(wish.id()));
        return stored(wish);
    }

    protected final Change stored(Change change) {
        return changes().find(Reader.EVERYTHING, change.id()).orElseThrow().change();
    }

    protected final Claim claimed() {
        return changes().claim(NODE, LEASE).orElseThrow();
    }

    /** A claim whose intent is recorded. */
    protected final Claim intended() {
        return intended(claimed());
    }

    protected final Claim intended(Claim claim) {
        return changes()
                .intend(
                        claim,
                        new Next.Send(claim.change().seen(), claim.change().id()),
                        LEASE)
                .orElseThrow();
    }

    /** A change whose only attempt was sent and got no answer. */
    protected final Change lost() {
        return lost(intended());
    }

    protected final Change lost(Claim claim) {
        changes().record(claim, lostSight(claim, Change.FIRST_CHECK), Optional.of(Attempt.End.LOST));
        return stored(claim.change());
    }

    protected static Next.LoseSight lostSight(Claim claim, Duration nextCheck) {
        return new Next.LoseSight(
                new Trouble(Trouble.Kind.BROKEN_OFF, "connection reset"),
                claim.change().attempts().getLast().correlation(),
                nextCheck);
    }

    protected static Next.Confirm confirmed(Claim claim) {
        return new Next.Confirm(
                Evidence.ANSWER, 200, claim.change().attempts().getLast().correlation());
    }

    protected final void confirm(Claim claim) {
        changes().record(claim, confirmed(claim), Optional.of(Attempt.End.APPLIED));
    }

    /** Ends whatever is open, and gives the customer back. */
    protected final void ruleOut(Claim claim) {
        changes().record(claim, new Next.RuleOut(claim.change().before(), UUID.randomUUID()), Optional.empty());
    }

    protected final List<String> kinds(CustomerId of) {
        return entries(of).stream().map(entry -> entry.getOrDefault("kind", "")).toList();
    }
}
