package dev.purser.persistence;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Claim;
import dev.purser.domain.change.Evidence;
import dev.purser.domain.change.Next;
import dev.purser.domain.change.Wording;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes that have come this far or that, by way of the port. At most one may be due when one of these steps claims. */
@Singleton
class ChangeStories {

    static final Duration LEASE = Duration.ofSeconds(90);

    private final Changes changes;

    ChangeStories(Changes changes) {
        this.changes = changes;
    }

    static Change wish(CustomerId customer, PersonId person, Wording wording) {
        return new Change(
                UUID.randomUUID(),
                customer,
                "Contoso",
                person,
                SpendingLimit.of("4000"),
                SpendingLimit.of("5000.5"),
                new BillingCurrency.Told(Currency.getInstance("EUR")),
                wording,
                Instant.EPOCH,
                new ChangeState.Requested(Optional.empty(), 0),
                List.of(),
                Optional.empty());
    }

    Change accepted(CustomerId customer, PersonId person) {
        return accepted(customer, person, new Wording("5k", "customer request", Optional.of("T-17")));
    }

    Change accepted(CustomerId customer, PersonId person, Wording wording) {
        var wish = wish(customer, person, wording);
        changes.accept(Reader.EVERYTHING, wish);
        return wish;
    }

    /** Asks for the budget before a confirmed change. */
    Change undoing(Change undone) {
        var undo = new Change(
                UUID.randomUUID(),
                undone.customer(),
                undone.customerName(),
                undone.who(),
                undone.wanted(),
                undone.seen(),
                undone.currency(),
                new Wording("", "undo", Optional.empty()),
                Instant.EPOCH,
                new ChangeState.Requested(Optional.empty(), 0),
                List.of(),
                Optional.of(undone.id()));
        changes.accept(Reader.EVERYTHING, undo);
        return undo;
    }

    Claim claimed() {
        return changes.claim("node-1", LEASE).orElseThrow();
    }

    Claim intended() {
        var claim = claimed();
        var send = new Next.Send(claim.change().seen(), claim.change().id());
        return changes.intend(claim, send, LEASE).orElseThrow();
    }

    void confirm(Claim claim) {
        var correlation = claim.change().attempts().getLast().correlation();
        changes.record(claim, new Next.Confirm(Evidence.ANSWER, 200, correlation), Optional.of(Attempt.End.APPLIED));
    }

    void loseSight(Claim claim, Duration nextCheck) {
        var correlation = claim.change().attempts().getLast().correlation();
        var trouble = new Trouble(Trouble.Kind.BROKEN_OFF, "connection reset");
        changes.record(claim, new Next.LoseSight(trouble, correlation, nextCheck), Optional.of(Attempt.End.LOST));
    }

    Change confirmed(CustomerId customer, PersonId person) {
        return confirmed(customer, person, new Wording("5k", "customer request", Optional.of("T-17")));
    }

    Change confirmed(CustomerId customer, PersonId person, Wording wording) {
        var change = accepted(customer, person, wording);
        confirm(intended());
        return change;
    }
}
